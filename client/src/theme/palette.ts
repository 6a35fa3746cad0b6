// The colours of Pincite, light and dark, as CSS variables `--pc-…`: text first, one accent, one mark.
// Every pair that carries text keeps 4.5 : 1 (WCAG 1.4.3); the twin test measures them.

/** One scheme; the names say the use, not the colour. */
export interface Palette {
  /** Behind everything: header, facets. */
  readonly ground: string;
  /** Behind text that is read: hits, cards, the box. */
  readonly paper: string;
  /** A row under the pointer. */
  readonly hover: string;
  readonly line: string;
  /** Borders of fields: 3 : 1 against paper (WCAG 1.4.11). */
  readonly edge: string;
  readonly ink: string;
  readonly ink2: string;
  /** The quietest text that is still text. */
  readonly ink3: string;
  readonly accent: string;
  readonly accentSoft: string;
  /** Text on the accent. */
  readonly onAccent: string;
  readonly mark: string;
  readonly markInk: string;
  /** The rule under a marked word: a hit is told by more than colour. */
  readonly markRule: string;
  readonly danger: string;
  readonly dangerSoft: string;
  readonly good: string;
}

export const light: Palette = {
  ground: '#f5f3ef',
  paper: '#fffefc',
  hover: '#edeae3',
  line: '#e2ded6',
  edge: '#8c877d',
  ink: '#1d1e21',
  ink2: '#4c4a45',
  ink3: '#65625b',
  accent: '#1f4e79',
  accentSoft: '#e3ecf5',
  onAccent: '#ffffff',
  mark: '#ffe8a3',
  markInk: '#1d1e21',
  markRule: '#a86d00',
  danger: '#a12622',
  dangerSoft: '#fbeae8',
  good: '#23683a',
};

export const dark: Palette = {
  ground: '#141619',
  paper: '#1b1e22',
  hover: '#25292f',
  line: '#2e333a',
  edge: '#757b84',
  ink: '#e8e5de',
  ink2: '#bdb9b0',
  ink3: '#a19d94',
  accent: '#8fbce4',
  accentSoft: '#22344a',
  onAccent: '#10202f',
  mark: '#594811',
  markInk: '#fff4d0',
  markRule: '#e6b73f',
  danger: '#f19a93',
  dangerSoft: '#3c2220',
  good: '#86cf9b',
};

/** `accentSoft` → `--pc-accent-soft`. */
export function variableNameOf(name: string): string {
  return `--pc-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1')}`;
}

/** The variables of a scheme. */
export function variablesOf(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, color]) => [variableNameOf(name), color]));
}

/** Contrast of two `#rrggbb` colours by WCAG 2 (1 to 21). */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
