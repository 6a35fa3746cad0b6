import { expect, test } from '@jest/globals';
import { blocksOf } from '../../server/passages/blocks.ts';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { gatherBlocks } from '../../server/passages/gather-blocks.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

const gather = (lines: readonly SetLine[]) =>
  gatherBlocks(blocksOf(bodyLinesOf([setPage(1, lines)]))).map(({ kind, lines: own }) => [kind, own.length]);

test('lines of an address are one passage', () => {
  expect(
    gather([
      { text: 'Counsel for Plaintiffs', gap: 40 },
      { text: 'One Street', gap: 40 },
      { text: 'San Francisco', gap: 40 },
    ]),
  ).toEqual([['paragraph', 3]]);
});

test('a short paragraph is one passage with what follows, or else with what it follows; two long ones stay apart', () => {
  const long = (name: string) =>
    Array.from({ length: 4 }, (_, at) =>
      full(
        `${at === 0 ? name : 'and'} one line of a paragraph of more than forty words that goes on${at === 3 ? '.' : ''}`,
        {
          x: at === 0 ? 144 : 108,
        },
      ),
    );
  expect(gather([full('Short.', { x: 144, end: 200 }), ...long('First')])).toEqual([['paragraph', 5]]);
  expect(gather([...long('First'), full('Short.', { x: 144, end: 200 })])).toEqual([['paragraph', 5]]);
  // Farther apart than any two paragraphs.
  expect(gather([full('Short.', { x: 144, end: 200 }), full('Elsewhere.', { x: 144, end: 240, gap: 200 })])).toEqual([
    ['paragraph', 1],
    ['paragraph', 1],
  ]);
  expect(gather([...long('First'), ...long('Second')])).toEqual([
    ['paragraph', 4],
    ['paragraph', 4],
  ]);
});

test('numbered paragraphs stay apart', () => {
  expect(gather([full('1. One.', { x: 144 }), full('2. Two.', { x: 144 })])).toEqual([
    ['paragraph', 1],
    ['paragraph', 1],
  ]);
});

test('a question keeps its answer', () => {
  const lines = ['Q. One?', `A. ${'word '.repeat(70)}`, 'Q. Two?', 'A. Yes.'].map((text, at) => ({
    text,
    number: at + 1,
  }));
  expect(gather(lines)).toEqual([
    ['testimony', 2],
    ['testimony', 2],
  ]);
});

test('a gathered passage knows where its paragraphs begin; turns of testimony and rows are one', () => {
  const starts = (lines: readonly SetLine[]) =>
    gatherBlocks(blocksOf(bodyLinesOf([setPage(1, lines)]))).map((block) => block.starts);
  expect(
    starts([
      { text: 'One.', gap: 40 },
      { text: 'Two.', gap: 40 },
      { text: 'Three.', gap: 40 },
    ]),
  ).toEqual([[0, 1, 2]]);
  const turns = ['Q. One?', 'A. Yes.', 'Q. Two?', 'A. No.'].map((text, at) => ({ text, number: at + 1 }));
  expect(starts(turns)).toEqual([[0]]);
});
