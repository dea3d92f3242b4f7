/** What programs may use: mine a file in memory, write it, and ask a database. */
export { type Config, overridesOf, readConfig, VERSION } from './config.ts';
export { Fault } from './model/fault.ts';
export type { Mined } from './model/layers.ts';
export {
  type MinedSource,
  NO_OVERRIDES,
  type Overrides,
  type SourceInput,
  type TermCount,
} from './model/mined-source.ts';
export type { Point } from './model/point.ts';
export type { Report } from './model/report.ts';
export { ROLES, type Role } from './model/role.ts';
export type { Sentence } from './model/sentence.ts';
export type { Span } from './model/span.ts';
export type { Citation, Statistic } from './model/statistic.ts';
export { mineSource } from './run.ts';
export { sourceId } from './store/ids.ts';
export { openStore, type Store } from './store/open.ts';
export { type Question, questions } from './store/questions.ts';
export { query, queryObjects, type Table, type Value } from './store/reader.ts';
export { type SourceWrite, writeSources } from './store/writer.ts';
