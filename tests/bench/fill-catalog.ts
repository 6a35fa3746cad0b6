// Writes a synthetic record into a data folder through the catalog's own interface: each file queued, leased, its reading stored.
// In: filings, the version that the program reads with (others would be read again). Out: a catalog whose outbox holds every document.
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '../../server/catalog/open-catalog.ts';
import { openFolderBlobStore } from '../../server/intake/folder-blob-store.ts';
import { wordsOfFile } from '../../server/search/terms/file-words.ts';
import type { SyntheticFiling } from './synthetic-filings.ts';

export interface Filled {
  readonly documents: number;
  readonly pages: number;
  readonly passages: number;
}

export interface FillOptions {
  readonly filings: Iterable<SyntheticFiling>;
  readonly parserVersion: string;
  /** A PDF that stands in for the file of each filing: the bytes are shown, the reading is what is searched. */
  readonly standIn: string;
}

/** Fills the data folder of a program that is not running. */
export async function fillCatalog(dataFolder: string, options: FillOptions): Promise<Filled> {
  const blobs = await openFolderBlobStore(join(dataFolder, 'files'), Number.MAX_SAFE_INTEGER);
  const catalog = openCatalog({ path: join(dataFolder, 'catalog.sqlite') });
  const filled = { documents: 0, pages: 0, passages: 0 };
  try {
    for (const { file, reading } of options.filings) {
      await catalog.jobs.enqueue(file);
      const job = await catalog.jobs.lease('bench', 60_000);
      if (job?.sha256 !== file.sha256) throw new Error(`${file.filename} was queued, and another file leased`);
      const path = blobs.pathOf(file.sha256);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(options.standIn, path);
      const words = wordsOfFile(reading.passages, reading.pages);
      await catalog.jobs.complete(job.jobId, { ...reading, words, parserVersion: options.parserVersion });
      filled.documents += 1;
      filled.pages += reading.pages.length;
      filled.passages += reading.passages.length;
    }
    return filled;
  } finally {
    await catalog.close();
  }
}
