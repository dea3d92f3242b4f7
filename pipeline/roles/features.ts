import { ROLES } from '../model/role.ts';
import { add, addShared, begin, collected, type Features, G, type Scorer, sharedSums } from './collector.ts';
import { CUE_COUNT } from './cues.ts';
import { addGrams, addPairs } from './grams.ts';
import { announcedRoles } from './heading-role.ts';
import { type Sketch, sketch } from './sketch.ts';
import type { ReportView, SentenceView } from './view.ts';

/** What goes with the features of a sentence: the rules that vote, and how it follows the sentence before. */
export interface SentenceFrame {
  /** Indices of the rules that vote, rising. */
  readonly rules: readonly number[];
  /** 0 same paragraph as the sentence before, 1 new paragraph, 2 first after a heading. */
  readonly boundary: 0 | 1 | 2;
}

/** What the model sees of one sentence. */
export type SentenceFeatures = SentenceFrame & Features;

/** The features of every sentence of a report, in their order. */
export const reportFeatures = ({ sentences }: ReportView): readonly SentenceFeatures[] =>
  visit(sentences, null, (frame) => ({ ...collected(), ...frame }));

/** Sums the features of every sentence of a report by `scorer`, from its offset on, without keeping them. */
export const scoreReport = ({ sentences }: ReportView, scorer: Scorer): readonly SentenceFrame[] =>
  visit(sentences, scorer, (frame) => {
    scorer.offset += scorer.labels;
    return frame;
  });

function visit<T>(
  sentences: readonly SentenceView[],
  scorer: Scorer | null,
  done: (frame: SentenceFrame) => T,
): readonly T[] {
  const sketches = sentences.map(sketch);
  const leads = leadsOf(sketches);
  return sketches.map((own, index) => {
    const before = sketches[index - 1];
    const after = sketches[index + 1];
    const boundary = boundaryOf(own, before);
    begin(scorer);
    add(G.bias, 0);
    addShape(own, before, after, boundary);
    addPath(own);
    addCues(own, before, after);
    addRules(own, before, after, leads[index]!);
    addGrams(own.view.body);
    return done({ rules: own.rules, boundary });
  });
}

function boundaryOf(own: Sketch, before: Sketch | undefined): 0 | 1 | 2 {
  if (before?.view.paragraph === own.view.paragraph) return 0;
  return before?.view.heading ? 2 : 1;
}

/** The sentence that opens the paragraph, and the heading of the section, of each sentence; itself counts as none. */
function leadsOf(
  sketches: readonly Sketch[],
): readonly { readonly paragraph: Sketch | null; readonly heading: Sketch | null }[] {
  let first: Sketch | null = null;
  const headings = new Map<number, Sketch>();
  return sketches.map((own) => {
    if (first?.view.paragraph !== own.view.paragraph) first = own;
    if (own.view.heading) headings.set(own.view.section, own);
    const heading = headings.get(own.view.section) ?? null;
    return { paragraph: first === own ? null : first, heading: heading === own ? null : heading };
  });
}

const LENGTHS = [4, 8, 14, 24, 40, 70, 110];
function lengthBin(length: number): number {
  let bin = 0;
  while (bin < LENGTHS.length && length > LENGTHS[bin]!) bin += 1;
  return bin;
}

const KINDS = ['none', 'block', 'run-in', 'inline'];
const ENDINGS = '。！？：；”）|,，、';
const shapeOf = (view: SentenceView): number => KINDS.indexOf(view.kind) * 2 + (view.heading ? 1 : 0);

