// What was recognised of a page as it is kept: packed, and without what must not be kept.
// In: recognised pages, and pages read anew. Out: bytes; rows rewritten inside the caller's transaction.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Page } from '../contract/page.ts';
import type { RecognizedPage } from '../contract/recognition.ts';
import { withoutCovered } from '../text/covered-words.ts';
import type { Writer } from './database.ts';

/**
 * Takes out of what was recognised of a file what its pages, read anew, have under bad redactions: a box that is found only now hid
 * nothing from the eye that looked before.
 */
export async function forgetCovered(
  writer: Writer,
  sha256: string,
  pages: readonly Pick<Page, 'pageNumber' | 'redactions'>[],
): Promise<void> {
  for (const { pageNumber, redactions } of pages) {
    const boxes = redactions.flatMap(({ bad, box }) => (bad ? [box] : []));
    if (boxes.length === 0) continue;
    const row = await writer
      .selectFrom('recognitions')
      .select('pageData')
      .where('sha256', '=', sha256)
      .where('pageNumber', '=', pageNumber)
      .executeTakeFirst();
    if (row === undefined || row.pageData === null) continue;
    const before = unpackRecognized(row.pageData);
    const after = withoutCovered(before, boxes);
    if (after === before) continue;
    await writer
      .updateTable('recognitions')
      .set({ pageData: packRecognized(after) })
      .where('sha256', '=', sha256)
      .where('pageNumber', '=', pageNumber)
      .execute();
  }
}

/** Packs what was recognised of a page: some 3 kB. */
export function packRecognized(page: RecognizedPage): Uint8Array {
  return deflateRawSync(JSON.stringify(page));
}

/** Unpacks what `packRecognized` made, so the shape is ours. */
export function unpackRecognized(bytes: Uint8Array): RecognizedPage {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as RecognizedPage;
}
