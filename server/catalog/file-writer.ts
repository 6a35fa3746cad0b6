// Writes what was read from one file: pages, passages, the documents it serves, and the outbox, inside the caller's transaction.
// In: a reading. Out: ids of the documents. Work attached to the old text is re-anchored.
import { createHash } from 'node:crypto';
import type { DocumentFlag } from '../contract/facets.ts';
import { isTold, nameKey, type ReadName } from '../contract/names.ts';
import type { Page } from '../contract/page.ts';
import { anchorAgain } from './anchor-again.ts';
import type { FileReading } from './catalog.ts';
import { slices, type Writer } from './database.ts';
import { putFilings, showing } from './filing-writer.ts';
import { forgetCovered } from './recognized-pages.ts';
import { revisionOf } from './load-names.ts';
import { json, listedReasonOf, pageFactsOf, pageOf, pageRow, passageRow } from './rows.ts';
import { storeWords } from './word-writer.ts';

/** Stores a reading; replaces an older one of the same file. */
export async function storeReading(writer: Writer, sha256: string, reading: FileReading): Promise<readonly string[]> {
  const sighting = await writer.selectFrom('sightings').select('bytes').where('sha256', '=', sha256).executeTakeFirst();
  const values = {
    bytes: sighting?.bytes ?? 0,
    pageCount: reading.pages.length,
    infoJson: JSON.stringify(reading.info),
    detailsJson: JSON.stringify(reading.details),
    parserVersion: reading.parserVersion,
    textDigest: textDigestOf(reading.pages),
    // Names may have changed while the file was read.
    namesStale: Number(reading.namesRevision !== undefined && reading.namesRevision !== (await revisionOf(writer))),
  };
  await writer
    .insertInto('files')
    .values({ sha256, ...values })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet(values))
    .execute();
  await writer.deleteFrom('passages').where('sha256', '=', sha256).execute();
  await writer.deleteFrom('pages').where('sha256', '=', sha256).execute();
  for (const slice of slices(reading.pages, 200)) {
    await writer
      .insertInto('pages')
      .values(slice.map((page) => pageRow(sha256, page)))
      .execute();
  }
  for (const slice of slices(reading.passages, 500)) {
    await writer
      .insertInto('passages')
      .values(slice.map((passage) => passageRow(sha256, passage)))
      .execute();
  }
  await storeWords(writer, sha256, reading.words, reading.passages);
  await writer.deleteFrom('recordCitations').where('sha256', '=', sha256).execute();
  for (const slice of slices(reading.citations, 1000)) {
    await writer
      .insertInto('recordCitations')
      .values(slice.map((citation) => ({ sha256, seq: citation.seq, citationJson: JSON.stringify(citation) })))
      .execute();
  }
  await storeNames(writer, sha256, reading.names ?? []);
  await forgetCovered(writer, sha256, reading.pages);
  const { documentIds } = await putFilings(writer, sha256, flagsOf(reading.pages));
  // Work hangs on the text that a document shows; that of a further download of the same filing says nothing about it.
  await anchorAgain(writer, await showing(writer, sha256, documentIds), () => Promise.resolve(reading.pages));
  return documentIds;
}

async function storeNames(writer: Writer, sha256: string, names: readonly ReadName[]): Promise<void> {
  await writer.deleteFrom('fileNames').where('sha256', '=', sha256).execute();
  const rows = names.map((each) => ({
    sha256,
    kind: each.kind,
    key: nameKey(each.name),
    name: each.name,
    aliasesJson: JSON.stringify(each.aliases),
    sourcesJson: JSON.stringify(each.sources),
    times: each.times,
    told: Number(isTold(each)),
  }));
  for (const slice of slices(rows, 500)) {
    await writer
      .insertInto('fileNames')
      .values(slice)
      // Two people whose names differ in nothing that is compared are one.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Gives a file that was read before, and is seen under another name now, its documents. */
export async function fileAgain(writer: Writer, sha256: string): Promise<void> {
  const rows = await writer.selectFrom('pages').selectAll().where('sha256', '=', sha256).execute();
  const flags = flagsOf(
    rows.map((row) => ({
      ...pageFactsOf(row),
      text: row.text,
      redactions: json<Page['redactions']>(row.redactionsJson),
    })),
  );
  const { added } = await putFilings(writer, sha256, flags);
  // A filing that was removed and comes back takes up the work that was done on it.
  await anchorAgain(writer, await showing(writer, sha256, added), async () => {
    const pages = writer.selectFrom('pages').selectAll().where('sha256', '=', sha256);
    return (await pages.orderBy('pageNumber').execute()).map(pageOf);
  });
}

function textDigestOf(pages: readonly Page[]): string {
  const hash = createHash('sha256');
  for (const page of pages) {
    hash.update(`${page.pageNumber} ${page.textVersion} ${listedReasonOf(page) ?? ''}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/** `[REDACTED]`, `[Redacted per order]`: recognised pages have the words and no finding. */
const saysRedacted = /\[ ?redacted/i;

/** What a document's pages say of it. */
export function flagsOf(pages: readonly Pick<Page, 'text' | 'redactions' | 'unread' | 'recognized'>[]): DocumentFlag[] {
  const flags: DocumentFlag[] = [];
  if (pages.some(({ recognized }) => recognized !== undefined)) flags.push('ocr');
  if (pages.some(({ text, redactions }) => saysRedacted.test(text) || redactions.some(({ bad }) => !bad))) {
    flags.push('redacted');
  }
  if (pages.some(({ redactions }) => redactions.some(({ bad }) => bad))) flags.push('badly-redacted');
  if (pages.some(({ unread }) => unread !== null)) flags.push('unreadable-pages');
  return flags;
}
