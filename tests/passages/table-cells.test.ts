// Tables read cell by cell: what wraps in a cell stays together.
import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { readByCells } from '../../server/passages/table-cells.ts';
import { cells, setPage, type SetLine } from './page-maker.ts';

const read = (...lines: readonly SetLine[]) => readByCells(bodyLinesOf([setPage(1, lines)])).map(({ text }) => text);
const row = (gap: number, ...list: [number, string][]) => cells(list, { gap });

test.each([
  [
    'two cells that wrap in one row',
    [
      row(20, [108, '5/4'], [170, 'Weekly partner-'], [330, 'Employee 1; Witness']),
      row(14, [170, 'ships stand-up'], [330, 'A; Witness B']),
      row(20, [108, '5/7'], [170, 'Titan API'], [330, 'Engineer 1']),
    ],
    ['5/4', 'Weekly partner-', 'ships stand-up', 'Employee 1; Witness', 'A; Witness B', '5/7 Titan API Engineer 1'],
  ],
  [
    'rows of one line stay whole',
    [row(20, [108, '2015'], [300, '$ 40']), row(20, [108, '2016'], [300, '$ 78'])],
    ['2015 $ 40', '2016 $ 78'],
  ],
  [
    'rows close to one another, under a head farther off, are rows all the same',
    [
      row(20, [108, 'Year'], [300, 'Amount']),
      row(24, [108, '2015'], [300, '$ 40']),
      row(14, [108, '2016'], [300, '$ 78']),
      row(14, [108, '2017'], [300, '$ 99']),
    ],
    ['Year Amount', '2015 $ 40', '2016 $ 78', '2017 $ 99'],
  ],
  [
    'a head in the middle of its column belongs to it',
    [
      row(20, [108, 'Set'], [170, 'Where'], [330, 'Kept by whom and']),
      row(14, [170, 'kept'], [346, 'when']),
      row(20, [108, 'A'], [170, 'drive'], [330, 'Finance']),
    ],
    ['Set', 'Where', 'kept', 'Kept by whom and', 'when', 'A drive Finance'],
  ],
] as [string, SetLine[], string[]][])('%s', (_, lines, expected) => {
  expect(read(...lines)).toEqual(expected);
});
