// The engine's marks → places of the words found in the passage, and the passage in segments to show. Nobody builds HTML here.
// In: the engine's text with U+FDD0/U+FDD1 around the words found, and the passage's own text. Out: ranges of the passage, segments.
import type { Segment } from '../contract/search-api.ts';
import { hitEnd, hitStart, indexableText, pastInvisible } from '../engine/search-words.ts';

/** A stretch of a passage's text `[from, to)`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const mark = new RegExp(`[${hitStart}${hitEnd}]`);

/**
 * Where the words found stand in `text`; ranges that only white space parts are one. None when the engine found them in
 * another text than this one: its record is older than the catalog, and a guess would mark the wrong words.
 */
export function hitRangesOf(marked: string, text: string): TextRange[] {
  const parts = marked.split(mark);
  if (parts.join('') !== indexableText(text)) return [];
  const ranges: TextRange[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    // Marks alternate: every second part is a hit.
    if (index % 2 === 1 && part !== '') push(ranges, { from: at, to: endOf(text, at, part) }, text);
    at += part.length;
  }
  return ranges;
}

function push(ranges: TextRange[], next: TextRange, text: string): void {
  const last = ranges.at(-1);
  if (last !== undefined && text.slice(last.to, next.from).trim() === '') {
    ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  } else {
    ranges.push(next);
  }
}

/** Where what was found ends in the text; an accent that the engine leaves outside belongs to its letter. */
function endOf(text: string, from: number, found: string): number {
  const end = pastInvisible(text, from + found.lastIndexOf(' ') + 1, from + found.length);
  return end + (/^\p{M}+/u.exec(text.slice(end, end + 20))?.[0].length ?? 0);
}

/** Text in segments: hits and what lies between them, in turn, nothing left out. */
export function segmentsOf(text: string, hits: readonly TextRange[]): Segment[] {
  const segments: Segment[] = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (from < to) segments.push({ text: text.slice(from, to), hit });
  };
  let at = 0;
  for (const { from, to } of hits) {
    add(at, from, false);
    add(Math.max(at, from), to, true);
    at = Math.max(at, to);
  }
  add(at, text.length, false);
  return segments;
}
