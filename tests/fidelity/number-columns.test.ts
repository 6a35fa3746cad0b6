// The second look at margin numbers: columns, and the rule of DOMAIN §4 for what stands between two numbers.
import { describe, expect, test } from '@jest/globals';
import { setPage, type SetLine } from '../passages/page-maker.ts';
import { gridPlaceOf, numberColumns, uprightPlace } from './number-columns.ts';

// Numbers 1 to 10 at 720, 696, …
const numbers: SetLine[] = Array.from({ length: 10 }, (_, at) => ({
  text: String(at + 1),
  x: 60,
  furniture: 'line-number' as const,
}));
const paper = setPage(1, numbers);

function textAt(y: number, x = 108) {
  const [line] = setPage(1, [{ text: 'Text', x, gap: 744 - y }]).lines;
  if (line === undefined) throw new Error('no line');
  return line;
}

test('a column is found with its spacing', () => {
  const [column, ...others] = numberColumns(paper);
  expect(others).toEqual([]);
  expect(column).toMatchObject({ first: 1, last: 10, count: 10, left: 60 });
  expect(column?.slope).toBeCloseTo(-24);
  expect(column?.origin).toBeCloseTo(744);
});

test('two columns beside one another, and two above one another', () => {
  const lines = [...numbers, ...numbers.map((line, at) => ({ ...line, x: 300, gap: at === 0 ? -216 : 24 }))];
  expect(numberColumns(setPage(1, lines)).map(({ left }) => left)).toEqual([60, 300]);
  const above = numberColumns(setPage(1, [...numbers.slice(0, 4), ...numbers.slice(0, 4)]));
  expect(above.map(({ first, last }) => [first, last])).toEqual([
    [1, 4],
    [1, 4],
  ]);
  expect(gridPlaceOf(above, textAt(720 - 4 * 24))?.number).toBe(1);
});

describe('gridPlaceOf', () => {
  test.each<[string, number, number | null, boolean]>([
    ['on the number', 720, 1, false],
    ['a little below', 715, 1, false],
    ['a little above', 723, 1, false],
    ['half-way is a tie: the upper one', 720 - 12, 1, true],
    ['within 0.15 of the spacing: still the upper one', 720 - 12 - 1.7, 1, true],
    ['beyond it: the nearer one', 720 - 12 - 2, 2, false],
    ['before it: the nearer one', 720 - 12 + 2, 1, false],
    ['less than half a spacing above the first', 731, 1, false],
    ['further above', 740, null, false],
    ['less than half a spacing below the last', 720 - 9 * 24 - 10, 10, false],
    ['further below', 720 - 9 * 24 - 20, null, false],
  ])('%s', (_, y, number, isTie) => {
    const found = gridPlaceOf(numberColumns(paper), textAt(y));
    expect(found?.number).toBe(number);
    expect(found?.isTie).toBe(isTie);
  });

  test('left of the numbers, and without numbers, there is no place', () => {
    expect(gridPlaceOf(numberColumns(paper), textAt(720, 20))).toBeNull();
    expect(gridPlaceOf([], textAt(720))).toBeNull();
  });
});

test('text that runs up the sheet is laid level', () => {
  const line = { ...textAt(100, 300), direction: [0, 1] as const };
  expect(uprightPlace(line)).toEqual({ u: 100, v: -300 });
});
