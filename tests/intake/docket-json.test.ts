// docket.json: a case with its entries; what is wrong in one place is named there and costs nothing else.
import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDocketJson } from '../../server/intake/docket-json.ts';

const read = (docket: unknown) => {
  const { details, problems } = readDocketJson(JSON.stringify(docket), 'docket.json');
  return { details: Object.fromEntries(details), problems };
};
const good = { entry: 2, documents: [{ file: 'good.pdf', title: 'Good' }] };

describe('what it says', () => {
  test('the case stands in every document, the document wins over its entry', () => {
    const docket = {
      court: 'cand',
      pacerCaseId: 369872,
      docketNumber: '3:20-cv-08570-JD',
      judge: null,
      entries: [
        {
          entry: 735,
          filedOn: '2024-03-23',
          filer: 'Plaintiffs',
          documents: [
            { file: 'a.pdf', type: 'letter brief' },
            { file: 'b.pdf', attachment: 2, filedOn: '2024-03-24', filer: 'Meta', shortTitle: 'Ex. B' },
          ],
        },
      ],
    };
    const ofCase = { specimen: false, court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD' };
    expect(read(docket)).toEqual({
      details: {
        'a.pdf': {
          ...ofCase,
          entry: '735',
          attachment: 0,
          type: 'letter brief',
          filedOn: '2024-03-23',
          filer: 'Plaintiffs',
        },
        'b.pdf': {
          ...ofCase,
          entry: '735',
          attachment: 2,
          shortTitle: 'Ex. B',
          filedOn: '2024-03-24',
          filer: 'Meta',
        },
      },
      problems: [],
    });
  });

  test('that of the specimens is read without a complaint, and describes each of them', () => {
    const folder = join(import.meta.dirname, '..', '..', 'docs-corpus', 'filings');
    const { details, problems } = readDocketJson(readFileSync(join(folder, 'docket.json'), 'utf8'), 'docket.json');
    expect(problems).toEqual([]);
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(files.filter((name) => details.get(name)?.specimen !== true)).toEqual([]);
  });
});

describe('a bad part', () => {
  const rows: [string, unknown, RegExp][] = [
    ['an entry without a number', { documents: [] }, /at entries\.0\.entry, .*The entry is left out/],
    [
      'a date like a stamp',
      { entry: 1, filedOn: '03/23/2024', documents: [] },
      /at entries\.0\.filedOn, .*entry is left/,
    ],
    ['no list of documents', { entry: 1 }, /at entries\.0\.documents, /],
    ['text for an entry', 'ECF 1', /at entries\.0, /],
    [
      'a type that is none',
      { entry: 1, documents: [{ file: 'bad.pdf', type: 'memo' }] },
      /at entries\.0\.documents\.0\.type, .*The document is left out/,
    ],
    ['no file', { entry: 1, documents: [{ title: 'x' }] }, /at entries\.0\.documents\.0\.file, /],
    [
      'an attachment before the first',
      { entry: 1, documents: [{ file: 'b', attachment: -1 }] },
      /documents\.0\.attachment/,
    ],
  ];
  test.each(rows)('%s: named by its place, the rest counts', (_what, entry, says) => {
    const { details, problems } = read({ entries: [entry, good] });
    expect(details).toEqual({ 'good.pdf': { specimen: false, entry: '2', attachment: 0, title: 'Good' } });
    expect(problems).toEqual([expect.stringMatching(says)]);
    expect(problems[0]).toMatch(/^docket\.json: /);
  });

  test('a file listed twice keeps what was said first', () => {
    const again = { entry: 3, documents: [{ file: 'good.pdf', title: 'Other' }] };
    const { details, problems } = read({ entries: [good, again] });
    expect(details['good.pdf']?.title).toBe('Good');
    expect(problems).toEqual([expect.stringMatching(/entries\.1\.documents\.0, good\.pdf is listed a second time/)]);
  });
});

describe('a docket that is none', () => {
  const rows: [string, RegExp, string][] = [
    ['{"entries":', /is not JSON/, 'cut off'],
    ['[]', /at its top/, 'a list'],
    ['{"court":"cand"}', /at entries/, 'no entries'],
    ['{"court":5,"entries":[]}', /at court/, 'a court is a word'],
  ];
  test.each(rows)('%s is refused as a whole', (json, says) => {
    expect(() => readDocketJson(json, '/c/docket.json')).toThrow(
      expect.objectContaining({ code: 'bad-sidecar', message: expect.stringMatching(says) }),
    );
    expect(() => readDocketJson(json, '/c/docket.json')).toThrow(/^\/c\/docket\.json .*The files beside it are read/);
  });

  test('a byte order mark is no fault', () => {
    expect(readDocketJson('\uFEFF{"entries":[]}', 'd').details.size).toBe(0);
  });
});

describe('what it lists', () => {
  test('all entries with their documents, and entries without a paper', () => {
    const docket = {
      court: 'cand',
      pacerCaseId: 369872,
      entries: [
        { entry: 1, filedOn: '2024-03-01', filer: 'Meta', documents: [] },
        {
          entry: 2,
          documents: [
            { file: 'good.pdf', title: 'Good' },
            { file: 'more.pdf', attachment: 3 },
          ],
        },
      ],
    };
    const { dockets } = readDocketJson(JSON.stringify(docket), 'docket.json');
    expect(dockets).toHaveLength(1);
    expect(dockets[0]?.pacerCaseId).toBe('369872');
    expect(dockets[0]?.entries.map(({ entry, filedOn, documents }) => [entry, filedOn, documents.length])).toEqual([
      ['2', null, 2],
      ['1', '2024-03-01', 0],
    ]);
  });

  test('an entry without a paper on the docket of nobody knows which case is not kept', () => {
    const files = ['gov.uscourts.cand.1.2.0.pdf', 'gov.uscourts.cand.2.2.0.pdf'];
    const entries = [
      { entry: 1, documents: [] },
      { entry: 2, documents: files.map((file) => ({ file })) },
    ];
    const { dockets } = readDocketJson(JSON.stringify({ entries }), 'docket.json');
    expect(dockets.map(({ entries: each }) => each.length)).toEqual([1, 1]);
  });
});

describe('another shape', () => {
  test('CourtListener’s is read as such', () => {
    const docket = {
      court_id: 'insd',
      docket_entries: [{ entry_number: 4, description: 'NOTICE', recap_documents: [] }],
    };
    expect(readDocketJson(JSON.stringify([docket]), 'd').dockets[0]).toMatchObject({
      court: 'insd',
      entries: [{ entry: '4', description: 'NOTICE' }],
    });
  });
  test.each([['<?xml version="1.0"?><docket/>'], ['\uFEFF <!DOCTYPE html><html>'], ['<gov_uscourts_docket>']])(
    '%j is refused, and the message says what to save',
    (text) => {
      expect(() => readDocketJson(text, '/c/docket.json')).toThrow(
        expect.objectContaining({
          code: 'bad-sidecar',
          message: expect.stringMatching(/is XML or a web page.*docket\.json/),
        }),
      );
    },
  );
});
