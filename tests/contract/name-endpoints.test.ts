import { expect, test } from '@jest/globals';
import { endpoints } from '../../server/contract/endpoints.ts';
import { nameEndpoints } from '../../server/contract/name-endpoints.ts';

test('the routes of names stand in the one table, under their own paths', () => {
  expect(endpoints).toMatchObject(nameEndpoints);
  const others = Object.entries(endpoints).filter(([name]) => !(name in nameEndpoints));
  for (const { method, path } of Object.values(nameEndpoints)) {
    expect(others.filter(([, each]) => each.method === method && each.path === path)).toEqual([]);
  }
});
