// The code book: tags with parent, colour, definition and digit. A change of name or place queues the documents that carry it.
// In: new tags and changes. Out: tags with their counts. Refuses (`conflict`) names and digits that are taken, and circles.
import type { Selectable } from 'kysely';
import { PinciteError } from '../contract/errors.ts';
import type { Tag } from '../contract/work-api.ts';
import type { TagStore } from './catalog.ts';
import { isDuplicate, type CatalogDatabase, type Reader, type Writer } from './database.ts';
import type { Surroundings } from './job-store.ts';
import type { TagsTable } from './schema.ts';

/** Makes the store of tags. */
export function createTagStore({ reader, write }: CatalogDatabase, { newId }: Surroundings): TagStore {
  return {
    list: () => listTags(reader),

    create: (tag) =>
      write(async (writer) => {
        await checkParent(writer, null, tag.parentId);
        const id = newId();
        await refusingDuplicates(tag, () =>
          writer
            .insertInto('tags')
            .values({ id, ...tag })
            .execute(),
        );
        return { id, ...tag, count: 0 };
      }),

    change: (id, change) =>
      write(async (writer) => {
        const tag = await writer.selectFrom('tags').selectAll().where('id', '=', id).executeTakeFirst();
        if (tag === undefined) return null;
        if (change.parentId !== undefined) await checkParent(writer, id, change.parentId);
        const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        if (Object.keys(set).length > 0) {
          await refusingDuplicates({ ...tag, ...set }, () =>
            writer.updateTable('tags').set(set).where('id', '=', id).execute(),
          );
          await queueTagged(writer, id);
        }
        return (await listTags(writer)).find((each) => each.id === id) ?? null;
      }),

    remove: (id) =>
      write(async (writer) => {
        const tag = await writer.selectFrom('tags').selectAll().where('id', '=', id).executeTakeFirst();
        if (tag === undefined) return false;
        await queueTagged(writer, id);
        await raiseChildren(writer, tag);
        const carrying = writer.selectFrom('annotationTags').select('annotationId').where('tagId', '=', id);
        const others = writer.selectFrom('annotationTags').select('annotationId').where('tagId', '!=', id);
        await writer
          .deleteFrom('annotations')
          .where('id', 'in', carrying)
          .where('id', 'not in', others)
          .where('note', '=', '')
          .execute();
        await writer.deleteFrom('tags').where('id', '=', id).execute();
        return true;
      }),
  };
}

async function listTags(reader: Reader): Promise<Tag[]> {
  const rows = await reader
    .selectFrom('tags')
    .leftJoin('annotationTags', 'annotationTags.tagId', 'tags.id')
    .selectAll('tags')
    .select((of) => of.fn.count<number>('annotationTags.annotationId').as('count'))
    .groupBy('tags.id')
    .orderBy('tags.seq')
    .execute();
  return rows.map(({ id, name, parentId, color, definition, shortcut, count }) => ({
    id,
    name,
    parentId,
    color,
    definition,
    shortcut,
    count,
  }));
}

async function refusingDuplicates(tag: Pick<Selectable<TagsTable>, 'name' | 'shortcut'>, run: () => Promise<unknown>) {
  try {
    await run();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const digit = /shortcut/.test(String(error));
    throw new PinciteError(
      'conflict',
      digit
        ? `The key ${tag.shortcut ?? ''} belongs to another tag. Choose another digit, or take it from that tag first.`
        : `There is a tag “${tag.name}” already at this place. Use that one, or choose another name.`,
      { field: digit ? 'shortcut' : 'name' },
    );
  }
}

async function checkParent(writer: Writer, id: string | null, parentId: string | null): Promise<void> {
  const tags = await writer.selectFrom('tags').select(['id', 'parentId']).execute();
  const parents = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  if (parentId !== null && !parents.has(parentId)) {
    throw new PinciteError('conflict', 'The parent tag does not exist any more.', { field: 'parentId' });
  }
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above === id) {
      throw new PinciteError('conflict', 'A tag cannot stand below itself or one of its own children.', {
        field: 'parentId',
      });
    }
  }
}

/** The children of a tag that goes take its place in the tree. */
async function raiseChildren(writer: Writer, { id, name, parentId }: Selectable<TagsTable>): Promise<void> {
  const children = await writer.selectFrom('tags').select(['id', 'name']).where('parentId', '=', id).execute();
  // A child may have the name of the tag itself: that name is free in a moment.
  const siblings = await writer
    .selectFrom('tags')
    .select('name')
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .where('id', '!=', id)
    .execute();
  const taken = new Set(siblings.map((each) => each.name.toLowerCase()));
  const twin = children.find((child) => taken.has(child.name.toLowerCase()));
  if (twin !== undefined) {
    throw new PinciteError(
      'conflict',
      `“${twin.name}” below “${name}” would stand beside another tag of that name. Rename or move it first, then delete “${name}”.`,
    );
  }
  // Out of the way for the moment between the children's rise and the tag's end.
  await writer
    .updateTable('tags')
    .set({ name: `${name} ${id}` })
    .where('id', '=', id)
    .execute();
  await writer.updateTable('tags').set({ parentId }).where('parentId', '=', id).execute();
}

async function queueTagged(writer: Writer, tagId: string): Promise<void> {
  await writer
    .insertInto('outbox')
    .columns(['change', 'documentId'])
    .expression((of) =>
      of
        .selectFrom('annotations')
        .innerJoin('annotationTags', 'annotationTags.annotationId', 'annotations.id')
        .innerJoin('documents', 'documents.id', 'annotations.documentId')
        .select((from) => [from.val('put' as const).as('change'), 'annotations.documentId'])
        .distinct()
        .where('annotationTags.tagId', '=', tagId),
    )
    .execute();
}
