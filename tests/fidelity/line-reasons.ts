// Why each line of a page was taken for what it is, as far as pages can tell it afterwards.
// In: the pages of a file, one of them. Out: for each line a sentence or two. A pure second look: the parser itself gives no reasons,
// so these are what speaks for its decision, measured again, and what speaks against it where the second look disagrees.
import type { Page, PageLine } from '../../server/contract/page.ts';
import { bodyLinesOf, type BodyLine } from '../../server/passages/body-lines.ts';
import {
  hasLeader,
  isCapitals,
  isCentred,
  outlineMarkOf,
  paragraphNumberOf,
  speakerOf,
} from '../../server/passages/line-signs.ts';
import { gridPlaceOf, numberColumns, type NumberColumn } from './number-columns.ts';
import { numberIn } from './page-number-figures.ts';

/** The reasons of each line of `page`, in the order of its lines. */
export function reasonsOf(pages: readonly Page[], page: Page): string[] {
  const columns = numberColumns(page);
  const body = bodyLinesOf(pages).filter((each) => each.page.pageNumber === page.pageNumber);
  return page.lines.map((line) => {
    if (line.furniture !== null) return furnitureReason(pages, page, line, columns);
    // Blocks may have parted a line at its cells: the first part speaks for it.
    const signs = body.find((each) => each.line.from >= line.from && each.line.from < line.to);
    return [numberReason(line, columns), ...(signs === undefined ? [] : signsOf(signs))].join('; ');
  });
}

function furnitureReason(pages: readonly Page[], page: Page, line: PageLine, columns: readonly NumberColumn[]): string {
  const text = page.text.slice(line.from, line.to);
  switch (line.furniture) {
    case 'stamp': {
      const stamp = page.stamps.find((each) => each.text.includes(text) || text.includes(each.text));
      if (stamp === undefined) return 'part of a stamp that wraps or runs over another one';
      return `a stamp: ${stamp.docketNumber}, document ${stamp.document ?? '?'}, page ${stamp.page ?? '?'}`;
    }
    case 'line-number':
      return columnReason(Number(text), line, columns);
    case 'page-number':
    case 'bates':
      return seriesReason(pages, page, text);
    case 'header':
    case 'footer': {
      const bears = page.pageLabel !== null && text.includes(page.pageLabel) ? '; bears the page’s number' : '';
      return `${runsReason(pages, page, line)}${bears}`;
    }
    case 'margin':
      return isUpright(line) ? 'stands left of the numbers' : 'runs along an edge of the sheet';
    case null:
      return '';
  }
}

function isUpright({ direction: [dx] }: PageLine): boolean {
  return Math.abs(dx - 1) < 0.01;
}

function columnReason(value: number, line: PageLine, columns: readonly NumberColumn[]): string {
  const column = columns.find(({ first, last, left, right }) => {
    return value >= first && value <= last && line.x >= left - 1 && line.x <= right + 1;
  });
  if (column === undefined) return 'a number of a column';
  const off = line.y - column.origin - column.slope * value;
  return `one of ${column.count} numbers ${column.first}–${column.last}, ${points(-column.slope)} pt apart; ${points(Math.abs(off))} pt off its place`;
}

/** How many pages count along: the same difference between number and rank. */
function seriesReason(pages: readonly Page[], page: Page, text: string): string {
  const own = page.pageLabel !== null && text.includes(page.pageLabel) ? page.pageLabel : page.bates;
  const number = own === null ? null : numberIn(own);
  if (number === null) return 'a number that is not the page’s';
  const along = pages.filter((other) =>
    [other.pageLabel, other.bates].some((label) => {
      const its = label === null ? null : numberIn(label);
      return its?.style === number.style && its.value - number.value === other.pageNumber - page.pageNumber;
    }),
  ).length;
  return `${along} of ${pages.length} pages count along with it`;
}

function runsReason(pages: readonly Page[], page: Page, line: PageLine): string {
  const key = keyOf(page, line);
  const same = pages.filter((other) =>
    other.lines.some((each) => Math.abs(each.y - line.y) < 9 && keyOf(other, each) === key),
  ).length;
  return same > 1
    ? `repeats on ${same} of ${pages.length} pages at this height`
    : 'on this page alone: beyond the last number, or on its row';
}

function keyOf({ text }: Page, { from, to }: PageLine): string {
  return text.slice(from, to).toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ');
}

function numberReason(line: PageLine, columns: readonly NumberColumn[]): string {
  if (columns.length === 0)
    return line.number === null ? 'no numbers in the margin' : 'numbered, but no column was seen';
  const found = gridPlaceOf(columns, line);
  if (found === null) return 'left of the numbers';
  const { place, number, isTie } = found;
  if (number === null)
    return line.number === null ? 'beyond the numbers' : `beyond the numbers (${place.toFixed(2)}), yet numbered`;
  const off = Math.abs(place - number).toFixed(2);
  const tie = isTie ? ', a tie' : '';
  const doubt = number === line.number ? '' : `, but it was given ${line.number ?? 'none'}`;
  return `beside number ${number}, ${off} of the spacing off${tie}${doubt}`;
}

/** What a line shows on its face (server/passages/line-signs.ts), measured against its page. */
function signsOf(body: BodyLine): string[] {
  const { layout, line, text, gap, end } = body;
  const indent = line.x - layout.left;
  const size = line.fontSize / layout.fontSize;
  const [paragraph, mark, gaps] = [paragraphNumberOf(text), outlineMarkOf(text), wideGapsIn(body)];
  return [
    ...(Math.abs(indent) >= 3 ? [`indent ${Math.round(indent)}`] : []),
    ...(end < layout.right - 36 ? [`ends ${Math.round(layout.right - end)} short`] : []),
    ...(gap === null ? ['first of its page'] : [`gap ${(gap / layout.spacing).toFixed(2)}`]),
    ...(Math.abs(size - 1) > 0.06 ? [`size ${size.toFixed(2)}`] : []),
    ...(line.bold ? ['bold'] : []),
    ...(line.italic ? ['italic'] : []),
    ...(isCapitals(text) ? ['capitals'] : []),
    ...(isCentred(body) ? ['centred'] : []),
    ...(gaps > 0 ? [`${gaps} wide gaps`] : []),
    ...(paragraph === null ? [] : [`¶ ${paragraph}`]),
    ...(mark === null ? [] : [`mark ${mark.mark} of level ${mark.level}`]),
    ...(speakerOf(text) === null ? [] : [`speaker ${speakerOf(text) ?? ''}`]),
    ...(hasLeader(text) ? ['leader'] : []),
    ...(line.superscripts.length > 0 ? [`${line.superscripts.length} raised`] : []),
  ];
}

/** White space that may divide cells. */
function wideGapsIn({ line, text }: BodyLine): number {
  return line.advances.filter((advance, at) => text[at] === ' ' && advance > 1.8 * line.fontSize).length;
}

function points(value: number): string {
  return value.toFixed(1);
}
