import { describe, expect, it } from 'vitest';
import { DATE_RULES, dateEnd } from '../../pipeline/statistics/dates.ts';
import { EXCLUSIONS, exclusionOf, matching } from '../../pipeline/statistics/exclusions.ts';
import { quantitiesIn } from '../../pipeline/statistics/grammar.ts';
import { READ_AS, readShadow, shadowOf } from '../../pipeline/statistics/shadow.ts';
import { unitAt } from '../../pipeline/statistics/units.ts';
import { CHANGES } from '../../pipeline/statistics/words.ts';

/** The shadow of an example and the quantity that its ⟦…⟧ frames, if the grammar reads one there. */
function framed(example: string) {
  const start = example.indexOf('⟦');
  const shadow = readShadow(example.replace(/[⟦⟧]/g, ''));
  const quantity = quantitiesIn(shadow, 0, shadow.text.length).find((row) => row.start <= start && row.end > start);
  return { shadow: shadow.text, quantity };
}

describe.each(EXCLUSIONS)('exclusion $id', (rule) => {
  it('has a note and an example that it alone or another rule leaves out', () => {
    expect(rule.note).not.toBe('');
    expect(rule.excludes.length).toBeGreaterThan(0);
  });

  it.each(rule.excludes)('leaves out %s', (example) => {
    const { shadow, quantity } = framed(example);
    if (quantity) expect(exclusionOf(shadow, quantity, 0, shadow.length)).not.toBeNull();
  });

  it.each(rule.keeps)('keeps %s', (example) => {
    const { shadow, quantity } = framed(example);
    expect(quantity).toBeDefined();
    expect(matching(shadow, quantity!, 0, shadow.length)(rule)).toBe(false);
  });

  it('matches one of its own examples', () => {
    const own = rule.excludes
      .map(framed)
      .filter(({ shadow, quantity }) => quantity && matching(shadow, quantity, 0, shadow.length)(rule));
    expect(own.length).toBeGreaterThan(0);
    for (const { shadow, quantity } of own) {
      expect(rule.begins ?? shadow[quantity!.start]).toContain(shadow[quantity!.start]);
      const before = shadow.slice(0, quantity!.start);
      expect(rule.has === undefined || [...rule.has].some((character) => before.includes(character))).toBe(true);
    }
  });
});

describe.each(DATE_RULES)('date rule $id', ({ takes, leaves }) => {
  it.each(takes)('takes %s whole', (example) => {
    const shadow = shadowOf(example);
    expect(dateEnd(shadow, 0)).toBe(shadow.length);
  });

  it.each(leaves)('leaves %s', (example) => {
    expect(dateEnd(shadowOf(example), 0)).toBe(0);
  });
});

describe('the shadow', () => {
  it('replaces character by character', () => {
    for (const [written, read] of READ_AS) expect(read.length).toBe(written.length);
    const text = '２０％、三萬噸，𠀀 5－6個';
    expect(shadowOf(text)).toHaveLength(text.length);
    expect(shadowOf('２０％三萬噸')).toBe('20%三万吨');
  });

  it('knows where quantities may begin', () => {
    expect(readShadow('共２人、幾個、過半').places).toEqual([1, 4, 7, 8]);
  });
});

describe('units', () => {
  it.each([
    ['家庭', null],
    ['家企业', '家'],
    ['人民', null],
    ['个百分点', '百分点'],
    ['平方公里', '平方公里'],
    ['项目', null],
    ['项目标', '项'],
  ])('%s begins with %s', (text, unit) => {
    expect(unitAt(text, 0)?.text ?? null).toBe(unit);
  });
});

describe.each(CHANGES)('verbs of going %s', (_, words, characters) => {
  it.each(words.split(' '))('%s has a character by which it is looked for', (word) => {
    expect([...word].some((character) => characters.includes(character))).toBe(true);
  });
});
