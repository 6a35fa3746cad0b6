// The folder of our own Meilisearch: its key, and what becomes of data that another version wrote.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  databaseFolderOf,
  databaseMark,
  dataVersionOf,
  keyOf,
  prepareFolders,
  setAsideOtherVersion,
  storeKey,
  type DatabaseFolder,
} from '../../server/engine/database-folder.ts';
import { temporaryFolder } from './running-meilisearch.ts';

let data: ReturnType<typeof temporaryFolder>;
let folder: DatabaseFolder;
beforeEach(() => {
  data = temporaryFolder();
  folder = databaseFolderOf(data.path);
  prepareFolders(folder);
});
afterEach(() => {
  data.remove();
});

function writeDatabase(version: string | null, mark = 'records'): void {
  mkdirSync(folder.database, { recursive: true });
  writeFileSync(join(folder.database, 'data.mdb'), mark);
  if (version !== null) writeFileSync(join(folder.database, 'VERSION'), `${version}\n`);
}

describe('folders', () => {
  test('all of it lies below one folder, closed to others', () => {
    expect(Object.values(folder).every((path) => path.startsWith(join(data.path, 'meilisearch')))).toBe(true);
    expect(statSync(folder.root).mode & 0o077).toBe(0);
  });

  test('half-made files of an earlier run are cleared away, dumps are not', () => {
    writeFileSync(join(folder.temporary, 'half'), '');
    writeFileSync(join(folder.dumps, 'whole.dump'), '');
    prepareFolders(folder);
    expect(existsSync(join(folder.temporary, 'half'))).toBe(false);
    expect(existsSync(join(folder.dumps, 'whole.dump'))).toBe(true);
  });
});

describe('key', () => {
  test('is made once, kept, and readable by the owner only', () => {
    const key = keyOf(folder);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(keyOf(folder)).toBe(key);
    expect(statSync(folder.keyFile).mode & 0o077).toBe(0);
  });

  test.each(['', 'short'])('a file cut off by a full disk (%j) is no key', (content) => {
    writeFileSync(folder.keyFile, content);
    const key = keyOf(folder);
    expect(key.length).toBeGreaterThan(16);
    expect(readFileSync(folder.keyFile, 'utf8').trim()).toBe(key);
  });

  test('stored again, it closes a file that was open to others', () => {
    writeFileSync(folder.keyFile, 'x', { mode: 0o644 });
    storeKey(folder, 'a key of the present run');
    expect(readFileSync(folder.keyFile, 'utf8')).toBe('a key of the present run\n');
    expect(statSync(folder.keyFile).mode & 0o077).toBe(0);
  });
});

describe('data of another version', () => {
  const versions: readonly (readonly [version: string | null, why: string])[] = [
    ['1.12.8', 'an older one'],
    ['1.22.0', 'a newer one cannot be read either'],
    [null, 'one that does not say'],
  ];
  test.each(versions)('%s (%s) is moved aside, not deleted', (version) => {
    writeDatabase(version, 'old records');
    const aside = setAsideOtherVersion(folder, '1.21.0');
    expect(aside).toBe(`${folder.database}-before-1.21.0`);
    expect(readFileSync(join(aside ?? '', 'data.mdb'), 'utf8')).toBe('old records');
    expect(dataVersionOf(folder)).toBeNull();
  });

  test('moved aside again, the newer copy is kept: disks are not filled by copies', () => {
    writeDatabase('1.12.8', 'first');
    setAsideOtherVersion(folder, '1.21.0');
    writeDatabase('1.13.0', 'second');
    const aside = setAsideOtherVersion(folder, '1.21.0');
    expect(readFileSync(join(aside ?? '', 'data.mdb'), 'utf8')).toBe('second');
  });

  test.each([
    ['the same version stays', () => writeDatabase('1.21.0')],
    ['nothing there is nothing to move', () => undefined],
  ])('%s', (_, make) => {
    make();
    const before = dataVersionOf(folder);
    expect(setAsideOtherVersion(folder, '1.21.0')).toBeNull();
    expect(dataVersionOf(folder)).toBe(before);
  });
});

describe('mark of the database', () => {
  test('is the same as long as it is the same one', () => {
    writeDatabase('1.21.0');
    const mark = databaseMark(folder);
    expect(mark).not.toBeNull();
    writeFileSync(join(folder.database, 'data.mdb'), 'more records');
    expect(databaseMark(folder)).toBe(mark);
  });

  test('goes when it is deleted, and another one has another mark', () => {
    writeDatabase('1.21.0');
    const mark = databaseMark(folder);
    rmSync(folder.database, { recursive: true });
    expect(databaseMark(folder)).toBeNull();
    writeDatabase('1.21.0');
    expect(databaseMark(folder)).not.toBe(mark);
  });
});
