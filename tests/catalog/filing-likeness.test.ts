// Likeness of the texts of two stored files, and that it follows when one of them is read anew.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CatalogDatabase } from '../../server/catalog/database.ts';
import { createLikeness } from '../../server/catalog/filing-likeness.ts';
import { storeReading } from '../../server/catalog/file-writer.ts';
import { pageOf, readingOf, shaOf, temporaryDatabase } from './readings.ts';

let own: ReturnType<typeof temporaryDatabase>;
let database: CatalogDatabase;
beforeEach(() => {
  own = temporaryDatabase();
  ({ database } = own);
});
afterEach(() => own.close());

const text = (from: number) => Array.from({ length: 80 }, (_, at) => `w${from + at}`).join(' ');
const put = (name: string, words: string) =>
  database.write((writer) => storeReading(writer, shaOf(name), readingOf(shaOf(name), [pageOf(1, [words])])));

test('is that of their passages; a file is no version of itself', async () => {
  await put('a', text(0));
  await put('b', text(0));
  await put('c', text(500));
  const likeness = createLikeness(database.reader);
  expect(await likeness(shaOf('a'), shaOf('b'))).toEqual({ shared: 1, ratio: 1 });
  expect((await likeness(shaOf('a'), shaOf('c'))).shared).toBe(0);
  expect((await likeness(shaOf('a'), shaOf('a'))).shared).toBe(0);
  expect((await likeness(shaOf('a'), shaOf('nobody'))).shared).toBe(0);
});

test('is found out again when a file is read anew, and only then', async () => {
  await put('a', text(0));
  await put('b', text(0));
  let questions = 0;
  const counting = new Proxy(database.reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'selectFrom' || typeof value !== 'function') return value;
      return (table: 'passages') => {
        if (table === 'passages') questions += 1;
        return target.selectFrom(table);
      };
    },
  });
  const likeness = createLikeness(counting);
  await likeness(shaOf('a'), shaOf('b'));
  await likeness(shaOf('b'), shaOf('a'));
  expect(questions).toBe(2);
  await put('b', text(500));
  expect((await likeness(shaOf('a'), shaOf('b'))).shared).toBe(0);
});
