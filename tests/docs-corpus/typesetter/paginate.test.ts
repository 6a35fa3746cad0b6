// Lines onto pages: the grid, what stays together, footnotes at the foot of the page that calls them and over to the next.
import { describe, expect, test } from '@jest/globals';
import { paginate } from '../../../docs-corpus/typesetter/paginate.ts';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import type { FlowItem, SetLine } from '../../../docs-corpus/typesetter/set-line.ts';
import { textOfLine } from '../../../docs-corpus/typesetter/truth.ts';
import { placedLine } from './sample-source.ts';

const paper = papers.pleading;
const line = (text: string, change: Partial<SetLine> = {}): SetLine => ({
  item: 'line',
  segments: placedLine(text).segments,
  bars: [],
  leading: 24,
  onGrid: true,
  keep: false,
  calls: [],
  passage: null,
  ...change,
});
const many = (count: number, from = 1) => Array.from({ length: count }, (_, at) => line(String(from + at)));
const notes = (count: number) => () =>
  Array.from({ length: count }, (_, at) => line(`note ${at + 1}`, { leading: 12, onGrid: false }));
const texts = (flow: readonly FlowItem[], noteOf = notes(0)) =>
  paginate(flow, paper, noteOf).map((page) => page.lines.map(textOfLine));

describe('how pages are filled', () => {
  test.each([
    ['28 lines are one page', many(28), [28]],
    ['the 29th begins the next', many(29), [28, 1]],
    ['a page break', [...many(2), { item: 'page', restart: false } as const, ...many(1)], [2, 1]],
    [
      'two breaks in a row leave no empty page',
      [...many(1), { item: 'page', restart: false } as const, { item: 'page', restart: false } as const, ...many(1)],
      [1, 1],
    ],
    [
      'a gap at the head of a page is dropped',
      [...many(28), { item: 'gap', height: 20 } as const, line('head')],
      [28, 1],
    ],
    ['a heading does not stand last', [...many(27), line('heading', { keep: true }), ...many(2)], [27, 3]],
    [
      'two headings move together',
      [...many(26), line('I.', { keep: true }), line('A.', { keep: true }), ...many(2)],
      [26, 4],
    ],
    ['nothing', [], []],
  ])('%s', (_, flow, expected) => {
    expect(texts(flow).map((page) => page.length)).toEqual(expected);
  });

  test('a restart marks the page it begins, and only that', () => {
    const pages = paginate([...many(1), { item: 'page', restart: true }, ...many(29)], paper, notes(0));
    expect(pages.map(({ restart }) => restart)).toEqual([false, true, false]);
  });

  test('a line higher than the page is refused', () => {
    expect(() => texts([line('tower', { leading: 900 })])).toThrow('does not fit');
  });
});

describe('where lines stand', () => {
  const ysOf = (flow: readonly FlowItem[]) =>
    paginate(flow, paper, notes(0)).flatMap((page) => page.lines.map(({ y }) => y));
  const first = 792 - 54 - 18;
  test('on the numbers, a pitch apart', () => {
    expect(ysOf(many(3))).toEqual([first, first - 24, first - 48]);
  });
  test('after single-spaced lines the next stands on a number again', () => {
    const quote = line('quote', { leading: 12, onGrid: false });
    const ys = ysOf([line('a'), quote, quote, quote, line('b')]);
    expect((first - (ys.at(-1) ?? 0)) % 24).toBe(0);
    expect(ys.at(-1)).toBe(first - 3 * 24);
  });
  test('a gap moves a line that is not on the grid by itself', () => {
    const single = line('single', { leading: 12, onGrid: false });
    const [a = 0, b = 0] = ysOf([single, { item: 'gap', height: 7 }, single]);
    expect(a - b).toBe(19);
  });
});

describe('footnotes', () => {
  const calling = line('calls', { calls: ['1'] });
  test('a note stands at the foot of the page that calls it, under a rule, its last line at the bottom', () => {
    const [page] = paginate([calling, ...many(3)], paper, notes(2));
    expect(page?.lines.map(textOfLine)).toEqual(['calls', '1', '2', '3', 'note 1', 'note 2']);
    const foot = page?.lines.slice(-2) ?? [];
    expect(foot[0]?.bars).toHaveLength(1);
    expect(foot[1]?.bars).toHaveLength(0);
    expect(foot[1]?.y).toBeCloseTo(792 - 726 + 3, 1);
  });
  test('the text makes room for it', () => {
    expect(texts([calling, ...many(28)], notes(4)).map((page) => page.length)).toEqual([25 + 4, 4]);
  });
  test('a note called low runs over to the next page, in order, before the next note', () => {
    const pages = texts([...many(24), calling, ...many(3)], notes(8));
    expect(pages[0]?.filter((text) => text.startsWith('note'))).not.toHaveLength(8);
    const all = pages.flatMap((page) => page.filter((text) => text.startsWith('note')));
    expect(all).toEqual(notes(8)().map(textOfLine));
    expect(pages[1]?.slice(0, 3)).toEqual(['1', '2', '3']);
  });
  test('a note never begins on the page before its call: a call without room for two lines moves', () => {
    const pages = texts([...many(27), calling], notes(3));
    expect(pages.map((page) => page.includes('calls'))).toEqual([false, true]);
    expect(pages[0]).toHaveLength(27);
  });
  test('a call moves too when only one line of a longer note would fit', () => {
    const wide = () => notes(3)().map((each) => ({ ...each, leading: 20 }));
    const pages = texts([...many(25), calling], wide);
    expect(pages[0]).toHaveLength(25);
    expect(pages[1]?.[0]).toBe('calls');
  });
  test('while a note runs over no later line stands above its first part, however low the line', () => {
    const wide = () => notes(4)().map((each) => ({ ...each, leading: 20 }));
    const pages = texts([...many(24), calling, line('low', { leading: 10, onGrid: false })], wide);
    expect(pages[0]?.slice(-3)).toEqual(['calls', 'note 1', 'note 2']);
    expect(pages[1]).toEqual(['low', 'note 3', 'note 4']);
  });
  test('a note longer than a page goes on as long as it must', () => {
    const pages = texts([calling], notes(120));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat().filter((text) => text.startsWith('note'))).toHaveLength(120);
  });
});
