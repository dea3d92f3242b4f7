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

const pathSums = sharedSums();

/** What the headings of a path announce together. */
interface Announced {
  readonly path: readonly string[];
  readonly codes: readonly number[];
  /** The code of the innermost and of the outermost heading that announces something, 0 for none. */
  readonly nearest: number;
  readonly root: number;
  readonly cause: boolean;
}

const CAUSE = ROLES.indexOf('cause');
const namesCause = (code: number): boolean => code > 0 && (((code - 1) & 7) === CAUSE || (code - 1) >> 3 === CAUSE);

function announcedBy(path: readonly string[]): Announced {
  const codes = path.map(announced);
  const nearest = codes.findLast((code) => code > 0) ?? 0;
  const root = codes.find((code) => code > 0) ?? 0;
  return { path, codes, nearest, root, cause: codes.some(namesCause) };
}

/** What the path asked last announces: sentences of a section come in a row. */
let last = announcedBy([]);

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
  path.forEach((heading, depth) => {
    addPairs(depth === path.length - 1 ? PATH_GRAM : ABOVE_GRAM, heading);
  });
}

/** Whether another sentence of the same paragraph gives or asks for a reason. */
const givesReason = (sketch: Sketch | null, paragraph: number): boolean =>
  sketch !== null && sketch.view.paragraph === paragraph && (sketch.mix & CAUSE_MIX) > 0;

/**
 * Adds what the headings above say. A cause has its licence: a heading of causes, or a word for a reason in it or in one
 * of the two sentences before.
 */
export function addPath({ view, mix }: Sketch, before: Sketch | null, earlier: Sketch | null, shape: number): void {
  if (last.path !== view.path) last = announcedBy(view.path);
  const above = last;
  const reasoned = (mix & CAUSE_MIX) > 0 ? 2 : 0;
  const led = givesReason(before, view.paragraph) || givesReason(earlier, view.paragraph) ? 4 : 0;
  addShared(pathSums, above, addHeadings);
  addBundle(PATHS_AND_CUES, above.nearest * 128 + mix);
  addBundle(PATHS_AND_PLACES, above.nearest * 64 + shape * 2 + (view.style > 0 ? 1 : 0));
  addBundle(CAUSE_LICENCES, (above.cause ? 1 : 0) + reasoned + led);
}
