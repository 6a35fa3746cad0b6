// Colours for tags: distinguishable side by side, with white or black text readable on each, the same in light and dark.
// In: colours in use. Out: the one used least, in a fixed order.

/** Twelve hues of middling lightness, after the Okabe–Ito set and its neighbours: told apart with common colour blindness. */
export const tagColors = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#8c6d1f',
  '#56b4e9',
  '#7b4fb5',
  '#e69f00',
  '#b23a48',
  '#4d7c0f',
  '#0f766e',
  '#6b7280',
] as const;

/** The next colour. */
export function nextTagColor(used: readonly string[]): string {
  const count = (color: string): number => used.filter((each) => each.toLowerCase() === color).length;
  return [...tagColors].toSorted((a, b) => count(a) - count(b))[0] ?? tagColors[0];
}
