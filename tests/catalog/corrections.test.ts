// A person's corrections: they win, stay through every new reading, and are seen as a person's.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { corrected } from '../../server/catalog/corrections.ts';
import type { Corrections } from '../../server/catalog/catalog.ts';
import { unknownDetails } from '../../server/contract/filing.ts';
import { incoming, pageOf, readAnew, store, temporaryCatalog } from './readings.ts';

const pages = [pageOf(1, ['The Titan API was private.'])];
const read = { court: 'cand', docketNumber: '3:20-cv-08570-JD', entry: '735', title: 'Joint Lettr', filer: 'Meta' };

describe('corrected details', () => {
  test.each<[Corrections, object, object, string]>([
    [
      { title: 'Joint Letter' },
      { title: 'Joint Letter', filer: 'Meta' },
      { title: 'person', filer: 'stamp' },
      'what was read wrong',
    ],
    [{ filer: null }, { filer: null }, { filer: 'person' }, 'what is not known after all'],
    [{ judge: 'Donato' }, { judge: 'Donato' }, { judge: 'person' }, 'what was not read'],
    [{}, { title: 'Joint Lettr' }, { title: 'stamp' }, 'nothing'],
    [
      { docketNumber: '4:21-cv-00001' },
      { docketNumber: '4:21-cv-00001', pacerCaseId: null },
      {},
      'it is of another case',
    ],
    [{ docketNumber: '20-cv-8570' }, { pacerCaseId: '369872' }, {}, 'another spelling is no other case'],
    [{ docketNumber: null }, { pacerCaseId: '369872' }, {}, 'an unknown number is no other case'],
  ])('%j → %j from %j (%s)', (corrections, details, readFrom) => {
    const given = {
      details: { ...unknownDetails, ...read, pacerCaseId: '369872' },
      readFrom: { title: 'stamp', filer: 'stamp' } as const,
    };
    const found = corrected(given, corrections);
    expect(found.details).toMatchObject(details);
    expect(found.readFrom).toMatchObject(readFrom);
  });
});

