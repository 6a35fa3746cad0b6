// The SQLite file itself: two connections, one change at a time, and failures that say what to do.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  isDuplicate,
  openDatabase,
  openDatabaseForReading,
  resultCodeOf,
  slices,
} from '../../server/catalog/database.ts';
import { temporaryDatabase } from './readings.ts';

let own: ReturnType<typeof temporaryDatabase>;
const putFact = (name: string, value = 'x') =>
  own.database.write((writer) => writer.insertInto('facts').values({ name, value }).execute());
const factNames = async () =>
  (await own.database.reader.selectFrom('facts').select('name').orderBy('name').execute()).map(({ name }) => name);

/** What was thrown. */
async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the database', () => {
  beforeEach(() => {
    own = temporaryDatabase();
  });
  afterEach(() => own.close());

  describe('an open catalog', () => {
    test.each<[string, string | number, string]>([
      ['journal_mode', 'wal', 'readers do not wait for the writer'],
      ['secure_delete', 1, 'words found hidden do not stay in the file'],
      ['foreign_keys', 1, 'pages go with their file, tags with their annotation'],
    ])('%s is %s (%s)', async (name, expected) => {
      const { rows } = await own.database.write((writer) =>
        sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(writer),
      );
      expect(rows).toEqual([{ [name]: expected }]);
    });

    test('the reading connection cannot write', async () => {
      const error = await thrownBy(() =>
        own.database.reader.insertInto('facts').values({ name: 'a', value: 'b' }).execute(),
      );
      expect(error).toMatchObject({ code: 'catalog-unavailable' });
      expect(await factNames()).toEqual([]);
    });

    test('a row whose parent is missing is refused', async () => {
      const error = await thrownBy(() =>
        own.database.write((writer) =>
          writer.insertInto('annotationTags').values({ annotationId: 'none', tagId: 'none' }).execute(),
        ),
      );
      expect(resultCodeOf(error)).toBe(19);
      expect(isDuplicate(error)).toBe(false);
    });
  });

  test('a catalog that was closed is closed for both', async () => {
    const closed = openDatabase(`${own.path}-closed`);
    await closed.close();
    await expect(closed.reader.selectFrom('facts').select('name').execute()).rejects.toThrow(/not open/);
    await expect(closed.write((writer) => writer.selectFrom('facts').select('name').execute())).rejects.toThrow(
      /not open/,
    );
  });

  describe('changes', () => {
    test('one that throws leaves nothing behind, and the next one works', async () => {
      const failing = own.database.write(async (writer) => {
        await writer.insertInto('facts').values({ name: 'half', value: 'x' }).execute();
        throw new Error('a fault');
      });
      await expect(failing).rejects.toThrow('a fault');
      await putFact('whole');
      expect(await factNames()).toEqual(['whole']);
    });

    test('those that start together run one after another', async () => {
      const log: string[] = [];
      const change = (name: string) =>
        own.database.write(async (writer) => {
          log.push(`${name} begins`);
          await writer.insertInto('facts').values({ name, value: 'x' }).execute();
          log.push(`${name} ends`);
        });
      await Promise.all([change('a'), change('b')]);
      expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    });

    test('a reader sees nothing of one that is under way, and is not held up by it', async () => {
      let seen: string[] | null = null;
      await own.database.write(async (writer) => {
        await writer.insertInto('facts').values({ name: 'a', value: 'x' }).execute();
        seen = await factNames();
      });
      expect(seen).toEqual([]);
      expect(await factNames()).toEqual(['a']);
    });

    test('of a process that is killed are there when they were committed, and only then', async () => {
      const path = `${own.path}-killed`;
      const module = join(import.meta.dirname, '../../server/catalog/database.ts');
      const script = `
        import { openDatabase } from ${JSON.stringify(module)};
        const { write } = openDatabase(${JSON.stringify(path)});
        await write((writer) => writer.insertInto('facts').values({ name: 'whole', value: 'x' }).execute());
        await write(async (writer) => {
          await writer.insertInto('facts').values({ name: 'half', value: 'x' }).execute();
          console.log('in the middle');
          await new Promise(() => setInterval(() => undefined, 1000));
        });`;
      const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await ended;
      const after = openDatabase(path);
      const rows = await after.reader.selectFrom('facts').select('name').execute();
      await after.write((writer) => writer.insertInto('facts').values({ name: 'next', value: 'x' }).execute());
      await after.close();
      expect(rows).toEqual([{ name: 'whole' }]);
    });

    test('are counted when they are committed, not when they fail', async () => {
      const before = own.database.changes();
      await putFact('a');
      await thrownBy(() => putFact('a'));
      expect(own.database.changes()).toBe(before + 1);
    });
  });

  describe('failures', () => {
    test('a full disk says so, and what was stored is still there', async () => {
      await putFact('before');
      await own.database.write((writer) => sql`pragma max_page_count = 80`.execute(writer));
      const error = await thrownBy(() => putFact('big', 'x'.repeat(2_000_000)));
      expect(error).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/disk is full.*make room/) });
      await putFact('after');
      expect(await factNames()).toEqual(['after', 'before']);
    });

    test.each([
      ['a folder', (path: string) => mkdirSync(path), /cannot be opened.*--data folder exists/],
      ['no database', (path: string) => writeFileSync(path, 'no database '.repeat(500)), /is not a catalog of Pincite/],
      ['a torn database', tear, /is damaged.*Restore it from a copy/],
    ])('%s is refused with a remedy', async (_, make, message) => {
      const path = `${own.path}-bad`;
      make(path);
      expect(await thrownBy(() => openDatabase(path))).toMatchObject({
        code: 'catalog-unavailable',
        message: expect.stringMatching(message),
      });
    });

    test('a folder that is missing is named', async () => {
      const error = await thrownBy(() => openDatabase(`${own.path}/nowhere/catalog.sqlite`));
      expect(error).toMatchObject({ code: 'catalog-unavailable', message: expect.stringContaining('/nowhere/') });
    });
  });

  describe('opened for reading', () => {
    test('shows what another connection commits meanwhile, and counts that as a change', async () => {
      await putFact('before');
      const reading = openDatabaseForReading(own.path);
      const names = async () =>
        (await reading.reader.selectFrom('facts').select('name').orderBy('name').execute()).length;
      try {
        const changes = reading.changes();
        expect(await names()).toBe(1);
        expect(reading.changes()).toBe(changes);
        await putFact('meanwhile');
        expect(await names()).toBe(2);
        expect(reading.changes()).not.toBe(changes);
      } finally {
        await reading.close();
      }
    });

    test('holds up no change, and is held up by none', async () => {
      const reading = openDatabaseForReading(own.path);
      try {
        await own.database.write(async (writer) => {
          await writer.insertInto('facts').values({ name: 'a', value: 'x' }).execute();
          expect(await reading.reader.selectFrom('facts').select('name').execute()).toEqual([]);
        });
        expect(await reading.reader.selectFrom('facts').select('name').execute()).toEqual([{ name: 'a' }]);
      } finally {
        await reading.close();
      }
    });

    test('refuses to change anything', async () => {
      const reading = openDatabaseForReading(own.path);
      const values = { name: 'a', value: 'x' };
      try {
        const refused = { code: 'catalog-unavailable', message: expect.stringContaining(own.path) };
        await expect(
          reading.write((writer) => writer.insertInto('facts').values(values).execute()),
        ).rejects.toMatchObject(refused);
        await expect(reading.reader.insertInto('facts').values(values).execute()).rejects.toMatchObject(refused);
      } finally {
        await reading.close();
      }
      expect(await factNames()).toEqual([]);
    });

    test.each<[string, (path: string) => void, RegExp]>([
      ['that is not there', () => undefined, /cannot be opened/],
      ['of another version', (path) => withVersion(path, 1), /older Pincite\. Start Pincite once/],
      ['that is no database', (path) => writeFileSync(path, 'no database '.repeat(500)), /is not a catalog of Pincite/],
    ])('a catalog %s is refused, and not made or changed', async (_, make, message) => {
      const path = `${own.path}-other`;
      make(path);
      const before = existsSync(path) ? readFileSync(path) : null;
      expect(await thrownBy(() => openDatabaseForReading(path))).toMatchObject({
        code: 'catalog-unavailable',
        message: expect.stringMatching(message),
      });
      expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    });

    test('closed, it answers no more; the writer goes on', async () => {
      const reading = openDatabaseForReading(own.path);
      await reading.close();
      await expect(reading.reader.selectFrom('facts').select('name').execute()).rejects.toThrow(/not open/);
      await putFact('a');
      expect(await factNames()).toEqual(['a']);
    });
  });

  test('a name that is taken is a duplicate', async () => {
    await putFact('a');
    expect(isDuplicate(await thrownBy(() => putFact('a')))).toBe(true);
  });
});

