// The keys of the Docket's questions: whoever invalidates documents or jobs reaches them.
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from '@jest/globals';
import { docketCasesQuery, docketQuery, failedJobsQuery } from '../../../client/src/docket/docket-queries.ts';
import { documentQuery, jobsQuery, keys } from '../../../client/src/api/queries.ts';

const queries = [docketCasesQuery(), docketQuery('a'), docketQuery('b'), failedJobsQuery()];

test('each has a key of its own, also beside those of documents and jobs', () => {
  const all = [...queries, documentQuery('docket'), jobsQuery()].map(({ queryKey }) => JSON.stringify(queryKey));
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['documents', keys.documents, [true, true, true, false]],
  ['jobs', keys.jobs, [false, false, false, true]],
] as const)('a change of %s makes them stale', async (_what, queryKey, expected) => {
  const client = new QueryClient();
  for (const query of queries) client.setQueryData([...query.queryKey], {});
  await client.invalidateQueries({ queryKey });
  expect(queries.map((query) => client.getQueryState(query.queryKey)?.isInvalidated)).toEqual(expected);
  client.clear();
});
