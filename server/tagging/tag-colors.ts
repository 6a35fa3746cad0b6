// Colours for tags: distinguishable side by side, with white or black text readable on each, the same in light and dark.
// In: colours in use. Out: the one used least, in a fixed order.

/**
 * Twelve colours of middling lightness that begin with four of the Okabe–Ito set: any two differ also for people without red or
 * green cones (measured in the tests).
 */
export const tagColors = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e1b42d',
  '#694b69',
  '#a5c369',
  '#784b00',
  '#b4b4ff',
  '#f04b69',
  '#5a693c',
  '#0069e1',
] as const;

/** The next colour. */
export function nextTagColor(used: readonly string[]): string {
  const count = (color: string): number => used.filter((each) => each.toLowerCase() === color).length;
  return [...tagColors].toSorted((a, b) => count(a) - count(b))[0] ?? tagColors[0];
}
