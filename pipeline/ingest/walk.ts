import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Message } from '../model/message.ts';
import { EXTENSIONS, extensionOf } from './format.ts';
import { notice } from './reading.ts';

/** A file to read. `path` is as given, with forward slashes; `member` names the file within the archive at `absolute`, null outside archives. */
export interface ListedFile {
  readonly path: string;
  readonly absolute: string;
  readonly member: string | null;
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
  readonly files: ListedFile[];
  readonly skipped: SkippedFile[];
  readonly messages: Message[];
  readonly seen: Set<string>;
  /** Links to folders: followed last, so that a folder is listed under its own name where it has one. */
  readonly links: string[];
}

/**
 * Lists the files under `paths`, folders recursively. A file that is named itself is listed whatever its name is; in
 * folders, what no reader knows is skipped. Links are followed, each folder and file once.
 */
export function listFiles(paths: readonly string[]): Listing {
  const walk: Walk = { files: [], skipped: [], messages: [], seen: new Set(), links: [] };
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
    else if (entry.isSymbolicLink() && isFolder(path)) walk.links.push(path);
    else visit(walk, path, false);
  }
}

const isFolder = (path: string): boolean => statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory() ?? false;

function visitFile(walk: Walk, path: string, named: boolean): void {
  const reason = skipReason(basename(path), named);
  if (reason) walk.skipped.push({ path, reason });
  else walk.files.push({ path, absolute: resolve(path), member: null });
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
