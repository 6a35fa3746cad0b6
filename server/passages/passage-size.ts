// Cuts text that is too long for one passage at the ends of sentences (a table at its rows), into parts of about equal length.
// In: derived text. Out: ranges that cover it. A sentence is cut only when it alone is longer than a page.
import { sentenceStarts } from '../text/sentences.ts';
import { wordsIn } from './line-signs.ts';

/** More words than this are cut: 250 fit a screen, and who counts the parts of `cross-device` one by one finds more than we do. */
export const mostWords = 230;
/** A sentence longer than a page of text. */
const mostWordsInSentence = 600;

/** Ranges `[from, to)` of the parts; `rowStarts`: where a part may begin, the sentences when left out. */
export function partsOf(text: string, rowStarts?: readonly number[]): readonly (readonly [number, number])[] {
  const total = wordsIn(text);
  if (total <= mostWords) return [[0, text.length]];
  const starts = rowStarts ?? sentenceStarts(text);
  const target = total / Math.ceil(total / mostWords);
  const ends = [...starts.slice(1), text.length];
  const parts: [number, number][] = [];
  let from = 0;
  let words = 0;
  for (const [at, start] of starts.entries()) {
    const end = ends[at] ?? text.length;
    const more = wordsIn(text.slice(start, end));
    if (words > 0 && words + more > Math.min(mostWords, target * 1.15)) {
      parts.push([from, start]);
      [from, words] = [start, 0];
    }
    words += more;
  }
  parts.push([from, text.length]);
  return parts.flatMap(cutMonster(text));
}

function cutMonster(text: string): (part: readonly [number, number]) => readonly (readonly [number, number])[] {
  return ([from, to]) => {
    if (wordsIn(text.slice(from, to)) <= mostWordsInSentence) return [[from, to]];
    const parts: (readonly [number, number])[] = [];
    let start = from;
    let words = 0;
    for (const { index } of text.slice(from, to).matchAll(/\s+/g)) {
      words += 1;
      if (words < mostWords) continue;
      parts.push([start, from + index + 1]);
      [start, words] = [from + index + 1, 0];
    }
    return [...parts, [start, to]];
  };
}