function addShape({ view, figures }: Sketch, before: Sketch | undefined, after: Sketch | undefined, boundary: number) {
  const heading = view.heading ? 1 : 0;
  const ending = 1 + ENDINGS.indexOf(view.body.at(-1) ?? '');
  const bin = lengthBin(view.body.length);
  add(G.style, view.style);
  add(G.shape, shapeOf(view) * 16 + view.style);
  add(G.shape, 1000 + shapeOf(view));
  add(G.length, bin * 2 + heading);
  add(G.ending, ending * 2 + heading);
  add(G.ending, 100 + ending * 8 + bin);
  add(G['in-paragraph'], (boundary === 0 ? 0 : 1) + (after?.view.paragraph === view.paragraph ? 0 : 2));
  add(G['in-paragraph'], 8 + boundary);
  add(
    G['in-section'],
    (before?.view.section === view.section ? 0 : 1) + (after?.view.section === view.section ? 0 : 2),
  );
  add(G.figures, figures);
}

const announcedCodes = new Map<string, number>();

/** What a heading announces as one number: 0 for nothing, else 1 + first role + 8 × last role. */
function announced(heading: string): number {
  const known = announcedCodes.get(heading);
  if (known !== undefined) return known;
  const roles = announcedRoles(heading);
  const code = roles.length === 0 ? 0 : 1 + ROLES.indexOf(roles[0]!) + 8 * ROLES.indexOf(roles.at(-1)!);
  if (announcedCodes.size > 5000) announcedCodes.clear();
  announcedCodes.set(heading, code);
  return code;
}

const pathSums = sharedSums(ROLES.length);
const leadSums = sharedSums(ROLES.length);
let lastPath: readonly string[] | null = null;
let lastCodes: readonly number[] = [];

/** What the headings of a path announce; the path asked last is kept, as sentences of a section come in a row. */
function pathCodes(path: readonly string[]): readonly number[] {
  if (path !== lastPath) [lastPath, lastCodes] = [path, path.map(announced)];
  return lastCodes;
}

function addPath({ view, mix }: Sketch): void {
  const codes = pathCodes(view.path);
  const nearest = codes.findLast((code) => code > 0) ?? 0;
  const root = codes.find((code) => code > 0) ?? 0;
  add(G['path-role'], nearest);
  add(G['path-role'], 100 + root);
  add(G['path-role'], 200 + (codes.at(-1) ?? 99));
  add(G['path-role'], 400 + Math.min(4, view.path.length));
  add(G['path-role'], 1000 + nearest * 100 + root);
  add(G['path-role×cues'], nearest * 128 + mix);
  add(G['path-role×cues'], 20000 + nearest * 16 + (mix & 7));
  add(G['path-role×place'], nearest * 64 + shapeOf(view) * 2 + (view.style > 0 ? 1 : 0));
  addShared(pathSums, view.path, () => {
    view.path.forEach((heading, depth) => {
      addPairs(depth === view.path.length - 1 ? G['path-gram'] : G['above-gram'], heading);
    });
  });
}

function addCues({ cues, mix }: Sketch, before: Sketch | undefined, after: Sketch | undefined): void {
  for (let list = 0; list < CUE_COUNT; list += 1) {
    add(G.cue, list * 4 + Math.min(3, cues.counts[list]!));
    if (before && before.cues.counts[list]! > 0) add(G['cue-before'], list);
    if (after && after.cues.counts[list]! > 0) add(G['cue-after'], list);
  }
  add(G['cue-first'], cues.opening + 1);
  add(G['cue-mix'], mix);
}

const NO_RULE = 999;

function addRules(
  own: Sketch,
  before: Sketch | undefined,
  after: Sketch | undefined,
  lead: { readonly paragraph: Sketch | null; readonly heading: Sketch | null },
): void {
  for (const rule of own.rules) add(G.rule, rule);
  if (own.rules.length === 0) add(G.rule, NO_RULE);
  for (const rule of before?.rules ?? []) add(G['rule-before'], rule);
  for (const rule of after?.rules ?? []) add(G['rule-after'], rule);
  for (const rule of lead.heading?.rules ?? []) add(G['rule-heading'], rule);
  for (const rule of lead.paragraph?.rules ?? []) add(G['rule-lead'], rule);
  const { paragraph } = lead;
  if (paragraph) addShared(leadSums, paragraph, () => addPairs(G['lead-gram'], paragraph.view.body));
}
