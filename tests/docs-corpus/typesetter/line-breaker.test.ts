// Lines of a width: nothing lost, nothing too wide, broken only where a typist would, withheld words drawn as bars.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { widthOf } from '../../../docs-corpus/typesetter/fonts.ts';
import { redact, runsOf } from '../../../docs-corpus/typesetter/inline.ts';
import { breakLines } from '../../../docs-corpus/typesetter/line-breaker.ts';
import type { BrokenLine, Measure } from '../../../docs-corpus/typesetter/line-breaker.ts';
import { textOfLine } from '../../../docs-corpus/typesetter/truth.ts';

/** Courier: every letter is 7.2 points wide at 12 points, so a width is a number of letters. */
const mono = { family: 'mono', bold: false, italic: false, size: 12 } as const;
const letters = (count: number, change: Partial<Measure> = {}): Measure => ({
  first: 0,
  rest: 0,
  width: count * 7.2012 + 0.05,
  align: 'left',
  ...change,
});
const broken = (text: string, measure: Measure) => breakLines(runsOf(text), measure, mono).map(textOfLine);
const startOf = (line: BrokenLine | undefined) => Math.round(((line?.segments[0]?.dx ?? -1) / 7.2) * 10) / 10;

/** The text again: an added hyphen goes, a word's own stays. */
const mend = (lines: readonly string[]) =>
  lines
    .map((line) => (line.endsWith('cross-') ? line : line.endsWith('-') ? line.slice(0, -1) : `${line} `))
    .join('')
    .trim();

describe('where lines end', () => {
  test.each([
    ['as many words as fit', 'one two three four', letters(9), ['one two', 'three', 'four']],
    ['a word that just fits', 'one two', letters(7), ['one two']],
    ['a listed word is broken with a hyphen', 'the agreement here', letters(10), ['the agree-', 'ment here']],
    ['an unknown word is not', 'the zyzzyvazyz here', letters(10), ['the', 'zyzzyvazyz', 'here']],
    ['its own hyphen needs no second one', 'a cross-device link', letters(9), ['a cross-', 'device', 'link']],
    ['a dash ends a line', 'it said—nothing more', letters(8), ['it said—', 'nothing', 'more']],
    ['a word wider than the line stands alone', 'a verylongword b', letters(6), ['a', 'verylongword', 'b']],
    [
      'two lines in a row are never both hyphenated',
      'the agreement agreement',
      letters(11),
      ['the agree-', 'ment', 'agreement'],
    ],
    ['whole words only, for headings', 'the agreement', letters(10, { whole: true }), ['the', 'agreement']],
    ['nothing is one empty line', '', letters(5), ['']],
    ['a space that does not break', 'see § 2 now', letters(6), ['see', '§ 2', 'now']],
  ])('%s', (_, text, measure, expected) => {
    expect(broken(text, measure)).toEqual(expected);
  });

  test('no word is lost, doubled or moved, and no line is wider than it may be unless it is one word', () => {
    const word = fc.constantFrom(
      'agreement',
      'communications',
      'API',
      'a',
      'cross-device',
      'Titan',
      '26,077',
      '“privacy”',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 5, max: 40 }), (words, count) => {
        const lines = broken(words.join(' '), letters(count));
        expect(mend(lines)).toBe(words.join(' '));
        for (const line of lines) if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(count);
      }),
    );
  });
});

describe('where lines begin', () => {
  test.each([
    ['at the left', letters(20), [0, 0]],
    ['the first indented', letters(20, { first: 36 }), [5, 0]],
    ['a hanging number', letters(20, { rest: 36 }), [0, 5]],
    ['centred', letters(20, { align: 'center' }), [1, 3]],
    ['at the right', letters(20, { align: 'right' }), [2, 6]],
  ])('%s', (_, measure, expected) => {
    const lines = breakLines(runsOf('one two three four five six seven'), measure, mono);
    expect(lines.map(startOf)).toEqual(expected);
  });
});

describe('what a line carries', () => {
  test('words of one style are one segment, another style is another', () => {
    const [line] = breakLines(runsOf('see *Grinnell Corp.* at 570'), letters(60), mono);
    expect(line?.segments.map(({ text, face }) => [text, face.italic])).toEqual([
      ['see ', false],
      ['Grinnell Corp. ', true],
      ['at 570', false],
    ]);
  });

  test('a footnote is small, raised, and called', () => {
    const [line] = breakLines(runsOf('not.[^3] No'), letters(60), mono);
    const note = line?.segments.find(({ text }) => text.startsWith('3'));
    expect(line?.calls).toEqual(['3']);
    expect(note?.rise).toBeGreaterThan(0);
    expect(note?.size).toBeLessThan(mono.size);
  });

  test('withheld words are one bar as wide as they were, and no text', () => {
    const [line] = breakLines(redact(runsOf('paid {{150 million}} in all')), letters(60), mono);
    expect(JSON.stringify(line)).not.toContain('million');
    expect(line?.bars).toEqual([expect.objectContaining({ redaction: true })]);
    const width = widthOf('150 million', { family: 'mono', bold: false, italic: false }, 12);
    expect(line?.bars[0]?.width).toBeCloseTo(width + 1, 1);
    expect(line && textOfLine(line)).toBe('paid in all');
  });

  test('a withheld stretch over two lines has a bar on each', () => {
    const lines = breakLines(redact(runsOf('{{one two three}}')), letters(7), mono);
    expect(lines.map(({ bars }) => bars.length)).toEqual([1, 1]);
  });

  test('an underline runs on under the space between two words', () => {
    const [line] = breakLines(runsOf('__two words__ more'), letters(60), mono);
    expect(line?.bars).toEqual([expect.objectContaining({ redaction: false, dx: 0 })]);
    expect(line?.bars[0]?.width).toBeCloseTo(9 * 7.2, 0);
  });
});
