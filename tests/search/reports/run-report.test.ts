// A report over a small corpus with families, shared files and names, each number of each row counted by hand.
import { describe, expect, test } from '@jest/globals';
import { PinciteError } from '../../../server/contract/errors.ts';
import type { ReportRow } from '../../../server/contract/report-api.ts';
import type { Dialect } from '../../../server/contract/search-api.ts';
import type { ExactCounts } from '../../../server/search/exact/exact-question.ts';
import type { ExactEngine } from '../../../server/search/exact/exact-engine.ts';
import { runReport, type ReportQuestion } from '../../../server/search/reports/run-report.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { engineOn, indexedOf, memorySource } from '../exact/memory-corpus.ts';

// Entry 10 is a motion with two exhibits, entry 20 an order; `b` and `copy` show the same file under two entries; `loose` has no entry.
const documents = {
  motion: documentOf('motion', { entry: '10', attachment: 0, type: 'motion', filedOn: '2024-01-05' }),
  a: documentOf('a', { entry: '10', attachment: 1, type: 'exhibit', filedOn: '2024-01-05' }),
  b: documentOf('b', { entry: '10', attachment: 2, type: 'exhibit', filedOn: '2024-01-05' }, { sha256: 'shared' }),
  order: documentOf('order', { entry: '20', attachment: 0, type: 'order', filedOn: '2024-02-01' }),
  copy: documentOf(
    'copy',
    { entry: '20', attachment: 1, type: 'exhibit', filedOn: '2024-02-01' },
    { sha256: 'shared' },
  ),
  loose: documentOf('loose', { type: 'exhibit' }),
};
const shared = 'The inbox api of Titan.';
const stored = [
  passageOf(documents.motion, 0, 'Titan had an inbox. Titan grew.'),
  passageOf(documents.a, 0, 'Nothing here but spend.'),
  passageOf(documents.b, 0, shared),
  passageOf(documents.order, 0, 'It is ordered that ad spend is private.'),
  passageOf(documents.copy, 0, shared),
  passageOf(documents.loose, 0, 'A loose page on Titan, Titan and Titan.'),
];
const engine = engineOn(memorySource(stored));

function questionOf(queries: readonly string[], extra: Partial<ReportQuestion> = {}): ReportQuestion {
  return {
    queries: queries.map((q, at) => ({ line: at + 1, q })),
    dialect: 'pincite',
    filters: { include: {}, exclude: {}, filedFrom: null, filedTo: null },
    facet: null,
    ...extra,
  };
}

const asked = (queries: readonly string[], extra: Partial<ReportQuestion> = {}) =>
  runReport(engine, questionOf(queries, extra));
const counted = ({ hits, documents: of, withFamilies, unique, files }: ReportRow) => [
  hits,
  of,
  withFamilies,
  unique,
  files,
];

