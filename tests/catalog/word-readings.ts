// Readings with their words, as ingest hands them over: what exact search reads of a catalog.
import type { Catalog, IncomingFile } from '../../server/catalog/catalog.ts';
import { openWordSource } from '../../server/catalog/word-reader.ts';
import type { FilingDetails } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import type { Passage } from '../../server/contract/passage.ts';
import type { FileWords, WordSource } from '../../server/contract/word-index.ts';
import { wordsOfFile, wordsVersion } from '../../server/search/terms/file-words.ts';
import { pageOf, readingOf, temporaryCatalog } from './readings.ts';

/** Where a filing stands: case and entry, as the RECAP name says it. */
export const placeOf = (entry: string, attachment: number | null = null): Partial<FilingDetails> => ({
  court: 'cand',
  pacerCaseId: '369872',
  entry,
  attachment,
});

/** What a test changes of a reading. */
export interface WordReading {
  readonly details?: Partial<FilingDetails>;
  /** `none`: read by a version that kept no words. */
  readonly words?: FileWords | 'none';
  readonly change?: (passage: Passage) => Passage;
}

/** Takes a file in whose pages have these texts, one passage each; ids of its documents. */
export async function storeWords(
  catalog: Catalog,
  file: IncomingFile,
  texts: readonly string[],
  reading: WordReading = {},
): Promise<readonly string[]> {
  await catalog.jobs.enqueue(file);
  return read(catalog, texts, reading);
}

/** The documents of a source, each with the number of its words. */
export function documentsOf(source: WordSource, version = wordsVersion) {
  return [...source.documents(version)].map(({ read: make, ...others }) => ({ document: make(), ...others }));
}

/** Reads the next file that waits. */
export async function read(
  catalog: Catalog,
  texts: readonly string[],
  { details = {}, words, change = (passage) => passage }: WordReading = {},
): Promise<readonly string[]> {
  const job = await catalog.jobs.lease('tester', 1000);
  if (job === null) throw new Error('nothing to read');
  const pages: readonly Page[] = texts.map((text, at) => pageOf(at + 1, [text]));
  const plain = readingOf(job.sha256, pages, details);
  const passages = plain.passages.map(change);
  const made = words ?? wordsOfFile(passages, pages);
  const stored = await catalog.jobs.complete(job.jobId, {
    ...plain,
    passages,
    ...(made === 'none' ? {} : { words: made }),
  });
  return stored.documentIds;
}

/** A catalog with a connection of exact search beside it. */
export function catalogWithWords(): { catalog: Catalog; source: WordSource; path: string; close: () => Promise<void> } {
  const temporary = temporaryCatalog();
  const { catalog, path } = temporary;
  const source = openWordSource(path);
  return {
    catalog,
    source,
    path,
    close: async () => {
      source.close();
      await temporary.close();
    },
  };
}
