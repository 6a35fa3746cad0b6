// A request to tag or note → an anchored annotation: spans checked against the page text, quote and context taken from it.
// In: the document's pages, spans. Out: what is stored. Refuses (`bad-request`) spans that hold no text.
import { PinciteError } from '../contract/errors.ts';
import type { Page, Span } from '../contract/page.ts';
import { mergeSpans } from '../text/derived-text.ts';
import { anchorOf } from '../text/quote-anchor.ts';

/** Spans with what finds them again. */
export interface Anchored {
  readonly spans: Span[];
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Anchors spans. */
export function anchorSpans(pages: readonly Page[], spans: readonly Span[]): Anchored {
  const merged = mergeSpans(spans);
  const anchor = anchorOf(pages, merged);
  if (anchor === null) {
    throw new PinciteError(
      'bad-request',
      'The selection lies outside the text of its page. Reload the document and select it again.',
      { field: 'spans' },
    );
  }
  return { spans: merged, ...anchor };
}
