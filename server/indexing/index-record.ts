// A passage of a document → the record that the index keeps of it.
// In: StoredPassage. Out: IndexRecord as one line of JSON. The record answers filters and finds words; what a hit shows comes
// from the catalog, its words too, so a hit is never older than the truth.
import type { StoredPassage } from '../contract/record.ts';
import { caseLabelOf, dayNumberOf, documentFacetsOf, documentLabelOf } from '../engine/document-facets.ts';
import { writeHitKey } from '../engine/hit-key.ts';
import { facetValue, labelledValue } from '../engine/index-fields.ts';
import { passageFacetsOf } from '../engine/passage-facets.ts';
import type { IndexRecord } from '../engine/search-engine.ts';
import { indexableText } from '../engine/search-words.ts';

/** The record of a passage. */
export function indexRecordOf({ key, document, passage, tags }: StoredPassage): IndexRecord {
  const { details } = document;
  const facets = documentFacetsOf(document);
  const own = passageFacetsOf(passage);
  return {
    id: key,
    text: indexableText(passage.text),
    hit: writeHitKey({ passageId: passage.id, documentId: document.id }),
    document: document.id,
    documentLabel: labelledValue(document.id, documentLabelOf(document)),
    case: document.caseId,
    caseLabel: labelledValue(document.caseId, caseLabelOf(document)),
    court: facets.court,
    type: facets.type,
    filer: facets.filer,
    judge: facets.judge,
    year: facets.year,
    entry: facets.entry,
    flag: facets.flag,
    person: own.person,
    organization: own.organization,
    product: own.product,
    amount: own.amount,
    kind: passage.kind,
    tag: tags.map(({ id }) => id),
    tagLabel: tags.map(({ id, name }) => labelledValue(id, name)),
    month: details.filedOn?.slice(0, 7) ?? null,
    filedOn: dayNumberOf(details.filedOn),
    place: placeOf(document),
    position: passage.ordinal,
  };
}

/**
 * Sorts as text in the order of the dockets: case, entry by its numbers (`28`, `28.1`, `29`), attachment, name; filings without
 * an entry last. Parted by spaces, which come before everything an entry may hold.
 */
function placeOf({ caseId, details, filename }: StoredPassage['document']): string {
  const padded = (text: string): string => text.replaceAll(/\d+/g, (digits) => digits.padStart(14, '0'));
  const entry = details.entry === null ? '~' : padded(details.entry);
  return [caseId, entry, padded(String(details.attachment ?? 0)), facetValue(filename)].join(' ');
}

/** Records as newline-delimited JSON in chunks of at most `characters` (a longer record is a chunk of its own). */
export function* recordChunks(passages: Iterable<StoredPassage>, characters: number): Generator<string> {
  let lines: string[] = [];
  let size = 0;
  for (const passage of passages) {
    const line = JSON.stringify(indexRecordOf(passage));
    if (size > 0 && size + line.length > characters) {
      yield lines.join('\n');
      lines = [];
      size = 0;
    }
    lines.push(line);
    size += line.length + 1;
  }
  if (lines.length > 0) yield lines.join('\n');
}
