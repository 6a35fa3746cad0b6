// Which PDFs a run measures: a folder given, the real filings beside the repository, or the specimens.
// In: the command line's wish. Out: files with the name their figures go by; says what it chose and why.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A PDF of the folder. */
export interface FilingFile {
  readonly path: string;
  /** Relative to the folder, `/` between names. */
  readonly name: string;
}

/** The files of a run. */
export interface FilingsFolder {
  readonly folder: string;
  /** What the baseline calls the corpus: `docs-corpus/filings`, `../shared/filings`, else the folder's own name. */
  readonly corpus: string;
  readonly files: readonly FilingFile[];
}

/** Finds the folder and lists it. Throws a RangeError with a sentence when there is nothing to measure. */
export function openFilingsFolder(root: string, wanted: string | null, say: (line: string) => void): FilingsFolder {
  const beside = join(root, '..', 'shared', 'filings');
  const specimens = join(root, 'docs-corpus', 'filings');
  let folder = wanted === null ? beside : resolve(wanted);
  if (wanted === null && !existsSync(beside)) {
    say('../shared/filings is not there: the specimens of docs-corpus/filings are measured.');
    folder = specimens;
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new RangeError(`${wanted ?? folder} is no folder. Give a folder of PDFs.`);
  const files = pdfsIn(folder).map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }));
  if (files.length === 0) throw new RangeError(`${wanted ?? folder} has no PDFs in it.`);
  const known = [beside, specimens].includes(folder);
  const corpus = known ? relative(root, folder).split(sep).join('/') : basename(folder);
  return { folder, corpus, files };
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((one, other) => (one < other ? -1 : 1));
}

/** The key of a file in the baseline: twelve digits of its SHA-256, a space, its name. */
export async function keyOf({ path }: FilingFile): Promise<{ readonly key: string; readonly sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  return { key: `${sha256.slice(0, 12)} ${basename(path)}`, sha256 };
}
