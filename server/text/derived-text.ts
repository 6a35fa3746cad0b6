// From derived text (a passage as it is read and searched) back to page text, by the runs that the passage carries.
// In: runs and offsets into the derived text. Out: spans of page text, one for each page and unbroken stretch.
import type { Span } from '../contract/page.ts';
import type { TextRun } from '../contract/passage.ts';

/**
 * Page spans of derived text `[from, to)`. Derived characters that stand nowhere on the page (the space for a line break)
 * belong to no span; spans that touch, or that only a line break or a mended hyphen parts, stay apart: boxes need them so.
 */
export function toPageSpans(runs: readonly TextRun[], from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    const start = Math.max(from, run.at);
    const end = Math.min(to, run.at + run.length);
    if (start >= end) continue;
    const shift = run.from - run.at;
    const last = spans.at(-1);
    const span = { pageNumber: run.pageNumber, from: start + shift, to: end + shift };
    if (last !== undefined && last.pageNumber === span.pageNumber && last.to === span.from) {
      spans[spans.length - 1] = { ...last, to: span.to };
    } else {
      spans.push(span);
    }
  }
  return spans;
}

/** Derived-text ranges `[from, to)` that stand on this span of page text: the way back. */
export function toDerivedRanges(runs: readonly TextRun[], span: Span): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const run of runs) {
    if (run.pageNumber !== span.pageNumber) continue;
    const start = Math.max(span.from, run.from);
    const end = Math.min(span.to, run.from + run.length);
    if (start < end) ranges.push({ from: start - run.from + run.at, to: end - run.from + run.at });
  }
  return ranges;
}

/** Spans merged where they touch or are parted by at most `gap` units on the same page, in reading order. */
export function mergeSpans(spans: readonly Span[], gap = 0): Span[] {
  const merged: Span[] = [];
  const ordered = spans.toSorted((a, b) => a.pageNumber - b.pageNumber || a.from - b.from);
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && last.pageNumber === span.pageNumber && span.from <= last.to + gap) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** Whether any unit of text belongs to both. */
export function spansOverlap(one: readonly Span[], other: readonly Span[]): boolean {
  return one.some((a) => other.some((b) => a.pageNumber === b.pageNumber && a.from < b.to && b.from < a.to));
}
