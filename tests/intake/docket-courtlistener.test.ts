// Dockets in the shape of CourtListener's API: what they list, what they say of a file, what is named and left out.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courtListenerDockets, readCourtListener } from '../../server/intake/docket-courtlistener.ts';
import { readDocketJson } from '../../server/intake/docket-json.ts';

const ofCase = {
  court: 'https://www.courtlistener.com/api/rest/v4/courts/insd/',
  court_id: 'insd',
  docket_number: '1:24-cv-00524',
  case_name: 'DOE v. ROE, LLC',
  pacer_case_id: '213601',
  assigned_to_str: 'J. P. Doe',
  federal_dn_judge_initials_assigned: 'JPD',
  federal_dn_judge_initials_referred: '',
};
const paper = (attachment: number | null, description = '', more: object = {}) => ({
  document_number: '1',
  attachment_number: attachment,
  document_type: attachment === null ? 1 : 2,
  description,
  page_count: null,
  filepath_local: null,
  filepath_ia: '',
  is_available: false,
  is_sealed: null,
  ...more,
});
const entry = (number: number | null, description: string, papers: readonly object[], more: object = {}) => ({
  entry_number: number,
  date_filed: '2024-03-21',
  description,
  recap_documents: papers,
  ...more,
});
const read = (...entries: readonly unknown[]) =>
  readCourtListener([{ ...ofCase, docket_entries: entries }], '/c/docket.json');

describe('what is a docket of this shape', () => {
  const docket = { ...ofCase, docket_entries: [] };
  const rows: [string, unknown, number | null][] = [
    ['a docket', docket, 1],
    ['a list of dockets, as exports write it', [docket, docket], 2],
    ['a page of the API', { count: 1, next: null, results: [docket] }, 1],
    ['our own', { court: 'cand', entries: [] }, null],
    ['fixtures of CourtListener’s tests', [{ model: 'search.docket', pk: 1, fields: {} }], null],
    ['nothing', [], null],
    ['text', 'docket', null],
  ];
  test.each(rows)('%s', (_what, value, dockets) => {
    expect(courtListenerDockets(value)?.length ?? null).toBe(dockets);
  });
});

describe('the listing', () => {
  test('has all entries and attachments, whether or not their files are there', () => {
    const { dockets, problems } = read(
      entry(1, 'COMPLAINT, filed by All Plaintiffs. (Attachments: # 1 Exhibit A, # 2 Cover Sheet)', [
        paper(null, 'Complaint', { page_count: 12 }),
        paper(1, 'Exhibit A', { page_count: 28 }),
      ]),
      entry(2, 'Sealed Document', [paper(null, '', { is_sealed: true })]),
      entry(null, 'Minute Entry for proceedings held', []),
    );
    expect(problems).toEqual([]);
    expect(dockets).toEqual([
      {
        court: 'insd',
        pacerCaseId: '213601',
        docketNumber: '1:24-cv-00524-JPD',
        caseName: 'DOE v. ROE, LLC',
        judge: 'J. P. Doe',
        specimen: false,
        entries: [
          {
            entry: '1',
            filedOn: '2024-03-21',
            filer: 'Plaintiffs',
            description: 'COMPLAINT, filed by All Plaintiffs. (Attachments: # 1 Exhibit A, # 2 Cover Sheet)',
            documents: [
              { attachment: 0, title: 'COMPLAINT', pageCount: 12, file: null, sealed: false },
              { attachment: 1, title: 'Exhibit A', pageCount: 28, file: null, sealed: false },
              // Named in the text only.
              { attachment: 2, title: 'Cover Sheet', pageCount: null, file: null, sealed: false },
            ],
          },
          {
            entry: '2',
            filedOn: '2024-03-21',
            filer: null,
            description: 'Sealed Document',
            documents: [{ attachment: 0, title: 'Sealed Document', pageCount: null, file: null, sealed: true }],
          },
          {
            entry: null,
            filedOn: '2024-03-21',
            filer: null,
            description: 'Minute Entry for proceedings held',
            documents: [],
          },
        ],
      },
    ]);
  });

  test('of an export without recap_documents takes the entry’s own number for its paper', () => {
    const flat = { document_number: '7', pacer_doc_id: '073', date_filed: '2024-03-21', description: 'NOTICE' };
    const bare = { document_number: '8', pacer_doc_id: null, date_filed: '2024-03-21', description: 'TEXT ORDER' };
    const [docket] = read(flat, bare).dockets;
    expect(docket?.entries.map(({ entry: number, documents }) => [number, documents.length])).toEqual([
      ['7', 1],
      ['8', 0],
    ]);
  });

  const numbers: [object, string | null, string][] = [
    [{}, '1:24-cv-00524-JPD', 'initials stand apart in the API'],
    [{ docket_number: '1:24-cv-00524-XY' }, '1:24-cv-00524-XY', 'or in the number'],
    [{ federal_dn_judge_initials_referred: 'KMB' }, '1:24-cv-00524-JPD-KMB', 'two judges'],
    [{ docket_number: '24-1234' }, '24-1234', 'an appeal has none'],
    [{ docket_number: null }, null, 'unknown'],
  ];
  test.each(numbers)('%j: docket number %j (%s)', (change, number) => {
    const { dockets } = readCourtListener([{ ...ofCase, ...change, docket_entries: [] }], 'd');
    expect(dockets[0]?.docketNumber).toBe(number);
  });

  test('a court given as a link only is known by its end', () => {
    const { court_id: _, ...rest } = ofCase;
    expect(readCourtListener([{ ...rest, docket_entries: [] }], 'd').dockets[0]?.court).toBe('insd');
  });
});

