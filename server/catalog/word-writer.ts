// Keeps the words of a file for exact search, inside the caller's transaction: where they stand, their bag, and what facets ask.
// In: what search made of the file. Out: nothing. Old words go with the row they belong to (a trigger takes the bag along).
import type { Passage } from '../contract/passage.ts';
import type { FileWords } from '../contract/word-index.ts';
import type { Writer } from './database.ts';
import { packFaceted } from './faceted-passages.ts';
import { passageOf } from './rows.ts';

/** Stores the words of a file; replaces older ones. Without words the file is not found by exact search. */
export async function storeWords(
  writer: Writer,
  sha256: string,
  words: FileWords | undefined,
  passages: readonly Passage[],
): Promise<void> {
  await writer.deleteFrom('wordIndexes').where('sha256', '=', sha256).execute();
  if (words === undefined) return;
  const { version, bag, data } = words;
  const { id } = await writer
    .insertInto('wordIndexes')
    .values({ sha256, version, data, facetsJson: packFaceted(passages) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writer.insertInto('wordBags').values({ rowid: id, words: bag }).execute();
}

/** The names in passages have changed: what facets ask follows. */
export async function renewFaceted(writer: Writer, sha256: string): Promise<void> {
  const rows = await writer
    .selectFrom('passages')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('ordinal')
    .execute();
  await writer
    .updateTable('wordIndexes')
    .set((row) => ({
      facetsJson: packFaceted(rows.map(passageOf)),
      facetsRevision: row('facetsRevision', '+', 1),
    }))
    .where('sha256', '=', sha256)
    .execute();
}
