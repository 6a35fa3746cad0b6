// The part of the PDF graphics state that decides where text stands and whether it is seen (ISO 32000-1, 8.4 and 9.3).
// Shape: one mutable record per level; the interpreter copies it for `q`. Refuses: entries of the wrong kind are passed over.
import { unknownFont, type FontFacts } from './font-facts.ts';
import { identity, type Matrix } from './matrix.ts';
import { unclipped, type Clip } from './painted-shapes.ts';

/** Mutable: the interpreter changes it operator by operator. */
export interface GraphicsState {
  matrix: Matrix;
  font: FontFacts;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 = 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  color: string | null;
  strokeColor: string | null;
  lineWidth: number;
  alpha: number;
  strokeAlpha: number;
  normalBlending: boolean;
  softMask: boolean;
  /** False inside a transparency group that is itself painted half transparent or blended (a highlighter). */
  groupOpaque: boolean;
  clip: Clip;
}

/** The state at the beginning of a page. */
export function initialState(): GraphicsState {
  return {
    matrix: identity,
    font: unknownFont,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    color: '#000000',
    strokeColor: '#000000',
    lineWidth: 1,
    alpha: 1,
    strokeAlpha: 1,
    normalBlending: true,
    softMask: false,
    groupOpaque: true,
    clip: unclipped,
  };
}

/** Whether what is painted now hides what lies under it. */
export function isOpaque(state: GraphicsState, alpha: number): boolean {
  return alpha > 0.95 && state.normalBlending && !state.softMask && state.groupOpaque;
}

/** A transparency group starts with fresh alpha and blending; how it is itself painted is remembered. */
export function enterGroup(state: GraphicsState): void {
  state.groupOpaque = isOpaque(state, state.alpha);
  state.alpha = 1;
  state.strokeAlpha = 1;
  state.normalBlending = true;
  state.softMask = false;
}

/** Applies an `ExtGState` as pdf.js lists it: pairs of key and value. `fontOf` resolves its font. */
export function applyGState(state: GraphicsState, entries: unknown, fontOf: (name: string) => FontFacts): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const key: unknown = entry[0];
    const value: unknown = entry[1];
    if (key === 'ca' && typeof value === 'number') state.alpha = value;
    else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
    else if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    else if (key === 'BM') state.normalBlending = value === 'source-over';
    else if (key === 'SMask') state.softMask = value !== false;
    else if (key === 'Font' && Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number') {
      state.font = fontOf(value[0]);
      state.fontSize = value[1];
    }
  }
}
