// A filing in the catalog and store of a running API, as if it had been read: for the tests of routes that show it.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilingDetails } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import { incoming, pageOf, store } from '../catalog/readings.ts';
import type { RunningApi } from './running-api.ts';

export interface StoredFiling {
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  /** One for each page with text. */
  readonly passageIds: readonly string[];
}

/** Stores a filing whose pages have these lines. */
export async function storeFiling(
  api: RunningApi,
  filename: string,
  pages: readonly (readonly string[])[],
  details: Partial<FilingDetails> = {},
  changePage: (page: Page) => Page = (page) => page,
): Promise<StoredFiling> {
  const bytes = Buffer.from(`%PDF-1.7\n% ${filename} ${JSON.stringify(pages)}\n%%EOF\n`);
  const path = join(api.uploadFolder, 'incoming-filing');
  await writeFile(path, bytes);
  const { sha256 } = await api.blobs.put(path, filename);
  await rm(path);
  const [documentId = ''] = await store(
    api.catalog,
    incoming(filename, { sha256 }),
    pages.map((lines, at) => changePage(pageOf(at + 1, lines))),
    details,
  );
  const passages = await api.catalog.documents.passages(documentId, null);
  return { documentId, sha256, bytes, passageIds: passages.map(({ passage }) => passage.id) };
}
