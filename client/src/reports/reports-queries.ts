// TanStack Query options of reports. The list is asked again while a run is under way: it tells how far that is.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Report } from '../../../server/contract/report-api.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';

const againMs = 500;

export const reportsQuery = () =>
  queryOptions({
    queryKey: [...keys.reports, 'all'],
    queryFn: ({ signal }) => call('reports', { signal }),
    refetchInterval: ({ state: { data } }) => (data?.reports.some(isRunning) === true ? againMs : false),
  });

/** A run of a report and what it is compared with. `latest`: the last run that is done, so that a new one is shown when it is. */
export const reportQuery = (
  id: string,
  { run, compare, latest }: Readonly<Record<'run' | 'compare' | 'latest', string | null>>,
) =>
  queryOptions({
    queryKey: [...keys.reports, id, run, compare, latest],
    queryFn: ({ signal }) =>
      call('report', { params: { id }, query: { run: run ?? undefined, compare: compare ?? undefined }, signal }),
    // A run that is done does not change.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export function isRunning({ runs }: Pick<Report, 'runs'>): boolean {
  return runs.some(({ state }) => state === 'running');
}
