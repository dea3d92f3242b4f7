import { latin1 } from './format.ts';
import { readHtml } from './html.ts';
import { type Reader, Refusal } from './reading.ts';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const MAX_DEPTH = 5;

/** A web page saved in one file (MIME HTML, RFC 2557): its first HTML part. */
export const readMht: Reader = async (file) => {
  const part = findHtml(parsePart(latin1(file.bytes)), MAX_DEPTH);
  if (!part) throw new Refusal('damaged', 'the web archive holds no page', 'open it in a browser and save it as .html');
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1] ?? null;
  const decoded = await readHtml({ ...file, bytes: decodeBody(part), encoding: file.encoding ?? charset });
  return { ...decoded, format: 'mht' };
};

function parsePart(source: string): Part {
  const start = source.replace(/^\s+/, '');
  const end = /\r?\n\r?\n/.exec(start);
  const head = end ? start.slice(0, end.index) : start;
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { headers, body: end ? start.slice(end.index + end[0].length) : '' };
}

function findHtml(part: Part, depth: number): Part | null {
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return part;
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (!boundary || depth === 0) return null;
  for (const piece of part.body.split(`--${boundary[1] ?? boundary[2]}`).slice(1)) {
    const found = findHtml(parsePart(piece), depth - 1);
    if (found) return found;
  }
  return null;
}

function decodeBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}
