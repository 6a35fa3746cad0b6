import { expect, test } from '@jest/globals';
import { blocksOf } from '../../server/passages/blocks.ts';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { cells, full, setPage } from './page-maker.ts';

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

test('names and addresses before the first word of a transcript head nothing; its pages do not go on from them', () => {
  const front = setPage(1, [
    { text: 'APPEARANCES', x: 290, end: 360, bold: true },
    { text: 'REDONDO BEACH, CA 90027', x: 250, end: 400 },
  ]);
  const spoken = (pageNumber: number) =>
    setPage(
      pageNumber,
      ['Q. Did you?', 'A. I did.', 'Q. When?', 'A. In May.'].map((text, at) => ({ text, number: at + 1 })),
    );
  expect(kinds(front, spoken(2), spoken(3)).map(([kind]) => kind)).not.toContain('heading');
  // In a brief that quotes a page of it at the end, headings are headings.
  expect(kinds(front, ...[2, 3, 4].map((page) => setPage(page, [full('Text of a brief.')])), spoken(5))[0]?.[0]).toBe(
    'heading',
  );
});

test('a table goes on over the page, rows and the rest of a cell alike', () => {
  const row = (year: string, amount: string) =>
    cells(
      [
        [108, year],
        [300, amount],
      ],
      { size: 10, gap: 16 },
    );
  const prose = [
    'A line of text in the letters of the body,',
    'another one, as long as the first is, and',
    'a third one that ends where its margin is.',
  ];
  const one = setPage(1, [...prose.map((text) => full(text)), row('Names', '40'), row('Ad spend near', '78')]);
  const rest = setPage(2, [
    { text: 'terms', size: 10 },
    ...prose.map((text, at) => full(text, { gap: at === 0 ? 50 : 24 })),
  ]);
  const rows = setPage(2, [
    row('2017', '150'),
    row('2018', '171'),
    ...prose.map((text, at) => full(text, { gap: at === 0 ? 50 : 24 })),
  ]);
  expect(kinds(one, rest).slice(0, 2)).toEqual([
    ['paragraph', 3],
    ['table', 3],
  ]);
  expect(kinds(one, rows).slice(0, 2)).toEqual([
    ['paragraph', 3],
    ['table', 4],
  ]);
});

test('a table of authorities has heads of its own', () => {
  const entry = (name: string) => full(`${name} ${'.'.repeat(40)} 12`);
  const page = setPage(1, [
    { text: 'TABLE OF AUTHORITIES', x: 260, end: 390, bold: true },
    { text: 'Cases', bold: true },
    entry('Doe v. Roe'),
    entry('Roe v. Doe'),
    { text: 'Statutes', bold: true },
    entry('15 U.S.C. § 1'),
    entry('15 U.S.C. § 2'),
  ]);
  expect(kinds(page)).toEqual([
    ['heading', 1],
    ['heading', 1],
    ['contents', 2],
    ['heading', 1],
    ['contents', 2],
  ]);
});

test('a letter: whose paper, to whom, and then its text', () => {
  const page = setPage(1, [
    { text: 'Specimen Law Offices', x: 264, end: 384, bold: true },
    { text: 'May 11, 2023', gap: 40 },
    { text: 'VIA CM/ECF', bold: true, gap: 40 },
    { text: 'To the Court:', gap: 40 },
    full('Plaintiffs write about a dispute that fills this line'),
    full('and another one, to the right margin of it.'),
  ]);
  expect(kinds(page).map(([kind]) => kind)).toEqual(['caption', 'paragraph', 'paragraph', 'paragraph']);
});
