// What the address of Reports says: the report, its run and the one it is compared with, which rows are shown; or the form for a new one
// with what was taken over from the Search place. One pair, `readReportsState` and `writeReportsState`; what is at its default is left out.
import { emptySearch, type SearchRequest } from '../../../server/contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../../../server/text/search-parameters.ts';
import { parametersOf, recordOf } from '../url/query-string.ts';

/** Which rows of the table are shown. */
export const rowChoices = ['all', 'changed', 'none', 'repeated', 'faulty'] as const;
export type RowChoice = (typeof rowChoices)[number];

/** Query, dialect and filters of a question; how it is listed does not belong to a report. */
export type Taken = Pick<SearchRequest, 'q' | 'dialect' | 'include' | 'exclude' | 'filedFrom' | 'filedTo'>;

export interface ReportsState {
  /** Null: the list of reports. */
  readonly reportId: string | null;
  /** Null: the last run that is done. */
  readonly runId: string | null;
  /** Null: the run before it. The run itself: none. */
  readonly compareId: string | null;
  readonly show: RowChoice;
  /** The form for a new report is open. */
  readonly isNew: boolean;
  /** The report whose list the form begins with. */
  readonly from: string | null;
  /** What the form begins with. */
  readonly taken: Taken;
}

export interface ReadReportsState extends ReportsState {
  /** Why the filters of the address cannot be read; there are none then. */
  readonly problem: string | null;
}

const own = ['report', 'run', 'compare', 'show', 'new', 'from'] as const;

export const nothingTaken: Taken = takenFrom(emptySearch);

/** No report and no form: the list. */
export const closed = {
  reportId: null,
  runId: null,
  compareId: null,
  show: 'all',
  isNew: false,
  from: null,
} as const satisfies Partial<ReportsState>;

/** Query, dialect and filters of a question. */
export function takenFrom({ q, dialect, include, exclude, filedFrom, filedTo }: SearchRequest): Taken {
  return { q, dialect, include, exclude, filedFrom, filedTo };
}

export function readReportsState(record: Readonly<Record<string, unknown>>): ReadReportsState {
  const parameters = parametersOf(record);
  const [reportId, runId, compareId, show, isNew, from] = own.map((name) => parameters.get(name));
  for (const name of own) parameters.delete(name);
  const place = {
    reportId: reportId || null,
    runId: runId || null,
    compareId: compareId || null,
    show: rowChoices.find((each) => each === show) ?? 'all',
    isNew: isNew === 'yes',
    from: from || null,
  };
  try {
    return { ...place, taken: takenFrom(decodeSearch(parameters)), problem: null };
  } catch (error) {
    return { ...place, taken: nothingTaken, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes the state as the record of a query string. */
export function writeReportsState(change: Partial<ReportsState>): Record<string, string | string[]> {
  const { reportId, runId, compareId, show, isNew, from, taken = nothingTaken } = change;
  const parameters = new URLSearchParams();
  const put = (name: (typeof own)[number], value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, value);
  };
  put('report', reportId);
  put('run', runId);
  put('compare', compareId);
  put('show', show === 'all' ? null : show);
  put('new', isNew === true ? 'yes' : null);
  put('from', from);
  for (const [name, value] of encodeSearch({ ...emptySearch, ...taken })) parameters.append(name, value);
  return recordOf(parameters);
}
