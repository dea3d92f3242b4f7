import type { Command } from 'commander';
import { chooseExamples } from '../compare/examples.ts';
import { neighboursOf, occurrencesIn, phraseYears } from '../compare/phrase.ts';
import { type Replacement, replacementsAt, type Turn, turnsOf } from '../compare/replaced.ts';
import { countWordsAndPhrases } from '../compare/term-counts.ts';
import { type Config, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES } from '../model/role.ts';
import { type ReportHead, reportHeads } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import { sentencesOfYears, sentencesWith, wordTotals } from '../store/phrases.ts';
import { isTerm } from '../words/terms.ts';
import { cutWords } from '../words/words.ts';
import { choiceOf } from './choices.ts';
import { byReport } from './cut-reports.ts';
import type { Context, Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { flat, type Story, titled } from './phrase-tables.ts';
import { showTables } from './show-tables.ts';

const ROLE_CHOICES = [...CORE_ROLES, 'practice', 'all'] as const;
const NEIGHBOURS = 15;

interface PhraseOptions {
  readonly role?: string;
  readonly countCopies?: boolean;
}

/** Adds `diaoyan phrase`. */
export function addPhrase(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('phrase'))))
    .description('how a wording fared over the years: share of reports, what it stands beside, what it replaced')
    .argument('<phrase>', 'the words, as reports write them')
    .option('--role <role>', `${ROLE_CHOICES.join(' | ')} (default: all)`)
    .option('--count-copies', 'count reports that copy another one')
    .action((phrase: string, options: PhraseOptions) =>
      showPhrase(phrase.trim(), options, readConfig({ ...options }), io),
    );
}

async function showPhrase(phrase: string, options: PhraseOptions, config: Config, io: Io): Promise<void> {
  if (phrase === '') throw new Fault('name the phrase to follow, for example 形式主义', 'usage');
  const role = choiceOf('role', options.role, ROLE_CHOICES, 'all');
  const story = await withStore(config, io, (store) =>
    storyOf(store, phrase, role === 'all' ? null : role, options.countCopies === true),
  );
  const people = config.format === 'table' || config.format === 'markdown';
  showTables(people ? titled(phrase, story, config.lang) : [{ title: null, table: flat(story) }], config, io);
}

type RoleChoice = Exclude<(typeof ROLE_CHOICES)[number], 'all'> | null;

async function storyOf(store: Store, phrase: string, role: RoleChoice, copies: boolean): Promise<Story> {
  const heads = (await reportHeads(store, copies)).filter(({ year }) => year !== null);
  const byId = new Map(heads.map((head) => [head.id, head]));
  const holding = (await sentencesWith(store, phrase, role)).filter(({ report }) => byId.has(report));
  if (holding.length === 0)
    throw new Fault(`no sentence of a report with a year has “${phrase}”: try a shorter wording`);
  const years = phraseYears(
    occurrencesIn(phrase, heads, holding),
    heads.map(({ year }) => year!),
  );
  const totals = new Map((await wordTotals(store, role, copies)).map(({ term, count }) => [term, count]));
  const replacements: Replacement[] = [];
  for (const turn of turnsOf(years))
    replacements.push(...(await replacementsOf(store, turn, phrase, heads, role, copies)));
  return {
    years,
    neighbours: neighboursOf(
      phrase,
      holding.map(({ text }) => cutAround(text, phrase).filter(isTerm)),
      totals,
    ).slice(0, NEIGHBOURS),
    replacements,
    examples: chooseExamples(holding, phrase, 3).map((sentence) => ({ sentence, report: byId.get(sentence.report)! })),
  };
}

/** At most so many reports before a turn, and after it, are read: evenly chosen where there are more. */
const MOST_READ = 200;

async function replacementsOf(
  store: Store,
  turn: Turn,
  phrase: string,
  heads: readonly ReportHead[],
  role: RoleChoice,
  copies: boolean,
): Promise<Replacement[]> {
  const [first, last] = [turn.before[0], turn.after[1]];
  const inside = [turn.before, turn.after].flatMap(([from, to]) =>
    evenly(
      heads.filter(({ year }) => year! >= from && year! <= to),
      MOST_READ,
    ),
  );
  const sentences = byReport(await sentencesOfYears(store, first, last, role, copies));
  const documents = inside.map(({ id }) => ({
    report: id,
    sentences: (sentences.get(id) ?? []).map(({ text }) => cutAround(text, phrase)),
  }));
  const counts = countWordsAndPhrases(documents, isTerm);
  return replacementsAt(
    turn,
    phrase,
    documents,
    inside.map(({ year }) => year!),
    counts,
    isTerm,
  );
}

/** At most `most` of the items, evenly spaced. */
const evenly = <T>(items: readonly T[], most: number): T[] =>
  items.filter(
    (_, index) =>
      items.length <= most ||
      Math.floor(((index + 1) * most) / items.length) > Math.floor((index * most) / items.length),
  );

/** The words of a text, the phrase kept whole wherever it stands. */
const cutAround = (text: string, phrase: string): string[] =>
  text
    .split(phrase)
    .flatMap((part, index) => [
      ...(index > 0 ? [phrase] : []),
      ...cutWords(part).map((word) => part.slice(word.start, word.end)),
    ]);
