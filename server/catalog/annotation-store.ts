// Annotations: tags and notes on spans of page text, with the quote that finds them again. Nothing of them is ever dropped silently.
// In: anchored spans and tag ids. Out: annotations. Every change queues its document for the index.
import { PinciteError } from '../contract/errors.ts';
import type { Annotation } from '../contract/work-api.ts';
import type { AnnotationStore } from './catalog.ts';
import type { CatalogDatabase, Reader, Writer } from './database.ts';
import type { Surroundings } from './job-store.ts';
import { annotationOf, joinNotes } from './rows.ts';

/** Makes the store of annotations. */
export function createAnnotationStore({ reader, write }: CatalogDatabase, { newId }: Surroundings): AnnotationStore {
  return {
    list: ({ documentId, tagId }) => loadAnnotations(reader, { documentId, tagId, id: null }),
    get: async (id) => (await loadAnnotations(reader, { documentId: null, tagId: null, id }))[0] ?? null,

    create: ({ tagIds, spans, ...annotation }) =>
      write(async (writer) => {
        const spansJson = JSON.stringify(spans.map(({ pageNumber, from, to }) => ({ pageNumber, from, to })));
        const same = await writer
          .selectFrom('annotations')
          .select(['id', 'note'])
          .where('documentId', '=', annotation.documentId)
          .where('spansJson', '=', spansJson)
          .where('author', '=', annotation.author)
          .where('state', '!=', 'lost')
          .executeTakeFirst();
        const id = same?.id ?? newId();
        if (same === undefined) {
          await writer
            .insertInto('annotations')
            .values({ id, ...annotation, spansJson, state: 'exact' })
            .execute();
        } else {
          const note = joinNotes(same.note, annotation.note);
          await writer.updateTable('annotations').set({ note }).where('id', '=', id).execute();
        }
        await putTags(writer, id, tagIds);
        await queue(writer, annotation.documentId);
        return one(writer, id);
      }),

    change: (id, { tagIds, note }) =>
      write(async (writer) => {
        const row = await writer.selectFrom('annotations').select('documentId').where('id', '=', id).executeTakeFirst();
        if (row === undefined) return null;
        if (note !== undefined) await writer.updateTable('annotations').set({ note }).where('id', '=', id).execute();
        if (tagIds !== undefined) {
          await writer.deleteFrom('annotationTags').where('annotationId', '=', id).execute();
          await putTags(writer, id, tagIds);
        }
        await queue(writer, row.documentId);
        return one(writer, id);
      }),

    remove: (id) =>
      write(async (writer) => {
        const row = await writer.selectFrom('annotations').select('documentId').where('id', '=', id).executeTakeFirst();
        if (row === undefined) return false;
        await writer.deleteFrom('annotations').where('id', '=', id).execute();
        await queue(writer, row.documentId);
        return true;
      }),
  };
}

interface AnnotationFilter {
  readonly documentId: string | null;
  readonly tagId: string | null;
  readonly id: string | null;
}

async function loadAnnotations(reader: Reader, { documentId, tagId, id }: AnnotationFilter): Promise<Annotation[]> {
  const rows = await reader
    .selectFrom('annotations')
    .selectAll()
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .$if(documentId !== null, (query) => query.where('documentId', '=', documentId ?? ''))
    .$if(tagId !== null, (query) =>
      query.where(
        'id',
        'in',
        reader
          .selectFrom('annotationTags')
          .select('annotationId')
          .where('tagId', '=', tagId ?? ''),
      ),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const wanted = reader
    .selectFrom('annotationTags')
    .innerJoin('annotations', 'annotations.id', 'annotationTags.annotationId')
    .innerJoin('tags', 'tags.id', 'annotationTags.tagId')
    .select(['annotationTags.annotationId', 'annotationTags.tagId'])
    .$if(id !== null, (query) => query.where('annotations.id', '=', id ?? ''))
    .$if(documentId !== null, (query) => query.where('annotations.documentId', '=', documentId ?? ''));
  const tags = await wanted.orderBy('tags.seq').execute();
  const byAnnotation = Map.groupBy(tags, ({ annotationId }) => annotationId);
  return rows.map((row) =>
    annotationOf(
      row,
      (byAnnotation.get(row.id) ?? []).map((tag) => tag.tagId),
    ),
  );
}

async function one(writer: Writer, id: string): Promise<Annotation> {
  const [annotation] = await loadAnnotations(writer, { documentId: null, tagId: null, id });
  if (annotation === undefined) throw new PinciteError('internal', `annotation ${id} vanished while it was written`);
  return annotation;
}

async function putTags(writer: Writer, annotationId: string, tagIds: readonly string[]): Promise<void> {
  const known =
    tagIds.length === 0 ? [] : await writer.selectFrom('tags').select('id').where('id', 'in', tagIds).execute();
  const missing = tagIds.find((tagId) => !known.some(({ id }) => id === tagId));
  if (missing !== undefined) {
    throw new PinciteError('not-found', 'That tag does not exist any more. Reload the list of tags and choose again.', {
      field: 'tagIds',
    });
  }
  for (const tagId of new Set(tagIds)) {
    await writer
      .insertInto('annotationTags')
      .values({ annotationId, tagId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A document that was removed keeps its (lost) annotations; there is nothing to index then. */
async function queue(writer: Writer, documentId: string): Promise<void> {
  const there = await writer.selectFrom('documents').select('id').where('id', '=', documentId).executeTakeFirst();
  if (there !== undefined) await writer.insertInto('outbox').values({ change: 'put', documentId }).execute();
}
