import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { movedBy, movedTo } from '../../../client/src/tray/item-order.ts';

test.each<[string, 1 | -1, readonly string[], string]>([
  ['a', 1, ['b', 'a', 'c'], 'down'],
  ['c', -1, ['a', 'c', 'b'], 'up'],
  ['a', -1, ['a', 'b', 'c'], 'the top holds'],
  ['c', 1, ['a', 'b', 'c'], 'the bottom holds'],
  ['x', 1, ['a', 'b', 'c'], 'an unknown one changes nothing'],
] as const)('%s by %d → %j (%s)', (id, by, order) => {
  expect(movedBy(['a', 'b', 'c'], id, by)).toEqual(order);
});

test('nothing is lost and nothing doubled', () => {
  const ids = fc.uniqueArray(fc.string(), { minLength: 1 });
  fc.assert(
    fc.property(ids, fc.nat(), fc.integer(), (list, pick, index) => {
      expect(movedTo(list, list[pick % list.length] ?? '', index).toSorted()).toEqual(list.toSorted());
    }),
  );
});
