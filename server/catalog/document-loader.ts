// Loads documents and passages with all that belongs to them, in few queries however many are asked for.
// In: ids. Out: the contract's StoredDocument and StoredPassage; ids that are not there are left out.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { spansOverlap } from '../text/derived-text.ts';
import type { Passage } from '../contract/passage.ts';
import type { Span } from '../contract/page.ts';
import type { ListedDocument, StoredDocument, StoredPassage } from '../contract/record.ts';
import type { Reader } from './database.ts';
import { documentOf, json } from './rows.ts';
import type { AnnotationsTable, DocumentsTable, TagsTable } from './schema.ts';

/** Documents by id. */
export async function loadDocuments(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  if (ids.length === 0) return new Map();
  // One statement, and not one for each of its parts: every list of hits asks it.
  const { rows } = await sql<DocumentRow>`
    select documents.*,
      (select json_group_array(sha256 order by position) from documentFiles where documentId = documents.id) as filesJson,
      (select json_group_array(distinct source order by source) from sightings where documentId = documents.id)
        as sourcesJson,
      exists (select * from outbox where documentId = documents.id) as isIndexing,
      exists (
        select * from documentFiles join jobs on jobs.sha256 = documentFiles.sha256
        where documentFiles.documentId = documents.id and jobs.state in ('queued', 'running')
      ) as isParsing
    from documents where id in ${listed(ids)}`.execute(reader);
  return new Map(
    rows.map(({ filesJson, sourcesJson, isIndexing, isParsing, ...row }) => {
      const extras = {
        files: json<string[]>(filesJson),
        sources: json<string[]>(sourcesJson),
        state: isParsing === 1 ? ('parsing' as const) : isIndexing === 1 ? ('indexing' as const) : ('ready' as const),
      };
      return [row.id, documentOf(row, extras)];
    }),
  );
}

/** A row with what belongs to the document besides, `filesJson` and `sourcesJson` in their order. */
interface DocumentRow extends Selectable<DocumentsTable> {
  readonly filesJson: string;
  readonly sourcesJson: string;
  readonly isIndexing: number;
  readonly isParsing: number;
}

/** Ids as one parameter: however many there are, the statement is the same one. */
function listed(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

type Chip = StoredPassage['tags'][number];

/** The tags of documents by span: which passages carry which. */
export interface TaggedSpans {
  readonly spans: readonly Span[];
  readonly tag: Chip;
}

type TaggedRow = Pick<Selectable<AnnotationsTable>, 'documentId' | 'spansJson'> &
  Pick<Selectable<TagsTable>, 'id' | 'name' | 'color'>;

/** Tagged spans by document; lost anchors tag nothing. */
export async function loadTaggedSpans(
  reader: Reader,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TaggedSpans[]>> {
  if (documentIds.length === 0) return new Map();
  // Written out: to build it takes eight times as long as to ask it, and every list of hits does.
  const { rows } = await sql<TaggedRow>`
    select annotations.documentId, annotations.spansJson, tags.id, tags.name, tags.color from annotations
    join annotationTags on annotationTags.annotationId = annotations.id
    join tags on tags.id = annotationTags.tagId
    where annotations.documentId in ${listed(documentIds)} and annotations.state != 'lost'
    order by tags.name`.execute(reader);
  const byDocument = new Map<string, TaggedSpans[]>();
  for (const { documentId, spansJson, id, name, color } of rows) {
    const list = byDocument.get(documentId) ?? [];
    list.push({ spans: json<Span[]>(spansJson), tag: { id, name, color } });
    byDocument.set(documentId, list);
  }
  return byDocument;
}

/** A passage with its document and the tags whose spans touch it. */
export function storedPassage<OfDocument extends ListedDocument>(
  document: OfDocument,
  passage: Passage,
  tagged: readonly TaggedSpans[],
): StoredPassage<OfDocument> {
  const tags = new Map<string, Chip>();
  for (const { spans, tag } of tagged) {
    if (!tags.has(tag.id) && spansOverlap(spans, passage.spans)) tags.set(tag.id, tag);
  }
  return { key: `${document.id}-${passage.id}`, document, passage, tags: [...tags.values()] };
}
