// A request to tag or note → an anchored annotation: spans checked against the page text, quote and context taken from it.
// In: the document's pages, spans. Out: what is stored. Refuses (`bad-request`) spans that hold no text.
import { PinciteError } from '../contract/errors.ts';
import type { Span } from '../contract/page.ts';
import { mergeSpans } from '../text/derived-text.ts';
import { anchorOf, type AnchorPage } from '../text/quote-anchor.ts';

/** Spans with what finds them again. */
export interface Anchored {
  readonly spans: Span[];
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Anchors spans. Stamps, margin numbers and other furniture in the middle of a selection are left out of it: they are no words
 * of the filing, and a quote that holds them is not found again when the page is read anew. White space at the ends goes too, so
 * that the same words selected twice are the same place.
 */
export function anchorSpans(pages: readonly AnchorPage[], spans: readonly Span[]): Anchored {
  const merged = mergeSpans(spans);
  const whole = anchorOf(pages, merged);
  if (whole === null) {
    throw new PinciteError(
      'bad-request',
      'The selection lies outside the text of its page. Reload the document and select it again.',
      { field: 'spans' },
    );
  }
  const body = merged.flatMap((span) => wordsOf(pages, span));
  const anchor = anchorOf(pages, body);
  // Who selects nothing but a stamp means the stamp.
  return anchor === null ? { spans: merged, ...whole } : { spans: body, ...anchor };
}

/** The words of a span: its pieces between the furniture in it, without white space at their ends. */
function wordsOf(pages: readonly AnchorPage[], span: Span): Span[] {
  const page = pages.find(({ pageNumber }) => pageNumber === span.pageNumber);
  if (page === undefined) return [span];
  const inTheWay = page.lines
    .filter(({ furniture, from, to }) => furniture !== null && from < span.to && span.from < to)
    .toSorted((a, b) => a.from - b.from);
  const pieces: Span[] = [];
  let from = span.from;
  for (const line of [...inTheWay, { from: span.to, to: span.to }]) {
    const piece = trimmed(page.text, { ...span, from, to: Math.min(line.from, span.to) });
    if (piece.from < piece.to) pieces.push(piece);
    from = Math.max(from, line.to);
  }
  return pieces;
}

function trimmed(text: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (from < to && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { ...span, from, to };
}
