// Where uploaded files lie until intake takes them: one after another, each on its own.
// In: the files of a multipart request. Out: their paths, or for each the reason why it was not kept; a file that is too large
// or finds no room is read to its end and forgotten, so that the files after it are taken.
import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageEngine } from 'multer';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';
import { displayNameOf } from '../intake/display-name.ts';

/** How a new file is opened; tests hand in disks that fail. */
export type OpenNew = (path: string) => Promise<Pick<FileHandle, 'appendFile' | 'close'>>;

/** Makes the storage; `maxBytes` for each file. */
export function createUploadStorage(
  folder: string,
  maxBytes: number,
  openNew: OpenNew = (path) => open(path, 'wx'),
): StorageEngine {
  return {
    _handleFile(_request, file, done) {
      const path = join(folder, randomUUID());
      receive(file.stream, path, { name: displayNameOf(file.originalname), maxBytes, openNew }).then(
        (refusal) => done(null, { path, ...(refusal === null ? {} : { refusal }) }),
        (error: unknown) => done(error),
      );
    },
    _removeFile(_request, { path }, done) {
      rm(path, { force: true }).then(
        () => done(null),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  };
}

/** Why a received file was not kept; null when it lies at its path. */
export function refusalOf(file: Express.Multer.File): PinciteError | null {
  // Multer copies what `_handleFile` answered onto the file.
  const refusal: unknown = Reflect.get(file, 'refusal');
  return refusal instanceof PinciteError ? refusal : null;
}

async function receive(
  stream: AsyncIterable<Buffer>,
  path: string,
  { name, maxBytes, openNew }: { name: string; maxBytes: number; openNew: OpenNew },
): Promise<PinciteError | null> {
  let refusal: PinciteError | null = null;
  let bytes = 0;
  let whole = false;
  const target = await openNew(path).catch((error: unknown) => {
    refusal = asRefusal(error, name);
    return null;
  });
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > maxBytes) refusal ??= tooLarge(name, maxBytes);
      if (refusal !== null || target === null) continue;
      await target.appendFile(chunk).catch((error: unknown) => {
        refusal = asRefusal(error, name);
      });
    }
    whole = refusal === null;
  } finally {
    await target?.close();
    if (!whole) await rm(path, { force: true });
  }
  return refusal;
}

function tooLarge(name: string, maxBytes: number): PinciteError {
  const megabytes = Math.ceil(maxBytes / 1_048_576).toLocaleString('en-US');
  return new PinciteError(
    'too-large',
    `${name} is larger than ${megabytes} MB. Raise the limit with --max-file, or split the file.`,
    { field: 'files' },
  );
}

function asRefusal(error: unknown, name: string): PinciteError {
  const code = systemCodeOf(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
  return new PinciteError(
    'disk-full',
    `${name} could not be received: the disk with the --data folder is full. Nothing stored before is lost; make room and add it again.`,
    { cause: error },
  );
}
