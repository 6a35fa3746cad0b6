// The PDFs of an uploaded zip, unpacked one after another into files that get names of ours.
// In: a zip's path, limits. Out: each entry as a file, or why it was refused; nothing is written under a name from the archive.
// Refuses as a whole what is no zip, an Office file, or larger unpacked than the limits allow: a small file must not fill the disk.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import { displayNameOf } from './display-name.ts';

/** How zips begin: with an entry, empty, or in parts (APPNOTE 4.3). */
export const zipSigns = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** What one archive may come to. */
export interface ArchiveLimits {
  readonly entries: number;
  /** All files unpacked. */
  readonly bytes: number;
  /** One file unpacked. */
  readonly bytesPerFile: number;
}

/** An entry that lies unpacked at `path` (the caller removes it), or the reason why it does not. */
export type UnpackedEntry =
  { readonly name: string; readonly path: string } | { readonly name: string; readonly refusal: PinciteError };

/** Text packs to a twentieth, filings hardly at all; what packs to less than a thousandth is made to burst. */
const mostRatio = 1000;
/** Entries below this are unpacked whatever their ratio. */
const harmless = 1_048_576;

/** Whether a file begins as zips do. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return zipSigns.includes(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Unpacks into `folder`. Throws `not-a-pdf` for Office files, `bad-archive`, and `too-large`, naming the archive. */
export async function* unpackArchive(
  path: string,
  name: string,
  folder: string,
  limits: ArchiveLimits,
): AsyncGenerator<UnpackedEntry> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    (error: unknown): never => {
      throw badArchive(name, error);
    },
  );
  try {
    const entries = await filesOf(zip, name, limits);
    if (entries.some((entry) => entry.name === '[Content_Types].xml')) {
      throw new PinciteError('not-a-pdf', `${name} is an Office file, not a PDF. Save it as PDF and add that.`);
    }
    if (entries.length === 0) {
      throw new PinciteError('bad-archive', `${name} holds no file. Pack the PDFs anew, or add them without a zip.`);
    }
    for (const { name: entryName, entry } of entries) {
      const shown = displayNameOf(entryName);
      const reason = reasonAgainst(entryName, entry, limits);
      yield reason === null
        ? await unpack(zip, entry, shown, folder)
        : { name: shown, refusal: new PinciteError(reason.code, `${name}: ${shown} ${reason.says}`) };
    }
  } finally {
    zip.close();
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

/** Entries that are files; folders, and what systems add unasked (`__MACOSX`, `.DS_Store`), are none. */
async function filesOf(zip: ZipFile, name: string, limits: ArchiveLimits): Promise<NamedEntry[]> {
  if (zip.entryCount > limits.entries) {
    const [has, most] = [zip.entryCount, limits.entries].map((count) => count.toLocaleString('en-US'));
    throw new PinciteError('too-large', `${name} holds ${has} files; at most ${most} are unpacked. Split the archive.`);
  }
  const entries: NamedEntry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const entryName = nameOf(entry);
      if (entryName.endsWith('/') || entryName.split('/').some(isOfSystem)) continue;
      bytes += entry.uncompressedSize;
      entries.push({ name: entryName, entry });
    }
  } catch (error) {
    throw badArchive(name, error);
  }
  if (bytes > limits.bytes) {
    const [has, most] = [bytes, limits.bytes].map((count) => Math.ceil(count / 1_048_576).toLocaleString('en-US'));
    throw new PinciteError(
      'too-large',
      `${name} unpacks to ${has} MB; the limit is ${most} MB. Raise it with --max-file, or split the archive.`,
    );
  }
  return entries;
}

/** `__MACOSX`, `.DS_Store`; but `..` climbs out and is told. */
function isOfSystem(part: string): boolean {
  return part === '__MACOSX' || (part.startsWith('.') && part !== '.' && part !== '..');
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function reasonAgainst(
  name: string,
  entry: Entry,
  { bytesPerFile }: ArchiveLimits,
): { readonly code: PinciteError['code']; readonly says: string } | null {
  const { compressedSize, uncompressedSize, generalPurposeBitFlag } = entry;
  if (validateFileName(name) !== null)
    return { code: 'bad-archive', says: 'has a path that leads out of the archive. Add the file by itself.' };
  if ((generalPurposeBitFlag & 1) !== 0)
    return { code: 'bad-archive', says: 'is encrypted. Unpack the archive with its password and add the PDFs.' };
  if (/\.(?:zip|7z|rar|tar|gz)$/i.test(name))
    return { code: 'bad-archive', says: 'is an archive within the archive. Unpack it and add its PDFs.' };
  if (uncompressedSize > bytesPerFile) {
    const megabytes = Math.ceil(bytesPerFile / 1_048_576).toLocaleString('en-US');
    return {
      code: 'too-large',
      says: `is larger than ${megabytes} MB. Raise the limit with --max-file, or split the file.`,
    };
  }
  if (uncompressedSize > harmless && uncompressedSize > mostRatio * compressedSize)
    return { code: 'bad-archive', says: 'is packed tighter than any filing can be. Add the file by itself.' };
  return null;
}

/** The library ends a stream that yields more than its entry declared: what was added up above is the most that can come. */
async function unpack(zip: ZipFile, entry: Entry, name: string, folder: string): Promise<UnpackedEntry> {
  const path = join(folder, randomUUID());
  try {
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: 'wx' }));
    return { name, path };
  } catch (error) {
    await rm(path, { force: true });
    const code = systemCodeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      const says =
        'the disk with the --data folder is full. Nothing stored before is lost; make room and add it again.';
      return {
        name,
        refusal: new PinciteError('disk-full', `${name} could not be unpacked: ${says}`, { cause: error }),
      };
    }
    if (/^E[A-Z0-9]+$/.test(code ?? '')) throw error;
    return { name, refusal: badArchive(name, error) };
  }
}

function badArchive(name: string, error: unknown): PinciteError {
  return new PinciteError(
    'bad-archive',
    `${name} cannot be unpacked (${messageOf(error)}). Pack or download it anew, or add the PDFs without a zip.`,
    { cause: error },
  );
}
