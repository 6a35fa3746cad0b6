// The catalog as exact search reads it, from a connection of its own beside the one that writes: documents, candidates, words, facets,
// tags; and that it sees every change.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Catalog } from '../../server/catalog/catalog.ts';
import { openWordSource } from '../../server/catalog/word-reader.ts';
import type { WordSource } from '../../server/contract/word-index.ts';
import { PackedWords } from '../../server/search/terms/packed-words.ts';
import { wordsVersion } from '../../server/search/terms/file-words.ts';
import { unnamedWord } from '../../server/text/word-bag.ts';
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

const newTag = (name: string) => ({ name, color: '#aa0000', parentId: null, definition: '', shortcut: null });
const shown = (version = wordsVersion) =>
  documentsOf(source, version).map(({ document, fileId }) => `${document.filename} ${fileId !== null}`);
const fileIdOf = (filename: string): number => {
  const found = documentsOf(source).find(({ document }) => document.filename === filename);
  if (found?.fileId === undefined || found.fileId === null) throw new Error(`no words of ${filename}`);
  return found.fileId;
};
const bytesOf = (filename: string) => new PackedWords(source.words(fileIdOf(filename)) ?? new Uint8Array());

describe('documents', () => {
  test('stand in the order of the dockets, whatever order they came in', async () => {
    await storeWords(catalog, incoming('b.pdf'), ['titan'], { details: placeOf('741') });
    await storeWords(catalog, incoming('a2.pdf'), ['titan'], { details: placeOf('735', 2) });
    await storeWords(catalog, incoming('z.pdf'), ['titan'], { details: placeOf('735') });
    await storeWords(catalog, incoming('c.pdf'), ['titan'], { details: placeOf('1041') });
    expect(shown()).toEqual(['z.pdf true', 'a2.pdf true', 'b.pdf true', 'c.pdf true']);
    const listed = await catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    expect(documentsOf(source).map(({ document }) => document.id)).toEqual(listed.documents.map(({ id }) => id));
  });

  test('have the words of this version only, and are there without', async () => {
    await storeWords(catalog, incoming('old.pdf'), ['titan'], {
      words: { version: 'older', bag: 'titan', data: new Uint8Array([1]) },
    });
    await storeWords(catalog, incoming('none.pdf'), ['titan'], { words: 'none' });
    await storeWords(catalog, incoming('new.pdf'), ['titan']);
    expect(shown().toSorted()).toEqual(['new.pdf true', 'none.pdf false', 'old.pdf false']);
    expect(shown('older').toSorted()).toEqual(['new.pdf false', 'none.pdf false', 'old.pdf true']);
  });

  test('of two downloads have the words of the one that is shown', async () => {
    const details = placeOf('735');
    await storeWords(catalog, incoming('one.pdf'), ['first download'], { details });
    await storeWords(catalog, incoming('two.pdf'), ['second download'], { details });
    const documents = documentsOf(source);
    expect(documents).toHaveLength(1);
    const stored = await catalog.documents.get(documents[0]?.document.id ?? '');
    expect(stored?.files).toHaveLength(2);
    expect(documents[0]?.document.sha256).toBe(stored?.sha256);
    const words = new PackedWords(source.words(documents[0]?.fileId ?? -1) ?? new Uint8Array());
    const isFirst = stored?.sha256 === shaOf('one.pdf');
    expect([words.placesOf('first').length, words.placesOf('second').length]).toEqual(isFirst ? [1, 0] : [0, 1]);
  });

  test('of one file have the same words', async () => {
    await storeWords(catalog, incoming('a.pdf', { fromName: placeOf('735') }), ['titan']);
    await catalog.jobs.enqueue(incoming('b.pdf', { sha256: shaOf('a.pdf'), fromName: placeOf('741') }));
    const documents = documentsOf(source);
    expect(documents.map(({ document }) => document.details.entry)).toEqual(['735', '741']);
    expect(new Set(documents.map(({ fileId }) => fileId)).size).toBe(1);
  });

  test('are what the catalog says of them now', async () => {
    const [id = ''] = await storeWords(catalog, incoming('a.pdf'), ['titan'], {
      details: { ...placeOf('735'), type: 'order' },
    });
    const [before] = documentsOf(source);
    const [same] = documentsOf(source);
    // By this it is known that nothing need be made of it again.
    expect(same?.written).toBe(before?.written);
    await catalog.documents.correct(id, { type: 'motion', title: 'Motion to Compel' });
    const [after] = documentsOf(source);
    expect(after?.written).not.toBe(before?.written);
    expect(after?.document.details).toMatchObject({ type: 'motion', title: 'Motion to Compel', entry: '735' });
    const { details, flags, caseId, sha256 } = after?.document ?? {};
    expect({ details, flags, caseId, sha256 }).toEqual(
      await catalog.documents.get(id).then((each) => ({
        details: each?.details,
        flags: each?.flags,
        caseId: each?.caseId,
        sha256: each?.sha256,
      })),
    );
  });
});

