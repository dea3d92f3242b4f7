/** The fields of one record and the line, from 1, that it starts on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Records as far as they can be read; `fault` says what stopped the reading and on which line. */
export interface CsvText {
  readonly records: readonly CsvRecord[];
  readonly fault: { readonly line: number; readonly message: string } | null;
}

/** Reads RFC 4180 text with `,`, `;` or a tab between fields, whichever its first line has most of. Empty lines are left out. */
export function parseCsv(text: string): CsvText {
  const separator = separatorOf(text.slice(0, text.search(/\r|\n|$/)));
  const token = new RegExp(
    `"((?:[^"]|"")*)"(?=${separator}|\\r|\\n|$)|([^"${separator}\\r\\n][^${separator}\\r\\n]*)|`,
    'y',
  );
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const [whole, quoted, plain] = token.exec(text)!;
    if (whole === '' && text[at] === '"')
      return { records, fault: { line, message: 'a quotation mark is not closed, or text follows it' } };
    fields.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    line += whole.split('\n').length - 1;
    at += whole.length;
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (fields.some((field) => field !== '')) records.push({ line: start, fields });
    if (at >= text.length) return { records, fault: null };
    fields = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    start = ++line;
  }
}

function separatorOf(line: string): string {
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
