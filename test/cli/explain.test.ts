import { afterAll, describe, expect, it } from 'vitest';
import { workplace } from './command.ts';

const place = workplace();
const { run } = place;
afterAll(() => place.remove());

const SENTENCE = '建议县财政设立管护专项资金。';

describe('diaoyan explain', () => {
  it('names role, votes and features in Chinese', async () => {
    const { code, out } = await run('explain', SENTENCE, '--under', '对策建议');
    expect(code).toBe(0);
    expect(out).toMatch(/^对策（置信度 0\.\d+|^对策（置信度 1/);
    expect(out).toContain('m-suggest');
    expect(out).toContain('规则表决');
  });

  it('labels in English', async () => {
    const { out } = await run('explain', SENTENCE, '--lang', 'en');
    expect(out).toContain('countermeasure (confidence');
    expect(out).toContain('Votes of rules');
  });

  it('gives programs everything as JSON', async () => {
    const { out } = await run('explain', SENTENCE, '--format', 'json');
    const given = JSON.parse(out);
    expect(given.role).toBe('countermeasure');
    expect(given.features.length).toBeGreaterThan(12);
    expect(given.margin).toBeGreaterThan(0);
  });

  it('needs a sentence', async () => expect((await run('explain')).code).toBe(2));
});

describe('diaoyan eval --rules', () => {
  it('tells how each rule did by the votes in the database', async () => {
    const sentences = [
      { text: '关于河东镇道路的调研报告', role: 'heading', also: [] },
      { text: '建议县财政设立管护专项资金。', role: 'countermeasure', also: [] },
      { text: '建议书已经送到村里。', role: 'practice', also: [] },
    ];
    place.write('reports/道路.txt', sentences.map(({ text }) => text).join('\n'));
    place.write('gold.jsonl', sentences.map((each) => JSON.stringify({ ...each, stats: [] })).join('\n'));
    expect((await run('mine', 'reports')).code).toBe(0);
    const { out, err, code } = await run('eval', 'gold.jsonl', '--rules', '--format', 'json', '--lang', 'en');
    expect([code, err]).toEqual([0, '']);
    const rows: { rule: string; votes: number; precision: number | null }[] = JSON.parse(out);
    expect(rows.find(({ rule }) => rule === 'm-suggest')).toMatchObject({ votes: 1, precision: 1 });
    expect(rows.find(({ rule }) => rule === 'n-paper')).toMatchObject({ votes: 0, precision: null });
  });
});
