import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceId } from '../../pipeline/store/ids.ts';
import { bereftDuplicates, type FileState, type KnownSource, planMine } from '../../pipeline/store/plan.ts';
import { sha256 } from '../../pipeline/text/hash.ts';

const file = (path: string, content: string, fingerprint = 'v1'): FileState => ({
  path,
  sha256: sha256(content),
  fingerprint,
});
const known = (path: string, content: string, copy = 1, fingerprint = 'v1'): KnownSource => ({
  ...file(path, content, fingerprint),
  sourceId: sourceId(sha256(content), copy),
});
const plan = (stored: KnownSource[], files: FileState[], there: readonly string[] = []) =>
  planMine(stored, files, (path) => there.includes(path)).map(({ path, action, sourceId: id }) => [path, action, id]);
const id = (content: string, copy = 1) => sourceId(sha256(content), copy);

test('a file that is not known is new, one that is as it was is unchanged', () => {
  expect(plan([known('a', 'A')], [file('b', 'B'), file('a', 'A')])).toEqual([
    ['a', 'unchanged', id('A')],
    ['b', 'new', id('B')],
  ]);
});

test('other bytes or another fingerprint are a change', () => {
  expect(plan([known('a', 'A')], [file('a', 'A2')])).toEqual([['a', 'changed', id('A2')]]);
  expect(plan([known('a', 'A')], [file('a', 'A', 'v2')])).toEqual([['a', 'changed', id('A')]]);
});

test('known bytes under another path are moved when the old path is gone, else a duplicate', () => {
  expect(planMine([known('a', 'A')], [file('b', 'A')], () => false)).toEqual([
    { path: 'b', action: 'moved', sourceId: id('A'), from: 'a' },
  ]);
  expect(plan([known('a', 'A')], [file('b', 'A')], ['a'])).toEqual([['b', 'duplicate', id('A', 2)]]);
});

test('of new files with the same bytes the first path counts', () => {
  expect(plan([], [file('c', 'A'), file('a', 'A'), file('b', 'A')])).toEqual([
    ['a', 'new', id('A')],
    ['b', 'duplicate', id('A', 2)],
    ['c', 'duplicate', id('A', 3)],
  ]);
});

test('a duplicate takes the place of a source whose bytes have changed', () => {
  const stored = [known('a', 'A'), known('b', 'A', 2)];
  const files = [file('a', 'A2'), file('b', 'A')];
  expect(plan(stored, files, ['a', 'b'])).toEqual([
    ['a', 'changed', id('A2')],
    ['b', 'changed', id('A')],
  ]);
  expect(bereftDuplicates(stored, [file('a', 'A2')])).toEqual([known('b', 'A', 2)]);
  expect(bereftDuplicates(stored, [file('a', 'A')])).toEqual([]);
});

test('two files that swap their bytes swap their ids', () => {
  expect(plan([known('a', 'A'), known('b', 'B')], [file('a', 'B'), file('b', 'A')], ['a', 'b'])).toEqual([
    ['a', 'changed', id('B')],
    ['b', 'changed', id('A')],
  ]);
});

const folder = fc.uniqueArray(fc.record({ path: fc.constantFrom(...'abcdef'), content: fc.constantFrom(...'ABC') }), {
  selector: ({ path }) => path,
});
const after = (stored: readonly KnownSource[], files: readonly FileState[]): KnownSource[] => {
  const there = new Set([...stored, ...files].map(({ path }) => path));
  const planned = planMine(stored, files, (path) => there.has(path));
  const byPath = new Map(files.map((each) => [each.path, each]));
  const kept = stored.filter(({ path }) => !byPath.has(path));
  return [...kept, ...planned.map((each) => ({ ...byPath.get(each.path)!, sourceId: each.sourceId }))];
};

test('ids are unique, belong to their bytes, and a second run has nothing to do, whatever was stored before', () => {
  fc.assert(
    fc.property(folder, folder, (first, second) => {
      const files = second.map(({ path, content }) => file(path, content));
      const stored = after(
        after(
          [],
          first.map(({ path, content }) => file(path, content)),
        ),
        files,
      );
      const ids = stored.map((each) => each.sourceId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const each of stored) expect(each.sourceId.slice(0, 12)).toBe(each.sha256.slice(0, 12));
      expect(planMine(stored, files, () => true).every(({ action }) => action === 'unchanged')).toBe(true);
    }),
  );
});

test('the order of the files plays no part', () => {
  fc.assert(
    fc.property(folder, folder, (first, second) => {
      const stored = after(
        [],
        first.map(({ path, content }) => file(path, content)),
      );
      const files = second.map(({ path, content }) => file(path, content));
      expect(planMine(stored, [...files].reverse(), () => true)).toEqual(planMine(stored, files, () => true));
    }),
  );
});

test('of all files with the same bytes in a run exactly one has the reports', () => {
  fc.assert(
    fc.property(folder, folder, (first, second) => {
      const files = second.map(({ path, content }) => file(path, content));
      const stored = after(
        after(
          [],
          first.map(({ path, content }) => file(path, content)),
        ),
        files,
      );
      for (const { sha256: digest } of files) {
        const bereft = bereftDuplicates(
          after(
            [],
            first.map(({ path, content }) => file(path, content)),
          ),
          files,
        );
        if (bereft.some((each) => each.sha256 === digest)) continue;
        expect(stored.filter((each) => each.sourceId === sourceId(digest))).toHaveLength(1);
      }
    }),
  );
});
