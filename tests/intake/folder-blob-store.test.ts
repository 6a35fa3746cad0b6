// Bytes under their hash: whole or not at all, also when the disk is full.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFolderBlobStore, type NewFile } from '../../server/intake/folder-blob-store.ts';
import { pdfBytes, temporaryFolder } from './filings.ts';

const limit = 100_000;
let folder: ReturnType<typeof temporaryFolder>;
let root: string;
beforeEach(() => {
  folder = temporaryFolder();
  root = join(folder.path, 'files');
});
afterEach(() => folder.remove());

const file = (name: string, bytes: Buffer): string => {
  const path = join(folder.path, name);
  writeFileSync(path, bytes);
  return path;
};
const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Every file of the store, by its path in it. */
const stored = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('storing', () => {
  test('bytes are found under their SHA-256, a second time they are known', async () => {
    const store = await openFolderBlobStore(root, limit);
    const bytes = pdfBytes('one');
    const sha256 = shaOf(bytes);
    expect(await store.has(sha256)).toBe(false);
    expect(await store.put(file('a.pdf', bytes), 'a.pdf')).toEqual({ sha256, bytes: bytes.length, isNew: true });
    expect(await store.put(file('b.pdf', bytes), 'b.pdf')).toEqual({ sha256, bytes: bytes.length, isNew: false });
    expect(readFileSync(store.pathOf(sha256))).toEqual(bytes);
    expect(await store.has(sha256)).toBe(true);
    expect(stored()).toEqual([`${sha256}.pdf`]);
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
  });

  test('the same bytes from many at once are stored once and whole', async () => {
    const store = await openFolderBlobStore(root, limit);
    const bytes = pdfBytes('x'.repeat(50_000));
    const path = file('a.pdf', bytes);
    const all = await Promise.all(Array.from({ length: 8 }, () => store.put(path, 'a.pdf')));
    expect(new Set(all.map(({ sha256 }) => sha256))).toEqual(new Set([shaOf(bytes)]));
    expect(stored()).toEqual([`${shaOf(bytes)}.pdf`]);
    expect(readFileSync(store.pathOf(shaOf(bytes)))).toEqual(bytes);
  });

  test('what an interrupted copy left is cleared at the next start, what is stored stays', async () => {
    const first = await openFolderBlobStore(root, limit);
    const { sha256 } = await first.put(file('a.pdf', pdfBytes('one')), 'a.pdf');
    writeFileSync(join(root, 'incoming', 'half'), 'half');
    const second = await openFolderBlobStore(root, limit);
    expect(stored()).toEqual([`${sha256}.pdf`]);
    expect(await second.has(sha256)).toBe(true);
  });
});

describe('refusing', () => {
  const bad: [string, Buffer, string][] = [
    ['empty.pdf', Buffer.alloc(0), 'empty-file'],
    ['page.pdf', Buffer.from('<html>'), 'not-a-pdf'],
    ['big.pdf', pdfBytes('x'.repeat(limit)), 'too-large'],
  ];
  test.each(bad)('%s leaves nothing behind', async (name, bytes, code) => {
    const store = await openFolderBlobStore(root, limit);
    await expect(store.put(file(name, bytes), name)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(name),
    });
    expect(stored()).toEqual([]);
  });

  test('a file that grows while it is read cannot pass the limit', async () => {
    const path = file('grows.pdf', pdfBytes('small'));
    const store = await openFolderBlobStore(root, limit, async (target) => {
      // It was looked at before the copy is opened.
      await appendFile(path, Buffer.alloc(limit));
      return open(target, 'wx');
    });
    await expect(store.put(path, 'grows.pdf')).rejects.toMatchObject({ code: 'too-large' });
    expect(stored()).toEqual([]);
  });

  test.each([
    ['gone.pdf', (path: string) => path],
    ['broken-link.pdf', (path: string) => symlinkSync(`${path}.nowhere`, path)],
  ])('%s says that it cannot be read', async (name, make) => {
    const path = join(folder.path, name);
    make(path);
    const store = await openFolderBlobStore(root, limit);
    await expect(store.put(path, name)).rejects.toMatchObject({
      code: 'unreadable-folder',
      message: expect.stringMatching(new RegExp(`^${name} cannot be read.*rights`)),
    });
  });

  test('a folder that is called like a PDF is no filing', async () => {
    const path = join(folder.path, 'folder.pdf');
    mkdirSync(path);
    const store = await openFolderBlobStore(root, limit);
    await expect(store.put(path, 'folder.pdf')).rejects.toMatchObject({ code: 'not-a-pdf' });
  });
});

describe('a disk that is full', () => {
  /** A kernel that answers ENOSPC to every write, with a half-written file already there. */
  const fullDisk = async (path: string): Promise<NewFile> => {
    await writeFile(path, 'half');
    return open('/dev/full', 'w');
  };
  /** Room runs out when the bytes are made durable. */
  const fullAtSync = async (path: string): Promise<NewFile> => {
    const real = await open(path, 'wx');
    return {
      appendFile: (data) => real.appendFile(data),
      sync: () => Promise.reject(Object.assign(new Error('EDQUOT: quota exceeded, fsync'), { code: 'EDQUOT' })),
      close: () => real.close(),
    };
  };
  const rows: [string, (path: string) => Promise<NewFile>][] = [
    ['at the first write', fullDisk],
    ['at the last moment', fullAtSync],
  ];
  const onLinux = existsSync('/dev/full') ? test.each(rows) : test.skip.each(rows);

  onLinux('%s: a clear message, nothing half-written, what was stored stays', async (_when, openNew) => {
    const before = await openFolderBlobStore(root, limit);
    const { sha256 } = await before.put(file('before.pdf', pdfBytes('before')), 'before.pdf');
    let full = true;
    const store = await openFolderBlobStore(root, limit, (path) => (full ? openNew(path) : open(path, 'wx')));
    const next = file('next.pdf', pdfBytes('next'));
    await expect(store.put(next, 'next.pdf')).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/^next\.pdf could not be stored.*--data folder is full.*make room/),
    });
    expect(stored()).toEqual([`${sha256}.pdf`]);
    full = false;
    expect(await store.put(next, 'next.pdf')).toMatchObject({ isNew: true });
    expect(stored()).toHaveLength(2);
  });
});
