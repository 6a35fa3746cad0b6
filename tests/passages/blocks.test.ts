import { expect, test } from '@jest/globals';
import { blocksOf } from '../../server/passages/blocks.ts';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { full, setPage } from './page-maker.ts';

const kinds = (...pages: ReturnType<typeof setPage>[]) =>
  blocksOf(bodyLinesOf(pages)).map(({ kind, lines }) => [kind, lines.length]);

test('paragraphs begin where a line is set in', () => {
  expect(
    kinds(
      setPage(1, [
        full('One begins here and fills the line to its end', { x: 144 }),
        full('and ends with a stop at the end of this line.'),
        full('Two begins here and fills the line to its end', { x: 144 }),
        { text: 'and ends.' },
      ]),
    ),
  ).toEqual([
    ['paragraph', 2],
    ['paragraph', 2],
  ]);
});

test('a note stands behind the text of its page, a paragraph that goes on is not cut by it', () => {
  const one = setPage(1, [
    full('A paragraph that begins here and that will only', { x: 144 }),
    full('end on the next page, after the note of this one'),
    { text: '1 A note.', size: 9, raised: 1, gap: 60 },
  ]);
  const two = setPage(2, [
    full('and here it is at its end, as was said before.'),
    full('Another paragraph begins and is set in a little', { x: 144 }),
    full('and it ends here as well.'),
  ]);
  expect(kinds(one, two)).toEqual([
    ['paragraph', 3],
    ['footnote', 1],
    ['paragraph', 2],
  ]);
});

test('rows with cells are a table', () => {
  const row = (text: string) => ({ text, end: 108 + text.length * 20 });
  const page = setPage(1, [
    full('The following table shows the spending by year here.'),
    row('2015 $40'),
    row('2016 $90'),
    row('2017 $150'),
  ]);
  const wide = {
    ...page,
    lines: page.lines.map((line, at) =>
      at === 0
        ? line
        : { ...line, advances: line.advances.map((_, unit) => (page.text[line.from + unit] === ' ' ? 90 : 6)) },
    ),
  };
  expect(kinds(wide)).toEqual([
    ['paragraph', 1],
    ['table', 3],
  ]);
});

test('signatures', () => {
  const page = setPage(1, [
    full('The court should therefore grant the motion in whole.'),
    { text: 'Dated: April 22, 2024', gap: 48 },
    { text: '/s/ Counsel', gap: 14 },
  ]);
  expect(kinds(page).at(-1)?.[0]).toBe('signature');
});
