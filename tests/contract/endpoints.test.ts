import { describe, expect, test } from '@jest/globals';
import { endpoints, type Endpoint } from '../../server/contract/endpoints.ts';

const all: [string, Endpoint][] = Object.entries(endpoints);

describe('endpoint table', () => {
  test('every method and path once', () => {
    const keys = all.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(all)('%s lies under /api and answers JSON, a named medium or nothing', (_name, endpoint) => {
    expect(endpoint.path).toMatch(/^\/api\/[a-zA-Z/:.-]+$/);
    expect(endpoint.answer !== null || endpoint.media !== undefined || endpoint.status === 204).toBe(true);
  });
});
