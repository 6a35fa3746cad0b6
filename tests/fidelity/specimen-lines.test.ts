// Lines against the typesetter's truth: each kind of error costs its own figure, and no other.
import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../server/contract/page.ts';
import { setPage, type SetLine } from '../passages/page-maker.ts';
import { longestRise, readSpecimenLines } from './specimen-lines.ts';
import type { TruePage } from './specimen-truth.ts';

const lines: readonly SetLine[] = [
  { text: 'Case 3:20-cv-00000', furniture: 'stamp' },
  { text: 'The Titan API', number: 1 },
  { text: 'was private.', number: 2 },
];

function truthOf(page: Page): TruePage {
  const { pageNumber, pageLabel, stampPage, bates, pageId } = page;
  return {
    pageNumber,
    pageLabel,
    stampPage,
    bates,
    pageId,
    text: page.text,
    lines: page.lines.map(({ from, to, ...line }) => ({ ...line, text: page.text.slice(from, to) })),
  };
}

const good = setPage(1, lines);
const truth = [truthOf(good)];

function without(index: number, change: Partial<SetLine>): Page {
  return setPage(
    1,
    lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
  );
}

describe('readSpecimenLines', () => {
  test.each<[string, Page, Record<string, string>, RegExp | null]>([
    ['all right', good, {}, null],
    ['a wrong word', without(1, { text: 'The Titan AP1' }), { 'line words': '2/3' }, /was read “The Titan AP1”/],
    ['a wrong number', without(2, { number: 3 }), { 'line numbers': '1/2' }, /stands at 2, taken for 3/],
    [
      'text for furniture',
      setPage(1, [{ text: 'Case 3:20-cv-00000' }, ...lines.slice(1)]),
      { 'line furniture': '2/3' },
      /is stamp, taken for text/,
    ],
    ['another kind of furniture is furniture', without(0, { furniture: 'header' }), {}, null],
    [
      'a line that is not there',
      setPage(1, lines.slice(0, 2)),
      { 'line words': '2/3', 'line furniture': '2/3', 'line numbers': '1/2', 'line order': '1/2' },
      /“was private.” is no line of its own/,
    ],
    ['a wrong page number', { ...good, bates: 'X-1' }, { 'page numbers': '3/4' }, /bates is null, read X-1/],
    [
      'lines in another order',
      { ...good, lines: [good.lines[0], good.lines[2], good.lines[1]].flatMap((line) => line ?? []) },
      {},
      null,
    ],
  ])('%s', (_, page, changed, fault) => {
    const all = {
      'line numbers': '2/2',
      'line words': '3/3',
      'line furniture': '3/3',
      'line order': '2/2',
      'page numbers': '4/4',
    };
    const { figures, faults } = readSpecimenLines([page], truth);
    const written = Object.entries(figures).map(([name, value]) => [
      name,
      'count' in value ? '' : `${value.good}/${value.of}`,
    ]);
    expect(Object.fromEntries(written)).toEqual({ ...all, ...changed });
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults.map((each) => each.fault).join('\n')).toMatch(fault);
  });

  test('order is that of the page’s text', () => {
    const [stamp, first, second] = good.lines;
    if (!stamp || !first || !second) throw new Error('no lines');
    const text = ['Case 3:20-cv-00000', 'was private.', 'The Titan API'].join('\n');
    const swapped = { ...good, text, lines: [stamp, { ...first, from: 32, to: 45 }, { ...second, from: 19, to: 31 }] };
    const { figures, faults } = readSpecimenLines([swapped], truth);
    expect(figures['line order']).toEqual({ good: 1, of: 2 });
    expect(figures['line words']).toEqual({ good: 3, of: 3 });
    expect(faults.map(({ fault }) => fault)).toEqual(['lines are out of order']);
  });

  test('a page that was not handed out has nothing right', () => {
    const { figures } = readSpecimenLines([], truth);
    expect(figures['line words']).toEqual({ good: 0, of: 3 });
    expect(figures['page numbers']).toEqual({ good: 0, of: 4 });
  });
});

test.each<[number[], number]>([
  [[], 0],
  [[1, 2, 3], 3],
  [[3, 1, 2], 2],
  [[2, 2], 1],
  [[5, 1, 6, 2, 3], 3],
])('the longest rise in %j is %d', (values, length) => {
  expect(longestRise(values)).toBe(length);
});
