// A specimen's lines and page numbers against its truth: words, margin numbers, furniture, order.
// In: the parser's pages, the truth's pages. Out: figures and each line that is wrong.
import type { Page, PageLine } from '../../server/contract/page.ts';
import { share, type Figures } from './figures.ts';
import type { TrueLine, TruePage } from './specimen-truth.ts';

export interface LineFault {
  readonly pageNumber: number;
  readonly fault: string;
}

/** How far apart the beginnings of a line may be for it to be the same one, in points. */
const near = { x: 4, y: 2 };

const pageNumbers = ['pageLabel', 'stampPage', 'bates', 'pageId'] as const;

/** Compares page after page; a page that was not handed out has none of its lines right. */
export function readSpecimenLines(
  pages: readonly Page[],
  truth: readonly TruePage[],
): { readonly figures: Figures; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = [];
  const right = { words: 0, furniture: 0, number: 0, order: 0, page: 0 };
  let [lines, body] = [0, 0];
  for (const expected of truth) {
    const { pageNumber } = expected;
    const say = (fault: string): void => void faults.push({ pageNumber, fault });
    const page = pages[pageNumber - 1];
    const pairs = pairUp(expected.lines, page?.lines ?? []);
    for (const { line, found } of pairs) {
      lines += 1;
      if (line.furniture === null) body += 1;
      if (page === undefined || found === undefined) {
        say(`“${line.text}” is no line of its own`);
        continue;
      }
      const text = plain(page.text.slice(found.from, found.to));
      if (text === plain(line.text)) right.words += 1;
      else say(`“${line.text}” was read “${text}”`);
      if ((line.furniture === null) === (found.furniture === null)) right.furniture += 1;
      else say(`“${line.text}” is ${line.furniture ?? 'text'}, taken for ${found.furniture ?? 'text'}`);
      if (line.furniture !== null) continue;
      if (line.number === found.number) right.number += 1;
      else say(`“${line.text}” stands at ${line.number ?? 'no number'}, taken for ${found.number ?? 'none'}`);
    }
    const ranks = pairs.flatMap(({ line, found }) => (line.furniture === null && found ? [found.from] : []));
    right.order += longestRise(ranks);
    if (longestRise(ranks) < ranks.length) say('lines are out of order');
    for (const name of pageNumbers) {
      if (page?.[name] === expected[name]) right.page += 1;
      else say(`${name} is ${String(expected[name])}, read ${String(page?.[name])}`);
    }
  }
  return {
    figures: {
      'line numbers': share(right.number, body),
      'line words': share(right.words, lines),
      'line furniture': share(right.furniture, lines),
      'line order': share(right.order, body),
      'page numbers': share(right.page, truth.length * pageNumbers.length),
    },
    faults,
  };
}

/** Each true line with the line that begins where it does; each of these once. */
function pairUp(
  expected: readonly TrueLine[],
  read: readonly PageLine[],
): { readonly line: TrueLine; readonly found: PageLine | undefined }[] {
  const left = new Set(read);
  return expected.map((line) => {
    let found: PageLine | undefined;
    let nearest = Infinity;
    for (const each of left) {
      const [dx, dy] = [Math.abs(each.x - line.x), Math.abs(each.y - line.y)];
      if (dx > near.x || dy > near.y || dx + dy >= nearest) continue;
      [found, nearest] = [each, dx + dy];
    }
    if (found !== undefined) left.delete(found);
    return { line, found };
  });
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** How many of the values stay when as few as possible are struck so that the rest rises. */
export function longestRise(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex((end) => end >= value);
    if (at === -1) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}
