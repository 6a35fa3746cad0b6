// One reading, several names: what each name makes of it.
import { describe, expect, test } from '@jest/globals';
import { detailsFor, namesFiling, type Sighting } from '../../server/catalog/sighting-details.ts';
import { unknownDetails, type FilingDetails, type ReadDetails } from '../../server/contract/filing.ts';

const read: ReadDetails = {
  details: {
    ...unknownDetails,
    court: 'cand',
    pacerCaseId: '1',
    docketNumber: '3:20-cv-08570-JD',
    entry: '10',
    attachment: 2,
    title: 'Exhibit B',
    type: 'exhibit',
    filedOn: '2024-03-23',
  },
  readFrom: {
    court: 'stamp',
    pacerCaseId: 'file name',
    docketNumber: 'stamp',
    entry: 'stamp',
    attachment: 'stamp',
    title: 'sidecar',
    // Concluded from the sidecar’s title.
    type: 'sidecar',
    filedOn: 'stamp',
  },
};
const nothing: Sighting = { fromName: {}, sidecar: {} };
const named: Sighting = { fromName: { court: 'cand', pacerCaseId: '2', entry: '20', attachment: 0 }, sidecar: {} };

const rows: [string, Sighting, boolean, Partial<FilingDetails>, Record<string, string | undefined>][] = [
  ['the filing it was read as stays as it was read', nothing, true, read.details, read.readFrom],
  [
    'its name does not go before the stamp',
    named,
    true,
    { entry: '10', attachment: 2, pacerCaseId: '1' },
    { entry: 'stamp' },
  ],
  [
    'its sidecar does, and has perhaps changed',
    { ...nothing, sidecar: { filedOn: '2024-03-24', title: 'Ex. B' } },
    true,
    { filedOn: '2024-03-24', title: 'Ex. B', entry: '10' },
    { filedOn: 'sidecar' },
  ],
  [
    'another filing has its own number, whatever the stamp says',
    named,
    false,
    { entry: '20', attachment: 0, pacerCaseId: '2' },
    { entry: 'file name' },
  ],
  [
    'the other one’s sidecar says nothing about it',
    named,
    false,
    { title: null, type: null },
    { title: undefined, type: undefined },
  ],
  [
    'what stands in the file holds for both',
    named,
    false,
    { docketNumber: '3:20-cv-08570-JD', filedOn: '2024-03-23' },
    { filedOn: 'stamp' },
  ],
  [
    'its own sidecar wins over its name',
    { ...named, sidecar: { entry: '21', title: 'Exhibit 4' } },
    false,
    { entry: '21', title: 'Exhibit 4' },
    { entry: 'sidecar', title: 'sidecar' },
  ],
  [
    'what is null in a sidecar is not said',
    { ...named, sidecar: { filedOn: null } },
    false,
    { filedOn: '2024-03-23' },
    { filedOn: 'stamp' },
  ],
  ['a specimen is marked by its sidecar', { ...nothing, sidecar: { specimen: true } }, true, { specimen: true }, {}],
];

describe('details of a filing', () => {
  test.each(rows)('%s', (_, sighting, ofSameFiling, details, readFrom) => {
    const found = detailsFor(read, sighting, ofSameFiling);
    expect(found.details).toMatchObject(details);
    const shown = Object.keys(readFrom).map((field) => [field, Reflect.get(found.readFrom, field)]);
    expect(Object.fromEntries(shown)).toEqual(readFrom);
    expect(Object.keys(found.details).toSorted()).toEqual(Object.keys(unknownDetails).toSorted());
  });

  test('the reading itself is not changed', () => {
    const before = structuredClone(read);
    detailsFor(read, named, false);
    expect(read).toEqual(before);
  });
});

test.each<[Sighting, boolean, string]>([
  [nothing, false, 'a copy'],
  [named, true, 'a RECAP name'],
  [{ fromName: {}, sidecar: { entry: '7' } }, true, 'a sidecar with an entry'],
  [{ fromName: {}, sidecar: { title: 'Order', entry: null } }, false, 'a sidecar without one'],
])('%j names a filing: %s (%s)', (sighting, expected) => {
  expect(namesFiling(sighting)).toBe(expected);
});
