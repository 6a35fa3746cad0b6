// Matches as positions → matches as they stand in the filing: letters of passages, spans of page text.
// In: matches of any documents. Out: the same with their passages, pages and spans. What was removed meanwhile is left out.
import type { Page, Span } from '../../contract/page.ts';
import type { StoredDocument, StoredPassage } from '../../contract/record.ts';
import { createMatchPlacer, type PlacedRange } from '../terms/match-places.ts';
import type { PiecePart } from '../terms/packed-words.ts';
import type { ExactParts, SearchParts } from '../search-parts.ts';
import type { FoundMatch } from './exact-question.ts';

/** A match in its filing. */
export interface PlacedMatch {
  readonly match: FoundMatch;
  readonly document: StoredDocument;
  /** In reading order; none for a document that satisfies without a match. */
  readonly ranges: readonly PlacedRange[];
  readonly spans: readonly Span[];
  /** Those it touches, in reading order; the first of the document when it touches none; none when no page of it has text. */
  readonly passages: readonly StoredPassage[];
  /** Those its spans stand on; the first page of a document without text. */
  readonly pages: readonly Page[];
}

/** What placing needs of the catalog. */
export interface PlacingParts {
  readonly passagesAt: ExactParts['passagesAt'];
  readonly page: SearchParts['page'];
  readonly document: SearchParts['document'];
}

/** Places matches. */
export async function placeMatches(parts: PlacingParts, matches: readonly FoundMatch[]): Promise<PlacedMatch[]> {
  const pages = createPages(parts.page);
  const refs = (match: FoundMatch) => match.parts.flat().map(({ ref }) => ref);
  const wanted = matches.flatMap((match) => {
    const ordinals = refs(match).flatMap((ref) => (ref.kind === 'passage' ? [ref.ordinal] : []));
    return (ordinals.length === 0 ? [0] : ordinals).map((ordinal) => ({ documentId: match.documentId, ordinal }));
  });
  const passages = new Map(
    (await parts.passagesAt(wanted)).map((each) => [keyOf(each.document.id, each.passage.ordinal), each]),
  );
  for (const match of matches) {
    for (const ref of refs(match)) if (ref.kind === 'line') await pages.load(match.documentId, ref.pageNumber);
  }
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
  const placed: PlacedMatch[] = [];
  for (const match of matches) {
    const { documentId } = match;
    const found = match.parts.flat().map(placerOf(documentId));
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
    for (const pageNumber of numbers) await pages.load(documentId, pageNumber);
    placed.push({
      match,
      document,
      ranges,
      spans,
      passages: touched,
      pages: [...numbers].flatMap((pageNumber) => pages.loaded(documentId, pageNumber) ?? []),
    });
  }
  return placed;
}

/** Pages of several documents, each read once. */
function createPages(read: SearchParts['page']) {
  const pages = new Map<string, Page | null>();
  return {
    async load(documentId: string, pageNumber: number): Promise<void> {
      const key = keyOf(documentId, pageNumber);
      if (!pages.has(key)) pages.set(key, await read(documentId, pageNumber));
    },
    loaded: (documentId: string, pageNumber: number) => pages.get(keyOf(documentId, pageNumber)) ?? undefined,
  };
}

function keyOf(documentId: string, number: number): string {
  return `${documentId} ${number}`;
}