describe('a row', () => {
  // hits, documents, with families, unique, files.
  test.each<[string, number[], string]>([
    // motion 2, b 1, copy 1, loose 3; families 10 (3) and 20 (2) and loose; files: motion, shared, loose.
    ['titan', [7, 4, 6, 4, 3], 'documents of one file are two documents, their file is one'],
    ['inbox', [3, 3, 5, 3, 2], 'a family counts once, though two of it hit'],
    ['spend', [2, 2, 5, 2, 2], 'the family of a document without other hits'],
    ['loose', [1, 1, 1, 1, 1], 'a filing without an entry is its own family'],
    ['"inbox api" w/5 titan', [2, 2, 5, 2, 1], 'a match in each document that shows the file'],
    ['type:order', [0, 1, 2, 1, 1], 'a document that satisfies without a match has no hits'],
    ['titan NOT inbox', [3, 1, 1, 1, 1], 'what NOT takes away is away'],
    ['zebra', [0, 0, 0, 0, 0], 'nothing is nothing'],
  ])('%s → %j (%s)', async (q, expected) => {
    const { rows, totals } = await asked([q]);
    expect(rows.map(counted)).toEqual([expected]);
    expect(rows[0]).toMatchObject({ line: 1, q, fault: null, explained: expect.stringMatching(/documents|filings/) });
    const [hits, of, withFamilies, , files] = expected;
    expect(totals).toEqual({ queries: 1, faults: 0, hits, documents: of, withFamilies, files });
  });

  test('knows what only it hits', async () => {
    const { rows } = await asked(['titan', 'inbox', 'spend']);
    // Of titan only loose is hit by nothing else; inbox hits nothing that titan does not.
    expect(rows.map(({ unique }) => unique)).toEqual([1, 0, 2]);
  });

  test.each<[list: string[], sameAs: (number | null)[], unique: number[], hits: number]>([
    [['loose', 'spend'], [null, null], [1, 2], 3],
    [['loose', 'loose', 'spend', 'loose'], [null, 1, null, 1], [1, 1, 2, 1], 3],
    // The same question in other letters, brackets and signs; others are others, also where they hit the same.
    [['titan AND inbox', '(Titan & inbox)', 'inbox AND titan'], [null, 1, null], [0, 0, 0], 14],
    [['"ad spend"', '“Ad spend”', '"ad spend"~3'], [null, 1, null], [0, 0, 0], 2],
    // What could not be asked is no question.
    [['(titan', '(titan', 'loose', 'loose'], [null, null, null, 3], [0, 0, 1, 1], 1],
  ])('of %j: asked before on the lines %j', async (list, sameAs, unique, hits) => {
    const { rows, totals } = await asked(list);
    expect(rows.map((row) => row.sameAs)).toEqual(sameAs);
    expect(rows.map((row) => row.unique)).toEqual(unique);
    expect(totals).toMatchObject({ queries: list.length, hits });
  });

  test('counts within the filters; families are whole', async () => {
    const filters = { include: { type: ['exhibit'] }, exclude: {}, filedFrom: '2024-02-01', filedTo: null };
    const { rows } = await asked(['titan'], { filters });
    expect(rows.map(counted)).toEqual([[1, 1, 2, 1, 1]]);
  });
});

test('the totals count what is hit several times once, and hits of each query', async () => {
  const { totals } = await asked(['titan', 'inbox', 'spend']);
  // All but the exhibit that is hit by spend alone … are hit: motion, b, copy, loose, a, order.
  expect(totals).toEqual({ queries: 3, faults: 0, hits: 12, documents: 6, withFamilies: 6, files: 5 });
});

describe('by facet', () => {
  test('of the documents that the filters let through, those of the same facet too', async () => {
    const filters = { include: { type: ['exhibit'] }, exclude: {}, filedFrom: null, filedTo: null };
    const { rows } = await asked(['titan'], { facet: 'type', filters });
    expect(rows.map(({ documents: of, values }) => [of, values])).toEqual([
      [3, [{ value: 'exhibit', label: 'exhibit', documents: 3 }]],
    ]);
  });

  test.each<[ReportQuestion['facet'], string, [string, number][]]>([
    [
      'type',
      'titan',
      [
        ['exhibit', 3],
        ['motion', 1],
      ],
    ],
    ['year', 'titan', [['2024', 3]]],
    ['type', 'zebra', []],
    ['type', 'titan NOT', []],
    [null, 'titan', []],
  ])('%s of %s', async (facet, q, expected) => {
    const { rows } = await asked([q], { facet });
    expect(rows[0]?.values.map(({ value, documents: of }) => [value, of])).toEqual(expected);
  });

  test('a value has its name beside its id, and the most frequent comes first', async () => {
    const { rows } = await asked(['titan'], { facet: 'document' });
    expect(rows[0]?.values).toHaveLength(4);
    expect(rows[0]?.values.map(({ value }) => value).toSorted()).toEqual(['b', 'copy', 'loose', 'motion']);
    expect(rows[0]?.values.every(({ label }) => label !== '' && !label.includes('\u0000'))).toBe(true);
  });
});

