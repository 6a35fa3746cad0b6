// The filings that reading is measured with: PDFs of a folder that have text, because only these are read (the rest waits for OCR).
// In: a folder, or none for `../shared/filings` beside the repository. Out: files with their numbers of pages; says what it does.
import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createParserPool, type ParserPool } from '../../server/parse/parser-pool.ts';

export interface RealFiling {
  readonly path: string;
  readonly pages: number;
}

export interface RealFilings {
  /** As it is named in the table. */
  readonly name: string;
  readonly folder: string;
  readonly filings: readonly RealFiling[];
  readonly pages: number;
  /** Whether the targets were set for these: those of the specimens are too few to say anything. */
  readonly hasTargets: boolean;
}

/** How the program parses where the targets were set: two at once, its own limits. */
export function benchPool(): ParserPool {
  return createParserPool({ size: 2, memoryMb: 512, seconds: 120 });
}

/** Finds the folder and reads it once, which also brings the files into the system's cache. */
export async function chooseFilings(
  root: string,
  wanted: string | null,
  say: (line: string) => void,
): Promise<RealFilings> {
  const beside = join(root, '..', 'shared', 'filings');
  const specimens = join(root, 'docs-corpus', 'filings');
  const folder = wanted !== null ? resolve(wanted) : existsSync(beside) ? beside : specimens;
  const name = wanted ?? (folder === beside ? '../shared/filings' : 'docs-corpus/filings');
  if (folder === specimens)
    say('../shared/filings is not there: reading is measured with docs-corpus/filings, without targets.');
  const paths = globSync('**/*.pdf', { cwd: folder })
    .map((path) => join(folder, path))
    .toSorted();
  const pool = benchPool();
  try {
    const read = await Promise.all(paths.map((path) => readOnce(pool, path)));
    const filings = read.filter((filing) => filing !== null);
    const pages = filings.reduce((sum, filing) => sum + filing.pages, 0);
    say(`${name}: ${filings.length} of ${paths.length} PDFs have text, ${pages} pages.`);
    return { name, folder, filings, pages, hasTargets: folder !== specimens };
  } finally {
    await pool.close();
  }
}

/** Null for a file that cannot be read, and for one of which more than half waits for OCR. */
async function readOnce(pool: ParserPool, path: string): Promise<RealFiling | null> {
  try {
    const { pages } = await pool.parse(path, { name: path, onProgress: () => undefined });
    const unread = pages.filter((page) => page.unread !== null).length;
    return unread * 2 > pages.length ? null : { path, pages: pages.length };
  } catch {
    // Locked, damaged, no PDF at all: the folder holds such files on purpose, and other tests look at them.
    return null;
  }
}
