// Uploaded files on their way: each one alone, also when it is too large or the disk is full.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createUploadStorage, refusalOf, type OpenNew } from '../../server/api/upload-storage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pincite-upload-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const limit = 1000;
/** Receives one file as multer would; the file as its handler gets it. */
function receive(chunks: readonly Buffer[] | Readable, openNew?: OpenNew): Promise<Express.Multer.File> {
  const stream = chunks instanceof Readable ? chunks : Readable.from(chunks);
  // Multer hands on a file without what only other storages fill in.
  const file = { originalname: '../a.pdf', fieldname: 'files', stream } as Express.Multer.File;
  return new Promise((resolve, reject) => {
    createUploadStorage(folder, limit, openNew)['_handleFile']({} as never, file, (error: unknown, info) => {
      if (error === null) resolve({ ...file, ...info });
      else reject(error);
    });
  });
}

test('a file lies whole under a name that is not its own', async () => {
  const file = await receive([Buffer.from('%PDF'), Buffer.from('-1.7')]);
  expect(refusalOf(file)).toBeNull();
  expect(readFileSync(file.path, 'utf8')).toBe('%PDF-1.7');
  expect(readdirSync(folder)).toHaveLength(1);
  expect(file.path).not.toContain('a.pdf');
});

test('a file of exactly the limit is kept', async () => {
  expect(refusalOf(await receive([Buffer.alloc(limit)]))).toBeNull();
});

describe('refused, read to its end, and nothing of it is left', () => {
  /** The kernel answers ENOSPC, with a part of the file already there. */
  const fullDisk: OpenNew = async (path) => {
    await writeFile(path, 'half');
    return open('/dev/full', 'w');
  };
  const noEntry: OpenNew = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  const rows: [string, OpenNew | undefined, string, RegExp][] = [
    ['too large', undefined, 'too-large', /^a\.pdf is larger than 1 MB.*--max-file/],
    ['no room for its bytes', existsSync('/dev/full') ? fullDisk : noEntry, 'disk-full', /^a\.pdf .*full.*make room/],
    ['no room for its name', noEntry, 'disk-full', /^a\.pdf .*full/],
  ];
  test.each(rows)('%s', async (_what, openNew, code, says) => {
    let read = 0;
    async function* chunks() {
      for (; read < 50; read += 1) yield Buffer.alloc(100);
    }
    const file = await receive(Readable.from(chunks()), openNew);
    expect(refusalOf(file)).toMatchObject({ code, message: expect.stringMatching(says) });
    expect(read).toBe(50);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('an upload that breaks off leaves nothing', async () => {
  const stream = new Readable({ read: () => undefined });
  stream.push('half');
  const received = receive(stream);
  setTimeout(() => stream.destroy(new Error('Request aborted')), 20);
  await expect(received).rejects.toThrow('Request aborted');
  expect(readdirSync(folder)).toEqual([]);
});

test('another fault of the disk is no refusal', async () => {
  const broken: OpenNew = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  await expect(receive([Buffer.from('x')], broken)).rejects.toThrow('EIO');
});

test('files of multer that were not kept here carry no refusal', () => {
  expect(refusalOf({ refusal: 'no error' } as unknown as Express.Multer.File)).toBeNull();
});
