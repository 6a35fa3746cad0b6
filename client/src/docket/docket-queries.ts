// TanStack Query options of the Docket. Their keys stand below those of documents: a filing that was added, read or corrected changes
// the docket and the list of cases, and whoever invalidates documents need not know of them.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { NameKind } from '../../../server/contract/names.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';

export const docketCasesQuery = () =>
  queryOptions({
    queryKey: [...keys.documents, 'docket', 'cases'],
    queryFn: ({ signal }) => call('cases', { signal }),
    staleTime: 30_000,
  });

export const docketQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...keys.documents, 'docket', 'case', caseId],
    queryFn: ({ signal }) => call('docket', { params: { id: caseId }, signal }),
    staleTime: 30_000,
  });

/** Files that were refused or could not be read, with the reason. */
export const failedJobsQuery = () =>
  queryOptions({
    queryKey: [...keys.jobs, 'failed'],
    queryFn: ({ signal }) => call('jobs', { query: { state: 'failed', limit: 1000 }, signal }),
    staleTime: 10_000,
    // A file that is refused never becomes a job under way: no news comes of it.
    refetchInterval: 4000,
  });

/** The names of the corpus of one kind; asked again while passages still follow a change. */
export const namesQuery = (kind: NameKind, q: string) =>
  queryOptions({
    queryKey: [...keys.documents, 'names', kind, q],
    queryFn: ({ signal }) => call('names', { query: { kind, q: q === '' ? undefined : q }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: ({ state }) => ((state.data?.pendingFiles ?? 0) > 0 ? 1500 : false),
  });
