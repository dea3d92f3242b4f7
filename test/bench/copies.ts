/**
 * `npm run bench:copies [-- REPORTS]`: generates reports (100,000 unless another number is given), every fourth a copy of
 * an earlier one with places and figures swapped, paragraphs reordered and every third one written anew; finds the
 * copies, and prints what was found, the time as a multiple of bare segmentation of the same text, and the most memory used.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { type CopyInput, findCopies } from '../../pipeline/duplicates/copies.ts';
import { sketchOf } from '../../pipeline/duplicates/sketch.ts';
import { paragraph, type Random, shuffled, swapNames, writeReport } from '../duplicates/templates.ts';

const COPY_EVERY = 4;
/** How many reports before it a copy has its original, so that no texts need to be kept. */
const BACK = 2;

const isCopy = (index: number): boolean => index % COPY_EVERY === COPY_EVERY - 1;

/**
 * Numbers from 0 to 1 by sfc32 (Doty-Humphrey, PractRand 2010): with 128 bits of state the numbers of two reports do not
 * run into each other, as those of a 31-bit generator do in some hundred of 100,000 reports.
 */
function randomOf(index: number): Random {
  let [a, b, c, count] = [0x9e3779b9, 0x243f6a88, index | 0, 1];
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/** The text of a report by its number alone, the same on every call. */
function textOf(index: number): string {
  const random = randomOf(index);
  if (!isCopy(index)) return writeReport(random).join('\n');
  const original = textOf(index - BACK).split('\n');
  const pieces = original.map((each, at) => (at % 3 === 2 ? paragraph(random) : swapNames(each, random)));
  return shuffled(pieces, random).join('\n');
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of processor time that segmentation takes for a sample of the texts, a character. */
function segmentation(sample: readonly string[]): number {
  const jieba = Jieba.withDict(dict);
  jieba.cut('预热', true);
  const start = processorTime();
  for (const text of sample) jieba.cut(text, true);
  return (processorTime() - start) / sample.reduce((sum, text) => sum + text.length, 0);
}

const count = Number(process.argv[2] ?? 100_000);
const sample = Array.from({ length: Math.min(500, count) }, (_, index) => textOf(index));
const bare = segmentation(sample);
let characters = 0;
const begun = performance.now();
const start = processorTime();
const reports: CopyInput[] = [];
for (let index = 0; index < count; index += 1) {
  const text = textOf(index);
  characters += text.length;
  reports.push({
    reportId: `${index}`,
    source: `${index}`,
    seq: 1,
    year: 2000 + (isCopy(index) ? 1 : 0),
    sketch: sketchOf(text),
  });
}
const { copies } = await findCopies(reports, textOf);
const took = processorTime() - start;
const found = copies.filter(
  ({ reportId, duplicateOf }) => isCopy(+reportId) && +duplicateOf === +reportId - BACK,
).length;
const planned = Math.floor(count / COPY_EVERY);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
say(`${count.toLocaleString('en')} reports, ${characters.toLocaleString('en')} characters`);
say(
  `copies: ${copies.length.toLocaleString('en')} found, ${found.toLocaleString('en')} of ${planned.toLocaleString('en')} planned`,
);
say(
  `processor time: ${took.toFixed(1)} s with writing the texts, ${(took / (bare * characters)).toFixed(2)} times bare segmentation`,
);
say(`clock: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
say(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
