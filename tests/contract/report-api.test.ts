import { describe, expect, test } from '@jest/globals';
import { reportRequestSchema } from '../../server/contract/report-api.ts';

describe('what a report is asked with', () => {
  const rows: [body: object, isTaken: boolean, why: string][] = [
    [{ name: 'a', queries: ['titan'] }, true, 'queries one by one'],
    [{ name: 'a', list: 'titan' }, true, 'a list'],
    [{ name: 'a' }, false, 'nothing to ask'],
    [{ name: 'a', list: 'titan', queries: ['titan'] }, false, 'both'],
    [{ name: ' ', list: 'titan' }, false, 'no name'],
    [{ name: 'a', list: 'titan', dialect: 'lexis' }, false, 'an unknown dialect'],
    [{ name: 'a', list: 'titan', facet: 'colour' }, false, 'an unknown facet'],
  ];
  test.each(rows)('%j: %s (%s)', (body, isTaken) => {
    expect(reportRequestSchema.safeParse(body).success).toBe(isTaken);
  });
});
