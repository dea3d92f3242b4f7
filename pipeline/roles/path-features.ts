import { ROLES } from '../model/role.ts';
import { add, addBundle, addShared, bundle, G, sharedSums } from './collector.ts';
import { addPairs } from './grams.ts';
import { heldRoles } from './heading-role.ts';
import { CAUSE_MIX, type Sketch } from './sketch.ts';

const {
  'above-gram': ABOVE_GRAM,
  'cause-licence': CAUSE_LICENCE,
  'path-gram': PATH_GRAM,
  'path-role': PATH_ROLE,
  'path-role×cues': PATH_ROLE_CUES,
  'path-role×place': PATH_ROLE_PLACE,
} = G;

/** What a heading announces as one number: 0 for nothing, else 1 + first role + 8 × last role. */
function announced(heading: string): number {
  const roles = heldRoles(heading);
  return roles.length === 0 ? 0 : 1 + ROLES.indexOf(roles[0]!) + 8 * ROLES.indexOf(roles.at(-1)!);
}

/** What the headings of a path announce together. */
interface Announced {
  readonly path: readonly string[];
  /** All but the innermost, the same array as before where those are the same. */
  readonly above: readonly string[];
  readonly codes: readonly number[];
  /** The code of the innermost and of the outermost heading that announces something, 0 for none. */
  readonly nearest: number;
  readonly root: number;
  readonly cause: boolean;
}

const CAUSE = ROLES.indexOf('cause');
const namesCause = (code: number): boolean => code > 0 && (((code - 1) & 7) === CAUSE || (code - 1) >> 3 === CAUSE);

function announcedBy(path: readonly string[], before: readonly string[]): Announced {
  const isSame = before.length === path.length - 1 && before.every((heading, depth) => heading === path[depth]);
  const codes = path.map(announced);
  return {
    path,
    above: isSame ? before : path.slice(0, -1),
    codes,
    nearest: codes.findLast((code) => code > 0) ?? 0,
    root: codes.find((code) => code > 0) ?? 0,
    cause: codes.some(namesCause),
  };
}

/** Sentences of a section come in a row, and so do sections of one parent: of each depth the last path is kept. */
const DEEPEST = 8;
const LAST = Array.from({ length: DEEPEST + 1 }, () => ({
  announced: announcedBy([], []),
  sums: sharedSums(),
  above: sharedSums(),
}));

/** What headings can announce: the codes of `announced` are below. */
const CODES = 64;

/** Key: what the nearest heading announces × 128 + mix. */
const PATHS_AND_CUES = bundle(CODES * 128, (key) => {
  add(PATH_ROLE_CUES, key);
  add(PATH_ROLE_CUES, 20000 + (key >> 7) * 16 + (key & 7));
});
const PATHS_AND_PLACES = bundle(CODES * 64, (key) => add(PATH_ROLE_PLACE, key));
const CAUSE_LICENCES = bundle(8, (key) => add(CAUSE_LICENCE, key));

/** The features of the headings above, which the sentences under them share. */
function addHeadings({ path, codes, nearest, root }: Announced): void {
  add(PATH_ROLE, nearest);
  add(PATH_ROLE, 100 + root);
  add(PATH_ROLE, 200 + (codes.at(-1) ?? 99));
  add(PATH_ROLE, 400 + Math.min(4, path.length));
  add(PATH_ROLE, 1000 + nearest * 100 + root);
  if (path.length > 0) addPairs(PATH_GRAM, path.at(-1)!);
}

const addAbove = (headings: readonly string[]): void => {
  for (const heading of headings) addPairs(ABOVE_GRAM, heading);
};

/** Whether another sentence of the same paragraph gives or asks for a reason. */
const givesReason = (sketch: Sketch | null, paragraph: number): boolean =>
  sketch !== null && sketch.view.paragraph === paragraph && (sketch.mix & CAUSE_MIX) > 0;

/**
 * Adds what the headings above say. A cause has its licence: a heading of causes, or a word for a reason in it or in one
 * of the two sentences before.
 */
export function addPath({ view, mix }: Sketch, before: Sketch | null, earlier: Sketch | null, shape: number): void {
  const last = LAST[Math.min(view.path.length, DEEPEST)]!;
  if (last.announced.path !== view.path) last.announced = announcedBy(view.path, last.announced.above);
  const above = last.announced;
  const reasoned = (mix & CAUSE_MIX) > 0 ? 2 : 0;
  const led = givesReason(before, view.paragraph) || givesReason(earlier, view.paragraph) ? 4 : 0;
  addShared(last.sums, above, addHeadings);
  addShared(last.above, above.above, addAbove);
  addBundle(PATHS_AND_CUES, above.nearest * 128 + mix);
  addBundle(PATHS_AND_PLACES, above.nearest * 64 + shape * 2 + (view.style > 0 ? 1 : 0));
  addBundle(CAUSE_LICENCES, (above.cause ? 1 : 0) + reasoned + led);
}
