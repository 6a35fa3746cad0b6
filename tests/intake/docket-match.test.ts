// Which row of the dockets in its folder a file is.
import { describe, expect, test } from '@jest/globals';
import type { ReadSidecar } from '../../server/intake/docket-listing.ts';
import { detailsOfFile } from '../../server/intake/docket-match.ts';
import type { FilingDetails } from '../../server/contract/filing.ts';

type Said = Partial<FilingDetails>;
const sidecar = (places: readonly Said[], details: Record<string, Said> = {}): ReadSidecar => ({
  details: new Map(Object.entries(details)),
  places,
  dockets: [],
  problems: [],
});
const cand = { court: 'cand', pacerCaseId: '369872' };
const other = { court: 'cand', pacerCaseId: '400000' };
const at = (entry: string, attachment: number, ofCase: Said = cand): Said => ({
  ...ofCase,
  entry,
  attachment,
  title: `${entry}-${attachment}`,
});

describe('a file is found', () => {
  const docket = sidecar([at('735', 0), at('735', 2), at('12', 0)]);
  const nameless = sidecar([at('735', 2, {})]);
  const two = sidecar([at('735', 2), { ...at('735', 2, other), title: 'other case' }]);
  const rows: [string, ReadSidecar, string | null, string][] = [
    ['gov.uscourts.cand.369872.735.2.pdf', docket, '735-2', 'by its RECAP name'],
    ['gov.uscourts.cand.369872.735.2 (1).pdf', docket, '735-2', 'as a browser saves it twice'],
    ['gov.uscourts.cand.369872.735.1.pdf', docket, null, 'an attachment that is not listed'],
    ['gov.uscourts.cand.400000.735.2.pdf', docket, null, 'the same entry of another case'],
    ['gov.uscourts.nysd.369872.735.2.pdf', docket, null, 'the same number in another court'],
    ['gov.uscourts.cand.369872.735.2.pdf', nameless, '735-2', 'by place, where the docket does not say its case'],
    ['gov.uscourts.cand.400000.735.2.pdf', two, 'other case', 'in its own case of two'],
    ['735-2.pdf', docket, '735-2', 'by entry and attachment'],
    ['ECF No. 735-2.pdf', docket, '735-2', 'as lawyers name it'],
    ['Dkt. 12.pdf', docket, '12-0', 'a main document with the word'],
    ['12.pdf', docket, null, 'a bare number may count anything'],
    ['735-2.pdf', two, null, 'two cases could mean it'],
    ['exhibit-b.pdf', docket, null, 'a name that says nothing'],
  ];
  test.each(rows)('%s → %#: %s', (name, each, title) => {
    expect(detailsOfFile(name, [each]).title ?? null).toBe(title);
  });
});

describe('a file that is named', () => {
  test('is that row, even if its name says another place', () => {
    const named = sidecar([at('735', 2)], { '735-2.pdf': at('800', 1) });
    expect(detailsOfFile('735-2.pdf', [named])).toEqual(at('800', 1));
  });
  test('in two sidecars has the details of both, the first goes before', () => {
    const first = sidecar([], { 'a.pdf': { title: 'First' } });
    const second = sidecar([], { 'a.pdf': { title: 'Second', filer: 'Meta' } });
    expect(detailsOfFile('a.pdf', [first, second])).toEqual({ title: 'First', filer: 'Meta' });
  });
});
