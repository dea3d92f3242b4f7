import type { Command } from 'commander';
import { companies } from '../compare/company.ts';
import { chooseExamples } from '../compare/examples.ts';
import {
  neighboursOf,
  occurrencesIn,
  type PhraseSentence,
  periodShares,
  phraseYears,
  type Rival,
  rivalsOf,
} from '../compare/phrase.ts';
import { countWordsAndPhrases, type TermDocument } from '../compare/term-counts.ts';
import { type Config, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES } from '../model/role.ts';
import { type PlacedSentence, reportHeads } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import { isTerm } from '../words/terms.ts';
import { choiceOf } from './choices.ts';
import { cutReports, sentencesByReport } from './cut-reports.ts';
import type { Context, Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { flat, type Story, titled } from './phrase-tables.ts';
import { showTables } from './show-tables.ts';

const ROLE_CHOICES = [...CORE_ROLES, 'practice', 'all'] as const;
const NEIGHBOURS = 15;
const RIVALS = 8;
/** As many terms, the ones in most reports, are compared with the phrase. */
const CANDIDATES = 6000;

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

async function storyOf(
  store: Store,
  phrase: string,
  role: Exclude<(typeof ROLE_CHOICES)[number], 'all'> | null,
  copies: boolean,
): Promise<Story> {
  const heads = (await reportHeads(store, copies)).filter(({ year }) => year !== null);
  const byReport = await sentencesByReport(store, role);
  const sentences = heads.map(({ id }) => byReport.get(id) ?? []);
  const years = heads.map(({ year }) => year!);
  const uses = occurrencesIn(phrase, sentences);
  if (uses.every((count) => count === 0))
    throw new Fault(`no sentence of a report with a year has “${phrase}”: try a shorter wording`);
  const documents = cutReports(heads, byReport);
  const termed = termSentences(sentences, documents, phrase);
  const byId = new Map(heads.map((head) => [head.id, head]));
  return {
    years: phraseYears(uses, years),
    neighbours: neighboursOf(phrase, termed).slice(0, NEIGHBOURS),
    rivals: rivalsIn(phrase, documents, uses, years),
    examples: chooseExamples(sentences.flat(), phrase, 3).map((sentence) => ({
      sentence,
      report: byId.get(sentence.report)!,
    })),
  };
}

/** Every sentence with its terms, the phrase among them where it has it. */
const termSentences = (
  sentences: readonly (readonly PlacedSentence[])[],
  documents: readonly TermDocument[],
  phrase: string,
): PhraseSentence[] =>
  sentences.flatMap((own, report) =>
    own.map(({ text }, index) => ({
      text,
      terms: [...documents[report]!.sentences[index]!.filter(isTerm), ...(text.includes(phrase) ? [phrase] : [])],
    })),
  );

function rivalsIn(
  phrase: string,
  documents: readonly TermDocument[],
  uses: readonly number[],
  years: readonly number[],
): Rival[] {
  const counts = countWordsAndPhrases(documents, isTerm);
  const spread = counts.terms.map((term, index) => ({
    term,
    index,
    reports: counts.counts.filter((own) => own.has(index)).length,
  }));
  const candidates = spread.sort((a, b) => b.reports - a.reports || (a.term < b.term ? -1 : 1)).slice(0, CANDIDATES);
  const indexOf = new Map(candidates.map(({ term, index }) => [term, index]));
  const usesOf = (term: string): number[] => counts.counts.map((own) => own.get(indexOf.get(term)!) ?? 0);
  return rivalsOf(
    phrase,
    candidates.map(({ term }) => term),
    companies(documents, new Set([phrase, ...indexOf.keys()])),
    (term) => periodShares(term === phrase ? uses : usesOf(term), years),
  ).slice(0, RIVALS);
}
