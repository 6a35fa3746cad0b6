// Pages for the passages' tests: lines at places on paper, as the parser hands them over. Inputs, small enough to see through.
import { createHash } from 'node:crypto';
import type { Furniture, Page, PageLine, Stamp } from '../../server/contract/page.ts';

/** A line to set: text and what differs from plain body text at the left margin. */
export interface SetLine {
  readonly text: string;
  readonly x?: number;
  /** Distance to the line above, in points. */
  readonly gap?: number;
  readonly number?: number | null;
  readonly size?: number;
  readonly bold?: boolean;
  readonly furniture?: Furniture;
  /** How many units at the beginning are a raised figure. */
  readonly raised?: number;
  /** Where the line ends, in points; left out: 6 points a letter. */
  readonly end?: number;
  readonly italic?: boolean;
  /** Advances of its units, where they are not all alike. */
  readonly advances?: readonly number[];
}

const left = 108;

/** Plain double-spaced text, full lines ending at 540. */
export function full(text: string, extra: Partial<SetLine> = {}): SetLine {
  return { text, end: 540, ...extra };
}

/** A row of cells at places on the line, 6 points a letter. */
export function cells(list: readonly (readonly [x: number, text: string])[], extra: Partial<SetLine> = {}): SetLine {
  let text = '';
  const advances: number[] = [];
  let x = list[0]?.[0] ?? left;
  for (const [at, [from, cell]] of list.entries()) {
    if (at > 0) {
      text += ' ';
      advances.push(from - x);
    }
    text += cell;
    advances.push(...Array.from(cell, () => 6));
    x = from + cell.length * 6;
  }
  return { text, x: list[0]?.[0] ?? left, advances, ...extra };
}

/** A page from top to bottom. */
export function setPage(pageNumber: number, lines: readonly SetLine[], extra: Partial<Page> = {}): Page {
  let from = 0;
  let y = 744;
  const set = lines.map(({ text, x = left, gap = 24, size = 12, raised = 0, end, advances, ...rest }): PageLine => {
    y -= gap;
    const line: PageLine = {
      from,
      to: from + text.length,
      number: rest.number ?? null,
      furniture: rest.furniture ?? null,
      x,
      y,
      direction: [1, 0],
      ascent: size * 0.75,
      descent: size * 0.25,
      advances:
        advances ?? Array.from({ length: text.length }, () => (end === undefined ? size / 2 : (end - x) / text.length)),
      fontSize: size,
      bold: rest.bold ?? false,
      italic: rest.italic ?? false,
      superscripts: raised > 0 ? [[from, from + raised]] : [],
    };
    from += text.length + 1;
    return line;
  });
  const text = lines.map((line) => line.text).join('\n');
  return {
    pageNumber,
    pageLabel: String(pageNumber),
    stampPage: pageNumber,
    bates: null,
    pageId: null,
    view: [0, 0, 612, 792],
    rotate: 0,
    userUnit: 1,
    text,
    textVersion: createHash('sha256').update(text).digest('hex').slice(0, 16),
    lines: set,
    stamps: [],
    redactions: [],
    unread: null,
    ...extra,
  };
}

/** A stamp with its usual fields. */
export function stampOf(extra: Partial<Stamp> = {}): Stamp {
  return {
    docketNumber: '3:20-cv-08570-JD',
    document: '735',
    filedOn: '2024-03-23',
    page: 1,
    pageCount: 3,
    pageId: null,
    text: 'Case 3:20-cv-08570-JD Document 735 Filed 03/23/24 Page 1 of 3',
    ...extra,
  };
}
