import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Outlined, Tokenized } from '../model/layers.ts';
import type { Token } from '../model/sentence.ts';
import { asset } from '../text/asset.ts';

let loaded: Jieba | null = null;

/** The segmenter with its dictionary and the words of public administration (`words/lexicon.txt`); loaded once. */
function segmenter(): Jieba {
  if (loaded) return loaded;
  loaded = Jieba.withDict(dict);
  loaded.loadDict(Buffer.from(asset('words/lexicon.txt')));
  return loaded;
}

/** The tokens of every sentence in order; together they cover the sentence, white space and punctuation included. */
export function tokenizeReport(outlined: Outlined): Tokenized {
  const { report, sentences } = outlined;
  return {
    ...outlined,
    tokens: sentences.map((sentence) => cutWords(report.text.slice(sentence.start, sentence.end), sentence.start)),
  };
}

/** The words of `text` as spans that start at `offset`. */
export function cutWords(text: string, offset = 0): Token[] {
  let start = offset;
  return segmenter()
    .cut(text, true)
    .map((word) => {
      const token = { start, end: start + word.length };
      start = token.end;
      return token;
    });
}

/** Whether the dictionary knows a word as the name of a person; longer words with a name in them (邓小平理论) are none. */
export const isPersonName = (word: string): boolean =>
  word.length <= 4 && segmenter().tag(word, true)[0]?.tag.startsWith('nr') === true;
