// Cutting and joining fragments without losing a character's place.
// Shape in: fragments → shape out: new fragments; advances always add up to the same places. Refuses nothing.
import { hundredths, type Fragment } from './lines.ts';

/** Where the character at `index` begins, along the line. */
export function placeOf(fragment: Fragment, index: number): number {
  let u = fragment.u0;
  for (let i = 0; i < index; i++) u += fragment.advances[i] ?? 0;
  return u;
}

/** The part `[from, to)` of a fragment, without spaces at its ends; null when nothing is left. */
export function partOfFragment(fragment: Fragment, from: number, to: number): Fragment | null {
  let [start, end] = [from, to];
  while (start < end && fragment.text[start] === ' ') start++;
  while (end > start && fragment.text[end - 1] === ' ') end--;
  if (start >= end) return null;
  if (start === 0 && end === fragment.text.length) return fragment;
  const u0 = placeOf(fragment, start);
  const radians = (fragment.angle * Math.PI) / 180;
  const moved = u0 - fragment.u0;
  return {
    ...fragment,
    text: fragment.text.slice(start, end),
    advances: fragment.advances.slice(start, end),
    u0,
    u1: end === fragment.text.length ? fragment.u1 : placeOf(fragment, end),
    x: hundredths(fragment.x + Math.cos(radians) * moved),
    y: hundredths(fragment.y + Math.sin(radians) * moved),
    superscripts: fragment.superscripts
      .map(([a, b]) => [Math.max(a, start) - start, Math.min(b, end) - start] as const)
      .filter(([a, b]) => a < b),
  };
}

/** Fragments of one row as one, left to right, with a space between; its advance is the gap. */
export function joinFragments(fragments: readonly Fragment[]): Fragment | null {
  const [first, ...others] = fragments;
  if (!first || others.length === 0) return first ?? null;
  let text = first.text;
  const advances = [...first.advances];
  const superscripts = [...first.superscripts];
  let end = first.u1;
  let main = first;
  for (const next of others) {
    text += ' ';
    advances.push(hundredths(next.u0 - end));
    superscripts.push(...next.superscripts.map(([a, b]) => [a + text.length, b + text.length] as const));
    text += next.text;
    advances.push(...next.advances);
    end = next.u1;
    if (next.text.length > main.text.length) main = next;
  }
  const weigh = (is: (fragment: Fragment) => boolean) =>
    fragments.reduce((sum, fragment) => sum + (is(fragment) ? fragment.text.length : -fragment.text.length), 0) > 0;
  return {
    ...first,
    text,
    advances,
    superscripts,
    u1: end,
    v: main.v,
    fontSize: main.fontSize,
    ascent: Math.max(...fragments.map(({ ascent }) => ascent)),
    descent: Math.max(...fragments.map(({ descent }) => descent)),
    bold: weigh(({ bold }) => bold),
    italic: weigh(({ italic }) => italic),
    invisible: weigh(({ invisible }) => invisible),
  };
}
