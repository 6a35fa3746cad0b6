// The list of cases: what most of their filings say.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FilingDetails } from '../../server/contract/filing.ts';
import { incoming, pageOf, readAnew, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const pages = [pageOf(1, ['Text.'])];
const klein = { court: 'cand', docketNumber: '3:20-cv-08570-JD' };
let files = 0;
const put = (details: Partial<FilingDetails>) => store(own.catalog, incoming(`${(files += 1)}.pdf`), pages, details);

test('goes by court and number, with the filings counted', async () => {
  await put({ court: 'nysd', docketNumber: '1:21-cv-00001' });
  await put({ court: 'cand', docketNumber: '3:21-cv-00002' });
  await put({ ...klein, entry: '1' });
  await put({ ...klein, entry: '2', specimen: true });
  expect(await own.catalog.documents.cases()).toMatchObject([
    { court: 'cand', docketNumber: '3:20-cv-08570-JD', documents: 2, specimen: true },
    { court: 'cand', docketNumber: '3:21-cv-00002', documents: 1, specimen: false },
    { court: 'nysd', docketNumber: '1:21-cv-00001', documents: 1, specimen: false },
  ]);
});

test('an odd caption among many does not name the case, whenever it came', async () => {
  for (const [entry, caseName] of [
    ['1', 'KLEIN V. META Case No.'],
    ['2', 'Klein v. Meta'],
    ['3', 'Klein v. Meta'],
    ['4', null],
  ] as const) {
    await put({ ...klein, entry, caseName });
  }
  expect(await own.catalog.documents.cases()).toMatchObject([{ caseName: 'Klein v. Meta', documents: 4 }]);
});

test('of captions that are equally frequent it is always the same one', async () => {
  await put({ ...klein, entry: '1', caseName: 'Zed v. Meta' });
  await put({ ...klein, entry: '2', caseName: 'Abel v. Meta' });
  expect(await own.catalog.documents.cases()).toMatchObject([{ caseName: 'Abel v. Meta' }]);
});

test('a better reading of the caption shows', async () => {
  await put({ ...klein, entry: '1', caseName: 'KLEIN Case No.', judge: 'Judge' });
  await readAnew(own.catalog, pages, { ...klein, entry: '1', caseName: 'Klein v. Meta', judge: 'Donato' });
  expect(await own.catalog.documents.cases()).toMatchObject([{ caseName: 'Klein v. Meta', judge: 'Donato' }]);
});

test('filings of no known case are counted, not named after one of them', async () => {
  await put({ caseName: 'Klein v. Meta' });
  await put({ judge: 'Donato' });
  expect(await own.catalog.documents.cases()).toEqual([
    { id: 'none', caseName: null, court: null, docketNumber: null, judge: null, specimen: false, documents: 2 },
  ]);
});

test('a case whose filings are all removed is not listed', async () => {
  const [id = ''] = await put({ ...klein, entry: '1' });
  await own.catalog.documents.remove(id);
  expect(await own.catalog.documents.cases()).toEqual([]);
});
