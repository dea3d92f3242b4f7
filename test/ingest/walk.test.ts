import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../corpus/render.ts';
import { listFiles } from '../../pipeline/ingest/walk.ts';
import { zipFile } from '../fixtures/zip.ts';

const root = mkdtempSync(join(tmpdir(), 'walk-'));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, content: string | Uint8Array = '文'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

for (const path of [
  '盘/2021年/b.docx',
  '盘/2021年/a.txt',
  '盘/2020年/c.PDF',
  '盘/~$b.docx',
  '盘/.DS_Store',
  '盘/照片.jpg',
  '盘/表.xlsx',
  '盘/README.md',
  '盘/说明.md',
  '盘/x.dll',
  '盘/.git/y.txt',
  '盘/z.rar',
])
  put(path);
const names = ['报告/甲.txt', '报告/~$乙.doc', '__MACOSX/丙.txt', '套.zip'];
put(
  '盘/包.zip',
  zipFile(
    names.map((name) => [name, '文']),
    { rawNames: names.map((name) => encodeText(name, 'gb18030')) },
  ),
);
symlinkSync(root, join(root, '盘/上'));
symlinkSync(join(root, '盘/2021年'), join(root, '盘/链'));

const inRoot = (path: string) => path.replace(`${root}/`, '');

describe('listFiles', () => {
  const listing = listFiles([join(root, '盘')]);
  it('lists what can be read, sorted, each once', () => {
    expect(listing.files.map((file) => inRoot(file.path))).toEqual([
      '盘/2020年/c.PDF',
      '盘/2021年/a.txt',
      '盘/2021年/b.docx',
      '盘/包.zip/报告/甲.txt',
      '盘/说明.md',
    ]);
    expect(listing.messages).toEqual([]);
  });
  it('says why it skips the rest', () => {
    expect(Object.fromEntries(listing.skipped.map((file) => [inRoot(file.path), file.reason]))).toEqual({
      '盘/.DS_Store': 'hidden file',
      '盘/.git': 'hidden folder',
      '盘/README.md': 'software document',
      '盘/x.dll': 'unsupported format',
      '盘/z.rar': 'packed archive (only .zip is opened)',
      '盘/~$b.docx': 'lock file',
      '盘/上': 'link to a folder above',
      '盘/包.zip/__MACOSX/丙.txt': 'system folder',
      '盘/包.zip/套.zip': 'archive within an archive',
      '盘/包.zip/报告/~$乙.doc': 'lock file',
      '盘/照片.jpg': 'picture',
      '盘/表.xlsx': 'spreadsheet',
    });
  });
  it('gives the same whatever the order of the paths', () => {
    const paths = ['盘/2021年', '盘/2020年', '盘/2021年/a.txt'].map((path) => join(root, path));
    expect(listFiles(paths).files).toEqual(listFiles([...paths].reverse()).files);
  });
  it('reads a file that is named, whatever its name', () => {
    expect(listFiles([join(root, '盘/README.md'), join(root, '盘/x.dll')]).files).toHaveLength(2);
  });
  it('has a message for a path that is not there', () => {
    expect(listFiles(['没有/这个']).messages).toEqual([
      {
        code: 'file-missing',
        message: '没有/这个: there is no such file or folder; check the path',
        severity: 'error',
        span: null,
      },
    ]);
  });
});
