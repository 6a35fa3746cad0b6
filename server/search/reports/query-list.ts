// A list of queries as it is pasted or uploaded → the queries with their places, so that a faulty one can be pointed at.
// In: a text, one query a line (`# ` begins a remark), or a CSV (column `query`, `term` or `search`, else the first). Out: queries.
// Refuses (`bad-request`) a list without a query, with too many, or a CSV that is none or whose rows do not match.
import { parse } from 'csv-parse/sync';
import { messageOf, PinciteError } from '../../contract/errors.ts';
import { maxReportQueries, type ListedQuery, type listKinds } from '../../contract/report-api.ts';

/** Heads of the column that holds the queries. */
const heads = ['query', 'term', 'search term', 'search', 'search string', 'search query', 'keyword'].flatMap((head) => [
  head,
  head.endsWith('query') ? head.replace(/y$/, 'ies') : `${head}s`,
]);

/** Between cells: Excel writes semicolons where the comma is for decimals. */
const separators = [',', ';', '\t'];

/** `#metoo` is a query: what is left out of a list must have been meant so. */
const remark = /^#(?:\s|#|$)/;

/** The queries of a list. */
export function queriesOfList(list: string, kind: (typeof listKinds)[number]): ListedQuery[] {
  return checked(kind === 'csv' ? fromRows(csvRows(list)) : fromLines(list));
}

/** Queries given one by one. */
export function queriesOfArray(queries: readonly string[]): ListedQuery[] {
  return checked(queries.map((q, at) => ({ line: at + 1, q: q.trim() })));
}

/** Queries of the rows of a workbook's first sheet. */
export function queriesOfSheet(rows: readonly (readonly unknown[])[]): ListedQuery[] {
  return checked(fromRows(rows.map((cells) => cells.map(textOfCell))));
}

/** What a cell shows; an empty one nothing. */
function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** A first row that names its columns holds no query. */
function fromRows(rows: readonly (readonly string[])[]): ListedQuery[] {
  const named = rows[0]?.findIndex(isHead) ?? -1;
  const column = Math.max(0, named);
  return rows
    .map((cells, at) => ({ line: at + 1, q: (cells[column] ?? '').trim() }))
    .slice(named < 0 ? 0 : 1)
    .filter(({ q }) => q !== '');
}

function isHead(cell: string): boolean {
  return heads.includes(cell.trim().toLowerCase());
}

function fromLines(list: string): ListedQuery[] {
  return list
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, q: line.trim() }))
    .filter(({ q }) => q !== '' && !remark.test(q));
}

function csvRows(list: string): string[][] {
  const rows = parsed(list);
  const widths = rows.map((cells) => cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  const width = rows[0]?.length ?? 0;
  // A query with a comma that nobody put between quotation marks would be cut at it.
  const uneven = (rows[0] ?? []).some(isHead)
    ? widths.findIndex((each) => each > width)
    : rows.findIndex((cells, at) => widths[at] !== 0 && cells.length !== width);
  if (uneven < 0) return rows;
  throw refused(
    `Row ${uneven + 1} of the list has ${cellsOf(rows[uneven]?.length ?? 0)}, the first ${cellsOf(width)}. ` +
      'Put a query with a comma between quotation marks (and double those of its own), ' +
      'write “query” over the column of the queries, or send one query a line as plain text.',
  );
}

function parsed(list: string): string[][] {
  const [first = ''] = list.replace(/^\uFEFF/, '').split(/[\r\n]/, 1);
  const names = (separator: string) => first.split(separator).map((cell) => cell.replaceAll('"', ''));
  const delimiter = separators.find((separator) => names(separator).some(isHead)) ?? ',';
  try {
    // Quotation marks are part of queries: a cell that is not quoted as a whole keeps its own.
    return parse(list, { bom: true, delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    throw refused(
      `The list is no CSV: ${messageOf(error)}. Check its quotation marks, or send one query a line as plain text.`,
    );
  }
}

function cellsOf(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function checked(queries: ListedQuery[]): ListedQuery[] {
  if (queries.every(({ q }) => q === '')) throw refused('The list holds no query. Write one query a line.');
  const number = (count: number): string => count.toLocaleString('en-US');
  if (queries.length > maxReportQueries) {
    throw refused(
      `The list holds ${number(queries.length)} queries; ${number(maxReportQueries)} are the most. Make two reports of it.`,
    );
  }
  return queries;
}

function refused(message: string): PinciteError {
  return new PinciteError('bad-request', message, { field: 'list' });
}
