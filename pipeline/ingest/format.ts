/** The formats that have readers, and those that are known well enough to be named in a message. */
export type Format = 'txt' | 'md' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'html' | 'mht' | 'ofd' | 'wordml';
export type Foreign = 'archive' | 'picture' | 'spreadsheet' | 'slides' | 'other archive' | 'OLE file';

/** The formats by extension, without the dot, in lower case. */
export const EXTENSIONS: ReadonlyMap<string, Format | Foreign> = new Map<string, Format | Foreign>([
  ['txt', 'txt'],
  ['text', 'txt'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['dotx', 'docx'],
  ['doc', 'doc'],
  ['dot', 'doc'],
  ['wps', 'doc'],
  ['wpt', 'doc'],
  ['odt', 'odt'],
  ['ott', 'odt'],
  ['rtf', 'rtf'],
  ['pdf', 'pdf'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['shtml', 'html'],
  ['mht', 'mht'],
  ['mhtml', 'mht'],
  ['ofd', 'ofd'],
  ['zip', 'archive'],
  ...['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'svg', 'heic', 'ico', 'emf', 'wmf', 'psd'].map(
    (extension): [string, Foreign] => [extension, 'picture'],
  ),
  ...['xls', 'xlsx', 'xlsm', 'xlsb', 'et', 'ett', 'ods', 'csv', 'tsv'].map((extension): [string, Foreign] => [
    extension,
    'spreadsheet',
  ]),
  ...['ppt', 'pptx', 'pps', 'ppsx', 'dps', 'odp'].map((extension): [string, Foreign] => [extension, 'slides']),
  ...['rar', '7z', 'gz', 'tgz', 'tar', 'bz2', 'xz'].map((extension): [string, Foreign] => [extension, 'other archive']),
]);

/** The extension of a path in lower case, without the dot; empty where there is none. */
export const extensionOf = (path: string): string => /\.([^./\\]{1,12})$/.exec(path)?.[1]?.toLowerCase() ?? '';

export type Signature = 'zip' | 'ole' | 'pdf' | 'rtf' | 'picture' | 'other archive';

/** First bytes, as Latin-1 characters. */
const SIGNATURES: readonly (readonly [string, Signature])[] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['PK\u0007\u0008', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'ole'],
  ['{\\rtf', 'rtf'],
  ['\u00ef\u00bb\u00bf{\\rtf', 'rtf'],
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\u0000', 'picture'],
  ['MM\u0000*', 'picture'],
  ['Rar!', 'other archive'],
  ['7z\u00bc\u00af', 'other archive'],
  ['\u001f\u008b', 'other archive'],
  ['BZh9', 'other archive'],
  ['\u00fd7zXZ', 'other archive'],
];

/** What the first bytes of a file say. `zip` and `ole` are containers: what they hold decides. Null for text of any kind. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const head = latin1(bytes.subarray(0, 1024));
  const known = SIGNATURES.find(([start]) => head.startsWith(start));
  if (known) return known[1];
  return head.includes('%PDF-') ? 'pdf' : null;
}

/** What kind of text a text is, by its first characters. */
export function textFormatOf(head: string): 'html' | 'mht' | 'wordml' | null {
  const start = head.trimStart().slice(0, 4096);
  if (/<\?mso-application\s+progid="Word\.Document"|<w:wordDocument|<pkg:package/.test(start)) return 'wordml';
  if (/^(?:<!doctype\s+html|<html|<head|<body|<meta\s)/i.test(start)) return 'html';
  if (/^<(?:\?xml|!--)/.test(start) && /<html[\s>]/i.test(start)) return 'html';
  if (
    /^(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,30}/.test(start) &&
    /^mime-version:/im.test(start) &&
    /^content-type:\s*(?:multipart|text\/html)/im.test(start)
  )
    return 'mht';
  return null;
}

/** Bytes as characters of the same number. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
