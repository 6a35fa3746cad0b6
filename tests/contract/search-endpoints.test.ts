import { expect, test } from '@jest/globals';
import { endpoints } from '../../server/contract/endpoints.ts';
import { searchEndpoints } from '../../server/contract/search-endpoints.ts';

test('the routes of search stand in the one table, under their own paths', () => {
  expect(endpoints).toMatchObject(searchEndpoints);
  const others = Object.entries(endpoints).filter(([name]) => !(name in searchEndpoints));
  for (const { method, path } of Object.values(searchEndpoints)) {
    expect(others.filter(([, each]) => each.method === method && each.path === path)).toEqual([]);
  }
});
