// The listing that rows of files amount to.
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { docketsOf, faultOf, known } from '../../server/intake/docket-listing.ts';

describe('the dockets of rows', () => {
  test('one a case, entries with their families, whatever the order of the rows', () => {
    const dockets = docketsOf(
      new Map([
        ['b.pdf', { court: 'cand', pacerCaseId: '1', entry: '2', attachment: 1, title: 'Exhibit A', filer: 'Meta' }],
        [
          'a.pdf',
          { court: 'cand', pacerCaseId: '1', entry: '2', attachment: 0, filedOn: '2024-03-23', title: 'Motion' },
        ],
        ['c.pdf', { court: 'nysd', docketNumber: '1:21-cv-00001', entry: '2' }],
      ]),
    );
    expect(dockets.map(({ court, pacerCaseId, entries }) => [court, pacerCaseId, entries.length])).toEqual([
      ['cand', '1', 1],
      ['nysd', null, 1],
    ]);
    expect(dockets[0]?.entries[0]).toEqual({
      entry: '2',
      filedOn: '2024-03-23',
      filer: 'Meta',
      description: null,
      documents: [
        { attachment: 0, title: 'Motion', pageCount: null, file: 'a.pdf', sealed: false },
        { attachment: 1, title: 'Exhibit A', pageCount: null, file: 'b.pdf', sealed: false },
      ],
    });
  });

  test('a RECAP name says what its row leaves out, the row wins', () => {
    const [docket] = docketsOf(
      new Map([
        ['gov.uscourts.cand.369872.735.2.pdf', { title: 'Exhibit B' }],
        ['gov.uscourts.cand.369872.736.0.pdf', { entry: '740' }],
      ]),
    );
    expect([docket?.court, docket?.pacerCaseId]).toEqual(['cand', '369872']);
    expect(docket?.entries.map(({ entry, documents }) => [entry, documents[0]?.attachment])).toEqual([
      ['735', 2],
      ['740', 0],
    ]);
  });

  test('two files of one place are one document on the docket', () => {
    const row = { court: 'cand', pacerCaseId: '1', entry: '2', attachment: 0 };
    const [docket] = docketsOf(
      new Map([
        ['a.pdf', row],
        ['b.pdf', row],
      ]),
    );
    expect(docket?.entries[0]?.documents).toHaveLength(1);
  });

  test('a row without an entry is on no docket', () => {
    expect(docketsOf(new Map([['notes.pdf', { court: 'cand', title: 'Notes' }]]))).toEqual([]);
  });
});

test('what is not said is left out, what is said as false or zero stays', () => {
  expect(known({ court: null, entry: undefined, attachment: 0, specimen: false })).toEqual({
    attachment: 0,
    specimen: false,
  });
});

test('a fault is named by its place in the whole', () => {
  const read = z.object({ a: z.string() }).safeParse({ a: 1 });
  expect(read.success ? '' : faultOf(read.error, ['entries', 3])).toMatch(/^at entries\.3\.a, /);
  const top = z.string().safeParse(1);
  expect(top.success ? '' : faultOf(top.error, [])).toMatch(/^at its top, /);
});
