// Every hit of a search in one document, in reading order, with its boxes on the page: as many as the search counts there.
// In: a document and a request. Out: hits whose words are mapped passage text → page text → boxes; nothing is searched on the page.
import type { Page, Span } from '../contract/page.ts';
import type { DocumentHitsAnswer, SearchRequest } from '../contract/search-api.ts';
import type { StoredPassage } from '../contract/record.ts';
import { readHitKey } from '../engine/hit-key.ts';
import type { EngineHit } from '../engine/search-engine.ts';
import { boxesOf } from '../text/boxes.ts';
import { toPageSpans } from '../text/derived-text.ts';
import { filterOf } from './engine-filters.ts';
import { readQuery } from './query-reading.ts';
import type { SearchParts } from './search-parts.ts';
import { hitRangesOf } from './segments.ts';

/** Passages fetched with one request. */
const perRequest = 1000;

/** Finds the hits. */
export async function findDocumentHits(
  parts: Pick<SearchParts, 'engine' | 'passagesById' | 'page'>,
  documentId: string,
  request: SearchRequest,
): Promise<DocumentHitsAnswer> {
  const engineHits = await allHits(parts, documentId, request);
  const stored = await parts.passagesById(engineHits.map(({ hit }) => readHitKey(hit)));
  const byKey = new Map(stored.map((passage) => [passage.key, passage]));
  const pages = new Map<number, Page | null>();
  const hits: DocumentHitsAnswer['hits'] = [];
  for (const { id, marked } of engineHits) {
    const passage = byKey.get(id);
    if (passage === undefined) continue;
    const spans = spansOf(passage, marked);
    for (const { pageNumber } of spans) {
      if (!pages.has(pageNumber)) pages.set(pageNumber, await parts.page(documentId, pageNumber));
    }
    hits.push({
      index: hits.length,
      spans: spans.map((span) => {
        const page = pages.get(span.pageNumber) ?? null;
        return { ...span, boxes: page === null ? [] : boxesOf(page, span.from, span.to) };
      }),
      passageIds: [passage.passage.id],
    });
  }
  return { total: hits.length, hits };
}

/** The words found; the whole passage where no words were asked for. */
function spansOf({ passage }: Pick<StoredPassage, 'passage'>, marked: string): readonly Span[] {
  const words = hitRangesOf(marked, passage.text).flatMap(({ from, to }) => toPageSpans(passage.runs, from, to));
  return words.length > 0 ? words : passage.spans;
}

async function allHits(
  { engine }: Pick<SearchParts, 'engine'>,
  documentId: string,
  request: SearchRequest,
): Promise<EngineHit[]> {
  const filter = filterOf({ ...request, include: { ...request.include, document: [documentId] } });
  const hits: EngineHit[] = [];
  for (let page = 1; ; page += 1) {
    const [answer] = await engine.multiSearch([
      {
        q: readQuery(request.q).words,
        filter,
        sort: [{ field: 'position', direction: 'asc' }],
        facets: [],
        hits: { page, perPage: perRequest, distinct: null },
      },
    ]);
    hits.push(...(answer?.hits ?? []));
    if (answer === undefined || answer.hits.length === 0 || hits.length >= answer.totalHits) return hits;
  }
}
