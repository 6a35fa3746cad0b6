import { expect, test } from '@jest/globals';
import { bodyLinesOf, partOfLine } from '../../server/passages/body-lines.ts';
import { cells, full, setPage } from './page-maker.ts';

const page = setPage(1, [
  { text: 'Case 3:20-cv-1 Document 1', furniture: 'stamp' },
  full('The first full line of body text on this page of the filing here'),
  full('The second full line of body text on this page of the filing too'),
  full('The third full line of body text on this page of the filing also'),
]);

test('furniture is left out, the layout is measured from the body', () => {
  const lines = bodyLinesOf([page]);
  expect(lines.map(({ text }) => text.slice(0, 10))).toEqual(['The first ', 'The second', 'The third ']);
  expect(lines[0]?.layout).toEqual({ left: 108, right: 540, middle: 306, spacing: 24, fontSize: 12 });
  expect(lines.map(({ gap }) => gap)).toEqual([null, 24, 24]);
  expect(lines[0]?.end).toBeCloseTo(540);
});

test('a page that was not read has no lines: its few or garbled letters must not be found as if they were its text', () => {
  const unread = { ...page, pageNumber: 2, unread: { reason: 'awaiting-ocr', detail: '' } as const };
  expect(bodyLinesOf([page, unread]).map((line) => line.page.pageNumber)).toEqual([1, 1, 1]);
});

test('a page printed sideways is turned until its lines run to the right', () => {
  const sideways = setPage(1, [full('One line'), full('and a second one below')]);
  const turned = {
    ...sideways,
    lines: sideways.lines.map((line) => ({ ...line, x: 700 - line.y, y: line.x, direction: [0, 1] as const })),
  };
  const [first, second] = bodyLinesOf([turned]);
  expect([first?.line.x, first?.end, second?.gap]).toEqual([108, 540, 24]);
  expect(first?.layout.middle).toBe(396);
});

test('rules are drawn, not said; blanks to fill in are', () => {
  const lines = bodyLinesOf([
    setPage(1, [full('Text'), { text: '____________' }, { text: '____' }, { text: '———————————' }]),
  ]);
  expect(lines.map(({ text }) => text)).toEqual(['Text', '____']);
});

test.each([
  [
    'double-spaced text above many single-spaced notes',
    [...Array.from({ length: 8 }, () => 32), ...Array.from({ length: 14 }, () => 14)],
    32,
  ],
  [
    'single-spaced paragraphs parted by a blank line',
    Array.from({ length: 20 }, (_, at) => (at % 3 === 2 ? 28 : 14)),
    14,
  ],
])('spacing: %s', (_, gaps, spacing) => {
  const lines = bodyLinesOf([
    setPage(
      1,
      gaps.map((gap, at) => full(`line ${at}`, { gap })),
    ),
  ]);
  expect(lines[0]?.layout.spacing).toBeCloseTo(spacing);
});

test('a part of a line keeps its place', () => {
  const [line] = bodyLinesOf([
    setPage(1, [
      cells([
        [108, 'MAXINE ROE,'],
        [330, 'Case No. 1'],
      ]),
    ]),
  ]);
  const part = line === undefined ? null : partOfLine(line, 11, 22);
  expect([part?.text, part?.line.x, part?.end, part?.line.from]).toEqual(['Case No. 1', 330, 390, 12]);
  expect(line === undefined ? '' : partOfLine(line, 11, 12)).toBeNull();
});
