// Catalogs of older and newer programs: the first are brought up to date with all they hold, the second are left alone.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import { checkVersion, migrate, released } from '../../server/catalog/migrations.ts';
import { openCatalog } from '../../server/catalog/open-catalog.ts';
import { pageOf } from './readings.ts';
import { bagTokenSigns } from '../../server/text/word-bag.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pincite-migrations-'));
  path = join(folder, 'catalog.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withDatabase<Result>(run: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path);
  try {
    return run(database);
  } finally {
    database.close();
  }
}

const versionOf = (database: DatabaseSync): unknown => database.prepare('pragma user_version').get();
const tablesOf = (database: DatabaseSync): unknown[] =>
  database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
    .all()
    .map((row) => row['name']);

/** A line as the first version wrote it: first and last letter, line number, furniture, then what is drawn. */
const firstLine = [0, 26, 7, null, 7200, 70_000, 1, 0, 900, 300, Array.from({ length: 26 }, () => 600), 1200, 0, []];

/** A filing with a tagged passage, as the first version stored it. */
function fillFirstVersion(database: DatabaseSync): void {
  const page = pageOf(1, ['The Titan API was private.']);
  const details = '{"court":null,"entry":null,"attachment":null,"type":null,"specimen":false}';
  database.exec(`
    insert into files values ('aa', 100, 1, '{}', '{"details":${details},"readFrom":{}}', 'old', 'digest');
    insert into sightings values ('aa', 'a.pdf', '/c/a.pdf', '{}', '{}', 'doc', 100);
    insert into cases (id, specimen) values ('none', 0);
    insert into documents values ('doc', 'none', 'a.pdf', '${details}', '{}', null, null, null, null, 0, 1, '[]', 'none|~|00000|a.pdf');
    insert into documentFiles values ('doc', 'aa', 0);
    insert into tags (id, name, color, definition) values ('t', 'ad spend', '#aa0000', '');
    insert into annotations values ('n', 'doc', '[{"pageNumber":1,"from":4,"to":13}]', 'Titan API', 'The ', ' was', '', 'me', '2026', 'exact');
    insert into annotationTags values ('n', 't');
  `);
  database
    .prepare(
      `insert into pages values ('aa', 1, '1', 1, null, null, '[0,0,612,792]', 0, 1, ?, 'v', ?, '[]', '[]', null, null)`,
    )
    .run(page.text, deflateRawSync(JSON.stringify([firstLine])));
}

describe('an older catalog', () => {
  test('of the first version keeps its filings, tags and tagged passages', async () => {
    withDatabase((database) => {
      migrate(database, path, released.slice(0, 1));
      fillFirstVersion(database);
    });
    const catalog = openCatalog({ path });
    try {
      expect(await catalog.documents.get('doc')).toMatchObject({ filename: 'a.pdf', sha256: 'aa' });
      const line = { from: 0, to: 26, number: 7, furniture: null };
      expect(await catalog.documents.page('doc', 1)).toMatchObject({
        text: 'The Titan API was private.',
        lines: [{ ...line, x: 72, y: 700, fontSize: 12 }],
      });
      expect(await catalog.documents.citedPagesAt([{ documentId: 'doc', pageNumber: 1 }])).toMatchObject([
        { documentId: 'doc', page: { lines: [line] } },
      ]);
      expect(await catalog.annotations.list({ documentId: 'doc', tagId: 't' })).toMatchObject([
        { quote: 'Titan API', state: 'exact', tagIds: ['t'] },
      ]);
      // What came with a later version works on it.
      expect(await catalog.documents.correct('doc', { title: 'Order' })).toMatchObject({ details: { title: 'Order' } });
    } finally {
      await catalog.close();
    }
    expect(withDatabase(versionOf)).toEqual({ user_version: released.length });
  });

  test.each(released.map((_, at) => at))('of version %i has the tables of a new one afterwards', (version) => {
    const fresh = new DatabaseSync(':memory:');
    migrate(fresh, ':memory:');
    withDatabase((database) => {
      migrate(database, path, released.slice(0, version));
      migrate(database, path);
      expect(tablesOf(database)).toEqual(tablesOf(fresh));
      expect(versionOf(database)).toEqual(versionOf(fresh));
    });
    fresh.close();
  });
});