describe('candidates', () => {
  const texts: [string, string][] = [
    ['a.pdf', 'The Titan API, U.S. $1,000'],
    ['b.pdf', 'Ad spend of Titans isn’t café'],
    ['c.pdf', 'qu\uFDFAook alone'],
  ];
  beforeEach(async () => {
    for (const [name, text] of texts) await storeWords(catalog, incoming(name), [text]);
  });
  const found = (expression: string) => {
    const ids = source.candidates(expression);
    return texts.flatMap(([name]) => (ids.includes(fileIdOf(name)) ? [name] : []));
  };

  const rows: [expression: string, files: string[], why: string][] = [
    ['"titan"', ['a.pdf'], 'whole words only'],
    ['"titan"*', ['a.pdf', 'b.pdf'], 'a beginning'],
    ['("api" OR "spend")', ['a.pdf', 'b.pdf'], 'either'],
    ['("titan" AND "spend")', [], 'both'],
    ['"1,000"', ['a.pdf'], 'signs within a word'],
    ['"1"', [], 'which is no other word'],
    ['"$"', ['a.pdf'], 'a sign alone'],
    ['"isn\'t"', ['b.pdf'], 'an apostrophe'],
    ['"café"', ['b.pdf'], 'no ASCII'],
    ['"cafe"', [], 'diacritics count'],
    [`"${unnamedWord}"`, ['c.pdf'], 'a word that cannot be asked for'],
    ['"qu"*', ['c.pdf'], 'is found by its beginning'],
    ['"and"', [], 'no connector'],
  ];
  test.each(rows)('%s', (expression, files) => expect(found(expression)).toEqual(files));
});

describe('the vocabulary', () => {
  beforeEach(async () => {
    await storeWords(catalog, incoming('a.pdf'), ['book cook look hook womén women woman']);
    await storeWords(catalog, incoming('b.pdf'), ['a book', '𝒳ook 50 40']);
  });

  const rows: [form: string, most: number, words: string[] | null, why: string][] = [
    ['*ook', 9, ['book', 'cook', 'hook', 'look', 'xook'], 'any number of characters; each word once'],
    ['?ook', 9, ['book', 'cook', 'hook', 'look', 'xook'], 'one character'],
    ['wom?n', 9, ['woman', 'women', 'womén'], 'one character, however many bytes'],
    ['wom*', 9, ['woman', 'women', 'womén'], 'at the end'],
    ['*o*', 9, ['book', 'cook', 'hook', 'look', 'woman', 'women', 'womén', 'xook'], 'in the middle'],
    ['?0', 9, ['40', '50'], 'figures'],
    ['[bc]ook', 9, [], 'brackets are signs like others'],
    ['b[*', 9, [], 'also one that is not closed'],
    ['*ook', 5, ['book', 'cook', 'hook', 'look', 'xook'], 'as many as may be'],
    ['*ook', 4, null, 'one too many'],
    ['*zz', 4, [], 'none'],
  ];
  test.each(rows)('%s, at most %i', (form, most, words) => {
    const answer = source.vocabulary(form, most);
    expect(answer === null ? null : answer.toSorted()).toEqual(words);
  });

  test('loses the words that no file has any more', async () => {
    const [first] = documentsOf(source);
    await catalog.documents.remove(first?.document.id ?? '');
    const left = first?.document.filename === 'a.pdf' ? ['book', 'xook'] : ['book', 'cook', 'hook', 'look'];
    expect(source.vocabulary('*ook', 9)?.toSorted()).toEqual(left);
  });
});

