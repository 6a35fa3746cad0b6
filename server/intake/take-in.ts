// Takes files in: from a folder or an upload into the store of bytes, and as jobs into the queue.
// In: paths. Out: queued jobs; each file that cannot be taken is a failed job with its reason, and the rest goes on.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import type { FilingDetails, Gazetteer } from '../contract/filing.ts';
import type { BlobStore } from './blob-store.ts';
import { displayNameOf } from './display-name.ts';
import { readDocketCsv } from './docket-csv.ts';
import { readDocketJson, type SidecarDetails } from './docket-json.ts';
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

/** Takes a folder in. Rejects with `unreadable-folder` for the folder itself, and with `disk-full`. */
export async function takeInFolder(
  parts: IntakeParts,
  folder: string,
  listener: FolderListener,
): Promise<FolderIntake> {
  const folders = await scanFolder(folder, listener.onNotice);
  let [files, taken, refused] = [0, 0, 0];
  for (const each of folders) {
    const sidecar = await readSidecars(each, listener.onNotice);
    for (const name of each.pdfs) {
      files += 1;
      const outcome = await takeInOne(parts, join(each.path, name), name, sidecar.get(name) ?? {});
      if (outcome === 'taken') {
        taken += 1;
        listener.onQueued();
      }
      if (outcome === 'refused') refused += 1;
    }
    for (const name of sidecar.keys()) {
      if (!each.pdfs.includes(name)) listener.onNotice(`${each.path} has no file ${name}, which its docket lists.`);
    }
  }
  return { files, taken, refused };
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
): Promise<'taken' | 'unchanged' | 'refused'> {
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
    await refuseOne(parts, filename, path, asPinciteError(error, filename));
    return 'refused';
  }
}

async function refuseOne(parts: IntakeParts, filename: string, source: string, error: PinciteError): Promise<void> {
  // Without room there is none for the next file either.
  if (error.code === 'disk-full') throw error;
  await parts.refuse(filename, source, { code: error.code, detail: error.message });
}

function asPinciteError(error: unknown, filename: string): PinciteError {
  if (error instanceof PinciteError) return error;
  const system = systemCodeOf(error);
  if (system === null) throw error;
  return new PinciteError(
    'unreadable-folder',
    `${filename} cannot be read (${messageOf(error)}). Check its rights and the disk.`,
    {
      cause: error,
    },
  );
}

async function readSidecars(folder: ScannedFolder, onNotice: (line: string) => void): Promise<SidecarDetails> {
  const details = new Map<string, Partial<FilingDetails>>();
  for (const name of folder.sidecars) {
    const path = join(folder.path, name);
    try {
      const text = await readFile(path, 'utf8');
      const read =
        name === 'docket.json' ? { details: readDocketJson(text, path), problems: [] } : readDocketCsv(text, path);
      for (const problem of read.problems) onNotice(problem);
      for (const [file, said] of read.details) details.set(file, { ...said, ...details.get(file) });
    } catch (error) {
      onNotice(messageOf(error));
    }
  }
  return details;
}

async function readGazetteers(
  folders: readonly ScannedFolder[],
  onNotice: (line: string) => void,
): Promise<Gazetteer | null> {
  const gazetteers: Gazetteer[] = [];
  for (const folder of folders.filter(({ hasGazetteer }) => hasGazetteer)) {
    const path = join(folder.path, gazetteerName);
    try {
      gazetteers.push(readGazetteer(await readFile(path, 'utf8'), path));
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
