// Citations of passages and spans, from what the catalog knows.
// In: passages, or spans with their document. Out: citations; a place that is no longer there is null.
import type { Catalog } from '../catalog/catalog.ts';
import { cite, type Citation } from '../citations/cite.ts';
import { placeOfPassage, placeOfSpans, type CitedPlace } from '../citations/cited-place.ts';
import type { Page, Span } from '../contract/page.ts';
import type { ListedDocument, StoredDocument, StoredPassage } from '../contract/record.ts';
import type { CitationForm, CitationStyle } from '../contract/work-api.ts';
import type { ExactParts } from '../search/search-parts.ts';
import { anchorOf } from '../text/quote-anchor.ts';

/** Both forms in the default style. */
export function citationsOf({ document, passage }: StoredPassage<ListedDocument>): { full: string; short: string } {
  const place = placeOfPassage(passage);
  return { full: cite(document, place).text, short: cite(document, place, undefined, 'short').text };
}

/** Both forms for the place of a match, in the default style; null when a page of it is not there. */
export const citeMatch: ExactParts['citeMatch'] = ({ document, spans, pages, passages }) => {
  const place = placeOfSpans(pages, spans, passages);
  if (place === null) return null;
  const { from, to, paragraph } = place;
  const [full, short] = [cite(document, place).text, cite(document, place, undefined, 'short').text];
  return { from, to, paragraph, full, short };
};

/** Spans of a document with all that is shown of them. */
export interface CitedSpans {
  readonly document: StoredDocument;
  readonly place: CitedPlace;
  /** The text that stands there now. */
  readonly quote: string | null;
  readonly tags: StoredPassage['tags'];
}

/** Looks spans up; null when the document or a page of it is gone. */
export async function lookUpSpans(
  { documents }: Pick<Catalog, 'documents'>,
  documentId: string,
  spans: readonly Span[],
): Promise<CitedSpans | null> {
  const document = await documents.get(documentId);
  if (document === null) return null;
  const numbers = [...new Set(spans.map(({ pageNumber }) => pageNumber))];
  const pages: Page[] = [];
  const passages: StoredPassage[] = [];
  for (const number of numbers) {
    const page = await documents.page(documentId, number);
    if (page === null) return null;
    pages.push(page);
    passages.push(...(await documents.passages(documentId, number)));
  }
  const place = placeOfSpans(
    pages,
    spans,
    passages.map(({ passage }) => passage),
  );
  if (place === null) return null;
  const touched = passages.filter(({ passage }) =>
    passage.spans.some((a) => spans.some((b) => a.pageNumber === b.pageNumber && a.from < b.to && b.from < a.to)),
  );
  const tags = new Map(touched.flatMap((each) => each.tags.map((tag) => [tag.id, tag] as const)));
  return { document, place, quote: anchorOf(pages, spans)?.quote ?? null, tags: [...tags.values()] };
}

/** Cites what was looked up. */
export function citeSpans({ document, place }: CitedSpans, style: CitationStyle, form: CitationForm): Citation {
  return cite(document, place, style, form);
}
