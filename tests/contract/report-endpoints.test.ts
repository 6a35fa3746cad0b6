import { expect, test } from '@jest/globals';
import { reportEndpoints } from '../../server/contract/report-endpoints.ts';

test('files of a report are routes of their own, before the report by its id', () => {
  const paths = Object.values(reportEndpoints).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(paths).size).toBe(paths.length);
  for (const ending of ['csv', 'xlsx', 'docx']) {
    expect(paths.indexOf(`get /api/reports/:id.${ending}`)).toBeLessThan(paths.indexOf('get /api/reports/:id'));
  }
});
