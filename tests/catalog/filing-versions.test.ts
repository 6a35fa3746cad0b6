// Versions of one filing: title and text must both say so, and in doubt there is no link.
import { describe, expect, test } from '@jest/globals';
import { versionsAmong, type VersionedFiling } from '../../server/catalog/filing-versions.ts';

const filing = (id: string, title: string | null, filedOn: string | null, isRedacted = false): VersionedFiling => ({
  id,
  ecf: id,
  title,
  filedOn,
  isRedacted,
});
/** Links as `from relation to`. */
const links = async (filings: readonly VersionedFiling[], shared = 0.95, ratio = 0.9): Promise<string[]> => {
  const found = await versionsAmong(filings, () => Promise.resolve({ shared, ratio }));
  return [...found]
    .flatMap(([id, versions]) => versions.map(({ id: other, relation }) => `${id} ${relation} ${other}`))
    .toSorted();
};

describe('redacted and unsealed', () => {
  const redacted = filing('1', 'Letter Brief (Redacted)', '2023-03-24', true);
  const unsealed = filing('9', 'Letter Brief (Unsealed)', '2024-03-23');
  const bare = filing('9', 'Letter Brief', '2024-03-23');
  const both = ['1 unsealed 9', '9 redacted 1'];
  const rows: [string, VersionedFiling[], number, string[]][] = [
    ['both titles say which', [redacted, unsealed], 0.7, both],
    ['but the texts differ', [redacted, unsealed], 0.5, []],
    [
      'the full one is under seal',
      [redacted, filing('9', 'Letter Brief (Filed Under Seal)', '2023-03-24')],
      0.7,
      ['1 sealed 9', '9 redacted 1'],
    ],
    ['only the redacted one says it', [redacted, bare], 0.9, both],
    ['and the texts are not nearly the same: another brief of that name', [redacted, bare], 0.8, []],
    ['the other has boxes too', [redacted, { ...bare, isRedacted: true }], 0.95, []],
    ['the full one came first: what that is, nobody said', [redacted, { ...bare, filedOn: '2023-01-01' }], 0.95, []],
    ['no day', [redacted, { ...bare, filedOn: null }], 0.95, []],
    ['only the unsealed one says it', [filing('1', 'Letter Brief', '2023-03-24', true), unsealed], 0.9, both],
    ['and the other withholds nothing', [filing('1', 'Letter Brief', '2023-03-24'), unsealed], 0.95, []],
    ['neither says anything', [filing('1', 'Letter Brief', '2023-03-24', true), bare], 1, []],
    ['another title', [redacted, filing('9', 'Reply Brief (Unsealed)', '2024-03-23')], 1, []],
    [
      'an amended one is not the unsealed one',
      [redacted, filing('9', 'Amended Letter Brief (Unsealed)', '2024-03-23')],
      1,
      [],
    ],
    ['no title', [redacted, filing('9', null, '2024-03-23')], 1, []],
  ];
  test.each(rows)('%s', async (_what, filings, shared, expected) => {
    expect(await links(filings, shared)).toEqual(expected);
  });
  test('two redacted versions of one are both linked to it, not to each other', async () => {
    const second = filing('2', 'Redacted Version of Letter Brief', '2023-04-01', true);
    expect(await links([redacted, second, unsealed])).toEqual([
      '1 unsealed 9',
      '2 unsealed 9',
      '9 redacted 1',
      '9 redacted 2',
    ]);
  });
});

describe('corrected and amended', () => {
  const first = filing('1', 'Complaint', '2020-01-01');
  const amended = filing('20', 'First Amended Complaint', '2020-06-01');
  const second = filing('40', 'Second Amended Complaint', '2021-01-01');
  const corrected = filing('21', 'Corrected First Amended Complaint', '2020-06-03');
  const rows: [string, VersionedFiling[], number, number, string[]][] = [
    ['an amended one and what it replaces', [first, amended], 0.5, 0.5, ['1 amended 20', '20 earlier 1']],
    [
      'each with the one before it',
      [first, amended, second],
      0.5,
      0.5,
      ['1 amended 20', '20 amended 40', '20 earlier 1', '40 earlier 20'],
    ],
    ['not over a gap', [first, second], 1, 1, []],
    ['texts that have little in common', [first, amended], 0.3, 0.5, []],
    ['a stub', [first, amended], 1, 0.1, []],
    ['a corrected one', [amended, corrected], 0.9, 0.9, ['20 corrected 21', '21 earlier 20']],
    ['a corrected one must agree more than an amended one', [amended, corrected], 0.5, 0.9, []],
    ['two that could have been corrected', [amended, { ...amended, id: '19' }, corrected], 0.9, 0.9, []],
    ['one filed later was not corrected', [{ ...amended, filedOn: '2022-01-01' }, corrected], 0.9, 0.9, []],
    ['no day', [amended, { ...corrected, filedOn: null }], 0.9, 0.9, []],
    [
      'of several the last one before',
      [amended, { ...amended, id: '15', filedOn: '2020-02-01' }, corrected],
      0.9,
      0.9,
      ['20 corrected 21', '21 earlier 20'],
    ],
  ];
  test.each(rows)('%s', async (_what, filings, shared, ratio, expected) => {
    expect(await links(filings, shared, ratio)).toEqual(expected);
  });
});

test('texts are compared only where titles agree', async () => {
  let asked = 0;
  await versionsAmong(
    [filing('1', 'Exhibit A', '2020-01-01'), filing('2', 'Exhibit B', '2020-01-02'), filing('3', 'Order', null)],
    () => {
      asked += 1;
      return Promise.resolve({ shared: 1, ratio: 1 });
    },
  );
  expect(asked).toBe(0);
});
