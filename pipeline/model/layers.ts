import type { AuditFinding } from './audit.ts';
import type { CausalPair, Point, PointLink } from './point.ts';
import type { Report } from './report.ts';
import type { RoleAssignment } from './role.ts';
import type { Section } from './section.ts';
import type { Sentence, Token } from './sentence.ts';
import type { Citation, Statistic } from './statistic.ts';
import type { Substance } from './substance.ts';

/** A report with its outline and sentences: what most stages need. */
export interface Outlined {
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
}

/** An outlined report with words; `tokens[i]` are the tokens of sentence `i`. */
export interface Tokenized extends Outlined {
  readonly tokens: readonly (readonly Token[])[];
}

/** A report whose sentences have roles; `roles[i]` belongs to sentence `i`. */
export interface Labelled extends Tokenized {
  readonly roles: readonly RoleAssignment[];
}

/** A report with all layers that one report can have by itself. */
export interface Mined extends Labelled {
  readonly points: readonly Point[];
  readonly pairs: readonly CausalPair[];
  readonly links: readonly PointLink[];
  readonly statistics: readonly Statistic[];
  readonly citations: readonly Citation[];
  readonly substance?: readonly Substance[];
  readonly findings?: readonly AuditFinding[];
}
