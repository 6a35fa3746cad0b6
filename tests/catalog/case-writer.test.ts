// Cases as filings come in, in whatever order: one docket is one case, two are two.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseFor } from '../../server/catalog/case-writer.ts';
import { noCaseId, unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';
import { temporaryDatabase } from './readings.ts';

let own: ReturnType<typeof temporaryDatabase>;
beforeEach(() => {
  own = temporaryDatabase();
});
afterEach(() => own.close());

const idFor = (details: Partial<FilingDetails>) =>
  own.database.write((writer) => caseFor(writer, { ...unknownDetails, ...details }));
const rowOf = (id: string) =>
  own.database.reader.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();

const stamped = { court: 'cand', docketNumber: '3:20-cv-08570-JD' };
const named = { court: 'cand', pacerCaseId: '369872' };

describe('filings of one case', () => {
  test.each<[string, Partial<FilingDetails>[]]>([
    ['two spellings of the number', [stamped, { court: 'cand', docketNumber: '20-cv-8570' }]],
    ['stamped, then both, then the download’s name alone', [stamped, { ...stamped, ...named }, named]],
    ['both, then either', [{ ...stamped, ...named }, stamped, named]],
    [
      'reassigned, with the same caption',
      [
        { ...stamped, caseName: 'Klein v. Meta' },
        { court: 'cand', docketNumber: '5:20-cv-08570-LHK', caseName: 'KLEIN v. META' },
      ],
    ],
    [
      'of an appeal',
      [
        { court: 'ca9', docketNumber: '20-16276' },
        { court: 'ca9', docketNumber: 'No. 20-16276' },
      ],
    ],
  ])('%s', async (_, filings) => {
    const ids: string[] = [];
    for (const filing of filings) ids.push(await idFor(filing));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe(noCaseId);
  });
});

describe('filings of two cases', () => {
  test.each<[string, Partial<FilingDetails>, Partial<FilingDetails>]>([
    ['two courts', stamped, { ...stamped, court: 'cacd' }],
    ['two numbers', stamped, { ...stamped, docketNumber: '3:20-cv-08571-JD' }],
    ['civil and criminal', stamped, { ...stamped, docketNumber: '3:20-cr-08570-JD' }],
    [
      'another division, another caption',
      { ...stamped, caseName: 'A v. B' },
      { ...stamped, docketNumber: '5:20-cv-08570', caseName: 'C v. D' },
    ],
    ['two numbers of PACER', named, { ...named, pacerCaseId: '1' }],
  ])('%s', async (_, one, other) => {
    expect(await idFor(one)).not.toBe(await idFor(other));
  });
});

test('what a later filing knows fills what was unknown, and takes nothing back', async () => {
  const id = await idFor(stamped);
  await idFor({ ...stamped, ...named, caseName: 'Klein v. Meta', judge: 'Donato', specimen: true });
  await idFor({ ...stamped, caseName: 'KLEIN, et al.', judge: 'Another' });
  expect(await rowOf(id)).toMatchObject({
    pacerKey: 'cand|369872',
    docketKey: 'cand|20|cv|8570',
    office: '3',
    docketNumber: '3:20-cv-08570-JD',
    caseName: 'Klein v. Meta',
    judge: 'Donato',
    specimen: 1,
  });
});

test('filings that name no case share none: nothing of one is said of all', async () => {
  expect(await idFor({ caseName: 'Klein v. Meta', judge: 'Donato', specimen: true })).toBe(noCaseId);
  expect(await rowOf(noCaseId)).toMatchObject({
    caseName: null,
    judge: null,
    court: null,
    docketNumber: null,
    specimen: 0,
  });
});
