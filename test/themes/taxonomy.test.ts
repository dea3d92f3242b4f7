import { describe, expect, test } from 'vitest';
import { Fault } from '../../pipeline/model/fault.ts';
import { checkTaxonomy, failingExamples } from '../../pipeline/themes/check.ts';
import { builtInTaxonomy, parseTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { cut } from './passages.ts';

describe('the built-in taxonomy', () => {
  const taxonomy = builtInTaxonomy();

  test('has two levels, labels in two languages, scope notes and examples', () => {
    expect(taxonomy.length).toBeGreaterThanOrEqual(40);
    expect(new Set(taxonomy.map(({ parent }) => parent.id)).size).toBeGreaterThan(5);
    for (const { en, note, terms, examples } of taxonomy) {
      expect(en).toMatch(/^[A-Z]/);
      expect(note).not.toBe('');
      expect(terms.length).toBeGreaterThan(5);
      expect(examples.yes.length).toBeGreaterThanOrEqual(2);
      expect(examples.no.length).toBeGreaterThanOrEqual(1);
    }
  });

  test('gives every example its theme, and no counter-example', () => {
    expect(failingExamples(taxonomy, cut)).toEqual([]);
  });

  test('has no term twice', () => {
    const terms = taxonomy.flatMap((theme) => theme.terms);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });
});

const small = (more: string): string =>
  `- id: places\n  label: 地方\n  themes:\n    - id: india\n      label: 印度\n${more}`;

describe('a taxonomy of the user', () => {
  test('takes words as a list or as a text', () => {
    const [theme] = parseTaxonomy(small('      terms: 印度 新德里、孟买\n      hints: [恒河]\n'), 'mine.yaml');
    expect(theme).toMatchObject({
      id: 'india',
      en: '印度',
      terms: ['印度', '新德里', '孟买'],
      hints: ['恒河'],
      not: [],
    });
  });

  test.each([
    ['no list', 'a: 1', 'mine.yaml: the file'],
    ['a word that is no key', small('      term: 印度\n'), 'mine.yaml: #1 themes #1'],
    ['an id with spaces', small('').replace('india', 'in dia'), 'mine.yaml: #1 themes #1 id must be'],
    [
      'two of a label',
      `${small('')}${small('').replaceAll('places', 'others').replace('india', 'other')}`,
      'two themes have the label “印度”',
    ],
    ['broken yaml', '- id: [', 'mine.yaml: '],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseTaxonomy(text, 'mine.yaml')).toThrow(Fault);
    expect(() => parseTaxonomy(text, 'mine.yaml')).toThrow(message);
  });

  test('the check tells terms that never match, lie inside words, or are shared', () => {
    const text = small('      terms: 印度 孟买\n    - id: river\n      label: 河流\n      terms: 恒河 孟买\n');
    const findings = checkTaxonomy(
      parseTaxonomy(text, 'mine.yaml'),
      [cut('同印度尼西亚发展友好关系。'), cut('恒河两岸。')],
      cut,
    );
    expect(findings.map(({ kind, theme, term }) => [kind, theme, term])).toEqual([
      ['shared', '河流', '孟买'],
      ['inside_word', '印度', '印度'],
      ['never', '印度', '孟买'],
      ['never', '河流', '孟买'],
    ]);
  });
});
