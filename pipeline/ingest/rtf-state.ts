/** Where text goes. `style`, `font` and `info` are tables of the head; `number` is the label that Word shows before a paragraph. */
export type Destination = 'body' | 'note' | 'number' | 'style' | 'font' | 'info' | 'skip';

/** What a group inherits and gives up at its end. */
export interface Group {
  readonly destination: Destination;
  readonly entry: string;
  /** Characters that stand for a `\u` in old readers. */
  readonly fallback: number;
  readonly codePage: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** Whether the group began with `\*`. */
  readonly optional: boolean;
}

export const FIRST_GROUP: Group = {
  destination: 'body',
  entry: '',
  fallback: 1,
  codePage: 0,
  hidden: false,
  deleted: false,
  optional: false,
};

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'font',
  stylesheet: 'style',
  info: 'info',
  footnote: 'note',
  listtext: 'number',
  pntext: 'number',
};

const SKIPPED = new Set(
  'colortbl listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pict objdata objclass objname fldinst bkmkstart bkmkend annotation atnid atnauthor atntime atndate atnref atnicn atrfstart atrfend atnparent sp shprslt nonshppict nonesttables xe tc rxe pn pntxta pntxtb falt panose fname fontemb private template filetbl docvar mmathPr wgrffmtfilter userprops upr listname listpicture background passwordhash protusertbl defchp defpap pgptbl fchars lchars'.split(
    ' ',
  ),
);

/** Destinations that are read although they are marked as optional. */
const READ_OPTIONAL = new Set([
  'shpinst',
  'shptxt',
  'nesttableprops',
  'ud',
  'footnote',
  'shppict',
  'company',
  'operator',
]);

const INFO = new Set(['title', 'author', 'company', 'creatim', 'revtim']);

/** The group after a control word that may name a destination; null when the word names none. */
export function enterDestination(group: Group, word: string): Group | null {
  if (group.destination === 'skip') return word === 'ud' ? { ...group, destination: 'body', optional: false } : null;
  if (group.destination === 'info') return INFO.has(word) ? { ...group, entry: word } : null;
  const destination = DESTINATIONS[word];
  if (destination) return { ...group, destination, optional: false };
  if (SKIPPED.has(word)) return { ...group, destination: 'skip', optional: false };
  if (!group.optional) return null;
  return { ...group, destination: READ_OPTIONAL.has(word) ? group.destination : 'skip', optional: false };
}

const CHARSETS: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 };
const ENCODINGS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
  54936: 'gb18030',
};

/** The code page of a font's character set; 0 where the set does not say. */
export const codePageOf = (charset: number): number => CHARSETS[charset] ?? 0;

/** Decodes bytes of a code page; Western where it is no other. */
export const decodePage = (bytes: readonly number[], codePage: number): string =>
  new TextDecoder(ENCODINGS[codePage] ?? 'windows-1252').decode(Uint8Array.from(bytes));

/** Whether the last byte is the first half of a character in a double-byte code page. */
export function endsInside(bytes: readonly number[], codePage: number): boolean {
  if (!ENCODINGS[codePage] || codePage === 65001) return false;
  let inside = false;
  for (const byte of bytes) inside = !inside && byte >= 0x81;
  return inside;
}
