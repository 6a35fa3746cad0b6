// The faces of the specimens and how wide a text is in them: face + size + text -> points.
// Tinos, Arimo and Cousine have the metrics of Times, Arial and Courier New; refuses nothing, a missing file throws as it is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font, GlyphRun } from 'fontkit';

const families = { serif: 'tinos', sans: 'arimo', mono: 'cousine' } as const;

/** One of the three families. */
export type Family = keyof typeof families;

/** A family with its weight and slope. */
export interface Face {
  readonly family: Family;
  readonly bold: boolean;
  readonly italic: boolean;
}

const require = createRequire(import.meta.url);
const opened = new Map<string, Font>();
const widths = new Map<string, number>();

/** Path of the TTF of a face inside its npm package. */
export function fontFileOf(face: Face): string {
  const font = families[face.family];
  const name = `${face.bold ? '700Bold' : '400Regular'}${face.italic ? '_Italic' : ''}`;
  const capital = font.charAt(0).toUpperCase() + font.slice(1);
  return require.resolve(`@expo-google-fonts/${font}/${name}/${capital}_${name}.ttf`);
}

/** Glyphs of a text with their advances, in font units; `unitsPerEm` scales them. */
export function glyphsOf(text: string, face: Face): { readonly run: GlyphRun; readonly unitsPerEm: number } {
  const file = fontFileOf(face);
  const font = opened.get(file) ?? create(readFileSync(file));
  opened.set(file, font);
  return { run: font.layout(text), unitsPerEm: font.unitsPerEm };
}

/** Width of a text in points. */
export function widthOf(text: string, face: Face, size: number): number {
  const key = `${face.family}${Number(face.bold)}${Number(face.italic)} ${text}`;
  let em = widths.get(key);
  if (em === undefined) {
    const { run, unitsPerEm } = glyphsOf(text, face);
    em = run.advanceWidth / unitsPerEm;
    widths.set(key, em);
  }
  return em * size;
}
