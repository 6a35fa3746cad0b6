// Operands by hand: where they begin and end, and what stands there. operand-windows.test.ts holds them against every pair at random.
import { describe, expect, test } from '@jest/globals';
import { windowsOperand } from '../../../server/search/terms/operand-windows.ts';
import { eitherOperand, placeOf, placesOperand, type Operand } from '../../../server/search/terms/operands.ts';
import { PositionSetBuilder } from '../../../server/search/terms/position-set.ts';
import { at, within } from './written-places.ts';

/** Of each beginning its ends, asked forwards, backwards and all at once: three times the same. */
function endsOf(operand: Operand): [from: number, ends: number[]][] {
  return operand.froms.map((from, index) => {
    const [forwards, backwards]: [number[], number[]] = [[], []];
    for (let to = operand.nextEnd(index, -1); to >= 0; to = operand.nextEnd(index, to)) forwards.push(to);
    let to = operand.endBefore(index, Number.POSITIVE_INFINITY);
    for (; to >= 0; to = operand.endBefore(index, to)) backwards.unshift(to);
    const all = new PositionSetBuilder();
    all.begin(from);
    operand.addEnds(index, all);
    const set = all.take();
    expect(backwards).toEqual(forwards);
    expect(forwards.every((end, place) => set.next(forwards[place - 1] ?? -1) === end)).toBe(true);
    expect(set.next(forwards.at(-1) ?? -1)).toBe(-1);
    return [from, forwards];
  });
}

describe('where it stands', () => {
  const words = placesOperand(at(0, [3, 3], [3, 5], 40));
  const windows = windowsOperand(placesOperand(at(3)), placesOperand(at(4, 7)), within(5), () => undefined);
  const rows: [what: string, operand: Operand, ends: [number, number[]][]][] = [
    ['nowhere', placesOperand([]), []],
    [
      'words',
      words,
      [
        [0, [0]],
        [3, [3, 5]],
        [40, [40]],
      ],
    ],
    ['windows', windows, [[3, [4, 7]]]],
    [
      'either of them, each place once',
      eitherOperand([words, windows, placesOperand(at([3, 4], 9))]),
      [
        [0, [0]],
        [3, [3, 4, 5, 7]],
        [9, [9]],
        [40, [40]],
      ],
    ],
  ];
  test.each(rows)('%s', (_, operand, ends) => expect(endsOf(operand)).toEqual(ends));

  test('of what is the same place twice, what was named first says what it is made of', () => {
    const [word, window] = [placesOperand(at([3, 4])), windows];
    expect(eitherOperand([word, window]).occurrence(3, 4).of).toBeUndefined();
    expect(eitherOperand([window, word]).occurrence(3, 4).of).toEqual(at(3, 4));
    expect(eitherOperand([word, window]).occurrence(3, 7).of).toEqual(at(3, 7));
  });
});

test.each([
  [[], 1, null],
  [[1, 4, 9], 4, 1],
  [[1, 4, 9], 5, null],
  [[1, 4, 9], 10, null],
] as const)('in %j %d stands at %p', (froms, from, place) => expect(placeOf(froms, from)).toBe(place));
