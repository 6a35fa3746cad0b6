// What is kept of a file's words: replaced when it is read anew, gone from the disk when it is removed, in step with its names.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Catalog } from '../../server/catalog/catalog.ts';
import type { Entities } from '../../server/contract/passage.ts';
import type { WordSource } from '../../server/contract/word-index.ts';
import { incoming, shaOf } from './readings.ts';
import { catalogWithWords, documentsOf, placeOf, read, storeWords } from './word-readings.ts';

let catalog: Catalog;
let source: WordSource;
let path: string;
let close: () => Promise<void>;
beforeEach(() => {
  ({ catalog, source, path, close } = catalogWithWords());
});
afterEach(() => close());

const counts = () => {
  const database = new DatabaseSync(path, { readOnly: true });
  const count = (table: string) => database.prepare(`select count(*) as rows from ${table}`).get()?.['rows'];
  const answer = [count('wordIndexes'), count('wordBags'), count('wordsOfBags')];
  database.close();
  return answer;
};
const nobody: Entities = { people: [], organizations: [], products: [], amounts: [] };

/** Which of the words stand in any file of the catalog, once everything is written there. */
function onDisk(words: readonly string[]): string[] {
  const database = new DatabaseSync(path);
  const done = database.prepare('pragma wal_checkpoint(truncate)').get();
  database.close();
  // Nobody holds anything back.
  expect(done).toMatchObject({ busy: 0 });
  const folder = dirname(path);
  const bytes = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
  return words.filter((word) => bytes.includes(word));
}

/** Made-up words, the same every time; with so many the table of bags has many pages. */
function manyWords(seed: number, size: number): string[] {
  let state = seed;
  return Array.from({ length: size }, () => {
    let word = '';
    for (let at = 0; at < 9; at += 1) {
      state = (state * 48_271) % 2_147_483_647;
      word += 'abcdefghijklmnopqrstuvwxyz'.charAt(state % 26);
    }
    return word;
  });
}

describe('words of a file', () => {
  test('are one row and one bag, also when it is read anew', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['the former words']);
    expect(counts()).toEqual([1, 1, 3]);
    await catalog.jobs.requeueAll('another version');
    await read(catalog, ['the present']);
    expect(counts()).toEqual([1, 1, 2]);
    expect([source.candidates('"former"').length, source.candidates('"present"').length]).toEqual([0, 1]);
  });

  test('are gone when it is read anew without any', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['the former words']);
    await catalog.jobs.requeueAll('another version');
    await read(catalog, ['the former words'], { words: 'none' });
    expect(counts()).toEqual([0, 0, 0]);
    expect(documentsOf(source).map(({ fileId }) => fileId)).toEqual([null]);
  });

  test('of another file stay as they are', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['first']);
    const [id = ''] = await storeWords(catalog, incoming('b.pdf'), ['second']);
    await catalog.documents.remove(id);
    expect(counts()).toEqual([1, 1, 1]);
    expect(source.candidates('"first"')).toHaveLength(1);
  });

  test('stay while another document still shows the file', async () => {
    const [id = ''] = await storeWords(catalog, incoming('a.pdf', { fromName: placeOf('735') }), ['titan']);
    await catalog.jobs.enqueue(incoming('b.pdf', { sha256: shaOf('a.pdf'), fromName: placeOf('741') }));
    await catalog.documents.remove(id);
    expect(documentsOf(source)).toMatchObject([{ fileId: expect.any(Number) }]);
    expect(source.candidates('"titan"')).toHaveLength(1);
  });
});

describe('words that are gone', () => {
  const planted = ['zzyzxqv', 'qwxjkvz', 'xqzvjkw'];

  /** Enough others for a table of many pages, of which the planted words are at edges too. */
  async function storeMany(): Promise<string> {
    let id = '';
    for (let at = 0; at < 12; at += 1) {
      const own = at === 6 ? [...planted, ...manyWords(777, 600)] : manyWords(at + 1, 600);
      const [stored = ''] = await storeWords(catalog, incoming(`${at}.pdf`), [own.join(' ')]);
      if (at === 6) id = stored;
    }
    return id;
  }

  test('with a document that is removed are nowhere on the disk', async () => {
    const id = await storeMany();
    const words = [...planted, ...manyWords(777, 600)];
    // They are found where they must be: this can find.
    expect(onDisk(words)).toEqual(words);
    await catalog.documents.remove(id);
    // The table of bags writes of a word only what the one before it does not begin with.
    expect(onDisk([...words, ...words.map((word) => word.slice(2))])).toEqual([]);
    expect(planted.flatMap((word) => source.candidates(`"${word}"`))).toEqual([]);
    expect(source.vocabulary('*zzyzx*', 9)).toEqual([]);
    expect(counts().slice(0, 2)).toEqual([11, 11]);
  }, 30_000);

  test('from a file that is read better are nowhere on the disk either', async () => {
    await storeWords(catalog, incoming('a.pdf'), [`The witness lives in ${planted.join(' ')}.`]);
    expect(onDisk(planted)).toEqual(planted);
    await catalog.jobs.requeueAll('another version');
    await read(catalog, ['The witness lives in .']);
    expect(onDisk(planted)).toEqual([]);
  });
});

describe('what facets ask', () => {
  const facets = () => {
    const [found] = documentsOf(source);
    return source.facets(found?.fileId ?? -1);
  };

  test('is what was read, passage by passage', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['one', 'two'], {
      change: (passage) => ({
        ...passage,
        kind: passage.ordinal === 0 ? 'heading' : 'table',
        entities: {
          ...nobody,
          people: passage.ordinal === 0 ? [] : ['Jane Doe'],
          amounts: passage.ordinal === 0 ? [{ dollars: 40, text: '$40' }] : [],
        },
      }),
    });
    expect(facets()).toEqual([
      { kind: 'heading', entities: { ...nobody, amounts: [{ dollars: 40 }] } },
      { kind: 'table', entities: { ...nobody, people: ['Jane Doe'] } },
    ]);
    expect(source.facets(-1)).toEqual([]);
  });

  test('follows a change of names', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['Jane said', 'Ann said'], {
      change: (passage) => ({ ...passage, kind: 'quote', entities: { ...nobody, people: ['Jane'] } }),
    });
    const stored = await catalog.documents.passages(documentsOf(source)[0]?.document.id ?? '', null);
    const second = stored.find(({ passage }) => passage.ordinal === 1)?.passage.id ?? '';
    const revision = source.revision();
    const entities = { ...nobody, people: ['Ann Lee'], organizations: ['Meta'] };
    await catalog.names.mark(shaOf('a.pdf'), new Map([[second, entities]]), 0);
    expect(source.revision()).not.toBe(revision);
    expect(facets()).toEqual([
      { kind: 'quote', entities: { ...nobody, people: ['Jane'] } },
      { kind: 'quote', entities },
    ]);
    // The words themselves have not changed.
    expect(source.candidates('"said"')).toHaveLength(1);
  });
});
