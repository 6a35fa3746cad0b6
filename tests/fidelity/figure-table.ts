// Figures as tables for a terminal: a row per document, and what issue 3 asks for in sum.
// In: documents and their sum. Out: lines of text. A figure without a measurement is called so and is never good.
import type { MeasuredDocument } from './baseline.ts';
import {
  definitionOf,
  figureNames,
  isMet,
  percent,
  type FigureName,
  type Figures,
  type FigureValue,
} from './figures.ts';

/** Short heads for the columns; figures without one stand in the sum only. */
const columns: readonly { readonly title: string; readonly heads: readonly (readonly [FigureName, string])[] }[] = [
  {
    title: 'Reading',
    heads: [
      ['pages read', 'pages'],
      ['word recall', 'recall %'],
      ['word precision', 'precis. %'],
      ['unread with words', 'unread?'],
      ['stamps found', 'stamps'],
      ['stamp fields', 'fields'],
      ['false stamps', 'false'],
      ['printed numbers', 'printed'],
      ['Bates numbers', 'Bates'],
      ['Page IDs', 'PageID'],
      ['contradictions', 'contrad.'],
      ['lines by hand', 'lines'],
    ],
  },
  {
    title: 'Structure',
    heads: [
      ['passages', 'passages'],
      ['fitting words', '40–250 %'],
      ['cut sentences', 'cuts'],
      ['paragraph', 'parag.'],
      ['heading', 'heads'],
      ['quote', 'quotes'],
      ['footnote', 'notes'],
      ['table', 'tables'],
      ['testimony', 'testim.'],
      ['caption', 'caption'],
      ['signature', 'signat.'],
      ['contents', 'contents'],
    ],
  },
  {
    title: 'Specimens',
    heads: [
      ['line numbers', 'numbers'],
      ['line words', 'words'],
      ['line furniture', 'furnit.'],
      ['line order', 'order'],
      ['page numbers', 'pages'],
      ['passage words', 'p.words'],
      ['passage kinds', 'p.kinds'],
      ['passage starts', 'p.starts'],
      ['passage places', 'p.places'],
      ['passage headings', 'p.heads'],
      ['paragraph numbers', 'p.¶'],
    ],
  },
];

const nameWidth = 46;

/** A table for each group of figures that any document has. */
export function documentTables(documents: readonly MeasuredDocument[]): string[] {
  return columns.flatMap(({ title, heads }) => {
    const known = heads.filter(([name]) => documents.some(({ figures }) => figures[name] !== undefined));
    if (known.length === 0) return [];
    const rows = documents.flatMap(({ key, figures, refused }) => {
      const name = shortened(key.slice(13));
      if (refused !== null) return title === 'Reading' ? [[name, `refused: ${refused}`]] : [];
      if (known.every(([figure]) => figures[figure] === undefined)) return [];
      return [[name, ...known.map(([figure, head]) => cellOf(figures[figure], head.includes('%')))]];
    });
    return ['', title, ...aligned([['', ...known.map(([, head]) => head)], ...rows])];
  });
}

function shortened(name: string): string {
  return name.length <= nameWidth ? name : `…${name.slice(1 - nameWidth)}`;
}

function cellOf(value: FigureValue | undefined, asPercent: boolean): string {
  if (value === undefined) return '–';
  if ('count' in value) return value.count === 0 ? '·' : String(value.count);
  if (value.of === 0) return '–';
  if (asPercent) return percent(value);
  return value.good === value.of ? String(value.of) : `${value.good}/${value.of}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    if (row[1]?.startsWith('refused') !== true)
      row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** All figures in sum, with what issue 3 asks for. `notMeasured`: reasons, by figure. */
export function sumTable(sum: Figures, notMeasured: ReadonlyMap<FigureName, string>): string[] {
  const rows = figureNames.flatMap((name): string[][] => {
    const { what, target, kind } = definitionOf(name);
    const value = sum[name];
    const wanted =
      target === undefined ? (kind === 'faults' ? '0' : '') : `${(100 * target).toLocaleString('en-US')} %`;
    if (value === undefined) {
      const why = notMeasured.get(name);
      return why === undefined ? [] : [[name, 'not measured', '', wanted, '', why]];
    }
    const met = isMet(name, value);
    const verdict = met === null ? '' : met ? 'met' : 'MISSED';
    const figures = 'count' in value ? [String(value.count), ''] : [`${value.good}/${value.of}`, `${percent(value)} %`];
    return [[name, ...figures, wanted, verdict, what]];
  });
  return leftAndRight([['', 'in sum', '', 'asked', '', ''], ...rows]);
}

function leftAndRight(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  const isText = (at: number): boolean => at === 0 || at >= 4;
  return rows.map((row) =>
    row
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
