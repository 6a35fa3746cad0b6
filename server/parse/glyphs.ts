// One drawn character, and what its Unicode value becomes in page text.
// Shape in: what a font's map says (ligatures, control characters, exotic spaces) → shape out: plain text, possibly empty.
import type { FontFacts } from './font-facts.ts';

/** A character as drawn. Lengths are points of PDF user space; `u`, `v` are its place in coordinates turned by `angle`. */
export interface Glyph {
  /** Cleaned text; `' '` for any space; may hold several units (a ligature). */
  readonly text: string;
  /** Baseline origin. */
  readonly x: number;
  readonly y: number;
  /** Along and across the reading direction: equal to x and y for upright text. */
  readonly u: number;
  readonly v: number;
  /** Advance of the character alone, without character or word spacing. */
  readonly width: number;
  /** Font size on the page. */
  readonly size: number;
  /** Reading direction in whole degrees, 0–359, counter-clockwise. */
  readonly angle: number;
  readonly font: FontFacts;
  /** Fill colour `#rrggbb`; null when it is a pattern or transparent. */
  readonly color: string | null;
  /** Drawn without ink (text render mode 3 or 7): the text layer of a scan. */
  readonly invisible: boolean;
  /** Rank in the order of drawing, shared with fills and images of the page. */
  readonly order: number;
}

/** A character that is in the file and not on the page. */
export interface UnseenGlyph extends Glyph {
  readonly why: 'hidden-layer' | 'clipped';
}

/** The middle of a character's ink, roughly: half its width along, a third of its size up. */
export function centreOf(glyph: Pick<Glyph, 'x' | 'y' | 'width' | 'size' | 'angle'>): readonly [number, number] {
  const [cos, sin] = cosineAndSine(glyph.angle);
  const [along, up] = [glyph.width / 2, glyph.size * 0.3];
  return [glyph.x + along * cos - up * sin, glyph.y + along * sin + up * cos];
}

/** The same, one length at a time and without a list: a page asks for each of its characters. */
export function centreX(glyph: Pick<Glyph, 'x' | 'y' | 'width' | 'size' | 'angle'>): number {
  return glyph.angle === 0 ? glyph.x + glyph.width / 2 : centreOf(glyph)[0];
}

/** See `centreX`. */
export function centreY(glyph: Pick<Glyph, 'x' | 'y' | 'width' | 'size' | 'angle'>): number {
  return glyph.angle === 0 ? glyph.y + glyph.size * 0.3 : centreOf(glyph)[1];
}

/** Exact for the four upright directions, so that baselines compare equal. */
export function cosineAndSine(angle: number): readonly [number, number] {
  if (angle === 0) return [1, 0];
  if (angle === 90) return [0, 1];
  if (angle === 180) return [-1, 0];
  if (angle === 270) return [0, -1];
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

const ligatures: Record<string, string> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

/** A character of ASCII that is seen, or its space: nearly every one, and none of them needs cleaning. */
function isPrinted(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

const cleaned = new Map<string, string>();

/** Text of a character: ligatures as letters, every kind of space as `' '`, control characters and broken halves gone. */
export function cleanText(unicode: string): string {
  if (unicode.length === 1 && isPrinted(unicode.charCodeAt(0))) return unicode;
  const known = cleaned.get(unicode);
  if (known !== undefined) return known;
  const text = unicode
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, ' ')
    // Zero-width marks and direction marks have no place on paper; the soft hyphen (U+00AD) has one and stays.
    .replace(/\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/^ +$/, ' ');
  // Bounded: a hostile font can map to anything.
  if (cleaned.size > 20_000) cleaned.clear();
  cleaned.set(unicode, text);
  return text;
}
