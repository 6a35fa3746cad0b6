// The engine's hits → hits to show: which passages and which of their words the engine says, all else comes fresh from the catalog.
// In: engine hits in order. Out: hits in the same order; a passage that the catalog no longer has is left out (the index is behind).
import { ecfOf } from '../contract/filing.ts';
import type { ListedDocument, StoredPassage } from '../contract/record.ts';
import type { DocumentLine, Hit } from '../contract/search-api.ts';
import { readHitKey } from '../engine/hit-key.ts';
import type { EngineHit } from '../engine/search-engine.ts';
import { excerptOf } from './excerpt.ts';
import type { SearchParts } from './search-parts.ts';
import { hitRangesOf } from './segments.ts';

/** Words of text that a hit shows around its words. */
const shownWords = 45;

/** Loads hits. `countOf`: hits by document, when they are grouped. */
export async function loadHits(
  parts: Pick<SearchParts, 'passagesById' | 'cite'>,
  engineHits: readonly EngineHit[],
  countOf: ((documentId: string) => number) | null,
): Promise<Hit[]> {
  const keys = engineHits.map(({ hit }) => readHitKey(hit));
  const stored = await parts.passagesById(keys);
  const byKey = new Map(stored.map((passage) => [passage.key, passage]));
  return engineHits.flatMap(({ id, marked }) => {
    const passage = byKey.get(id);
    if (passage === undefined) return [];
    const hit = hitOf(passage, marked, parts.cite(passage));
    return [countOf === null ? hit : { ...hit, hitsInDocument: countOf(passage.document.id) }];
  });
}

function hitOf(
  { document, passage, tags }: StoredPassage<ListedDocument>,
  marked: string,
  citation: Hit['citation'],
): Hit {
  const { id, pageNumber, pageLabel, stampPage, bates, lines, paragraph, kind, headings } = passage;
  return {
    passageId: id,
    documentId: document.id,
    pageNumber,
    pageLabel,
    stampPage,
    bates,
    lines: lines === null ? null : { ...lines },
    paragraph,
    kind,
    headings: [...headings],
    segments: excerptOf(passage.text, hitRangesOf(marked, passage.text), shownWords),
    document: documentLineOf(document),
    citation,
    tags: tags.map((tag) => ({ ...tag })),
  };
}

/** What a list shows of a document. */
export function documentLineOf({ details, filename }: ListedDocument): DocumentLine {
  const { title, shortTitle, type, filer, filedOn, caseName, docketNumber, court, specimen } = details;
  return {
    title,
    shortTitle,
    type,
    filer,
    filedOn,
    caseName,
    docketNumber,
    court,
    ecf: ecfOf(details),
    filename,
    specimen,
  };
}
