// Copies of badly redacted files that may be shown: made once by a confined process, kept in the data folder by the file's hash.
// In: a stored file and its findings. Out: the path of the copy. Refuses (`unreadable-pdf`, `time-limit`, `memory-limit`), naming
// the file; a refusal is not kept. Copies that an older parser's findings asked for are removed with the next one.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PinciteError, systemCodeOf, type ErrorCode } from '../contract/errors.ts';
import type { HidingWay, Redaction } from '../contract/page.ts';
import type { BurnTalk } from './burn-child.ts';
import type { BurntPage } from './burn-pdf.ts';
import { startConfinedProcess } from './parser-process.ts';
import { askProcess } from './recognition/ask-process.ts';

/** A stored file with what is hidden in it. */
export interface BurnRequest {
  readonly sha256: string;
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  readonly redactions: readonly Redaction[];
}

export interface BurntCopies {
  /** The copy of a file that has bad redactions; waits while it is made. */
  copyOf(request: BurnRequest): Promise<{ readonly path: string; readonly key: string }>;
  /** The file is gone: so are its copies. */
  remove(sha256: string): Promise<void>;
  /** Ends what is being made. */
  close(): Promise<void>;
}

/** Where copies are kept, and what making one may cost. */
export interface BurntCopiesOptions {
  readonly folder: string;
  readonly memoryMb: number;
  readonly seconds: number;
  /** Part of a copy's name: another parser may find other boxes. */
  readonly parserVersion: string;
}

/** What the page shows in these places is to be painted over; elsewhere it shows nothing, or other words. */
const painted: ReadonlySet<HidingWay> = new Set(['covered', 'marked', 'same-colour', 'tiny']);

/** Opens the folder; it is made with the first copy. */
export function createBurntCopies({ folder, memoryMb, seconds, parserVersion }: BurntCopiesOptions): BurntCopies {
  const running = new Map<string, Promise<void>>();
  const children = new Set<ReturnType<typeof startConfinedProcess>>();
  let turn: Promise<unknown> = Promise.resolve();
  const folderOf = (sha256: string): string => join(folder, sha256.slice(0, 2));

  const make = async (request: BurnRequest, target: string): Promise<void> => {
    const { sha256, path, name } = request;
    const bytes = await readFile(path).catch((error: unknown) => {
      throw refusal(name, error);
    });
    const child = startConfinedProcess({ program: 'burn-child.ts', memoryMb, permissions: ['--allow-addons'] });
    children.add(child);
    try {
      const question: BurnTalk['question'] = { pages: pagesOf(request.redactions) };
      const limits = { name, seconds, memoryMb };
      const { bytes: copy } = await askProcess<BurnTalk>(child, { question, bytes }, limits);
      await mkdir(folderOf(sha256), { recursive: true });
      await removeCopies(sha256);
      const half = join(folderOf(sha256), `${randomUUID()}.part`);
      await writeFile(half, copy);
      await rename(half, target);
    } catch (error) {
      throw refusal(name, error);
    } finally {
      children.delete(child);
      child.kill();
    }
  };

  const removeCopies = async (sha256: string): Promise<void> => {
    const names = await readdir(folderOf(sha256)).catch(noFolder);
    for (const each of names) if (each.startsWith(sha256)) await rm(join(folderOf(sha256), each), { force: true });
  };

  return {
    async copyOf(request) {
      const key = keyOf(request.redactions, parserVersion);
      const path = join(folderOf(request.sha256), `${request.sha256}.${key}.pdf`);
      // One at a time: a page's picture takes some 100 MB, and readers of the file ask for many ranges at once.
      const making = running.get(path) ?? exists(path).then((isThere) => (isThere ? undefined : queue(request, path)));
      running.set(path, making);
      try {
        await making;
      } finally {
        running.delete(path);
      }
      return { path, key };
    },
    remove: removeCopies,
    async close() {
      const all = [...children];
      for (const child of all) child.kill();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };

  function queue(request: BurnRequest, path: string): Promise<void> {
    const made = turn.then(() => make(request, path));
    turn = made.catch(() => undefined);
    return made;
  }
}

function pagesOf(redactions: readonly Redaction[]): BurntPage[] {
  const bad = Map.groupBy(
    redactions.filter((redaction) => redaction.bad),
    ({ pageNumber }) => pageNumber,
  );
  return [...bad].map(([pageNumber, found]) => ({
    pageNumber,
    // A finding of an older parser does not say how: it was a box.
    boxes: found.filter(({ how = 'covered' }) => painted.has(how)).map(({ box }) => box),
  }));
}

function keyOf(redactions: readonly Redaction[], parserVersion: string): string {
  const text = JSON.stringify([parserVersion, pagesOf(redactions)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function refusal(name: string, error: unknown): PinciteError {
  if (systemCodeOf(error) === 'ENOSPC') {
    return new PinciteError(
      'disk-full',
      `The disk is full: no copy of ${name} without its hidden words can be kept. Make room.`,
      {
        cause: error,
      },
    );
  }
  if (systemCodeOf(error) === 'ENOENT') {
    return new PinciteError(
      'not-found',
      `The stored file of ${name} is missing in the data folder. Add the PDF once more.`,
      { cause: error },
    );
  }
  const code = error instanceof PinciteError && error.code !== 'internal' ? error.code : 'unreadable-pdf';
  return new PinciteError(
    code,
    `${name} is badly redacted, and no copy of it without the hidden words could be made${reasons[code] ?? ''}. ` +
      'It is not shown; its original can be asked for on purpose, which is recorded.',
    { cause: error },
  );
}

const reasons: Partial<Record<ErrorCode, string>> = {
  'time-limit': ' in time (--parser-seconds)',
  'memory-limit': ' in the memory it may use (--parser-memory)',
};

function noFolder(error: unknown): string[] {
  if (systemCodeOf(error) === 'ENOENT') return [];
  throw error;
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
