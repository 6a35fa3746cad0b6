// Takes files in: from a folder or an upload into the store of bytes, and as jobs into the queue.
// In: paths. Out: queued jobs; each file that cannot be taken is a failed job with its reason, and the rest goes on.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import type { ListedDocket } from '../contract/docket.ts';
import type { FilingDetails, Gazetteer } from '../contract/filing.ts';
import type { BlobStore } from './blob-store.ts';
import { displayNameOf } from './display-name.ts';
import { readDocketCsv } from './docket-csv.ts';
import { readDocketJson } from './docket-json.ts';
import type { ReadSidecar } from './docket-listing.ts';
import { detailsOfFile } from './docket-match.ts';
import { joinGazetteers, readGazetteer } from './gazetteer-file.ts';
import { readRecapName } from './recap-name.ts';
import { gazetteerName, scanFolder, type ScannedFolder } from './scan-folder.ts';

/** What intake needs of the catalog. */
export interface IntakeParts {
  readonly blobs: BlobStore;
  readonly enqueue: (file: {
    readonly sha256: string;
    readonly bytes: number;
    readonly filename: string;
    readonly source: string;
    readonly fromName: Partial<FilingDetails>;
    readonly sidecar: Partial<FilingDetails>;
  }) => Promise<{ jobId: string; documentId: string | null; known: boolean }>;
  readonly refuse: (
    filename: string,
    source: string,
    error: { code: string; detail: string },
  ) => Promise<{ jobId: string }>;
  readonly seen: {
    get(path: string): Promise<SeenAs | null>;
    put(path: string, file: SeenAs): Promise<void>;
  };
  /** What dockets list: by sidecar, and only as long as it is there. */
  readonly dockets: {
    put(source: string, dockets: readonly ListedDocket[]): Promise<void>;
    keep(folder: string, sources: readonly string[]): Promise<void>;
  };
}

interface SeenAs {
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
  readonly detailsHash: string;
}

/** What taking a folder in came to. */
export interface FolderIntake {
  readonly files: number;
  /** Files that were new or had changed. */
  readonly taken: number;
  readonly refused: number;
}

/** What happens while a folder is taken in. */
export interface FolderListener {
  /** Something a person should know: a sidecar that cannot be used, a folder that cannot be read. */
  readonly onNotice: (line: string) => void;
  /** A file was queued. */
  readonly onQueued: () => void;
}

/** A big file may find no room where a small one still does; after so many in a row the disk is taken for full. */
const noRoomInARow = 5;

/** Takes a folder in. Rejects with `unreadable-folder` for the folder itself, and with `disk-full` when nothing finds room any more. */
export async function takeInFolder(
  parts: IntakeParts,
  folder: string,
  listener: FolderListener,
): Promise<FolderIntake> {
  const folders = await scanFolder(folder, listener.onNotice);
  let [files, taken, refused, noRoom] = [0, 0, 0, 0];
  const sources: string[] = [];
  for (const each of folders) {
    const sidecars = await readSidecars(each, listener.onNotice);
    // Before the files: what the docket knows of a filing is there when it is read.
    for (const { source, dockets } of sidecars) {
      await parts.dockets.put(source, dockets);
      sources.push(source);
    }
    for (const name of each.pdfs) {
      files += 1;
      const outcome = await takeInOne(parts, join(each.path, name), name, detailsOfFile(name, sidecars));
      if (outcome === 'taken') {
        taken += 1;
        listener.onQueued();
      } else if (outcome !== 'unchanged') refused += 1;
      if (outcome !== 'unchanged') noRoom = outcome === 'disk-full' ? noRoom + 1 : 0;
      if (noRoom >= noRoomInARow) throw diskFull(folder);
    }
    for (const line of absences(each, sidecars)) listener.onNotice(line);
  }
  await parts.dockets.keep(folder, sources);
  return { files, taken, refused };
}

/** How many names a notice holds. */
const mostNames = 3;

/** What the dockets of a folder list that is not in it: a line a sidecar. The Docket place shows all. */
function absences({ path, pdfs }: ScannedFolder, sidecars: readonly FolderSidecar[]): string[] {
  const there = new Set(pdfs);
  return sidecars.flatMap(({ details, dockets, places, source }) => {
    if (places.length > 0) {
      const here = pdfs.filter(
        (name) => Object.keys(detailsOfFile(name, [{ details, dockets, places, problems: [] }])).length > 0,
      );
      return here.length === places.length
        ? []
        : [`${source} lists ${places.length} documents; ${here.length} of them are beside it.`];
    }
    const missing = [...details.keys()].filter((name) => !there.has(name));
    if (missing.length === 0) return [];
    const named = missing.slice(0, mostNames).join(', ');
    const more = missing.length > mostNames ? ` and ${missing.length - mostNames} more` : '';
    return [`${path} has no file ${named}${more}, which its docket lists.`];
  });
}

