// Operators → characters, fills and images with their places: lists by hand, and a real page against pdf.js' own text.
import { describe, expect, test } from '@jest/globals';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unknownFont } from '../../server/parse/font-facts.ts';
import { interpret } from '../../server/parse/operator-interpreter.ts';
import { openPdf } from '../../server/parse/pdf-document.ts';
import { makePdf, put } from './make-pdf.ts';

/** An operator with its operands. */
type Step = readonly [operator: number, operands?: readonly unknown[]];

/** Glyphs as pdf.js lists them: half an em wide. */
const shown = (text: string) => [Array.from(text, (unicode) => ({ unicode, width: 500, isSpace: unicode === ' ' }))];
const square = [[new Float32Array([0, 10, 10, 1, 60, 10, 1, 60, 30, 1, 10, 30, 4])], [10, 10, 60, 30]] as const;

function run(...steps: readonly Step[]) {
  return interpret({
    operators: steps.map(([operator]) => operator),
    args: steps.map(([, args]) => args ?? null),
    fontOf: () => unknownFont,
    isVisible: (group) => group !== 'off',
    fieldIds: new Set(['field']),
  });
}

const say = (text: string, ...before: readonly Step[]) =>
  run(
    [OPS.beginText],
    [OPS.setFont, ['F1', 10]],
    [OPS.moveText, [100, 700]],
    ...before,
    [OPS.showText, shown(text)],
    [OPS.endText],
  );

describe('text', () => {
  test('characters follow each other', () => {
    expect(say('abc').glyphs.map(({ text, x, y, width, size }) => [text, x, y, width, size])).toEqual([
      ['a', 100, 700, 5, 10],
      ['b', 105, 700, 5, 10],
      ['c', 110, 700, 5, 10],
    ]);
  });

  test.each([
    ['character spacing', [OPS.setCharSpacing, [2]], 107],
    ['horizontal scaling', [OPS.setHScale, [50]], 102.5],
    ['a rise lifts and does not push', [OPS.setTextRise, [4]], 105],
  ] as const)('%s', (_, step, expected) => {
    expect(say('ab', [step[0], step[1]]).glyphs[1]?.x).toBe(expected);
  });

  test('a number between glyphs moves back by thousandths of an em', () => {
    const { glyphs } = run(
      [OPS.beginText],
      [OPS.setFont, ['F1', 10]],
      [OPS.showText, [[{ unicode: 'a', width: 500 }, -200, { unicode: 'b', width: 500 }]]],
    );
    expect(glyphs[1]?.x).toBe(7);
  });

  test('leading and next line', () => {
    expect(say('a', [OPS.setLeading, [12]], [OPS.nextLine]).glyphs[0]?.y).toBe(688);
  });

  test('a turned matrix turns the direction', () => {
    const { glyphs } = run(
      [OPS.transform, [0, 1, -1, 0, 300, 0]],
      [OPS.beginText],
      [OPS.setFont, ['F1', 10]],
      [OPS.showText, shown('ab')],
    );
    expect(glyphs.map(({ x, y, angle }) => [x, y, angle])).toEqual([
      [300, 0, 90],
      [300, 5, 90],
    ]);
  });

  test.each([
    ['a layer that is switched off', [OPS.beginMarkedContentProps, ['OC', 'off']], 0],
    ['a layer that is on', [OPS.beginMarkedContentProps, ['OC', 'on']], 2],
    ['another kind of marked content', [OPS.beginMarkedContentProps, ['Span', null]], 2],
    ['a group that only makes a soft mask', [OPS.beginGroup, [{ smask: { subtype: 'Luminosity' } }]], 0],
  ] as const)('%s', (_, step, expected) => {
    expect(say('ab', [step[0], step[1]]).glyphs).toHaveLength(expected);
  });

  test('what a clip leaves out is not on the page', () => {
    const clip = [[OPS.clip], [OPS.constructPath, [OPS.endPath, ...square]]] as const;
    expect(say('ab', ...clip).glyphs).toEqual([]);
    expect(say('ab', [OPS.save], ...clip, [OPS.restore]).glyphs).toHaveLength(2);
  });

  test('arguments of the wrong kind are passed over', () => {
    expect(
      run([OPS.showText, [7]], [OPS.transform, ['x']], [OPS.setGState, [null]], [OPS.restore], [9999, [1]]).glyphs,
    ).toEqual([]);
  });
});

describe('shapes', () => {
  const paint = (operator: number, ...before: readonly Step[]) =>
    run(...before, [OPS.constructPath, [operator, ...square]]).fills;

  test('a filled rectangle with its colour', () => {
    expect(paint(OPS.fill, [OPS.setFillRGBColor, ['#112233']])).toMatchObject([
      { box: [10, 10, 60, 30], rectangle: true, color: '#112233', opaque: true },
    ]);
  });

  test.each([
    ['a stroke around it fills nothing', OPS.stroke, []],
    ['an unpainted path', OPS.endPath, []],
  ])('%s', (_, operator, expected) => {
    expect(paint(operator)).toEqual(expected);
  });

  test.each([
    ['half transparent', [OPS.setGState, [[['ca', 0.5]]]]],
    ['a pattern', [OPS.setFillColorN, ['TilingPattern']]],
  ] as const)('not opaque: %s', (_, step) => {
    expect(paint(OPS.fill, [step[0], step[1]])[0]?.opaque).toBe(false);
  });

  test('a box clipped away paints nothing one could hide under', () => {
    const small = [[new Float32Array([0, 0, 0, 1, 20, 0, 1, 20, 20, 1, 0, 20, 4])], [0, 0, 20, 20]];
    expect(paint(OPS.fill, [OPS.clip], [OPS.constructPath, [OPS.endPath, ...small]])[0]?.box).toEqual([10, 10, 20, 20]);
  });

  test('an image is a unit square through the matrix', () => {
    expect(run([OPS.transform, [200, 0, 0, 100, 50, 60]], [OPS.paintImageXObject, ['img', 1, 1]]).images).toMatchObject(
      [{ box: [50, 60, 250, 160], opaque: true }],
    );
  });
});

describe('a real page', () => {
  test('the same words at the same places as pdf.js reads them', async () => {
    const bytes = await makePdf((document) => {
      document.addPage();
      put(document, 'The quick brown fox', 72, 100, 14);
      put(document, 'jumps over it — § 7', 200, 300, 9, 'Helvetica-Bold');
      document.save().rotate(90, { origin: [400, 400] });
      put(document, 'turned', 400, 400);
      document.restore();
    });
    const pdf = await openPdf(bytes);
    const { glyphs } = interpret(await pdf.page(1));
    await pdf.close();
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const content = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x, y]: number[] = item.transform;
      const first = glyphs.find((glyph) => Math.abs(glyph.x - (x ?? 0)) < 0.01 && Math.abs(glyph.y - (y ?? 0)) < 0.01);
      expect(first?.text).toBe(item.str[0]);
      const own = glyphs.filter(({ order }) => order === first?.order);
      const width = own.reduce((sum, glyph) => sum + glyph.width, 0);
      expect(own.map(({ text }) => text).join('')).toContain(item.str.slice(0, 5));
      expect(Math.abs(width - item.width)).toBeLessThan(1);
    }
    expect(glyphs.find(({ text }) => text === 't')).toBeDefined();
  });
});
