// What is written down about a filing: lines, passages over pages, redactions, and no more about a scan than can be read.
import { describe, expect, test } from '@jest/globals';
import type { SourcePassage } from '../../../docs-corpus/typesetter/set-line.ts';
import { textOfLine, truthOf } from '../../../docs-corpus/typesetter/truth.ts';
import { placedLine, placedPage, sampleSource } from './sample-source.ts';

const factsOf = (facts: Readonly<Record<string, string>> = {}) => sampleSource('Text.', facts).facts;
const passage = (text: string, change: Partial<SourcePassage> = {}): SourcePassage => ({
  kind: 'paragraph',
  text,
  paragraph: null,
  headings: [],
  ...change,
});

describe('textOfLine', () => {
  const [segment] = placedLine('x').segments;
  const at = (dx: number, text: string, width = 6 * text.length) => ({
    ...segment,
    dx,
    text,
    width,
    size: 12,
    rise: 0,
    face: { family: 'serif', bold: false, italic: false } as const,
  });
  test.each([
    ['segments that touch are one word', [at(0, 'Fort'), at(24, 'nightly')], 'Fortnightly'],
    ['a space that is typed', [at(0, 'see '), at(24, 'Grinnell')], 'see Grinnell'],
    ['white space between columns is a space', [at(0, '2015'), at(200, '40.0')], '2015 40.0'],
    ['a label that hangs has no width of its own', [at(36, 'A.', 0), at(64, 'Facts')], 'A. Facts'],
    ['no words', [], ''],
  ])('%s', (_, segments, expected) => {
    expect(textOfLine({ segments })).toBe(expected);
  });
});

describe('passages', () => {
  const over = passage('One two three', { paragraph: '7', headings: ['I. FACTS'] });
  const first = placedPage([
    placedLine('One', { number: 27, passage: over }),
    placedLine('two', { number: 28, passage: over }),
  ]);
  const second = placedPage([placedLine('three', { number: 1, passage: over })], { pageNumber: 2, pageLabel: '2' });

  test('a passage over two pages has lines on both', () => {
    expect(truthOf('x.pdf', [first, second], factsOf()).passages).toEqual([
      { ...over, pageNumber: 1, toPageNumber: 2, lines: { from: 27, to: 1, toPageNumber: 2 } },
    ]);
  });
  test('equal words twice are two passages', () => {
    const lines = [passage('Id.'), passage('Id.')].map((each) => placedLine('Id.', { passage: each }));
    expect(truthOf('x.pdf', [placedPage(lines)], factsOf()).passages).toHaveLength(2);
  });
  test('a note beside no number does not lose the numbers of its text', () => {
    const note = placedLine('foot', { passage: over, number: null });
    const page = placedPage([...first.lines, note]);
    expect(truthOf('x.pdf', [page], factsOf()).passages[0]?.lines).toEqual({ from: 27, to: 28, toPageNumber: 1 });
  });
  test.each([
    ['without numbers there are no lines', placedLine('One', { passage: over }), [null]],
    ['an empty passage is none', placedLine('', { passage: passage('') }), []],
    ['furniture is none', placedLine('3', { furniture: 'page-number' }), []],
  ])('%s', (_, line, expected) => {
    expect(truthOf('x.pdf', [placedPage([line])], factsOf()).passages.map(({ lines }) => lines)).toEqual(expected);
  });
});

describe('pages', () => {
  const lines = [
    placedLine('Case X', { furniture: 'stamp' }),
    placedLine('Text', { number: 3, x: 92.004, y: 640.126 }),
    placedLine(''),
    placedLine('12', { furniture: 'page-number' }),
  ];
  const page = placedPage(lines, { pageNumber: 4, pageLabel: '12', bates: 'META-SPEC-000126' });

  test('lines that can be seen, with number, kind and place', () => {
    const [found] = truthOf('x.pdf', [page], factsOf()).pages;
    expect(found).toMatchObject({
      pageNumber: 4,
      pageLabel: '12',
      stampPage: 4,
      bates: 'META-SPEC-000126',
      text: null,
    });
    expect(found?.lines).toEqual([
      { number: null, text: 'Case X', furniture: 'stamp', x: 92, y: 700 },
      { number: 3, text: 'Text', furniture: null, x: 92, y: 640.13 },
      { number: null, text: '12', furniture: 'page-number', x: 92, y: 700 },
    ]);
  });
  test('of a scan only the stamp can be read; the words of the image are kept for OCR, and no label is claimed', () => {
    const truth = truthOf('x.pdf', [page], factsOf({ scanned: 'true' }));
    expect(truth.pages[0]).toMatchObject({ pageLabel: null, stampPage: 4, text: 'Text\n12' });
    expect(truth.pages[0]?.lines.map(({ text }) => text)).toEqual(['Case X']);
    expect(truth.passages).toEqual([]);
  });
  test('boxes of redactions, in the coordinates of the page; rules and underlines are none', () => {
    const line = placedLine('paid', {
      x: 128,
      bars: [
        { dx: 40, dy: -3, width: 60, height: 12, redaction: true },
        { dx: 0, dy: -2, width: 30, height: 0.6, redaction: false },
      ],
      segments: placedLine('paid').segments.map((segment) => ({ ...segment, dx: 36 })),
    });
    expect(truthOf('x.pdf', [placedPage([line], { pageNumber: 2 })], factsOf()).redactions).toEqual([
      { pageNumber: 2, box: [132, 697, 192, 709] },
    ]);
  });
});
