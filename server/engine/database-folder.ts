// The folder where our own Meilisearch keeps its data: its layout, its key, and what to do with data of another version.
// In: the data folder. Out: paths and a key. Data that this version cannot read is moved aside, never deleted silently.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../contract/errors.ts';

/** Everything lies below one folder, so that deleting it loses nothing but a copy of the catalog. */
export interface DatabaseFolder {
  readonly root: string;
  readonly database: string;
  readonly dumps: string;
  readonly snapshots: string;
  readonly temporary: string;
  readonly processFile: string;
  readonly keyFile: string;
}

export function databaseFolderOf(dataFolder: string): DatabaseFolder {
  const root = join(dataFolder, 'meilisearch');
  return {
    root,
    database: join(root, 'data.ms'),
    dumps: join(root, 'dumps'),
    snapshots: join(root, 'snapshots'),
    temporary: join(root, 'tmp'),
    processFile: join(root, 'process.json'),
    keyFile: join(root, 'key'),
  };
}

/** Makes the folders; what an earlier run left in the temporary one is of no use to anybody. */
export function prepareFolders(folder: DatabaseFolder): void {
  rmSync(folder.temporary, { recursive: true, force: true });
  for (const path of [folder.root, folder.dumps, folder.snapshots, folder.temporary]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }
}

/** The key of our Meilisearch: made once, readable by the owner only, kept so that a restart can use it. */
export function keyOf(folder: DatabaseFolder): string {
  try {
    const key = readFileSync(folder.keyFile, 'utf8').trim();
    if (key.length >= 16) return key;
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
  }
  const key = randomBytes(32).toString('base64url');
  storeKey(folder, key);
  return key;
}

/** Writes the key (again: the folder may have been deleted under a running Pincite). */
export function storeKey(folder: DatabaseFolder, key: string): void {
  // An existing file would keep its own mode.
  rmSync(folder.keyFile, { force: true });
  writeFileSync(folder.keyFile, `${key}\n`, { mode: 0o600 });
}

/** The version that wrote the data; null when there is none, `unknown` when it does not say. */
export function dataVersionOf(folder: DatabaseFolder): string | null {
  if (!existsSync(folder.database)) return null;
  try {
    return readFileSync(join(folder.database, 'VERSION'), 'utf8').trim();
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return 'unknown';
    throw error;
  }
}

/**
 * Moves data of another version out of the way; answers the new path, or null when there was nothing to move. An older one
 * moved aside by the same version gives way: it is a copy of a copy.
 */
export function setAsideOtherVersion(folder: DatabaseFolder, version: string): string | null {
  const found = dataVersionOf(folder);
  if (found === null || found === version) return null;
  const aside = `${folder.database}-before-${version}`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder.database, aside);
  return aside;
}

/** Names the database on disk as long as it is the same one; null when it is gone. */
export function databaseMark(folder: DatabaseFolder): string | null {
  try {
    // The number of a deleted file may be given to the next one.
    const { ino, birthtimeNs } = statSync(join(folder.database, 'VERSION'), { bigint: true });
    return `${ino} ${birthtimeNs}`;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
