// Listings in the catalog: replaced whole by their sidecar, found by place, laid under what was read.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseFor } from '../../server/catalog/case-writer.ts';
import { listedEntries, replaceListing, withListed } from '../../server/catalog/docket-rows.ts';
import type { ListedDocket, ListedEntry } from '../../server/contract/docket.ts';
import { noCaseId, unknownDetails, type FilingDetails, type ReadDetails } from '../../server/contract/filing.ts';
import { temporaryDatabase } from './readings.ts';

let own: ReturnType<typeof temporaryDatabase>;
beforeEach(() => {
  own = temporaryDatabase();
});
afterEach(() => own.close());

const klein = {
  court: 'cand',
  pacerCaseId: '369872',
  docketNumber: '3:20-cv-08570-JD',
  caseName: 'Klein v. Meta',
  judge: null,
};
const entry = (number: string | null, title: string | null, more: Partial<ListedEntry> = {}): ListedEntry => ({
  entry: number,
  filedOn: '2024-03-23',
  filer: 'Plaintiffs',
  description: null,
  documents: [{ attachment: 0, title, pageCount: null, file: null, sealed: false }],
  ...more,
});
const docket = (...entries: ListedEntry[]): ListedDocket => ({ ...klein, specimen: false, entries });
const replace = (source: string, ...dockets: ListedDocket[]) =>
  own.database.write((writer) => replaceListing(writer, source, dockets));
const kleinId = () => own.database.write((writer) => caseFor(writer, { ...unknownDetails, ...klein }));
const numbers = async (caseId: string | null = null) =>
  (await listedEntries(own.database.reader, caseId)).map(({ entry: number }) => number);

describe('a listing', () => {
  test('belongs to the case that its docket names, and comes back as it was', async () => {
    const whole = docket(entry('1', 'Complaint'), entry(null, null, { description: 'Minutes', documents: [] }));
    await replace('/c/docket.json', whole);
    const [caseId, listed] = [await kleinId(), await listedEntries(own.database.reader, null)];
    expect(listed).toEqual(whole.entries.map((each) => ({ ...each, caseId })));
    expect(await numbers('another case')).toEqual([]);
  });

  test('replaces what its sidecar said before, and no other sidecar’s', async () => {
    await replace('/c/docket.json', docket(entry('1', 'A'), entry('2', 'B')));
    await replace('/c/docket.csv', docket(entry('9', 'C')));
    await replace('/c/docket.json', docket(entry('2', 'B')));
    expect(await numbers()).toEqual(['9', '2']);
  });

  test('of no case is not kept: nothing can be missing from it', async () => {
    const nameless = { ...docket(entry('1', 'A')), court: null, pacerCaseId: null, docketNumber: null };
    await replace('/c/docket.json', nameless);
    expect(await numbers()).toEqual([]);
    expect(await numbers(noCaseId)).toEqual([]);
  });

  const changes: [string, ListedEntry[], string[]][] = [
    ['nothing', [entry('1', 'A'), entry('2', 'B')], []],
    ['a title', [entry('1', 'A'), entry('2', 'New')], ['2']],
    ['an entry more', [entry('1', 'A'), entry('2', 'B'), entry('3', 'C')], ['3']],
    ['an entry less', [entry('2', 'B')], ['1']],
    ['the order only', [entry('2', 'B'), entry('1', 'A')], []],
    ['another day', [entry('1', 'A', { filedOn: null }), entry('2', 'B')], ['1']],
  ];
  test.each(changes)('says which entries it changes: %s', async (_what, entries, expected) => {
    await replace('/c/docket.json', docket(entry('1', 'A'), entry('2', 'B')));
    const changed = await replace('/c/docket.json', docket(...entries));
    const caseId = await kleinId();
    expect(changed).toEqual(expected.map((number) => [caseId, number]));
  });
});

describe('laid under what was read', () => {
  const read = (details: Partial<FilingDetails>): ReadDetails => ({
    details: { ...unknownDetails, ...details },
    readFrom: Object.fromEntries(Object.keys(details).map((field) => [field, 'stamp'])),
  });
  const rows: [string, Partial<FilingDetails>, Partial<FilingDetails>, object][] = [
    [
      'what the paper does not show',
      { entry: '735', attachment: 0 },
      { title: 'Letter Brief', filedOn: '2024-03-23', filer: 'Plaintiffs' },
      { title: 'sidecar', filedOn: 'sidecar', filer: 'sidecar', entry: 'stamp' },
    ],
    [
      'not over what it shows',
      { entry: '735', title: 'Read', filer: 'Meta' },
      { title: 'Read', filer: 'Meta' },
      { title: 'stamp' },
    ],
    ['no attachment number is the main document', { entry: '735' }, { title: 'Letter Brief' }, {}],
    ['not under an attachment that is not listed', { entry: '735', attachment: 3 }, { title: null, filedOn: null }, {}],
    ['not under another entry', { entry: '73' }, { title: null }, {}],
    ['not without an entry', { title: null }, { title: null }, {}],
  ];
  test.each(rows)('%s', async (_what, said, details, readFrom) => {
    await replace('/c/docket.json', docket(entry('735', 'Letter Brief')));
    const place = { entry: said.entry ?? null, attachment: said.attachment ?? null };
    const found = await withListed(own.database.reader, await kleinId(), place, read(said));
    expect(found.details).toMatchObject(details);
    expect(found.readFrom).toMatchObject(readFrom);
  });

  test('filings of no case have no docket', async () => {
    await replace('/c/docket.json', docket(entry('735', 'Letter Brief')));
    const place = { entry: '735', attachment: 0 };
    expect((await withListed(own.database.reader, noCaseId, place, read(place))).details.title).toBeNull();
  });

  test('a second sidecar fills what the first leaves open', async () => {
    await replace('/a/docket.json', docket(entry('735', null, { filer: null })));
    await replace('/b/docket.json', docket(entry('735', 'Letter Brief', { filedOn: '2020-01-01' })));
    const place = { entry: '735', attachment: 0 };
    const { details } = await withListed(own.database.reader, await kleinId(), place, read(place));
    expect(details).toMatchObject({ title: 'Letter Brief', filedOn: '2024-03-23', filer: 'Plaintiffs' });
  });
});