describe('a correction', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  let id = '';
  beforeEach(async () => {
    own = temporaryCatalog();
    [id = ''] = await store(own.catalog, incoming('a.pdf'), pages, read);
    await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
  });
  afterEach(() => own.close());

  test('shows at once, in the document, in its case and in the fingerprint, and goes to the index', async () => {
    const before = await own.catalog.fingerprint();
    const shown = await own.catalog.documents.correct(id, { title: 'Joint Letter', caseName: 'Klein v. Meta' });
    expect(shown).toMatchObject({
      details: { title: 'Joint Letter', entry: '735' },
      readFrom: { title: 'person', entry: 'stamp' },
    });
    expect(await own.catalog.documents.get(id)).toEqual({ ...shown, state: 'indexing' });
    expect(await own.catalog.documents.cases()).toMatchObject([{ caseName: 'Klein v. Meta' }]);
    expect(await own.catalog.outbox.pending(10)).toMatchObject([{ change: 'put', documentId: id }]);
    expect(await own.catalog.fingerprint()).not.toBe(before);
  });

  test('survives a better parser, a changed sidecar and another name; what was not corrected follows them', async () => {
    await own.catalog.documents.correct(id, { title: 'Joint Letter', filer: null });
    await readAnew(own.catalog, pages, { ...read, title: 'Joint Letter Brie', filer: 'Plaintiffs', judge: 'Donato' });
    const expected = {
      details: { title: 'Joint Letter', filer: null, judge: 'Donato' },
      readFrom: { title: 'person', filer: 'person' },
    };
    expect(await own.catalog.documents.get(id)).toMatchObject(expected);
    await own.catalog.jobs.enqueue(incoming('a.pdf', { sidecar: { title: 'From the docket', filedOn: '2024-03-23' } }));
    await readAnew(own.catalog, pages, { ...read, judge: 'Donato' });
    expect(await own.catalog.documents.get(id)).toMatchObject(expected);
    expect(await own.catalog.documents.get(id)).toMatchObject({ details: { filedOn: '2024-03-23' } });
  });

  test('adds to those before it, and wins over them', async () => {
    await own.catalog.documents.correct(id, { title: 'One', judge: 'Donato' });
    await own.catalog.documents.correct(id, { title: 'Two' });
    await readAnew(own.catalog, pages, read);
    expect(await own.catalog.documents.get(id)).toMatchObject({ details: { title: 'Two', judge: 'Donato' } });
  });

  test('of one filing says nothing about another', async () => {
    const [other = ''] = await store(own.catalog, incoming('b.pdf'), pages, { ...read, entry: '736' });
    await own.catalog.documents.correct(id, { title: 'Joint Letter' });
    await own.catalog.documents.correct(other, { judge: 'Donato' });
    expect(await own.catalog.documents.get(other)).toMatchObject({
      details: { title: 'Joint Lettr', judge: 'Donato' },
    });
    expect(await own.catalog.documents.get(id)).toMatchObject({ details: { title: 'Joint Letter', judge: null } });
  });

  test('of the entry moves the document in its docket, under the same id', async () => {
    await store(own.catalog, incoming('b.pdf'), pages, { ...read, entry: '736' });
    await own.catalog.documents.correct(id, { entry: '800', attachment: 2 });
    const { documents } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    expect(documents.map(({ details }) => [details.entry, details.attachment])).toEqual([
      ['736', null],
      ['800', 2],
    ]);
    expect(documents[1]?.id).toBe(id);
  });

  test('is there again when the document was removed and comes back', async () => {
    await own.catalog.documents.correct(id, { title: 'Joint Letter' });
    await own.catalog.documents.remove(id);
    expect(await store(own.catalog, incoming('a.pdf'), pages, read)).toEqual([id]);
    expect(await own.catalog.documents.get(id)).toMatchObject({ details: { title: 'Joint Letter' } });
  });

  test('of a document that is not there is none', async () => {
    expect(await own.catalog.documents.correct('nobody', { title: 'x' })).toBeNull();
    expect(await own.catalog.documents.uncorrected('nobody')).toBeNull();
  });

  test('taken back, what was read shows again, also when that was read anew in between', async () => {
    await own.catalog.documents.correct(id, { title: 'Joint Letter', filer: 'Plaintiffs' });
    expect(await own.catalog.documents.correct(id, {}, ['title'])).toMatchObject({
      details: { title: 'Joint Lettr', filer: 'Plaintiffs' },
      readFrom: { title: 'stamp', filer: 'person' },
    });
    await readAnew(own.catalog, pages, { ...read, filer: 'Meta Platforms' });
    expect(await own.catalog.documents.correct(id, {}, ['filer'])).toMatchObject({
      details: { filer: 'Meta Platforms' },
      readFrom: { filer: 'stamp' },
    });
  });

  test('and another in one step', async () => {
    await own.catalog.documents.correct(id, { title: 'Joint Letter' });
    expect(await own.catalog.documents.correct(id, { filer: 'Plaintiffs' }, ['title', 'judge'])).toMatchObject({
      details: { title: 'Joint Lettr', filer: 'Plaintiffs' },
    });
  });

  test('hides what was read, which can still be seen', async () => {
    await own.catalog.documents.correct(id, { title: 'Joint Letter', judge: 'Donato' });
    expect(await own.catalog.documents.uncorrected(id)).toMatchObject({
      details: { title: 'Joint Lettr', judge: null },
      readFrom: { title: 'stamp' },
    });
  });

  test('of the docket number moves the filing to its case; taken back, it is in its own again', async () => {
    const [other = ''] = await store(own.catalog, incoming('b.pdf'), pages, {
      ...read,
      pacerCaseId: '369872',
      entry: '736',
    });
    const caseOf = async () => (await own.catalog.documents.get(other))?.caseId;
    const before = await caseOf();
    await own.catalog.documents.correct(other, { docketNumber: '3:21-cv-00001-JD' });
    expect(await caseOf()).not.toBe(before);
    await own.catalog.documents.correct(other, {}, ['docketNumber']);
    expect(await caseOf()).toBe(before);
  });
});
