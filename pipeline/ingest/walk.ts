import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import type { Message } from '../model/message.ts';
import { listArchive } from './archive.ts';
import { EXTENSIONS, extensionOf } from './format.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { notice, Refusal, refusalMessage } from './reading.ts';
import type { ZipEntry } from './zip.ts';

/**
 * A file to read. `path` is as given, with forward slashes; in an archive, the path of the archive and of the file in
 * it. `member` is the file within the archive at `absolute`, null outside archives.
 */
export interface ListedFile {
  readonly path: string;
  readonly absolute: string;
  readonly member: ZipEntry | null;
}

/** A file that is not read, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** What a walk found; `files` and `skipped` are sorted by path, each file once. */
export interface Listing {
  readonly files: readonly ListedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly messages: readonly Message[];
}

interface Walk {
  readonly limits: Limits;
  readonly files: ListedFile[];
  readonly skipped: SkippedFile[];
  readonly messages: Message[];
  readonly seen: Set<string>;
  /** Links to folders: followed last, so that a folder is listed under its own name where it has one. */
  readonly links: string[];
}

/**
 * Lists the files under `paths`, folders recursively. A file that is named itself is listed whatever its name is; in
 * folders and .zip archives, what no reader knows is skipped. Links are followed, each folder and file once.
 */
export function listFiles(paths: readonly string[], limits: Partial<Limits> = {}): Listing {
  const walk: Walk = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    files: [],
    skipped: [],
    messages: [],
    seen: new Set(),
    links: [],
  };
  for (const path of paths) visit(walk, tidy(path), true);
  while (walk.links.length) visit(walk, walk.links.shift()!, true);
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return { files: walk.files.sort(byPath), skipped: walk.skipped.sort(byPath), messages: walk.messages };
}

const tidy = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/(?<=[^/])\/+$/, '')
    .replace(/^(?:\.\/+)+(?=.)/, '');

function visit(walk: Walk, path: string, named: boolean): void {
  try {
    const real = realpathSync(resolve(path));
    if (walk.seen.has(real)) return;
    walk.seen.add(real);
    if (statSync(real).isDirectory()) visitFolder(walk, path);
    else visitFile(walk, path, named);
  } catch (error) {
    walk.messages.push(fileFault(path, error));
  }
}

function visitFolder(walk: Walk, folder: string): void {
  const entries = readdirSync(resolve(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '.' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
    const reason = entry.isDirectory() ? folderSkipReason(entry.name) : null;
    if (reason) walk.skipped.push({ path, reason });
    else if (entry.isSymbolicLink() && leadsUp(path, folder))
      walk.skipped.push({ path, reason: 'link to a folder above' });
    else if (entry.isSymbolicLink() && isFolder(path)) walk.links.push(path);
    else visit(walk, path, false);
  }
}

/** Whether a link leads to the folder that it is in, or to one that holds it. */
function leadsUp(path: string, folder: string): boolean {
  if (!isFolder(path)) return false;
  const target = realpathSync(resolve(path));
  const own = realpathSync(resolve(folder));
  return own === target || own.startsWith(target === sep ? sep : target + sep);
}

const isFolder = (path: string): boolean => statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory() ?? false;

function visitFile(walk: Walk, path: string, named: boolean): void {
  const reason = skipReason(basename(path), named);
  if (reason) walk.skipped.push({ path, reason });
  else if (EXTENSIONS.get(extensionOf(path)) === 'archive') visitArchive(walk, path);
  else walk.files.push({ path, absolute: resolve(path), member: null });
}

function visitArchive(walk: Walk, path: string): void {
  try {
    for (const member of listArchive(resolve(path), walk.limits)) {
      const name = member.name.replaceAll('\\', '/');
      const inner = `${path}/${name.replace(/^\/+/, '')}`;
      const folders = name.split('/').slice(0, -1);
      const reason =
        folders.map(folderSkipReason).find((found) => found !== null) ??
        (EXTENSIONS.get(extensionOf(name)) === 'archive' ? 'archive within an archive' : skipReason(basename(name)));
      if (reason) walk.skipped.push({ path: inner, reason });
      else walk.files.push({ path: inner, absolute: resolve(path), member });
    }
  } catch (error) {
    walk.messages.push(error instanceof Refusal ? refusalMessage(path, error) : fileFault(path, error));
  }
}

const folderSkipReason = (name: string): string | null => {
  if (name.startsWith('.')) return 'hidden folder';
  return name === '__MACOSX' || name === 'node_modules' ? 'system folder' : null;
};

/** Why a file of this name is not read, or null. A file that the user `named` is skipped only where its format says that no reader fits. */
export function skipReason(name: string, named = false): string | null {
  const kind = EXTENSIONS.get(extensionOf(name));
  if (kind === 'picture' || kind === 'spreadsheet' || kind === 'slides') return kind;
  if (named) return null;
  if (name.startsWith('~$') || name.startsWith('.~') || name.startsWith('~WRL')) return 'lock file';
  if (name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)) return 'hidden file';
  if (
    /^(?:readme|licen[cs]e|changelog|contributing|notice|authors)\b.*$/i.test(name) &&
    /^(?:|md|markdown|txt)$/.test(extensionOf(name))
  )
    return 'software document';
  if (kind === 'other archive') return 'packed archive (only .zip is opened)';
  return kind ? null : 'unsupported format';
}

function fileFault(path: string, error: unknown): Message {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT')
    return notice(path, 'file-missing', 'there is no such file or folder; check the path', 'error');
  if (code === 'ELOOP') return notice(path, 'file-missing', 'the link leads to itself; remove it', 'error');
  if (code === 'EACCES' || code === 'EPERM')
    return notice(path, 'file-forbidden', 'it may not be opened; check its permissions', 'error');
  return notice(
    path,
    'file-unreadable',
    `it cannot be opened (${code || String(error)}); copy it to a local disk and try again`,
    'error',
  );
}
