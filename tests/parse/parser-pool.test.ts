// The pool: files in confined processes, limits, faults that hurt only their own file.
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createParserPool, type ParserPool } from '../../server/parse/parser-pool.ts';
import { canWatchMemory } from '../../server/parse/parser-process.ts';
import { makePdf, put } from './make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-pool-'));
const pools: ParserPool[] = [];
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true, force: true });
});

function open(change: Partial<Parameters<typeof createParserPool>[0]> = {}): ParserPool {
  const pool = createParserPool({ size: 2, memoryMb: 512, seconds: 60, ...change });
  pools.push(pool);
  return pool;
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const silent = { onProgress: () => undefined };

const filing = (pageCount: number) =>
  makePdf((document) => {
    for (let page = 1; page <= pageCount; page++) {
      document.addPage();
      put(document, `Page ${page} of a long exhibit`, 72, 60);
      for (let line = 0; line < 28; line++)
        put(
          document,
          `Line ${line} of page ${page} says that reports were due every two weeks, and more.`,
          72,
          100 + line * 22,
        );
    }
  });

const short = write('short.pdf', await filing(3));

// Processes take their time to start where every core is busy.
jest.setTimeout(60_000);

describe('createParserPool', () => {
  test('more files than processes: all are read, each with its own pages', async () => {
    const pool = open();
    const paths = await Promise.all([2, 3, 4, 5, 6].map(async (count) => write(`f${count}.pdf`, await filing(count))));
    const files = await Promise.all(paths.map((path) => pool.parse(path, { name: path, ...silent })));
    expect(files.map(({ pages }) => pages.length)).toEqual([2, 3, 4, 5, 6]);
  });

  test('progress ends with the last page', async () => {
    const told: number[] = [];
    await open().parse(short, { name: 'short.pdf', onProgress: (done, count) => told.push(done / count) });
    expect(told.at(-1)).toBe(1);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['no PDF', new TextEncoder().encode('<html></html>'), 'not-a-pdf'],
    ['a torn one', new TextEncoder().encode('%PDF-1.7\n1 0 obj'), 'unreadable-pdf'],
  ])('%s fails alone, by name; the next is read', async (_, bytes, code) => {
    const pool = open({ size: 1 });
    const bad = pool.parse(write(`${code}.pdf`, bytes), { name: `${code}.pdf`, ...silent });
    const good = pool.parse(short, { name: 'short.pdf', ...silent });
    await expect(bad).rejects.toMatchObject({ code, message: expect.stringContaining(`${code}.pdf`) });
    await expect(good).resolves.toMatchObject({ info: { pageCount: 3 } });
  });

  test('a file over the time limit is ended; the message names the setting; the next is read', async () => {
    const pool = open({ size: 1, seconds: 0.05 });
    await expect(pool.parse(short, { name: 'slow.pdf', ...silent })).rejects.toMatchObject({
      code: 'time-limit',
      message: expect.stringMatching(/slow\.pdf.*--parser-seconds/),
    });
  });

  test('a file of too many pages is refused by name, count, limit and setting; one of just so many is read, and so is the next', async () => {
    const pool = open({ size: 1, maxPages: 3 });
    const four = write('four.pdf', await filing(4));
    const [bad, good] = await Promise.allSettled([
      pool.parse(four, { name: 'four.pdf', ...silent }),
      pool.parse(short, { name: 'short.pdf', ...silent }),
    ]);
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: {
        code: 'too-large',
        message: 'four.pdf has 4 pages; the limit is 3. Raise it with --max-pages, or split the file, then retry.',
      },
    });
    expect(good).toMatchObject({ status: 'fulfilled', value: { info: { pageCount: 3 } } });
  });

  test('a file that makes its reader say too much is ended; the next is read', async () => {
    const pool = open({ size: 1, outputMb: 0.1 });
    const long = write('talk.pdf', await filing(40));
    const one = write('one.pdf', await filing(1));
    await expect(pool.parse(long, { name: 'talk.pdf', ...silent })).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/^talk\.pdf holds more than 0\.1 MB/),
    });
    await expect(pool.parse(one, { name: 'one.pdf', ...silent })).resolves.toMatchObject({ info: { pageCount: 1 } });
  });

  (canWatchMemory() ? test : test.skip)(
    'a file over the memory limit is ended; the message names the setting',
    async () => {
      const pool = open({ size: 1, memoryMb: 70 });
      await expect(pool.parse(short, { name: 'fat.pdf', ...silent })).rejects.toMatchObject({
        code: 'memory-limit',
        message: expect.stringMatching(/fat\.pdf.*--parser-memory/),
      });
    },
  );

  test('a closed pool ends what is under way and takes nothing new', async () => {
    const pool = open();
    const underWay = pool.parse(short, { name: 'short.pdf', ...silent });
    const [outcome] = await Promise.allSettled([underWay, pool.close()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'PinciteError' } });
    await expect(pool.parse(short, { name: 'short.pdf', ...silent })).rejects.toMatchObject({ name: 'PinciteError' });
  });

  test('a file that is gone is said to be gone', async () => {
    await expect(open().parse(join(folder, 'gone.pdf'), { name: 'gone.pdf', ...silent })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('2,000 pages within 400 MB', async () => {
    const path = write('long.pdf', await filing(2000));
    const file = await open({ size: 1, memoryMb: 400 }).parse(path, { name: 'long.pdf', ...silent });
    expect(file.pages).toHaveLength(2000);
    expect(file.pages[1999]?.text).toContain('Page 2000 of a long exhibit');
  }, 180_000);
});
