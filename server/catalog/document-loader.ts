// Loads documents and passages with all that belongs to them, in few queries however many are asked for.
// In: ids. Out: the contract's StoredDocument and StoredPassage; ids that are not there are left out.
import { sql, type RawBuilder } from 'kysely';
import { spansOverlap } from '../text/derived-text.ts';
import type { Passage } from '../contract/passage.ts';
import type { Span } from '../contract/page.ts';
import type { StoredDocument, StoredPassage } from '../contract/record.ts';
import type { Reader } from './database.ts';
import { documentOf, json } from './rows.ts';

/** Documents by id. */
export async function loadDocuments(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('documents').selectAll().where('id', 'in', listed(ids)).execute();
  const files = await reader
    .selectFrom('documentFiles')
    .select(['documentId', 'sha256'])
    .where('documentId', 'in', listed(ids))
    .orderBy('position')
    .execute();
  const sources = await reader
    .selectFrom('sightings')
    .select(['documentId', 'source'])
    .distinct()
    .where('documentId', 'in', listed(ids))
    .orderBy('source')
    .execute();
  const waiting = await reader
    .selectFrom('outbox')
    .select('documentId')
    .distinct()
    .where('documentId', 'in', listed(ids))
    .execute();
  const reading = await reader
    .selectFrom('jobs')
    .innerJoin('documentFiles', 'documentFiles.sha256', 'jobs.sha256')
    .select('documentFiles.documentId')
    .distinct()
    .where('documentFiles.documentId', 'in', listed(ids))
    .where('jobs.state', 'in', ['queued', 'running'])
    .execute();
  const [indexing, parsing] = [new Set(waiting.map(idOf)), new Set(reading.map(idOf))];
  const stateOf = (id: string): StoredDocument['state'] =>
    parsing.has(id) ? 'parsing' : indexing.has(id) ? 'indexing' : 'ready';
  return new Map(
    rows.map((row) => [
      row.id,
      documentOf(row, {
        files: files.filter(({ documentId }) => documentId === row.id).map(({ sha256 }) => sha256),
        sources: sources.filter(({ documentId }) => documentId === row.id).map(({ source }) => source),
        state: stateOf(row.id),
      }),
    ]),
  );
}

/** Ids as one parameter: however many there are, the statement is the same one. */
function listed(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

function idOf({ documentId }: { documentId: string }): string {
  return documentId;
}

type Chip = StoredPassage['tags'][number];

/** The tags of documents by span: which passages carry which. */
export interface TaggedSpans {
  readonly spans: readonly Span[];
  readonly tag: Chip;
}

/** Tagged spans by document; lost anchors tag nothing. */
export async function loadTaggedSpans(
  reader: Reader,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TaggedSpans[]>> {
  if (documentIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('annotations')
    .innerJoin('annotationTags', 'annotationTags.annotationId', 'annotations.id')
    .innerJoin('tags', 'tags.id', 'annotationTags.tagId')
    .select(['annotations.documentId', 'annotations.spansJson', 'tags.id', 'tags.name', 'tags.color'])
    .where('annotations.documentId', 'in', listed(documentIds))
    .where('annotations.state', '!=', 'lost')
    .orderBy('tags.name')
    .execute();
  const byDocument = new Map<string, TaggedSpans[]>();
  for (const { documentId, spansJson, id, name, color } of rows) {
    const list = byDocument.get(documentId) ?? [];
    list.push({ spans: json<Span[]>(spansJson), tag: { id, name, color } });
    byDocument.set(documentId, list);
  }
  return byDocument;
}

/** A passage with its document and the tags whose spans touch it. */
export function storedPassage(
  document: StoredDocument,
  passage: Passage,
  tagged: readonly TaggedSpans[],
): StoredPassage {
  const tags = new Map<string, Chip>();
  for (const { spans, tag } of tagged) {
    if (!tags.has(tag.id) && spansOverlap(spans, passage.spans)) tags.set(tag.id, tag);
  }
  return { key: `${document.id}-${passage.id}`, document, passage, tags: [...tags.values()] };
}
