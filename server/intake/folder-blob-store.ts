// Stored bytes in a folder: `<root>/ab/<sha256>.pdf`. Written beside, then renamed: what has its name is whole.
// In: paths of files. Out: their SHA-256. Refuses what check-file refuses; a full disk leaves nothing behind.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import type { BlobStore, StoredBlob } from './blob-store.ts';
import { checkFile, headLength } from './check-file.ts';

/** A new file that is being written; `appendFile` goes on until every byte is down, where `write` may stop short on a disk that fills up. */
export type NewFile = Pick<FileHandle, 'appendFile' | 'sync' | 'close'>;

/**
 * Opens the store at `root` (made when absent) and clears what an interrupted copy left. `maxBytes`: for one file.
 * `openNew` is for tests of disks that fail.
 */
export async function openFolderBlobStore(
  root: string,
  maxBytes: number,
  openNew: (path: string) => Promise<NewFile> = (path) => open(path, 'wx'),
): Promise<BlobStore> {
  const incoming = join(root, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), `${sha256}.pdf`);
  return {
    pathOf,
    has: (sha256) => exists(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async put(path, name) {
      const half = join(incoming, randomUUID());
      try {
        const { sha256, bytes } = await copy(path, half, { name, maxBytes, openNew });
        const target = pathOf(sha256);
        if (await exists(target)) {
          await rm(half);
          return { sha256, bytes, isNew: false };
        }
        await mkdir(join(root, sha256.slice(0, 2)), { recursive: true });
        await rename(half, target);
        return { sha256, bytes, isNew: true };
      } catch (error) {
        await rm(half, { force: true });
        throw asRefusal(error, name);
      }
    },
  };
}

async function copy(
  path: string,
  to: string,
  { name, maxBytes, openNew }: { name: string; maxBytes: number; openNew: (path: string) => Promise<NewFile> },
): Promise<Omit<StoredBlob, 'isNew'>> {
  const found = await stat(path);
  // A pipe under a link would be waited for without end.
  if (!found.isFile()) throw new PinciteError('not-a-pdf', `${name} is no file. Only PDF filings can be added.`);
  const head = await readHead(path);
  checkFile(name, found.size, head, maxBytes);
  const hash = createHash('sha256');
  let bytes = 0;
  const target = await openNew(to);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
      // Without an encoding a file's stream gives buffers.
      const buffer = chunk as Buffer;
      hash.update(buffer);
      bytes += buffer.length;
      // The file may have grown since it was looked at.
      if (bytes > maxBytes) checkFile(name, bytes, head, maxBytes);
      await target.appendFile(buffer);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function asRefusal(error: unknown, name: string): unknown {
  if (error instanceof PinciteError) return error;
  const code = systemCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PinciteError(
      'disk-full',
      `${name} could not be stored: the disk with the --data folder is full. Nothing stored before is lost; make room and add it again.`,
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'ENOENT' || code === 'EISDIR' || code === 'EIO') {
    return new PinciteError(
      'unreadable-folder',
      `${name} cannot be read (${messageOf(error)}). Check its rights and the disk.`,
      {
        cause: error,
      },
    );
  }
  return error;
}