/** A database whose schema page keeps its head and loses its cells. */
function tear(path: string): void {
  const raw = new DatabaseSync(path);
  raw.exec('create table a (b); create table c (d)');
  raw.close();
  writeFileSync(path, readFileSync(path).fill(0xff, 100, 120));
}

/** A database that says it has tables of a version. */
function withVersion(path: string, version: number): void {
  const raw = new DatabaseSync(path);
  raw.exec(`pragma user_version = ${version}`);
  raw.close();
}

describe('codes of SQLite', () => {
  test.each<[unknown, number | null, boolean, string]>([
    [{ errcode: 2067 }, 19, true, 'a unique index'],
    [{ errcode: 1555 }, 19, true, 'a primary key'],
    [{ errcode: 787 }, 19, false, 'a foreign key'],
    [{ errcode: 1299 }, 19, false, 'not null'],
    [{ errcode: 13 }, 13, false, 'a full disk'],
    [new Error('other'), null, false, 'no error of SQLite'],
    [null, null, false, 'nothing'],
    ['text', null, false, 'a text'],
  ])('%j → %s, duplicate: %s (%s)', (error, code, duplicate) => {
    expect(resultCodeOf(error)).toBe(code);
    expect(isDuplicate(error)).toBe(duplicate);
  });
});

describe('slices', () => {
  test.each<[number[], number, number[][]]>([
    [[1, 2, 3], 2, [[1, 2], [3]]],
    [[1, 2], 2, [[1, 2]]],
    [[], 2, []],
  ])('%j by %i → %j', (items, size, expected) => {
    expect([...slices(items, size)]).toEqual(expected);
  });
});
