// Lines → the text of a passage as it is read and searched, with the way back: line breaks become spaces, hyphenated words
// are mended, raised note marks left out. Every unit that stands on the page is in a run (contract/passage.ts).
import type { TextRun } from '../contract/passage.ts';
import type { BodyLine } from './body-lines.ts';
import { hole, holesOf, isHoleBetween } from './redaction-holes.ts';

/** Derived text and its runs. */
export interface DerivedText {
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** Where the text of each line begins. */
  readonly lineStarts: readonly number[];
}

/** Words that the file writes with and without a hyphen inside a line: they decide about hyphens at line ends. */
export interface HyphenWords {
  readonly hyphenated: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
}

/** Letters of other scripts cost several times as much to look for as these. */
const isAscii = /^[\x20-\x7e]*$/;

/** Reads the file's own spelling, when the first hyphen at the end of a line asks for it: many a filing has none. */
export function hyphenWordsOf(lines: readonly BodyLine[]): HyphenWords {
  let read: HyphenWords | null = null;
  const words = (): HyphenWords => (read ??= readHyphenWords(lines));
  return {
    get hyphenated() {
      return words().hyphenated;
    },
    get plain() {
      return words().plain;
    },
  };
}

function readHyphenWords(lines: readonly BodyLine[]): HyphenWords {
  const [hyphenated, plain] = [new Set<string>(), new Set<string>()];
  for (const { text } of lines) {
    const words = isAscii.test(text)
      ? text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g)
      : text.match(/\p{L}+(?:-\p{L}+)*/gu)?.map((word) => word.toLowerCase());
    for (const word of words ?? []) (word.includes('-') ? hyphenated : plain).add(word);
  }
  return { hyphenated, plain };
}

/** Prefixes that keep their hyphen when nothing in the file says otherwise. */
const keepers = /^(?:self|ex|non|cross|co|pre|post|anti|quasi|all|well|so|e|inter|intra|multi|semi|vice)$/i;

/** Joins lines; a box that hides words between them is a `█`. `skipMark`: leaves a note's own opening figure out. */
export function deriveText(lines: readonly BodyLine[], words: HyphenWords, skipMark = 0): DerivedText {
  let text = '';
  // Kept apart: to look at the end of a text that grows puts all of it together anew.
  let endsInSpace = false;
  const runs: TextRun[] = [];
  const lineStarts: number[] = [];
  const take = (line: BodyLine, from: number, to: number): void => {
    if (to <= from) return;
    runs.push({ at: text.length, pageNumber: line.page.pageNumber, from, length: to - from });
    const taken = line.page.text.slice(from, to);
    text += taken;
    endsInSpace = taken.endsWith(' ');
  };
  const markHole = (): void => {
    if (text.trimEnd().endsWith(hole)) return;
    text += `${text === '' || /\s$/.test(text) ? '' : ' '}${hole} `;
    endsInSpace = true;
  };
  for (const [at, line] of lines.entries()) {
    let { from, to } = trimmed(line);
    lineStarts.push(text.length);
    if (at === 0) from = Math.max(from, Math.min(to, line.line.from + skipMark));
    while (from < to && /\s/.test(line.page.text[from] ?? '')) from += 1;
    const next = lines[at + 1];
    const mend = next === undefined ? 'space' : jointOf(line, next, words);
    if (mend === 'mended') to -= 1;
    for (const place of holesOf(line).map((unit) => line.line.from + unit)) {
      if (place < from || place > to || line.line.superscripts.some(([start, end]) => start >= from && end <= place))
        continue;
      take(line, from, place);
      markHole();
      from = place;
      while (from < to && line.page.text[from] === ' ') from += 1;
    }
    for (const [start, end] of line.line.superscripts) {
      if (start < from || end > to || (at === 0 && start < line.line.from + skipMark)) continue;
      take(line, from, start);
      from = end;
    }
    take(line, from, to);
    if (next !== undefined && isHoleBetween(line, next)) markHole();
    if (next !== undefined && mend === 'space' && !endsInSpace) {
      text += ' ';
      endsInSpace = true;
    }
  }
  return { text, runs, lineStarts };
}

function trimmed({ line, text }: BodyLine): { from: number; to: number } {
  const start = text.length - text.trimStart().length;
  return { from: line.from + start, to: line.from + text.trimEnd().length };
}

/** How two lines join: with a space, without one (a hyphen that stays), or by taking the hyphen out. */
function jointOf(line: BodyLine, next: BodyLine, words: HyphenWords): 'space' | 'kept' | 'mended' {
  const end = line.text.trimEnd();
  if (!/[-–\u00ad]$/.test(end)) return 'space';
  // The hyphens of an address are its own.
  if (/(?:\/|@|www\.)\S*[-–]$/.test(end)) return 'kept';
  const head = /(\p{L}+)[-\u00ad]$/u.exec(end);
  const tail = /^(\p{L}+)/u.exec(next.text.trimStart());
  if (head === null || tail === null) return /\p{N}[-–]$/u.test(end) ? 'kept' : 'space';
  const [first, second] = [head[1] ?? '', tail[1] ?? ''];
  if (end.endsWith('\u00ad')) return 'mended';
  if (/^\p{Lu}/u.test(second) && !/^\p{Lu}+$/u.test(first)) return 'kept';
  const [joined, parted] = [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()];
  if (words.hyphenated.has(parted) && !words.plain.has(joined)) return 'kept';
  if (words.plain.has(joined)) return 'mended';
  return keepers.test(first) ? 'kept' : 'mended';
}