describe('what it says of a file', () => {
  const { details, places } = read(
    entry(15, 'ORDER GRANTING AUDIT', [
      paper(null, 'Order', { filepath_local: 'recap/gov.uscourts.insd.213601/gov.uscourts.insd.213601.15.0.pdf' }),
      paper(1, 'Exhibit 1', { filepath_ia: 'https://archive.org/download/x/gov.uscourts.insd.213601.15.1.pdf' }),
    ]),
  );
  const common = {
    court: 'insd',
    pacerCaseId: '213601',
    docketNumber: '1:24-cv-00524-JPD',
    caseName: 'DOE v. ROE, LLC',
    judge: 'J. P. Doe',
    entry: '15',
    filedOn: '2024-03-21',
  };
  test('by the end of its path, here or at the archive', () => {
    expect(Object.fromEntries(details)).toEqual({
      // The title of a main document is read on its own first page.
      'gov.uscourts.insd.213601.15.0.pdf': { ...common, attachment: 0 },
      'gov.uscourts.insd.213601.15.1.pdf': { ...common, attachment: 1, title: 'Exhibit 1' },
    });
  });
  test('and by place', () => {
    expect(places.map(({ entry: number, attachment }) => [number, attachment])).toEqual([
      ['15', 0],
      ['15', 1],
    ]);
  });
});

describe('a bad part is named by its place, the rest counts', () => {
  const good = entry(9, 'NOTICE', [paper(null)]);
  const rows: [string, unknown, RegExp][] = [
    ['an entry that is text', 'NOTICE', /at docket_entries\.0, .*The entry is left out/],
    [
      'a date like a stamp',
      entry(1, 'X', [], { date_filed: '03/21/2024' }),
      /at docket_entries\.0\.date_filed, .*entry/,
    ],
    ['a number that is none', entry(1, 'X', [], { entry_number: '12A' }), /at docket_entries\.0, “12A” is no number/],
    [
      'an attachment before the first',
      entry(1, 'X', [paper(-1)]),
      /docket_entries\.0\.recap_documents\.0\.attachment_number, .*The document is left out/,
    ],
    [
      'the same attachment twice',
      entry(1, 'X', [paper(2), paper(2)]),
      /recap_documents\.1, attachment 2 is listed a second time/,
    ],
    ['two main documents', entry(1, 'X', [paper(null), paper(null)]), /the main document is listed a second time/],
  ];
  test.each(rows)('%s', (_what, bad, says) => {
    const { dockets, problems } = read(bad, good);
    expect(problems).toEqual([expect.stringMatching(says)]);
    expect(problems[0]).toMatch(/^\/c\/docket\.json: /);
    expect(dockets[0]?.entries.at(-1)?.entry).toBe('9');
  });

  test('a docket of several, too', () => {
    const { dockets, problems } = readCourtListener(
      [
        { ...ofCase, court_id: 5 },
        { ...ofCase, docket_entries: [] },
      ],
      'd',
    );
    expect(problems).toEqual([expect.stringMatching(/^d: at 0\.court_id, .*The docket is left out/)]);
    expect(dockets).toHaveLength(1);
  });

  test('a docket without entries is refused as a whole, and says what it needs', () => {
    expect(() => readCourtListener([ofCase], 'd')).toThrow(
      expect.objectContaining({
        code: 'bad-sidecar',
        message: expect.stringMatching(/docket_entries, there is none.*recap_documents/),
      }),
    );
  });
});

const real = join(import.meta.dirname, '..', '..', '..', 'shared', 'filings', 'truth', 'dockets');
const skipped = existsSync(real) ? null : `there is no ${real}`;
if (skipped !== null) process.stdout.write(`Real dockets are not read: ${skipped}\n`);
(skipped === null ? describe : describe.skip)('real dockets', () => {
  // Counted by hand: 40 entries; 2 documents are available; the complaint has 13 attachments.
  const rows: [string, number, number, number][] = [
    ['recap-v4-insd.json', 40, 74, 2],
    ['docketanalyzer-insd.json', 40, 75, 0],
  ];
  test.each(rows)('%s: %d entries, %d documents, %d with files', (name, entries, documents, files) => {
    const { dockets, details, places, problems } = readDocketJson(readFileSync(join(real, name), 'utf8'), name);
    expect(problems).toEqual([]);
    expect(dockets).toHaveLength(1);
    expect(dockets[0]?.entries).toHaveLength(entries);
    expect([places.length, details.size]).toEqual([documents, files]);
    expect(dockets[0]?.entries[0]?.documents).toHaveLength(14);
    expect(dockets[0]?.docketNumber).toBe('1:24-cv-00524-JPH-KMB');
  });
  test('XML is refused, and the message says what to save instead', () => {
    const xml = readFileSync(join(real, 'gov.uscourts.akd.41664.docket.xml'), 'utf8');
    expect(() => readDocketJson(xml, 'docket.xml')).toThrow(/docket\.xml is XML.*docket\.json, as CourtListener’s API/);
  });
});
