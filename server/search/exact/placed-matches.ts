// Matches as positions → matches as they stand in the filing: letters of passages, spans of page text.
// In: matches of any documents. Out: the same with their passages, pages and spans. What was removed meanwhile is left out.
import type { CitedPage, Span } from '../../contract/page.ts';
import type { ListedDocument, StoredPassage } from '../../contract/record.ts';
import type { PageOfDocument, PagePlace } from '../../contract/word-index.ts';
import { createMatchPlacer, type PlacedRange } from '../terms/match-places.ts';
import type { PiecePart } from '../terms/packed-words.ts';
import type { ExactParts, SearchParts } from '../search-parts.ts';
import type { FoundMatch } from './exact-question.ts';

/** A match in its filing. */
export interface PlacedMatch<OfPage extends CitedPage = CitedPage> {
  readonly match: FoundMatch;
  readonly document: ListedDocument;
  /** In reading order; none for a document that satisfies without a match. */
  readonly ranges: readonly PlacedRange[];
  readonly spans: readonly Span[];
  /** Those it touches, in reading order; the first of the document when it touches none; none when no page of it has text. */
  readonly passages: readonly StoredPassage<ListedDocument>[];
  /** Those its spans stand on; the first page of a document without text. */
  readonly pages: readonly OfPage[];
}

/** What placing needs of the catalog. Of pages whoever asks gets what they read: all of them, or what a citation asks. */
export interface PlacingParts<OfPage extends CitedPage>
  extends Pick<ExactParts, 'passagesAt'>, Pick<SearchParts, 'document'> {
  readonly pagesAt: (places: readonly PagePlace[]) => Promise<readonly PageOfDocument<OfPage>[]>;
}

/** A match whose pages are still to be read. */
type MatchOnPages = Omit<PlacedMatch, 'pages'> & { readonly numbers: readonly number[] };

/** Places matches: whatever they need is read at once. */
export async function placeMatches<OfPage extends CitedPage>(
  parts: PlacingParts<OfPage>,
  matches: readonly FoundMatch[],
): Promise<PlacedMatch<OfPage>[]> {
  const pages = createPages(parts.pagesAt);
  const refs = (match: FoundMatch) => match.parts.flat().map(({ ref }) => ref);
  const wanted = matches.flatMap((match) => {
    const ordinals = refs(match).flatMap((ref) => (ref.kind === 'passage' ? [ref.ordinal] : []));
    return (ordinals.length === 0 ? [0] : ordinals).map((ordinal) => ({ documentId: match.documentId, ordinal }));
  });
  const passages = new Map(
    (await parts.passagesAt(wanted)).map((each) => [keyOf(each.document.id, each.passage.ordinal), each]),
  );
  await pages.load(
    matches.flatMap((match) =>
      refs(match).flatMap((ref) =>
        ref.kind === 'line' ? [{ documentId: match.documentId, pageNumber: ref.pageNumber }] : [],
      ),
    ),
  );
  const placers = new Map<string, (part: PiecePart) => PlacedRange | null>();
  const placerOf = (documentId: string) => {
    const known =
      placers.get(documentId) ??
      createMatchPlacer({
        passage: (ordinal) => passages.get(keyOf(documentId, ordinal))?.passage,
        page: (pageNumber) => pages.loaded(documentId, pageNumber),
      });
    placers.set(documentId, known);
    return known;
  };
  const onPages: MatchOnPages[] = [];
  for (const match of matches) {
    const { documentId } = match;
    // From the last: a text is read as far as the word that is asked for, and those before it are known then.
    const found = match.parts.flat().toReversed().map(placerOf(documentId)).toReversed();
    const ranges = found.filter((range) => range !== null);
    if (ranges.length < found.length) continue;
    const spans = ranges.flatMap((range) => range.spans);
    const ordinals = new Set(ranges.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal])));
    const touched = [...(ordinals.size === 0 ? [0] : ordinals)].flatMap(
      (ordinal) => passages.get(keyOf(documentId, ordinal)) ?? [],
    );
    const document = touched[0]?.document ?? (await parts.document(documentId));
    if (document === null) continue;
    const numbers = new Set(spans.map(({ pageNumber }) => pageNumber));
    if (touched.length === 0 && numbers.size === 0) numbers.add(1);
    onPages.push({ match, document, ranges, spans, passages: touched, numbers: [...numbers] });
  }
  await pages.load(
    onPages.flatMap(({ document, numbers }) => numbers.map((pageNumber) => ({ documentId: document.id, pageNumber }))),
  );
  return onPages.map(({ numbers, ...placed }) => ({
    ...placed,
    pages: numbers.flatMap((pageNumber) => pages.loaded(placed.document.id, pageNumber) ?? []),
  }));
}

/** Pages of several documents, each read once. */
function createPages<OfPage extends CitedPage>(read: PlacingParts<OfPage>['pagesAt']) {
  const pages = new Map<string, OfPage | null>();
  return {
    async load(places: readonly PagePlace[]): Promise<void> {
      const missing = new Map(
        places
          .map((place) => [keyOf(place.documentId, place.pageNumber), place] as const)
          .filter(([key]) => !pages.has(key)),
      );
      if (missing.size === 0) return;
      for (const key of missing.keys()) pages.set(key, null);
      for (const { documentId, page } of await read([...missing.values()])) {
        pages.set(keyOf(documentId, page.pageNumber), page);
      }
    },
    loaded: (documentId: string, pageNumber: number) => pages.get(keyOf(documentId, pageNumber)) ?? undefined,
  };
}

function keyOf(documentId: string, number: number): string {
  return `${documentId} ${number}`;
}
