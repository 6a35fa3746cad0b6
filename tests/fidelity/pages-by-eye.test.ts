import { expect, test } from '@jest/globals';
import { readPagesByEye } from './pages-by-eye.ts';

const head = 'file\tpages\tneeds\twhy\n';

test('ranges and lists of pages, by file', () => {
  const table = readPagesByEye(`${head}a.pdf\t2-3,8\tyes\ta scan\na.pdf\t1\tno\ttext\nb.pdf\t4\tblank\tnothing\n`);
  expect([...(table.get('a.pdf') ?? [])]).toEqual([
    [2, 'yes'],
    [3, 'yes'],
    [8, 'yes'],
    [1, 'no'],
  ]);
  expect(table.get('b.pdf')?.get(4)).toBe('blank');
});

test.each([
  ['a.pdf\t2\tperhaps\t', 'has no file, pages and need'],
  ['a.pdf\ttwo\tyes\t', '“two” is no page'],
])('%j is refused', (row, says) => {
  expect(() => readPagesByEye(head + row)).toThrow(says);
});