function diskFull(folder: string): PinciteError {
  return new PinciteError(
    'disk-full',
    `The disk with the --data folder is full; taking in ${folder} ends here. Nothing stored is lost: make room and start again, and the rest is taken in.`,
  );
}

/** The gazetteer of a folder and those below it, as one; null when there is none. Read before the filings, whose names it knows. */
export async function readFolderGazetteer(
  folder: string,
  onNotice: FolderListener['onNotice'],
): Promise<Gazetteer | null> {
  return readGazetteers(await scanFolder(folder, onNotice), onNotice);
}

async function takeInOne(
  parts: IntakeParts,
  path: string,
  name: string,
  sidecar: Partial<FilingDetails>,
): Promise<'taken' | 'unchanged' | 'refused' | 'disk-full'> {
  const filename = displayNameOf(name);
  const fromName = readRecapName(filename) ?? {};
  const detailsHash = createHash('sha256')
    .update(JSON.stringify([fromName, sidecar]))
    .digest('hex')
    .slice(0, 16);
  try {
    const { size, mtimeMs: modified } = await stat(path);
    const before = await parts.seen.get(path);
    const same = before !== null && before.size === size && before.modified === modified;
    // Stored bytes that somebody deleted are stored again.
    if (same && before.detailsHash === detailsHash && (await parts.blobs.has(before.sha256))) return 'unchanged';
    const { sha256, bytes } = await parts.blobs.put(path, filename);
    await parts.enqueue({ sha256, bytes, filename, source: path, fromName, sidecar });
    await parts.seen.put(path, { size, modified, sha256, detailsHash });
    return 'taken';
  } catch (error) {
    const { code, message } = asPinciteError(error, filename);
    // Without a catalog that takes notes there is nothing to go on with: that error ends the intake.
    await parts.refuse(filename, path, { code, detail: message });
    return code === 'disk-full' ? 'disk-full' : 'refused';
  }
}

function asPinciteError(error: unknown, filename: string): PinciteError {
  if (error instanceof PinciteError) return error;
  // `ENOENT`, but not `ERR_SQLITE_ERROR`: what is wrong there is not the file.
  if (!/^E[A-Z0-9]+$/.test(systemCodeOf(error) ?? '')) throw error;
  return new PinciteError(
    'unreadable-folder',
    `${filename} cannot be read (${messageOf(error)}). Check its rights and the disk.`,
    {
      cause: error,
    },
  );
}

/** What a sidecar of a folder says, under its path. */
type FolderSidecar = ReadSidecar & { readonly source: string };

async function readSidecars(folder: ScannedFolder, onNotice: (line: string) => void): Promise<FolderSidecar[]> {
  const sidecars: FolderSidecar[] = [];
  for (const name of folder.sidecars) {
    const source = join(folder.path, name);
    try {
      const text = await readText(source);
      const read = name.endsWith('.csv') ? readDocketCsv(text, source) : readDocketJson(text, source);
      for (const problem of read.problems) onNotice(problem);
      sidecars.push({ ...read, source });
    } catch (error) {
      onNotice(messageOf(error));
    }
  }
  return sidecars;
}

/** Spreadsheets save in other encodings unless told: read as UTF-8, `Pls.’` would become something else in silence. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new PinciteError(
    'bad-sidecar',
    `${path} is not in UTF-8. Save it anew as UTF-8 (in a spreadsheet: “CSV UTF-8”). The files beside it are read without it.`,
  );
}

async function readGazetteers(
  folders: readonly ScannedFolder[],
  onNotice: (line: string) => void,
): Promise<Gazetteer | null> {
  const gazetteers: Gazetteer[] = [];
  for (const folder of folders.filter(({ hasGazetteer }) => hasGazetteer)) {
    const path = join(folder.path, gazetteerName);
    try {
      gazetteers.push(readGazetteer(await readText(path), path));
    } catch (error) {
      onNotice(messageOf(error));
    }
  }
  return gazetteers.length === 0 ? null : joinGazetteers(gazetteers);
}

/** Takes one uploaded file in. Rejects with the reason when it is refused. */
export async function takeInUpload(
  parts: Pick<IntakeParts, 'blobs' | 'enqueue'>,
  path: string,
  name: string,
): Promise<{ jobId: string; documentId: string | null; known: boolean; filename: string }> {
  const filename = displayNameOf(name);
  const { sha256, bytes } = await parts.blobs.put(path, filename);
  const fromName = readRecapName(filename) ?? {};
  return { filename, ...(await parts.enqueue({ sha256, bytes, filename, source: 'upload', fromName, sidecar: {} })) };
}
