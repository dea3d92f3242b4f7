import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAnnotated } from '../../corpus/annotation.ts';
import type { ComparedPoint } from '../../pipeline/compare/meaning.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { cutWords } from '../../pipeline/words/words.ts';

/** An annotated point with the themes that the program gives it; `gold` are those of the annotation. */
export interface AnnotatedPoint extends ComparedPoint {
  readonly year: number;
  readonly gold: readonly string[];
}

/** The annotated points of the sample corpus, the copied report left out. */
export function annotatedPoints(): AnnotatedPoint[] {
  const folder = resolve(import.meta.dirname, '../../corpus/annotated');
  const assign = compileThemes(builtInTaxonomy());
  const passage = (text: string) => ({ text, words: cutWords(text) });
  return readdirSync(folder).flatMap((file) => {
    const { header, paragraphs } = parseAnnotated(readFileSync(resolve(folder, file), 'utf8'));
    if (header.has('copy_of')) return [];
    const report = header.get('id')!;
    const points: { id: string; role: string; label: string; sentences: string[]; gold: readonly string[] }[] = [];
    let current: string[] | null = null;
    for (const { point: opened, role, text } of paragraphs.flat()) {
      if (opened) {
        current = [];
        points.push({
          id: `${report}${opened.name}`,
          role,
          label: claimOf(text),
          sentences: current,
          gold: opened.themes,
        });
      } else if (role === 'heading') current = null;
      else current?.push(text);
    }
    const themes = assign(
      points.map(({ label, sentences }) => ({ label: passage(label), sentences: sentences.map(passage) })),
    );
    return points.map(({ sentences, ...each }, index) => ({
      ...each,
      report,
      year: Number(header.get('year')),
      text: sentences.join(''),
      themes: new Map(themes[index]!.map(({ theme, score }) => [theme, score])),
    }));
  });
}

/** A claim without its number, as the program has it. */
const claimOf = (text: string): string =>
  text.replace(
    /^(?:（[一二三四五六七八九十]+）|\d+[.、]|[一二三四五六七八九]是|第[一二三四五六七八九十]+[，、])\s*/u,
    '',
  );