describe('tags', () => {
  test('stand on the passages whose text they touch', async () => {
    const [documentId = ''] = await storeWords(catalog, incoming('a.pdf'), ['page one', 'page two', 'page three']);
    const { id: tagId } = await catalog.tags.create(newTag('ad spend'));
    const { id: other } = await catalog.tags.create(newTag('sealing'));
    expect(source.tags()).toEqual([]);
    const annotate = (pages: readonly number[], tagIds: readonly string[]) =>
      catalog.annotations.create({
        documentId,
        spans: pages.map((pageNumber) => ({ pageNumber, from: 0, to: 4 })),
        quote: 'page',
        prefix: '',
        suffix: '',
        tagIds: [...tagIds],
        note: '',
        author: 'me',
        createdAt: '2026-01-01T00:00:00Z',
      });
    await annotate([1, 2], [tagId, other]);
    const { id } = await annotate([3], [tagId]);
    const brief = () =>
      source
        .tags()
        .map(({ documentId: of, tag: { name }, ordinals }) => `${of === documentId} ${name} ${ordinals.join()}`);
    expect(brief().toSorted()).toEqual(['true ad spend 0,1', 'true ad spend 2', 'true sealing 0,1']);
    expect(source.tags().find(({ tag }) => tag.name === 'sealing')?.tag).toEqual({ id: other, name: 'sealing' });
    await catalog.annotations.remove(id);
    await catalog.tags.change(other, { name: 'under seal' });
    expect(brief().toSorted()).toEqual(['true ad spend 0,1', 'true under seal 0,1']);
    // A lost anchor tags nothing.
    await catalog.documents.remove(documentId);
    expect(source.tags()).toEqual([]);
  });
});

describe('a change by the connection that writes', () => {
  test('gives another revision; nothing happening, or somebody reading, gives none', async () => {
    const first = source.revision();
    expect(source.revision()).toBe(first);
    await catalog.corpus();
    expect(source.revision()).toBe(first);
    await storeWords(catalog, incoming('a.pdf'), ['titan']);
    const second = source.revision();
    expect(second).not.toBe(first);
    await catalog.tags.create(newTag('x'));
    expect(source.revision()).not.toBe(second);
  });

  test('gives none when it is no matter of search', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['titan']);
    const before = source.revision();
    await catalog.jobs.enqueue(incoming('b.pdf'));
    const job = await catalog.jobs.lease('reader', 60_000);
    await catalog.jobs.progress(job?.jobId ?? '', 1, 2, 60_000);
    expect(source.revision()).toBe(before);
  });

  test('gives words that were made again another number, and facets another revision when names change', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['Jane said']);
    const states = [documentsOf(source)];
    const passage = (await catalog.documents.passages(states[0]?.[0]?.document.id ?? '', null))[0]?.passage.id ?? '';
    const entities = { people: ['Jane Doe'], organizations: [], products: [], amounts: [], dates: [] };
    await catalog.names.mark(shaOf('a.pdf'), new Map([[passage, entities]]), 0);
    states.push(documentsOf(source));
    await catalog.jobs.requeueAll('another version');
    await read(catalog, ['Ann said']);
    states.push(documentsOf(source));
    const [first, named, again] = states.map(([document]) => document);
    expect([named?.fileId, named?.facetsRevision]).toEqual([first?.fileId, (first?.facetsRevision ?? 0) + 1]);
    // The only words were made anew: their old number would be the next one, were it given twice.
    expect(again?.fileId).not.toBe(first?.fileId);
  });

  test('is not seen in the middle of an answer', async () => {
    await storeWords(catalog, incoming('a.pdf'), ['titan']);
    const look = () => [source.revision(), documentsOf(source).length, source.candidates('"titan"').length];
    const before = look();
    const other = new DatabaseSync(path);
    const within = source.steadily(() => {
      const first = look();
      other.exec('delete from wordIndexes; delete from documents;');
      return [first, look()];
    });
    other.close();
    expect(within).toEqual([before, before]);
    expect(look().slice(1)).toEqual([0, 0]);
    expect(source.revision()).not.toBe(before[0]);
  });

  test('is seen after an answer that failed', async () => {
    const failing = () => source.steadily(() => source.candidates('"'));
    expect(failing).toThrow(/unterminated/);
    await storeWords(catalog, incoming('a.pdf'), ['titan']);
    expect(source.steadily(() => source.candidates('"titan"'))).toHaveLength(1);
  });
});

test('a catalog that is not there is refused with what to do', () => {
  expect(() => openWordSource(join('/none-such', 'catalog.sqlite'))).toThrow(
    expect.objectContaining({ code: 'catalog-unavailable', message: expect.stringMatching(/--data/) }),
  );
});

test('a file read anew has its new words, and no old ones', async () => {
  await storeWords(catalog, incoming('a.pdf'), ['the former words']);
  expect(bytesOf('a.pdf').placesOf('former')).toHaveLength(1);
  await catalog.jobs.requeueAll('another version');
  await read(catalog, ['the present words']);
  expect([bytesOf('a.pdf').placesOf('former').length, bytesOf('a.pdf').placesOf('present').length]).toEqual([0, 1]);
  expect(source.candidates('"former"')).toEqual([]);
  expect(source.candidates('"present"')).toEqual([fileIdOf('a.pdf')]);
});
