// A list of queries as it is pasted or uploaded → the queries with their places, so that a faulty one can be pointed at.
// In: a text, one query a line (`#` begins a remark), or a CSV (column `query`, `term` or `search`, else the first). Out: queries.
// Refuses (`bad-request`) a list without a query, with too many, or a CSV that is none.
import { parse } from 'csv-parse/sync';
import { messageOf, PinciteError } from '../../contract/errors.ts';
import { maxReportQueries, type ListedQuery, type listKinds } from '../../contract/report-api.ts';

/** Heads of the column that holds the queries. */
const heads = ['query', 'queries', 'term', 'terms', 'search term', 'search', 'search string'];

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
  const named = rows[0]?.findIndex((cell) => heads.includes(cell.trim().toLowerCase())) ?? -1;
  const column = Math.max(0, named);
  return rows
    .map((cells, at) => ({ line: at + 1, q: (cells[column] ?? '').trim() }))
    .slice(named < 0 ? 0 : 1)
    .filter(({ q }) => q !== '');
}

function fromLines(list: string): ListedQuery[] {
  return list
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, q: line.trim() }))
    .filter(({ q }) => q !== '' && !q.startsWith('#'));
}

function csvRows(list: string): string[][] {
  try {
    // Quotation marks are part of queries: a cell that is not quoted as a whole keeps its own.
    return parse(list, { bom: true, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    throw new PinciteError(
      'bad-request',
      `The list is no CSV: ${messageOf(error)}. Check its quotation marks, or send one query a line as plain text.`,
      { field: 'list' },
    );
  }
}

function checked(queries: ListedQuery[]): ListedQuery[] {
  if (queries.every(({ q }) => q === '')) {
    throw new PinciteError('bad-request', 'The list holds no query. Write one query a line.', { field: 'list' });
  }
  if (queries.length > maxReportQueries) {
    throw new PinciteError(
      'bad-request',
      `The list holds ${queries.length.toLocaleString('en-US')} queries; ${maxReportQueries.toLocaleString('en-US')} are the most. Make two reports of it.`,
      { field: 'list' },
    );
  }
  return queries;
}
