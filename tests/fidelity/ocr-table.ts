// Figures of recognition as a table for a terminal, and whether they are what issue 4 asks for.
// In: measured pages. Out: lines of text; a verdict over each clean page.
import type { MeasuredScan } from './ocr-measure.ts';

/** Words right on a clean page, at least. */
export const askedShare = 0.95;

const heads = ['words', 'right', 'recall %', 'precis. %', 'confid.', 's', ''] as const;
const nameWidth = 46;

/** A row per page and the sums; `worst`: so many words that are missing or too many are listed of each page. */
export function ocrTable(scans: readonly MeasuredScan[], worst = 0): string[] {
  const rows = scans.map((scan) => [nameOf(scan), ...cellsOf([scan]), marksOf(scan)]);
  const sums = [true, false].flatMap((isClean) => {
    const group = scans.filter(({ page }) => page.isClean === isClean);
    const name = isClean ? `clean pages: ${group.length}` : `worn and crooked pages: ${group.length}`;
    return group.length === 0 ? [] : [[name, ...cellsOf(group), '']];
  });
  const table = aligned([['Recognition', ...heads], ...rows, [''], ...sums]);
  const words = worst === 0 ? [] : scans.flatMap((scan) => wrongWords(scan, worst));
  return [...table, ...words];
}

/** Clean pages that are below what is asked, and how; empty when all is well. */
export function tooWrong(scans: readonly MeasuredScan[]): string[] {
  const clean = scans.filter(({ page }) => page.isClean);
  return clean.flatMap((scan) => {
    const { recall, precision } = sharesOf([scan]);
    return [
      ...(recall < askedShare ? [`${nameOf(scan)}: ${percent(recall)} % of the words are right`] : []),
      ...(precision < askedShare ? [`${nameOf(scan)}: ${percent(precision)} % of what was read is there`] : []),
    ];
  });
}

function nameOf({ page: { file, pageNumber, scan } }: MeasuredScan): string {
  const name = file.split('/').at(-1) ?? file;
  const short = name.length <= nameWidth ? name : `…${name.slice(1 - nameWidth)}`;
  return `${short}, p. ${pageNumber}${scan === 'as filed' ? '' : `, ${scan}`}`;
}

function sharesOf(scans: readonly MeasuredScan[]): { readonly recall: number; readonly precision: number } {
  const sum = (of: (scan: MeasuredScan) => number): number => scans.reduce((total, scan) => total + of(scan), 0);
  const matched = sum(({ words }) => words.matched);
  return {
    recall: shareOf(
      matched,
      sum(({ words }) => words.expected),
    ),
    precision: shareOf(
      matched,
      sum(({ words }) => words.read),
    ),
  };
}

function shareOf(good: number, all: number): number {
  return all === 0 ? 0 : good / all;
}

function cellsOf(scans: readonly MeasuredScan[]): string[] {
  const { recall, precision } = sharesOf(scans);
  const confidences = scans.map(({ confidence }) => confidence).toSorted((a, b) => a - b);
  const seconds = scans.reduce((sum, scan) => sum + scan.seconds, 0) / scans.length;
  return [
    String(scans.reduce((sum, { words }) => sum + words.expected, 0)),
    String(scans.reduce((sum, { words }) => sum + words.matched, 0)),
    percent(recall),
    percent(precision),
    String(Math.round(confidences[Math.floor(confidences.length / 2)] ?? 0)),
    seconds.toFixed(1),
  ];
}

function marksOf(scan: MeasuredScan): string {
  return [scan.isPoor ? 'poor' : '', tooWrong([scan]).length > 0 ? 'BELOW' : ''].filter(Boolean).join(', ');
}

/** Cut, not rounded: 94.96 is not 95. */
function percent(share: number): string {
  return (Math.floor(share * 1000) / 10).toFixed(1);
}

function wrongWords(scan: MeasuredScan, most: number): string[] {
  const { missed, extra } = scan.words;
  const list = (words: readonly string[]): string =>
    words.slice(0, most).join(' ') + (words.length > most ? ` … (${words.length})` : '');
  if (missed.length + extra.length === 0) return [];
  return ['', nameOf(scan), `  not read: ${list(missed)}`, `  read:     ${list(extra)}`];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === heads.length ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
