// A table of a source -> lines whose cells stand in columns, ruled above, under the head and below. Rows of text in, flow out.
// A column whose cells are figures is set right; the first row is the head. Column widths follow the longest cells.
import { asLines, measureOf, passageOf, readRuns, styleOf, textOf } from './composer.ts';
import type { Composer } from './composer.ts';
import { widthOf } from './fonts.ts';
import { breakLines } from './line-breaker.ts';
import type { BrokenLine } from './line-breaker.ts';
import type { Bar, FlowItem } from './set-line.ts';

const isFigure = (cell: string) => /^[\s$()%\d.,—–+-]+(million)?$/.test(cell) && cell !== '';

/** Lines side by side made one: the segments of each column on a shared baseline. */
export function besideEachOther(columns: readonly (readonly BrokenLine[])[]): BrokenLine[] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => ({
    segments: columns.flatMap((column) => column[row]?.segments ?? []).filter((segment) => segment.text !== ''),
    bars: columns.flatMap((column) => column[row]?.bars ?? []),
    calls: columns.flatMap((column) => column[row]?.calls ?? []),
  }));
}

function columnWidths(rows: readonly (readonly string[])[], total: number, size: number): number[] {
  const face = { family: 'serif', bold: true, italic: false } as const;
  const count = Math.max(...rows.map((row) => row.length));
  const natural = Array.from(
    { length: count },
    (_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '', face, size))) * 1.12 + 14,
  );
  const sum = natural.reduce((a, b) => a + b, 0);
  if (sum <= total) return natural.map((width) => width + (total - sum) / count);
  const narrow = natural.filter((width) => width <= total / count);
  const left = total - narrow.reduce((a, b) => a + b, 0);
  const wide = natural.filter((width) => width > total / count).reduce((a, b) => a + b, 0);
  return natural.map((width) => (width <= total / count ? width : (width / wide) * left));
}

/** Sets a table. */
export function setTable(rows: readonly (readonly string[])[], at: Composer): FlowItem[] {
  const { paper, source } = at;
  const size = paper.numbers === null ? paper.size - 0.5 : 11;
  const total = paper.right - paper.left;
  const widths = columnWidths(rows, total, size);
  const figures = widths.map((_, column) =>
    rows.slice(1).every((row) => isFigure(row[column] ?? '') || (row[column] ?? '') === ''),
  );
  const text = rows.map((row) => row.map((cell) => textOf(readRuns(cell, source))).join(' ')).join(' ');
  const passage = passageOf('table', text, at.headings, at.paragraph);
  const rule = (dy: number, height = 0.5): Bar => ({ dx: 0, dy, width: total, height, redaction: false });
  const items: FlowItem[] = [{ item: 'gap', height: 6 }];
  rows.forEach((row, index) => {
    let left = 0;
    const columns = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      const measure = { ...measureOf(paper), first: left + 4, rest: left + 4, width: width - 8 };
      left += width;
      const align = figures[column] ? ('right' as const) : ('left' as const);
      return breakLines(readRuns(cell, source), { ...measure, align }, styleOf(paper, { size, bold: index === 0 }));
    });
    const lines = besideEachOther(columns);
    const set = asLines(lines, passage, size + 4, { keep: index === 0 });
    set.forEach((line, place) => {
      const bars = [...line.bars];
      if (index === 0 && place === 0) bars.push(rule(size + 1, 0.8));
      if (place === set.length - 1) bars.push(rule(-4.2, index === 0 || index === rows.length - 1 ? 0.8 : 0.3));
      items.push({ ...line, bars });
    });
    items.push({ item: 'gap', height: 3 });
  });
  items.push({ item: 'gap', height: 8 });
  return items;
}
