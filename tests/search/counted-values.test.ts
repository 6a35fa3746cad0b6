// The engine's counts by id: several labels of one id are one value, and so are several spellings.
import { expect, test } from '@jest/globals';
import { labelledValue } from '../../server/engine/index-fields.ts';
import { countsById } from '../../server/search/counted-values.ts';

const counted = (counts: Readonly<Record<string, number>>) =>
  [...countsById(counts)].map(([key, { id, label, count }]) => [key, id, label, count]);

test('one id with several labels is one value, called what most call it', () => {
  const counts = {
    [labelledValue('c1', 'Klein v. Meta')]: 3,
    [labelledValue('c1', 'c1')]: 40,
    [labelledValue('c1', 'Klein v. Facebook')]: 2,
    [labelledValue('c2', 'c2')]: 1,
  };
  expect(counted(counts)).toEqual([
    ['c1', 'c1', 'Klein v. Meta', 45],
    ['c2', 'c2', 'c2', 1],
  ]);
});

test('a value without a label is its own, whatever its capitals', () => {
  expect(counted({ ACME: 2, order: 1 })).toEqual([
    ['acme', 'ACME', 'ACME', 2],
    ['order', 'order', 'order', 1],
  ]);
  expect(counted({})).toEqual([]);
});
