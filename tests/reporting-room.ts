// What reports are made from, as it runs: a real catalog with the words of its filings, and exact search over them on the spot.
import { openWordSource } from '../server/catalog/word-reader.ts';
import type { Catalog } from '../server/catalog/catalog.ts';
import type { FilingDetails } from '../server/contract/filing.ts';
import type { Page } from '../server/contract/page.ts';
import type { ResultParts } from '../server/report-result.ts';
import type { ExactEngine } from '../server/search/exact/exact-engine.ts';
import { wordsOfFile } from '../server/search/terms/file-words.ts';
import { createUnreadDocuments } from '../server/search/unread-documents.ts';
import { unsearchedOf } from '../server/search/unsearched.ts';
import { incoming, pageOf, readingOf, temporaryCatalog } from './catalog/readings.ts';
import { engineOn } from './search/exact/memory-corpus.ts';

export interface ReportingRoom {
  readonly catalog: Catalog;
  readonly path: string;
  /** What a report is made from. */
  readonly parts: ResultParts;
  /** Moves the clock. */
  tick(ms: number): void;
  /** Stores a filing whose first page has these lines, with its words; its documents. */
  filing(
    filename: string,
    lines: readonly string[],
    details?: Partial<FilingDetails>,
    morePages?: readonly Page[],
  ): Promise<readonly string[]>;
  /** An engine that lets something happen before it answers its first question. */
  engineAfter(happen: () => Promise<unknown>): ExactEngine;
  close(): Promise<void>;
}

/** Opens it, empty. */
export function reportingRoom(): ReportingRoom {
  const own = temporaryCatalog();
  const { catalog, path } = own;
  const source = openWordSource(path);
  const engine = engineOn(source);
  const unread = createUnreadDocuments({
    unread: () => catalog.unread(null),
    document: (id) => catalog.documents.get(id),
  });
  return {
    catalog,
    path,
    tick: (ms) => own.tick(ms),
    parts: {
      catalog,
      engine,
      unsearched: async (request) => unsearchedOf(request, await unread(await catalog.fingerprint())),
      version: '0.0.0-test',
      parserVersion: 'test-1',
    },
    filing: (...filing) => storeWithWords(catalog, ...filing),
    engineAfter(happen) {
      let happened: Promise<unknown> | null = null;
      return {
        ask: async (ask, signal) => {
          await (happened ??= happen());
          return engine.ask(ask, signal);
        },
      };
    },
    close: async () => {
      source.close();
      await own.close();
    },
  };
}

/** Stores a filing whose first page has these lines, with its words; its documents. */
export async function storeWithWords(
  catalog: Catalog,
  filename: string,
  lines: readonly string[],
  details: Partial<FilingDetails> = {},
  morePages: readonly Page[] = [],
): Promise<readonly string[]> {
  const file = incoming(filename);
  await catalog.jobs.enqueue(file);
  const job = await catalog.jobs.lease('tester', 1000);
  if (job === null) throw new Error('nothing to read');
  const reading = readingOf(file.sha256, [pageOf(1, lines), ...morePages], details);
  const words = wordsOfFile(reading.passages, reading.pages);
  return (await catalog.jobs.complete(job.jobId, { ...reading, words })).documentIds;
}
