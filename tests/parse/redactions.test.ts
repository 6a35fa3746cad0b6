// What the page hides is dropped; what it shows stays. Characters and boxes by hand; real PDFs in parse-pdf.test.ts.
import { describe, expect, test } from '@jest/globals';
import type { Rect } from '../../server/contract/geometry.ts';
import type { Fill, ImagePlace } from '../../server/parse/painted-shapes.ts';
import { withoutHiddenText } from '../../server/parse/redactions.ts';
import { glyphsOf } from './glyph-rows.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { rawPdf, words } from './raw-pdf.ts';

const view: Rect = [0, 0, 612, 792];
const over: Rect = [95, 695, 200, 712];
const fill = (order: number, change: Partial<Fill> = {}): Fill => ({
  box: over,
  rectangle: true,
  outline: null,
  color: '#000000',
  opaque: true,
  order,
  ...change,
});
const secret = glyphsOf('SECRET', 100, 700, { order: 5 });
const read = (glyphs: ReturnType<typeof glyphsOf>, fills: readonly Fill[], images: readonly ImagePlace[] = []) => {
  const seen = withoutHiddenText({ glyphs, fills: [...fills], images: [...images], unseen: [] }, view, 3);
  return {
    text: seen.glyphs.map(({ text }) => text).join(''),
    found: seen.redactions.map(({ bad, characters }) => [bad, characters]),
  };
};

describe('withoutHiddenText', () => {
  test.each([
    ['a black box over live text: dropped, and said', read(secret, [fill(9)]), '', [[true, 6]]],
    ['a white box over live text too', read(secret, [fill(9, { color: '#ffffff' })]), '', [[true, 6]]],
    ['text over a box drawn before it is seen', read(secret, [fill(1, { color: '#dddddd' })]), 'SECRET', []],
    [
      'a highlighter (not opaque) hides nothing',
      read(secret, [fill(9, { color: '#ffff00', opaque: false })]),
      'SECRET',
      [],
    ],
    ['a shape that is no rectangle hides nothing', read(secret, [fill(9, { rectangle: false })]), 'SECRET', []],
    ['a thin rule hides nothing', read(secret, [fill(9, { box: [95, 701, 200, 703] })]), 'SECRET', []],
    [
      'a box elsewhere is a good redaction',
      read(secret, [fill(9, { box: [300, 695, 400, 712] })]),
      'SECRET',
      [[false, 0]],
    ],
    ['white on paper', read(glyphsOf('SECRET', 100, 700, { color: '#ffffff' }), []), '', [[true, 6]]],
    ['black on a black box drawn before', read(secret, [fill(1)]), '', [[true, 6]]],
    [
      'white on a dark box is meant to be read',
      read(glyphsOf('TITLE', 100, 700, { color: '#ffffff', order: 5 }), [fill(1, { color: '#203060' })]),
      'TITLE',
      [],
    ],
    ['an opaque image over text', read(secret, [], [{ box: over, opaque: true, order: 9 }]), '', [[true, 6]]],
    [
      'a scan over its own text layer',
      read(glyphsOf('words', 100, 700, { invisible: true }), [], [{ box: view, opaque: true, order: 9 }]),
      'words',
      [],
    ],
    [
      'a text layer behind a dark box of the scan',
      read(glyphsOf('SECRET', 100, 700, { invisible: true, order: 9 }), [fill(1)]),
      '',
      [[true, 6]],
    ],
    [
      'words in brackets stand for what was taken out',
      read(glyphsOf('[REDACTED]', 100, 700), []),
      '[REDACTED]',
      [[false, 0]],
    ],
    ['so do blocks', read(glyphsOf('████', 100, 700), []), '████', [[false, 0]]],
    [
      'a title that says redacted is no redaction',
      read(glyphsOf('REDACTED VERSION', 100, 700), []),
      'REDACTED VERSION',
      [],
    ],
    ['a sheet that is black all over', read([], [fill(9, { box: view })]), '', [[false, 0]]],
    [
      'a dark sheet as the ground of white words',
      read(glyphsOf('TITLE', 100, 700, { color: '#ffffff', order: 12 }), [fill(9, { box: view })]),
      'TITLE',
      [],
    ],
    ['off the page', read(glyphsOf('SECRET', 900, 700), []), '', [[true, 6]]],
    [
      'painted over and written once more: no secret',
      read([...secret, ...glyphsOf('SECRET', 100, 700, { order: 12 })], [fill(9, { color: '#ffff00' })]),
      'SECRET',
      [],
    ],
    [
      'only the word REDACTED lies under the box: a good one',
      read(glyphsOf('[REDACTED]', 100, 700, { order: 5 }), [fill(9)]),
      '',
      [[false, 0]],
    ],
    [
      'CONFIDENTIAL is no secret either',
      read(glyphsOf('Highly Confidential', 100, 700, { order: 5 }), [fill(9)]),
      '',
      [[false, 0]],
    ],
    [
      'REDACTED before a name does not make the name public',
      read(glyphsOf('Redacted Roe', 100, 700, { order: 5 }), [fill(9)]),
      '',
      [[true, 11]],
    ],
    [
      'a box that cuts one letter of its neighbour',
      read(glyphsOf('s.', 100, 700, { order: 5 }), [fill(9)]),
      '',
      [[false, 0]],
    ],
    ['a row of X', read(glyphsOf('XXX-XXXX', 100, 700, { order: 5 }), [fill(9)]), '', [[false, 0]]],
    [
      'a printer’s note in white at the foot of the sheet',
      read(glyphsOf('VerDate Sep', 100, 20, { color: '#ffffff' }), []),
      '',
      [],
    ],
    [
      'a mark in white that is too small to read',
      read(glyphsOf('YVer1f', 100, 400, { color: '#ffffff', size: 1 }), []),
      '',
      [],
    ],
    [
      'blanks of a form under a white field',
      read(glyphsOf('____', 100, 700, { order: 5 }), [fill(9, { color: '#ffffff' })]),
      '',
      [],
    ],
  ])('%s', (_, { text, found }, expected, redactions) => {
    expect(text).toBe(expected);
    expect(found).toEqual(redactions);
  });

  test('a redaction names its page and its box', () => {
    const [redaction] = withoutHiddenText(
      { glyphs: secret, fills: [fill(9)], images: [], unseen: [] },
      view,
      3,
    ).redactions;
    expect(redaction).toMatchObject({ pageNumber: 3, box: [95, 695, 200, 695, 200, 712, 95, 712] });
  });
});

test('a page of many bad redactions tells each of them: what is left out would be served unburnt', async () => {
  const places = Array.from({ length: 320 }, (_, at) => [60 + (at % 16) * 32, 760 - Math.floor(at / 16) * 30] as const);
  const content = [
    ...places.map(([x, y]) => words('secret', x, y, 6)),
    '0 g\n',
    ...places.map(([x, y]) => `${x - 2} ${y - 3} 26 10 re f\n`),
  ].join('');
  const { pages } = await parsePdf(rawPdf([{ content }]));
  expect(pages[0]?.redactions.filter(({ bad }) => bad)).toHaveLength(320);
  expect(pages[0]?.text).toBe('');
});
