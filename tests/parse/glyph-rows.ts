// Hand-made characters and fragments for tests of the pure steps: every character half as wide as its size, at places one can count.
import { unknownFont } from '../../server/parse/font-facts.ts';
import type { Glyph } from '../../server/parse/glyphs.ts';
import type { Fragment } from '../../server/parse/lines.ts';

/** Characters of a text from `u` on; a space is a glyph of its own, as fonts draw it. */
export function glyphsOf(text: string, u: number, v: number, change: Partial<Glyph> = {}): Glyph[] {
  const size = change.size ?? 10;
  return Array.from(text, (letter, i) => ({
    text: letter,
    x: u + (i * size) / 2,
    y: v,
    u: u + (i * size) / 2,
    v,
    width: size / 2,
    size,
    angle: 0,
    font: unknownFont,
    color: '#000000',
    invisible: false,
    order: 1,
    ...change,
  }));
}

let rows = 1_000;

/** A fragment on a row of its own, unless `row` says otherwise. */
export function fragment(text: string, u0: number, v: number, change: Partial<Fragment> = {}): Fragment {
  const size = change.fontSize ?? 10;
  rows += 1;
  return {
    text,
    advances: Array.from({ length: text.length }, () => size / 2),
    angle: 0,
    u0,
    u1: u0 + (text.length * size) / 2,
    v,
    x: u0,
    y: v,
    fontSize: size,
    ascent: 8,
    descent: 2,
    bold: false,
    italic: false,
    superscripts: [],
    invisible: false,
    row: rows,
    ...change,
  };
}
