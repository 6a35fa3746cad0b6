// Which case and which filing it is: never two as one, and the same one always the same (ARCHITECTURE §3).
import { describe, expect, test } from '@jest/globals';
import {
  caseIdOf,
  caseKeysOf,
  documentIdOf,
  matchCase,
  sortKeyOf,
  type KnownCase,
} from '../../server/catalog/identity.ts';
import { noCaseId, unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';

const details = (given: Partial<FilingDetails>): FilingDetails => ({ ...unknownDetails, ...given });

describe('the keys of a case', () => {
  test.each<[Partial<FilingDetails>, object, string]>([
    [
      { court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD' },
      { pacerKey: 'cand|369872', docketKey: 'cand|20|cv|8570', office: '3' },
      'all that is known',
    ],
    [
      { court: 'cand', docketNumber: '20-cv-8570' },
      { pacerKey: null, docketKey: 'cand|20|cv|8570', office: null },
      'as lawyers write it',
    ],
    [
      { court: 'ca9', docketNumber: '20-16276' },
      { pacerKey: null, docketKey: 'ca9|20||16276', office: null },
      'appellate: no type',
    ],
    [
      { docketNumber: '3:20-cv-08570-JD' },
      { pacerKey: null, docketKey: null, office: '3' },
      'a number without its court is no key',
    ],
    [{ pacerCaseId: '369872' }, { pacerKey: null, docketKey: null, office: null }, 'nor is PACER’s'],
    [{ court: 'cand', docketNumber: 'pending' }, { pacerKey: null, docketKey: null, office: null }, 'no number'],
  ])('of %j are %j (%s)', (given, expected) => {
    expect(caseKeysOf(details(given))).toEqual(expected);
  });
});

describe('the known case', () => {
  const klein: KnownCase = {
    id: 'klein',
    pacerKey: 'cand|1',
    docketKey: 'cand|20|cv|8570',
    office: '3',
    caseName: 'Klein v. Meta',
  };
  const stamped: KnownCase = { ...klein, id: 'stamped', pacerKey: null };
  const oakland: KnownCase = { ...klein, id: 'oakland', pacerKey: null, office: '4', caseName: 'Doe v. Roe' };
  const keys = { pacerKey: null, docketKey: 'cand|20|cv|8570', office: '3' };
  const rows: [
    string,
    typeof keys | { pacerKey: string | null; docketKey: string | null; office: string | null },
    string | null,
    KnownCase[],
    string | null,
  ][] = [
    ['PACER’s number decides', { ...keys, pacerKey: 'cand|1', docketKey: null }, null, [klein], 'klein'],
    [
      'two numbers of PACER are two cases, whatever else is equal',
      { ...keys, pacerKey: 'cand|2' },
      'Klein v. Meta',
      [klein],
      null,
    ],
    ['the docket number, where one of them has no other', keys, null, [klein], 'klein'],
    ['the other way round', { ...keys, pacerKey: 'cand|1' }, null, [stamped], 'stamped'],
    [
      'reassigned to another office: the caption must agree',
      { ...keys, office: '5' },
      'KLEIN V. META.',
      [klein],
      'klein',
    ],
    ['another office with another caption is another case', { ...keys, office: '5' }, 'Doe v. Roe', [klein], null],
    ['another office and no caption: in doubt not the same', { ...keys, office: '5' }, null, [klein], null],
    ['an office that is not printed', { ...keys, office: null }, null, [klein], 'klein'],
    ['two that fit: neither', { ...keys, office: null }, null, [klein, oakland], null],
    ['two of which one fits', keys, null, [klein, oakland], 'klein'],
    ['another number', { ...keys, docketKey: 'cand|20|cv|1' }, 'Klein v. Meta', [klein], null],
    [
      'nothing to go by',
      { pacerKey: null, docketKey: null, office: null },
      'Klein v. Meta',
      [{ ...klein, docketKey: null }],
      null,
    ],
  ];
  test.each(rows)('%s', (_, given, caseName, known, expected) => {
    expect(matchCase(given, caseName, known)?.id ?? null).toBe(expected);
  });
});

describe('ids', () => {
  const keys = { pacerKey: 'cand|1', docketKey: 'cand|20|cv|8570', office: '3' };
  test('of a case go by PACER’s number, else by docket number and office', () => {
    expect(caseIdOf(keys)).toBe(caseIdOf({ ...keys, office: '5', docketKey: null }));
    expect(caseIdOf({ ...keys, pacerKey: null })).not.toBe(caseIdOf({ ...keys, pacerKey: null, office: '5' }));
    expect(caseIdOf({ pacerKey: null, docketKey: null, office: '3' })).toBe(noCaseId);
  });

  test.each<[Partial<FilingDetails>, Partial<FilingDetails>, boolean, string]>([
    [{ entry: '735', attachment: 0 }, { entry: '735', attachment: null }, true, 'attachment 0 is the main document'],
    [{ entry: '735', attachment: 1 }, { entry: '735', attachment: 2 }, false, 'attachments'],
    [{ entry: '735' }, { entry: '736' }, false, 'entries'],
    [{ entry: '1', attachment: 11 }, { entry: '11', attachment: 1 }, false, 'digits on either side'],
  ])('of filings %j and %j: equal is %s (%s)', (one, other, equal) => {
    const id = (given: Partial<FilingDetails>) => documentIdOf('case', details(given), 'sha');
    expect(id(one) === id(other)).toBe(equal);
  });

  test.each<[string, Partial<FilingDetails>, boolean, string]>([
    ['case', { entry: '735' }, true, 'two downloads of one filing are one document'],
    ['case', {}, false, 'without an entry each file is its own'],
    [noCaseId, { entry: '735' }, false, 'without a case an entry says nothing'],
  ])('in case %s with %j: two files are one document is %s (%s)', (caseId, given, equal) => {
    const [one, other] = ['a', 'b'].map((sha256) => documentIdOf(caseId, details(given), sha256));
    expect(one === other).toBe(equal);
    expect(one).toMatch(/^[\w-]{16}$/);
  });

  test('the same entry of two cases is two documents', () => {
    const filing = details({ entry: '1' });
    expect(documentIdOf('a', filing, 'sha')).not.toBe(documentIdOf('b', filing, 'sha'));
  });
});

test('sort keys put documents as a docket does', () => {
  const docket: [string | null, number | null, string][] = [
    ['2', 0, 'b'],
    ['9', 0, 'a'],
    ['9', 2, 'a'],
    ['9', 10, 'a'],
    ['28', 0, 'a'],
    ['28.1', 0, 'a'],
    ['28.2', 0, 'a'],
    ['28.10', 0, 'a'],
    ['29', 0, 'a'],
    ['735', null, 'a'],
    ['00117684624', 0, 'a'],
    ['010110462922', 0, 'a'],
    [null, null, 'a'],
    [null, null, 'b'],
  ];
  const keys = docket.map(([entry, attachment, filename]) =>
    sortKeyOf('case', details({ entry, attachment }), filename),
  );
  expect(keys.toSorted()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
});