describe('a step', () => {
  test('is taken once', () => {
    withDatabase((database) => {
      const steps = ['create table a (b)'];
      migrate(database, path, steps);
      // A second time it would fail: the table is there.
      migrate(database, path, steps);
      expect(tablesOf(database)).toEqual(['a']);
    });
  });

  test('that fails leaves the catalog at the version before it, whole', () => {
    withDatabase((database) => {
      const bad = ['create table a (b)', 'create table c (d); create table a (b)', 'create table e (f)'];
      expect(() => migrate(database, path, bad)).toThrow(/already exists/);
      expect(tablesOf(database)).toEqual(['a']);
      expect(versionOf(database)).toEqual({ user_version: 1 });
      migrate(database, path, ['create table a (b)', 'create table c (d)']);
      expect(tablesOf(database)).toEqual(['a', 'c']);
    });
  });
});

test('a newer catalog is refused and not touched', () => {
  withDatabase((database) => {
    migrate(database, path, [...released, 'create table future (a)']);
    expect(() => migrate(database, path)).toThrow(
      expect.objectContaining({ code: 'catalog-unavailable', message: expect.stringMatching(/newer Pincite.*--data/) }),
    );
    expect(versionOf(database)).toEqual({ user_version: released.length + 1 });
  });
});

describe('words', () => {
  const words = 'select id, sha256, version, data, facetsJson from wordIndexes';

  test('of an older version are kept with their numbers and bags', () => {
    withDatabase((database) => {
      const at = released.findIndex((step) => step.includes('facetsRevision'));
      migrate(database, path, released.slice(0, at));
      database.exec('pragma foreign_keys = off');
      for (const id of [3, 7]) {
        database.exec(`
          insert into wordIndexes (id, sha256, version, data, facetsJson) values (${id}, 'sha${id}', '2', x'0${id}', '[${id}]');
          insert into wordBags (rowid, words) values (${id}, 'titan');`);
      }
      const before = database.prepare(words).all();
      migrate(database, path);
      expect(database.prepare(words).all()).toEqual(before);
      database.exec(`delete from wordIndexes where id = 7`);
      expect(database.prepare(`select rowid from wordBags where wordBags match 'titan'`).all()).toEqual([{ rowid: 3 }]);
      database.exec(`insert into wordIndexes (sha256, version, data, facetsJson) values ('other', '2', x'01', '[]')`);
      expect(database.prepare(`select id from wordIndexes where sha256 = 'other'`).get()).toEqual({ id: 8 });
    });
  });
});

describe('the table of bags', () => {
  test('keeps the signs within words that a bag may have, and no others', () => {
    // The step is released and written out; what decides which words may be asked for is not.
    const written = released.join('\n').match(/wordBags using fts5\(.*tokenchars '((?:[^']|'')+)'"\)/)?.[1];
    expect(written?.replaceAll("''", "'")).toBe(bagTokenSigns);
    withDatabase((database) => {
      migrate(database, path);
      const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(
        (sign) => !/[a-z0-9]/i.test(sign),
      );
      const insert = database.prepare('insert into wordBags (rowid, words) values (?, ?)');
      for (const [at, sign] of signs.entries()) insert.run(at + 1, `a${sign}b`);
      const whole = database.prepare('select term from wordsOfBags where length(term) = 3 order by term').all();
      expect(whole.map(({ term }) => String(term).charAt(1)).join('')).toBe(
        Array.from(bagTokenSigns).toSorted().join(''),
      );
    });
  });
});

describe('a catalog that is only read', () => {
  const current = released.length;
  test('of this version is taken', () => {
    withDatabase((database) => {
      migrate(database, path);
      expect(() => checkVersion(database, path)).not.toThrow();
    });
  });

  test.each<[number, RegExp]>([
    [0, /older Pincite\. Start Pincite once with this --data folder/],
    [current - 1, /older Pincite\. Start Pincite once/],
    // Starting this Pincite on it would not help.
    [current + 1, /newer Pincite.*Update Pincite/],
  ])('of version %i is refused with what to do, and left as it is', (version, message) => {
    withDatabase((database) => {
      database.exec(`pragma user_version = ${version}`);
      expect(() => checkVersion(database, path)).toThrow(
        expect.objectContaining({ code: 'catalog-unavailable', message: expect.stringMatching(message) }),
      );
      expect(versionOf(database)).toEqual({ user_version: version });
    });
  });
});
