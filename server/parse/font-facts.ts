// What the lines need to know of a font, read from what pdf.js exports of it.
// Shape in: pdf.js' font object (untyped, may be missing) → shape out: plain facts with safe defaults.

/** Facts about a font; ascent and descent are fractions of the font size, both ≥ 0. */
export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  /** Text space units per glyph space unit: 0.001, or a Type3 font's own. */
  readonly unit: number;
  /** Type3 only: height of the font's box in text space units, so that a size can be told; else 0. */
  readonly height: number;
}

/** A font that pdf.js could not give. */
export const unknownFont: FontFacts = {
  name: '',
  bold: false,
  italic: false,
  ascent: 0.8,
  descent: 0.2,
  vertical: false,
  unit: 0.001,
  height: 0,
};

/** Pages of a file share their fonts, and a font stays what it is. */
const factsKnown = new WeakMap<object, FontFacts>();

/** Facts of a font, read once. */
export function fontFactsOf(font: unknown): FontFacts {
  if (typeof font !== 'object' || font === null) return unknownFont;
  const known = factsKnown.get(font);
  if (known !== undefined) return known;
  const facts = readFacts(font);
  factsKnown.set(font, facts);
  return facts;
}

/** Reads the facts; bold and italic also from the name (`TimesNewRomanPS-BoldMT`), as embedded fonts rarely set the flag. */
function readFacts(font: object): FontFacts {
  const name = textOf(Reflect.get(font, 'name'));
  const type3 = Reflect.get(font, 'isType3Font') === true;
  const matrix: unknown = Reflect.get(font, 'fontMatrix');
  const [unitX, unitY] = [numberAt(matrix, 0, 0.001), numberAt(matrix, 3, 0.001)];
  const box: unknown = Reflect.get(font, 'bbox');
  return {
    name,
    bold:
      Reflect.get(font, 'bold') === true || Reflect.get(font, 'black') === true || /bold|black|heavy|demi/i.test(name),
    italic: Reflect.get(font, 'italic') === true || /italic|oblique/i.test(name),
    ascent: fraction(Reflect.get(font, 'ascent'), 0.8),
    descent: fraction(Reflect.get(font, 'descent'), 0.2),
    vertical: Reflect.get(font, 'vertical') === true,
    unit: type3 ? unitX : 0.001,
    height: type3 ? Math.abs((numberAt(box, 3, 0) - numberAt(box, 1, 0)) * unitY) : 0,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberAt(list: unknown, index: number, otherwise: number): number {
  const value: unknown = Array.isArray(list) ? list[index] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** Fonts state nonsense (0, 2.5, no number): what no printed letter has becomes the usual value. */
function fraction(value: unknown, usual: number): number {
  const size = typeof value === 'number' ? Math.abs(value) : Number.NaN;
  return size >= 0.05 && size <= 1.2 ? size : usual;
}