describe('a fault', () => {
  test.each<[string, Dialect, number | null, RegExp]>([
    ['inbox api', 'pincite', 6, /No connector.*inbox AND api.*inbox OR api.*"inbox api"/],
    ['inbox api', 'westlaw', 6, /No connector.*inbox AND api/],
    ['titan AND', 'pincite', 9, /./],
    ['(titan', 'pincite', 0, /not closed/],
    ['"titan', 'pincite', 0, /./],
    ['a AND b OR c', 'pincite', 8, /./],
    ['', 'pincite', 0, /./],
    ['x'.repeat(2001), 'pincite', 2000, /2,001 characters; 2,000/],
  ])('%p in %s is told with its place, and the rest goes on', async (q, dialect, position, says) => {
    const { rows, totals, sets } = await asked(['titan', q, 'spend'], { dialect });
    expect(rows.map(({ fault }) => fault === null)).toEqual([true, false, true]);
    expect(rows[1]).toMatchObject({ line: 2, q, explained: null, hits: 0, documents: 0, unique: 0, values: [] });
    expect(rows[1]?.fault?.position).toBe(position);
    expect(rows[1]?.fault?.detail).toMatch(says);
    expect(rows[2]).toMatchObject({ documents: 2, hits: 2 });
    expect(totals).toMatchObject({ queries: 3, faults: 1 });
    expect(sets.get(2)).toEqual([]);
  });
});

test('the sets hold the documents of each query by its line', async () => {
  const queries = [
    { line: 4, q: 'inbox' },
    { line: 9, q: 'spend' },
  ];
  const { sets } = await runReport(engine, { ...questionOf([]), queries });
  expect([...sets].map(([line, ids]) => [line, ids.toSorted()])).toEqual([
    [4, ['b', 'copy', 'motion']],
    [9, ['a', 'order']],
  ]);
});

test('filings whose words are not kept yet are counted, once for the report', async () => {
  const waiting = [
    indexedOf(documentOf('new', { type: 'exhibit' }), null),
    indexedOf(documentOf('newer', { type: 'order' }), null),
  ];
  const behind = engineOn(memorySource(stored, undefined, waiting));
  expect((await runReport(behind, questionOf(['titan', 'spend']))).notIndexed).toBe(2);
  const filters = { include: { type: ['order'] }, exclude: {}, filedFrom: null, filedTo: null };
  expect((await runReport(behind, questionOf(['titan'], { filters }))).notIndexed).toBe(1);
  expect((await asked(['titan'])).notIndexed).toBe(0);
});

describe('while it runs', () => {
  test('it is told how many queries were asked, those with faults too', async () => {
    const heard: number[] = [];
    await runReport(engine, questionOf(['titan', 'a b', 'spend']), (done) => heard.push(done));
    expect(heard).toEqual([1, 2, 3]);
  });

  test('it stops when nobody wants it any more', async () => {
    const stopping = new AbortController();
    const heard: number[] = [];
    const running = runReport(
      engine,
      questionOf(Array.from({ length: 50 }, () => 'titan')),
      (done) => {
        heard.push(done);
        if (done === 3) stopping.abort();
      },
      stopping.signal,
    );
    await expect(running).rejects.toThrow(/abort/i);
    expect(heard.length).toBeLessThan(6);
  });

  test('what is no fault of a query ends it, and the rest is not asked', async () => {
    let questions = 0;
    const failing: ExactEngine = {
      ask: async (ask, signal) => {
        questions += 1;
        if (questions === 3) throw new PinciteError('catalog-unavailable', 'The disk is gone.');
        return engine.ask(ask, signal);
      },
    };
    const heard: number[] = [];
    const running = runReport(failing, questionOf(Array.from({ length: 50 }, () => 'titan')), (done) =>
      heard.push(done),
    );
    await expect(running).rejects.toThrow('The disk is gone.');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(questions).toBeLessThan(6);
    expect(heard.length).toBeLessThan(5);
  });

  test('answers that come out of order stand in the order of the list', async () => {
    const slow: ExactEngine = {
      ask: async (ask, signal) => {
        const answer = await engine.ask(ask, signal);
        // Counts of the first question only.
        const many = 'documents' in answer && (answer as ExactCounts).documents.length === 4;
        await new Promise((resolve) => setTimeout(resolve, many ? 30 : 0));
        return answer;
      },
    };
    const { rows } = await runReport(slow, questionOf(['titan', 'inbox', 'spend', 'loose']));
    expect(rows.map(({ q, documents: of }) => [q, of])).toEqual([
      ['titan', 4],
      ['inbox', 3],
      ['spend', 2],
      ['loose', 1],
    ]);
  });
});
