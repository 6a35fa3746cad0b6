// Colours as far as redactions need them: how bright one is, and whether the eye takes two for one.
// Shape in: `#rrggbb` or null (a pattern, a shading) → shape out: numbers and yes or no.

/** 0 black to 1 white; an unknown colour counts as white. */
export function luminance(color: string | null): number {
  if (color === null) return 1;
  const read = channels(color);
  return (0.299 * read[0] + 0.587 * read[1] + 0.114 * read[2]) / 255;
}

/** Whether nobody sees one on the other; unknown colours differ. */
export function closeColours(color: string, other: string | null): boolean {
  if (other === null) return false;
  const [a, b] = [channels(color), channels(other)];
  return Math.abs(a[0] - b[0]) < 12 && Math.abs(a[1] - b[1]) < 12 && Math.abs(a[2] - b[2]) < 12;
}

type Channels = readonly [number, number, number];

/** A page asks for the colour of each letter, and nearly all have the same. */
const known = new Map<string, Channels>();
const mostKnown = 1000;

function channels(color: string): Channels {
  const before = known.get(color);
  if (before !== undefined) return before;
  const value = Number.parseInt(color.slice(1), 16);
  const read: Channels = Number.isNaN(value) ? [0, 0, 0] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  if (known.size < mostKnown) known.set(color, read);
  return read;
}
