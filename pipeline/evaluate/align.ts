import type { Role } from '../model/role.ts';
import type { Span } from '../model/span.ts';
import { type BareText, bareText } from './bare.ts';
import type { GoldSentence } from './gold.ts';
import { matchCharacters } from './match-characters.ts';

/** A sentence as mined; `source` frames it in the text of its source. All offsets here count code points. */
export interface MinedSentence {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly confidence: number;
  readonly source: Span;
}

/** A quantity as mined; the span frames it in the text of its sentence. */
export interface MinedStatistic extends Span {
  readonly sentence: string;
  readonly surface: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly qualifier: string;
  readonly subject: string;
  readonly direction: 'up' | 'down' | null;
}

/** A file as mined: its text as read, the sentences, the quantities, and what cleaning took out. */
export interface MinedText {
  readonly path: string;
  readonly text: string;
  readonly sentences: readonly MinedSentence[];
  readonly removed: readonly Span[];
  readonly statistics: readonly MinedStatistic[];
}

/**
 * A gold sentence with what was mined in its characters. `role` is the one that most of them got: text that was
 * removed, or that the file lacks, counts as noise. `found` is the share of its characters that the file has;
 * the spans of `statistics` count the bare characters of the gold sentence.
 */
export interface AlignedSentence {
  readonly gold: GoldSentence;
  readonly role: Role;
  readonly confidence: number;
  readonly sentence: MinedSentence | null;
  readonly found: number;
  readonly statistics: readonly MinedStatistic[];
}

/** Lays the gold sentences, in their order, over the text of the source, so that cuts between sentences may differ. */
export function alignGold(gold: readonly GoldSentence[], mined: MinedText): AlignedSentence[] {
  const source = bareText(mined.text);
  const owners = sentenceOfCharacters(mined, source);
  const bare = gold.map((sentence) => bareText(sentence.text).characters);
  const match = matchCharacters(bare.flat(), source.characters);
  const statistics = statisticsAt(mined, owners);
  let start = 0;
  return gold.map((sentence, index) => {
    const places = match.slice(start, start + bare[index]!.length);
    start += places.length;
    return {
      gold: sentence,
      ...rolesOf(places, owners, mined),
      found: places.length === 0 ? 1 : places.filter((place) => place >= 0).length / places.length,
      statistics: statisticsOf(places, statistics),
    };
  });
}

/** For each bare character of the source the index of its sentence, −1 where it belongs to none or was removed. */
export function sentenceOfCharacters(mined: MinedText, source: BareText): readonly number[] {
  const ofPlace = new Map<number, number>();
  for (const [index, sentence] of mined.sentences.entries()) paint(ofPlace, sentence.source, index);
  for (const span of mined.removed) paint(ofPlace, span, -1);
  return source.places.map((place) => ofPlace.get(place) ?? -1);
}

function paint(ofPlace: Map<number, number>, span: Span, value: number): void {
  for (let place = span.start; place < span.end; place += 1) ofPlace.set(place, value);
}

/** The role with most characters; within it the sentence with most. */
function rolesOf(
  places: readonly number[],
  owners: readonly number[],
  mined: MinedText,
): Pick<AlignedSentence, 'role' | 'confidence' | 'sentence'> {
  const bySentence = new Map<number, number>();
  const byRole = new Map<Role, number>();
  const roleOf = (owner: number): Role => mined.sentences[owner]?.role ?? 'noise';
  for (const place of places) {
    const owner = place < 0 ? -1 : owners[place]!;
    bySentence.set(owner, (bySentence.get(owner) ?? 0) + 1);
    byRole.set(roleOf(owner), (byRole.get(roleOf(owner)) ?? 0) + 1);
  }
  const role = most(byRole) ?? 'noise';
  const owner = most(new Map([...bySentence].filter(([index]) => roleOf(index) === role))) ?? -1;
  const sentence = mined.sentences[owner] ?? null;
  return { role, confidence: sentence?.confidence ?? 1, sentence };
}

function most<T>(counts: ReadonlyMap<T, number>): T | undefined {
  return [...counts].reduce<[T, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  )?.[0];
}

/** Each quantity under the bare character of the source at which it starts. */
type StatisticsAt = ReadonlyMap<number, readonly { readonly last: number; readonly statistic: MinedStatistic }[]>;

function statisticsAt(mined: MinedText, owners: readonly number[]): StatisticsAt {
  const ofSentence = new Map<string, number[]>();
  for (const [place, owner] of owners.entries()) {
    const id = mined.sentences[owner]?.id;
    if (id === undefined) continue;
    const places = ofSentence.get(id);
    if (places) places.push(place);
    else ofSentence.set(id, [place]);
  }
  const texts = new Map(mined.sentences.map((sentence) => [sentence.id, bareText(sentence.text)]));
  const at = new Map<number, { last: number; statistic: MinedStatistic }[]>();
  for (const statistic of mined.statistics) {
    const places = ofSentence.get(statistic.sentence) ?? [];
    const inside = texts
      .get(statistic.sentence)
      ?.places.flatMap((place, index) =>
        place >= statistic.start && place < statistic.end ? [places[index] ?? -1] : [],
      );
    if (!inside || inside.length === 0 || inside[0]! < 0) continue;
    at.set(inside[0]!, [...(at.get(inside[0]!) ?? []), { last: inside.at(-1)!, statistic }]);
  }
  return at;
}

/** The quantities that start in a gold sentence, with spans over its bare characters. */
function statisticsOf(places: readonly number[], at: StatisticsAt): MinedStatistic[] {
  const back = new Map(places.map((place, index) => [place, index]));
  return places.flatMap((place, index) =>
    (place < 0 ? [] : (at.get(place) ?? [])).map(({ last, statistic }) => ({
      ...statistic,
      start: index,
      end: (back.get(last) ?? places.length - 1) + 1,
    })),
  );
}
