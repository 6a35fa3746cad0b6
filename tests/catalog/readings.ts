// Readings for the catalog's tests: what parse and passages would hand over, small enough to see through.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Catalog, FileReading, IncomingFile } from '../../server/catalog/catalog.ts';
import { openDatabase, type CatalogDatabase } from '../../server/catalog/database.ts';
import { openCatalog } from '../../server/catalog/open-catalog.ts';
import { citeRecord } from '../../server/passages/cite-record.ts';
import { unknownDetails, type FilingDetails, type ReadFrom } from '../../server/contract/filing.ts';
import type { Page, PageLine } from '../../server/contract/page.ts';
import type { Passage } from '../../server/contract/passage.ts';

export function shaOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function lineOf(text: string, from: number, at: number): PageLine {
  return {
    from,
    to: from + text.length,
    number: at + 1,
    furniture: null,
    x: 72,
    y: 720 - at * 24,
    direction: [1, 0],
    ascent: 9,
    descent: 3,
    advances: Array.from(text, () => 6.123),
    fontSize: 12,
    bold: false,
    italic: false,
    superscripts: [],
  };
}

/** A page whose lines are given. */
export function pageOf(pageNumber: number, texts: readonly string[], extra: Partial<Page> = {}): Page {
  let from = 0;
  const lines = texts.map((text, at) => {
    const line = lineOf(text, from, at);
    from = line.to + 1;
    return line;
  });
  const text = texts.join('\n');
  return {
    pageNumber,
    pageLabel: String(pageNumber),
    stampPage: pageNumber,
    bates: null,
    pageId: null,
    view: [0, 0, 612, 792],
    rotate: 0,
    userUnit: 1,
    text,
    textVersion: shaOf(text).slice(0, 16),
    lines,
    stamps: [],
    redactions: [],
    unread: null,
    ...extra,
  };
}

/** One passage for each page. */
export function passagesOf(sha256: string, pages: readonly Page[]): Passage[] {
  return pages
    .filter(({ text }) => text !== '')
    .map(({ pageNumber, text }, ordinal): Passage => ({
      id: `${sha256.slice(0, 8)}-${shaOf(text).slice(0, 8)}-${ordinal}`,
      ordinal,
      kind: 'paragraph',
      text: text.replaceAll('\n', ' '),
      runs: [{ at: 0, pageNumber, from: 0, length: text.length }],
      spans: [{ pageNumber, from: 0, to: text.length }],
      pageNumber,
      pageLabel: String(pageNumber),
      toPageLabel: null,
      stampPage: pageNumber,
      toStampPage: null,
      bates: null,
      lines: { from: 1, to: 2, toPageNumber: pageNumber },
      paragraph: null,
      note: null,
      speaker: null,
      headings: [],
      entities: { people: [], organizations: [], products: [], amounts: [] },
    }));
}

export function readingOf(
  sha256: string,
  pages: readonly Page[],
  details: Partial<FilingDetails> = {},
  source: ReadFrom = 'stamp',
): FileReading {
  return {
    info: { pageCount: pages.length, title: null, author: null, outline: [] },
    pages,
    details: {
      details: { ...unknownDetails, ...details },
      readFrom: Object.fromEntries(Object.keys(details).map((field) => [field, source])),
    },
    passages: passagesOf(sha256, pages),
    citations: citeRecord(passagesOf(sha256, pages)),
    parserVersion: 'test-1',
  };
}

export function incoming(filename: string, extra: Partial<IncomingFile> = {}): IncomingFile {
  return {
    sha256: shaOf(filename),
    bytes: 100,
    filename,
    source: `/corpus/${filename}`,
    fromName: {},
    sidecar: {},
    ...extra,
  };
}

/** A catalog in a folder of its own, with a clock that the test moves. */
export function temporaryCatalog(): { catalog: Catalog; path: string; tick(ms: number): void; close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-catalog-'));
  const path = join(folder, 'catalog.sqlite');
  let time = Date.parse('2026-01-01T00:00:00Z');
  let ids = 0;
  const catalog = openCatalog({ path, now: () => new Date(time), newId: () => `id${(ids += 1)}` });
  return {
    catalog,
    path,
    tick: (ms) => {
      time += ms;
    },
    close: async () => {
      await catalog.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The bare database in a folder of its own, for tests of what stands below the stores. */
export function temporaryDatabase(): { database: CatalogDatabase; path: string; close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-database-'));
  const path = join(folder, 'catalog.sqlite');
  const database = openDatabase(path);
  return {
    database,
    path,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes a file in and stores its reading; the ids of its documents. */
export async function store(
  catalog: Catalog,
  file: IncomingFile,
  pages: readonly Page[],
  details: Partial<FilingDetails> = {},
  source: ReadFrom = 'stamp',
): Promise<readonly string[]> {
  await catalog.jobs.enqueue(file);
  const job = await catalog.jobs.lease('tester', 1000);
  if (job === null) throw new Error('nothing to read');
  return (await catalog.jobs.complete(job.jobId, readingOf(file.sha256, pages, details, source))).documentIds;
}

/** Reads the files anew that another version of the parser had read, all with the same pages; the ids of their documents. */
export async function readAnew(
  catalog: Catalog,
  pages: readonly Page[],
  details: Partial<FilingDetails> = {},
  source: ReadFrom = 'stamp',
): Promise<readonly string[]> {
  await catalog.jobs.requeueAll('another version');
  const documentIds: string[] = [];
  for (;;) {
    const job = await catalog.jobs.lease('tester', 1000);
    if (job === null) return documentIds;
    const stored = await catalog.jobs.complete(job.jobId, readingOf(job.sha256, pages, details, source));
    documentIds.push(...stored.documentIds);
  }
}

/** Stores a file that is two filings; their ids in the order of the docket. */
export async function twoFilings(catalog: Catalog, pages: readonly Page[]): Promise<[string, string]> {
  const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
  const file = incoming('10.pdf', name('10'));
  const [first = ''] = await store(catalog, file, pages, name('10').fromName, 'file name');
  const second = await catalog.jobs.enqueue({ ...file, filename: '20.pdf', source: '/corpus/20.pdf', ...name('20') });
  return [first, second.documentId ?? ''];
}
