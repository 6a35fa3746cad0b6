// The table of a report: rows and their comparison in → which rows are shown, and a column for each frequent value of the facet, out.
import type { Comparison, ReportRow } from '../../../server/contract/report-api.ts';
import type { RowChoice } from './reports-state.ts';

export interface ValueColumn {
  readonly value: string;
  readonly label: string;
  /** Documents of all rows together. */
  readonly sum: number;
}

/** Columns that are shown before all are asked for. */
export const fewColumns = 8;

/** Every value that any query has, the most frequent first. */
export function valueColumns(rows: readonly Pick<ReportRow, 'values'>[]): ValueColumn[] {
  const columns = new Map<string, ValueColumn>();
  for (const { value, label, documents } of rows.flatMap(({ values }) => values)) {
    columns.set(value, { value, label, sum: documents + (columns.get(value)?.sum ?? 0) });
  }
  return [...columns.values()].toSorted((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1));
}

type Change = Comparison['rows'][number];

/** The change of each line; a query that could not be asked has none. */
export function changesByLine(compared: Comparison | null): ReadonlyMap<number, Change> {
  return new Map(compared?.rows.map((row) => [row.line, row]));
}

/** Whether a row belongs to a choice. */
export function isShown(row: ReportRow, show: RowChoice, changes: ReadonlyMap<number, Change>): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'faulty':
      return row.fault !== null;
    case 'none':
      return row.fault === null && row.documents === 0;
    case 'repeated':
      return row.sameAs !== null;
    case 'changed': {
      const change = changes.get(row.line);
      return change !== undefined && (change.gained > 0 || change.lost > 0 || change.hits !== 0);
    }
  }
}
