import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import { readSource } from '../../pipeline/ingest/read.ts';
import { describeReport } from '../../pipeline/metadata/metadata.ts';
import type { AuditFinding } from '../../pipeline/model/audit.ts';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { splitReports } from '../../pipeline/split/split.ts';
import { auditReport } from '../../pipeline/statistics/audit.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { tokenizeReport } from '../../pipeline/words/words.ts';

/** What the audit finds in the reports of a file. */
async function auditFile(path: string): Promise<AuditFinding[]> {
  const { decoded } = await readSource(path, readFileSync(path), {});
  if (!decoded) return [];
  const { parts, compilation } = splitReports(cleanText(decoded));
  return parts.flatMap((part) => {
    const described = { ...part, compilation, blocks: [], path, properties: decoded.properties };
    const { report } = describeReport(described, NO_OVERRIDES);
    return auditReport(report, extractStatistics(tokenizeReport(outlineReport(report, cutSentences(report.text)))));
  });
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

async function auditFolder(folder: string): Promise<(AuditFinding & { readonly file: string })[]> {
  const found = await Promise.all(
    filesUnder(folder).map(async (path) =>
      (await auditFile(path)).map((finding) => ({ ...finding, file: path.slice(folder.length + 1) })),
    ),
  );
  return found.flat();
}

const isShown = ({ severity }: AuditFinding): boolean => severity === 'error' || severity === 'warning';

test('the corpus: contradictions that were planted are found, and nothing else is shown', {
  timeout: 120_000,
}, async () => {
  const findings = await auditFolder(resolve('corpus/reports'));
  const shown = findings.filter(isShown).map(({ file, kind, stated, expected }) => [file, kind, stated, expected]);
  expect(shown).toEqual([
    ['2020/柳溪县乡村教师队伍情况调查.txt', 'parts', 1486, 1436],
    ['2020/柳溪县乡村教师队伍情况调查.txt', 'share', 32, 26],
    ['2020/柳溪县乡村教师队伍情况调查.txt', 'same_report', 143, 168],
    ['2025/松坪县乡镇干部队伍建设情况调研.txt', 'parts', 486, 459],
    ['2025/松坪县乡镇干部队伍建设情况调研.txt', 'parts', 54, 47],
    ['2025/松坪县乡镇干部队伍建设情况调研.txt', 'share', 74.6, 64.6],
    ['2025/松坪县乡镇干部队伍建设情况调研.txt', 'same_report', 63, 78],
  ]);
  expect(findings.filter(({ severity }) => severity === 'confirmed').length).toBeGreaterThan(60);
});

const SEED = resolve('..', 'shared', 'seed');

describe.runIf(existsSync(SEED))('the sample report', () => {
  test('its one contradiction is found, and its sums are confirmed', { timeout: 60_000 }, async () => {
    const findings = await auditFolder(SEED);
    expect(findings.filter(isShown).map(({ kind, stated, expected }) => [kind, stated, expected])).toEqual([
      ['share', 50, 42.7],
    ]);
    const confirmed = findings.filter(({ severity }) => severity === 'confirmed').map(({ arithmetic }) => arithmetic);
    for (const sum of ['3＋10＋2＝15', '8＋7＝15', '（5＋6＋66＋1）＋（21＋30＋128＋29）＝78＋208＝286'])
      expect(confirmed.some((arithmetic) => arithmetic.startsWith(sum))).toBe(true);
  });
});
