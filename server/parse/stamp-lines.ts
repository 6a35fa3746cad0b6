// Finds the stamps of one page among its fragments, also when they are wrapped, broken up or share a line with other text.
// Shape in: fragments → shape out: the same fragments, cut so that a stamp is alone, those that are stamps, and the stamps,
// the latest filed first. Looks only at the edges of the page: prose that mentions a stamp is not one.
import type { Rect } from '../contract/geometry.ts';
import type { Stamp } from '../contract/page.ts';
import { partOfFragment } from './fragment-edit.ts';
import type { Fragment } from './lines.ts';
import { findStamps, isStampRest } from './stamps.ts';

/** A page's fragments with its stamps told apart. */
export interface StampedFragments {
  readonly fragments: readonly Fragment[];
  readonly marked: ReadonlySet<Fragment>;
  readonly stamps: readonly Stamp[];
}

/** Share of the page's height, at the top and at the bottom, where a court prints. */
const edge = 0.14;

/** Marks stamps among fragments of one direction; `box` is the page in the same coordinates. */
export function markStamps(fragments: readonly Fragment[], box: Rect): StampedFragments {
  const height = box[3] - box[1];
  const nearEdge = ({ v }: Fragment) => v > box[3] - edge * height || v < box[1] + edge * height;
  const rows = new Map<number, Fragment[]>();
  for (const fragment of fragments) {
    if (!nearEdge(fragment)) continue;
    rows.set(fragment.row, [...(rows.get(fragment.row) ?? []), fragment]);
  }
  const ordered = [...rows.values()].map((row) => row.toSorted((a, b) => a.u0 - b.u0));
  const replaced = new Map<Fragment, Fragment[]>();
  const marked = new Set<Fragment>();
  const stamps: Stamp[] = [];
  const used = new Set<readonly Fragment[]>();
  ordered.forEach((row, index) => {
    const text = textOf(row);
    for (const found of findStamps(text)) {
      // Of two stamps printed over each other each has its own rest, in the order of printing.
      const rest = wrappedRest(row, ordered, index, used);
      const joined = rest && found.to >= text.trimEnd().length - 2 ? findStamps(`${text} ${textOf(rest)}`) : [];
      const whole = joined.find(({ from, to }) => from === found.from && to > text.length + 1);
      if (whole && rest) {
        used.add(rest);
        for (const fragment of rest) marked.add(fragment);
      }
      stamps.push((whole ?? found).stamp);
      cut(row, found.from, found.to, replaced, marked);
    }
  });
  const latestFirst = stamps.toSorted((a, b) => (b.filedOn ?? '').localeCompare(a.filedOn ?? ''));
  return {
    fragments: fragments.flatMap((fragment) => replaced.get(fragment) ?? [fragment]),
    marked,
    stamps: latestFirst,
  };
}

function textOf(row: readonly Fragment[]): string {
  return row.map(({ text }) => text).join(' ');
}

/** The row just below that holds nothing but stamp fields. */
function wrappedRest(
  row: readonly Fragment[],
  rows: readonly (readonly Fragment[])[],
  index: number,
  used: ReadonlySet<readonly Fragment[]>,
): readonly Fragment[] | null {
  const [first] = row;
  if (!first) return null;
  const below = rows.slice(index + 1, index + 5).find((other) => {
    if (used.has(other)) return false;
    const gap = first.v - (other[0]?.v ?? 0);
    return gap > 0.5 * first.fontSize && gap < 2.2 * first.fontSize && isStampRest(textOf(other));
  });
  return below ?? null;
}

/** Cuts the fragments of a row so that `[from, to)` of its text is in fragments of its own, and marks those. */
function cut(
  row: readonly Fragment[],
  from: number,
  to: number,
  replaced: Map<Fragment, Fragment[]>,
  marked: Set<Fragment>,
): void {
  let at = 0;
  for (const fragment of row) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, fragment.text.length)];
    if (start < end) {
      const stamp = partOfFragment(fragment, start, end);
      const parts = [partOfFragment(fragment, 0, start), stamp, partOfFragment(fragment, end, fragment.text.length)];
      if (stamp) marked.add(stamp);
      replaced.set(
        fragment,
        parts.filter((part) => part !== null),
      );
    }
    at += fragment.text.length + 1;
  }
}
