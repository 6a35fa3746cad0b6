// Tags and annotations: a researcher's work. Each change waits a moment for the index, so that a filter by the new tag finds it.
import type { Express } from 'express';
import type { Page, Span } from '../contract/page.ts';
import { PinciteError } from '../contract/errors.ts';
import type { NewAnnotation } from '../contract/work-api.ts';
import { anchorSpans } from '../tagging/annotate.ts';
import { nextTagColor } from '../tagging/tag-colors.ts';
import type { ApiParts } from './api-parts.ts';
import { found, mount } from './mount.ts';

/** Until there are accounts, one person works at this machine. */
const author = 'local';
const noTag = 'There is no such tag; it may have been deleted.';
const noAnnotation = 'There is no such annotation; it may have been deleted.';

export function mountWorkRoutes(app: Express, parts: ApiParts): void {
  const { catalog, index } = parts;
  const { tags, annotations } = catalog;

  mount(app, 'tags', async () => ({ tags: [...(await tags.list())] }));
  mount(app, 'createTag', async ({ body }) => {
    const used = (await tags.list()).map(({ color }) => color);
    return tags.create({ ...body, color: body.color ?? nextTagColor(used) });
  });
  mount(app, 'changeTag', async ({ part, body }) => {
    const tag = found(await tags.change(part('id'), body), noTag);
    await index.settled();
    return tag;
  });
  mount(app, 'deleteTag', async ({ part }) => {
    found((await tags.remove(part('id'))) ? true : null, noTag);
    await index.settled();
  });

  mount(app, 'annotations', async ({ query }) => ({
    annotations: [...(await annotations.list({ documentId: query.get('documentId'), tagId: query.get('tagId') }))],
  }));
  mount(app, 'createAnnotation', async ({ body }) => {
    if (body.tagIds.length === 0 && body.note === '') {
      throw new PinciteError('bad-request', 'An annotation needs a tag or a note.', { field: 'tagIds' });
    }
    const { documentId, spans } = await targetOf(parts, body);
    const anchored = anchorSpans(await pagesOf(parts, documentId, spans), spans);
    const annotation = await annotations.create({
      documentId,
      ...anchored,
      tagIds: body.tagIds,
      note: body.note,
      author,
      createdAt: parts.now().toISOString(),
    });
    await index.settled();
    return annotation;
  });
  mount(app, 'changeAnnotation', async ({ part, body }) => {
    const annotation = found(await annotations.change(part('id'), body), noAnnotation);
    await index.settled();
    return annotation;
  });
  mount(app, 'deleteAnnotation', async ({ part }) => {
    found((await annotations.remove(part('id'))) ? true : null, noAnnotation);
    await index.settled();
  });
}

/** Document and spans of a passage, or as they were given. */
export async function targetOf(
  { catalog }: Pick<ApiParts, 'catalog'>,
  { passageId, documentId, spans }: Pick<NewAnnotation, 'passageId' | 'documentId' | 'spans'>,
): Promise<{ documentId: string; spans: readonly Span[] }> {
  if (passageId !== undefined && spans !== undefined) {
    throw new PinciteError('bad-request', 'Give either passageId or spans: they may say different places.', {
      field: 'spans',
    });
  }
  if (passageId !== undefined) {
    const [stored] = await catalog.documents.passagesById([{ passageId, documentId: documentId ?? null }]);
    const passage = found(
      stored ?? null,
      'There is no such passage any more: the file was read anew. Search again and take it from there.',
    );
    return { documentId: passage.document.id, spans: passage.passage.spans };
  }
  if (documentId === undefined || spans === undefined) {
    throw new PinciteError('bad-request', 'Either passageId, or documentId with spans, must be given.', {
      field: 'passageId',
    });
  }
  found(await catalog.documents.get(documentId), 'There is no such document; it may have been removed.');
  return { documentId, spans };
}

/** The pages that spans stand on. */
export async function pagesOf(
  { catalog }: Pick<ApiParts, 'catalog'>,
  documentId: string,
  spans: readonly Span[],
): Promise<Page[]> {
  const pages: Page[] = [];
  for (const number of new Set(spans.map(({ pageNumber }) => pageNumber))) {
    const page = await catalog.documents.page(documentId, number);
    if (page !== null) pages.push(page);
  }
  return pages;
}
