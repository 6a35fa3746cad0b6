// Exact search of the specimen filings by the program as it runs: what is counted is what is listed, what is listed is what each filing's
// hits are, and faults, fields, dialects and removals are what they must be.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  documentHitsAnswerSchema,
  searchAnswerSchema,
  type DocumentHitsAnswer,
  type SearchAnswer,
} from '../server/contract/search-api.ts';
import { documentListAnswerSchema, passagesAnswerSchema } from '../server/contract/document-api.ts';
import { reportAnswerSchema, reportSchema } from '../server/contract/report-api.ts';
import { askAt } from './api/running-api.ts';
import { exactQuestionsFrom } from './bench/exact-questions.ts';
import { createRandom } from './bench/seeded-random.ts';
import { isSettled, root, startProgram, temporaryFolder, type RunningProgram } from './integration/running-program.ts';

const folder = temporaryFolder();
let program: RunningProgram;
/** Ids by ECF number. */
let idOf: ReadonlyMap<string | null, string>;
beforeAll(async () => {
  program = await startProgram([
    '--port=0',
    `--data=${join(folder.path, 'data')}`,
    `--corpus=${join(root, 'docs-corpus', 'filings')}`,
    '--ocr=off',
  ]);
  expect(await isSettled(program)).toBe(true);
  const listed = documentListAnswerSchema.parse((await askAt(program.url, '/api/documents?perPage=100')).json());
  idOf = new Map(listed.documents.map(({ ecf, id }) => [ecf, id]));
  expect(idOf.size).toBe(18);
}, 180_000);
afterAll(async () => {
  await program.end('SIGTERM');
  folder.remove();
}, 30_000);

const encoded = (parameters: Readonly<Record<string, string>>) => new URLSearchParams(parameters).toString();
async function search(parameters: Readonly<Record<string, string>>): Promise<SearchAnswer> {
  const answer = await askAt(program.url, `/api/search?${encoded(parameters)}`);
  expect([parameters, answer.status]).toEqual([parameters, 200]);
  return searchAnswerSchema.parse(answer.json());
}
async function hitsOf(id: string, parameters: Readonly<Record<string, string>>): Promise<DocumentHitsAnswer> {
  const answer = await askAt(program.url, `/api/documents/${id}/hits?${encoded(parameters)}`);
  return documentHitsAnswerSchema.parse(answer.json());
}
/** All rows of the list, over all its pages. */
async function rowsOf(parameters: Readonly<Record<string, string>>): Promise<SearchAnswer['hits']> {
  const rows: SearchAnswer['hits'] = [];
  for (let page = 1; ; page += 1) {
    const { hits } = await search({ ...parameters, perPage: '100', page: String(page), facets: 'kind' });
    rows.push(...hits);
    if (hits.length === 0) return rows;
  }
}
const found = ({ hits }: SearchAnswer) => [...new Set(hits.map(({ document }) => document.ecf ?? ''))].toSorted();

describe('one truth: counted, listed and placed are the same', () => {
  const rows: [q: string, more: Record<string, string>, least: number, why: string][] = [
    ['titan w/10 inbox', {}, 1, 'proximity'],
    ['titan /s inbox', { 'f.type': 'exhibit' }, 0, 'a filter on filings'],
    ['meta AND netflix', {}, 1, 'both words, each a hit'],
    ['(meta OR facebook) w/5 netflix', {}, 1, 'a group'],
    ['advertis!', {}, 1, 'an ending'],
    ['*book OR wom?n', {}, 1, 'forms'],
    ['meta', { mode: 'exact', 'f.kind': 'footnote' }, 1, 'a filter on passages'],
    ['NOT netflix', {}, 0, 'filings without a match, also the one whose pages nobody has read'],
    ['NOT netflix', { 'f.kind': 'table' }, 0, 'the same, with a filter on passages'],
    ['atleast5(api)', {}, 1, 'how often'],
    ['in:footnotes AND the', {}, 1, 'footnotes only'],
    ['in:furniture AND specimen', {}, 1, 'what stands in the margins of every page'],
    ['type:exhibit', {}, 0, 'a field alone'],
    ['data OR type:order', { sort: 'filed' }, 1, 'a field beside a word'],
    ['"the parties" /p discovery', { 'not.type': 'order' }, 0, 'an exclusion'],
    ['$ w/1 million', { filedFrom: '2023-01-01' }, 0, 'a range of dates'],
  ];
  test.each(rows)(
    '%s %j (%s)',
    async (q, more, least) => {
      const parameters = { q, ...more };
      const answer = await search(parameters);
      expect(answer.query.mode).toBe('exact');
      expect(answer.total.unit).toBe('match');
      expect(answer.total.hits).toBeGreaterThanOrEqual(least);
      expect(answer.total.documents).toBeGreaterThan(0);

      const list = await rowsOf(parameters);
      expect(list).toHaveLength(answer.total.rows ?? -1);
      const matches = list.filter(({ matchIndex }) => matchIndex !== undefined);
      expect(matches).toHaveLength(answer.total.hits);
      const documents = [...new Set(list.map(({ documentId }) => documentId))];
      expect(documents).toHaveLength(answer.total.documents);
      expect(
        answer.facets.document
          ?.filter(({ count }) => count > 0)
          .map(({ value }) => value)
          .toSorted(),
      ).toEqual(documents.toSorted());

      for (const id of idOf.values()) {
        const { hits, total } = await hitsOf(id, parameters);
        const own = matches.filter(({ documentId }) => documentId === id);
        expect([id, total, hits.length]).toEqual([id, own.length, own.length]);
        // The place to which a row jumps is the place that is painted.
        const places = new Map(own.map(({ matchIndex, spans }) => [matchIndex, spans]));
        for (const { index, spans } of hits) {
          expect(spans.map(({ pageNumber, from, to }) => ({ pageNumber, from, to }))).toEqual(places.get(index));
          expect(spans.every(({ boxes }) => boxes.length > 0)).toBe(true);
        }
      }

      const grouped = await search({ ...parameters, group: 'document', perPage: '100' });
      expect(grouped.hits).toHaveLength(answer.total.documents);
      expect(grouped.hits.reduce((sum, { hitsInDocument = 0 }) => sum + hitsInDocument, 0)).toBe(answer.total.hits);
    },
    60_000,
  );
});

test('200 questions: what is counted, what is painted and what a report says are the same', async () => {
  const passages: string[] = [];
  for (const id of idOf.values()) {
    const answer = await askAt(program.url, `/api/documents/${id}/passages`);
    passages.push(...passagesAnswerSchema.parse(answer.json()).passages.map(({ text }) => text));
  }
  const questions = exactQuestionsFrom(passages, 200, createRandom(2026));
  expect(new Set(questions).size).toBe(200);
  const made = await askAt(program.url, '/api/reports', {
    method: 'POST',
    headers: { Origin: program.url },
    body: { name: '200 questions', queries: questions },
  });
  const { id: reportId } = reportSchema.parse(made.json());
  const rows = await rowsOfReport(reportId);
  expect(rows.map(({ q, fault }) => [q, fault])).toEqual(questions.map((q) => [q, null]));
  let painted = 0;
  for (const [at, q] of questions.entries()) {
    const { total, hits } = await search({ q, mode: 'exact', group: 'document', perPage: '100', facets: 'kind' });
    expect([q, rows[at]?.hits, rows[at]?.documents]).toEqual([q, total.hits, total.documents]);
    let boxed = 0;
    for (const { documentId, hitsInDocument } of hits) {
      const answer = await hitsOf(documentId, { q, mode: 'exact' });
      expect([q, answer.total, answer.hits.length]).toEqual([q, hitsInDocument, hitsInDocument]);
      boxed += answer.hits.filter(
        ({ spans }) => spans.length > 0 && spans.every(({ boxes }) => boxes.length > 0),
      ).length;
    }
    expect([q, boxed]).toEqual([q, total.hits]);
    painted += boxed;
  }
  // Questions that find nothing would prove nothing.
  expect(painted).toBeGreaterThan(400);
  expect(rows.filter(({ documents }) => documents > 0).length).toBeGreaterThan(150);
}, 180_000);

/** The rows of a report, when it is done. */
async function rowsOfReport(id: string) {
  for (;;) {
    const answer = reportAnswerSchema.parse((await askAt(program.url, `/api/reports/${id}`)).json());
    if (answer.run !== null) return answer.rows;
    expect(answer.report.runs[0]?.state).toBe('running');
    await sleep(50);
  }
}

describe('a question', () => {
  const faults: [parameters: Record<string, string>, position: number, says: RegExp][] = [
    [{ q: 'titan AND api OR inbox' }, 14, /mixed/],
    [{ q: 'titan AND (api' }, 10, /bracket/],
    [{ q: 'titan w/5' }, 9, /./],
    [{ q: 'type:exibit' }, 5, /exhibit/],
    [{ q: 'titan w/2000 api' }, 8, /1000/],
    [{ q: 'wom?n', mode: 'exact', dialect: 'westlaw' }, 3, /Westlaw/],
  ];
  test.each(faults)('%j is refused at %i', async (parameters, position, says) => {
    const ids = [...idOf.values()];
    for (const path of ['/api/search', '/api/search/facets/type', `/api/documents/${ids[0]}/hits`]) {
      const answer = await askAt(program.url, `${path}?${encoded(parameters)}`);
      expect(answer.problem()).toMatchObject({ status: 400, code: 'query-syntax', field: 'q', position });
      expect(answer.problem().detail).toMatch(says);
    }
  });

  test('is read in its dialect, which changes what it finds', async () => {
    const of = async (q: string, dialect?: string) =>
      (await search({ q, mode: 'exact', ...(dialect === undefined ? {} : { dialect }) })).total;
    expect(await of('titan inbox', 'westlaw')).toEqual(await of('titan OR inbox'));
    expect(await of('titan inbox', 'dtsearch')).toEqual(await of('"titan inbox"'));
    expect(await of('titan inbox', 'pincite')).toEqual(await of('titan AND inbox'));
    expect(await of('titan or inbox')).toEqual(await of('titan OR inbox'));
    expect(await of('titan OR inbox')).not.toEqual(await of('titan AND inbox'));
  });

  test('in exact mode is not forgiven a typing error', async () => {
    expect((await search({ q: 'tittan', mode: 'exact' })).total.hits).toBe(0);
  });
});

describe('fields find what the details say', () => {
  test('a redaction', async () => {
    const flagged = await search({ q: '', 'f.flag': 'redacted', group: 'document' });
    const answer = await search({ q: 'has:redaction', perPage: '100' });
    expect(found(answer)).toEqual(['9004']);
    expect(found(flagged)).toEqual(['9004']);
    expect((await search({ q: 'meta AND NOT has:redaction', 'f.document': idOf.get('9004') ?? '' })).total.hits).toBe(
      0,
    );
  });

  const rows: [q: string, ecf: string[]][] = [
    ['ecf:9007-2', ['9007-2']],
    ['type:order', ['9008']],
    ['filed:2023-06', ['9009', '9010']],
    ['has:unread-pages', ['9012']],
    ['title:deposition', ['9009']],
  ];
  test.each(rows)('%s', async (q, ecf) => expect(found(await search({ q, perPage: '100' }))).toEqual(ecf));
});

// Last: it takes something away.
test('a filing that is removed is gone from exact answers at once', async () => {
  const q = 'the OR ecf:9009';
  const before = await search({ q });
  const id = idOf.get('9009') ?? '';
  const own = (await hitsOf(id, { q })).total;
  expect(own).toBeGreaterThan(0);
  const gone = await askAt(program.url, `/api/documents/${id}`, { method: 'DELETE', headers: { Origin: program.url } });
  expect(gone.status).toBeLessThan(300);
  const after = await search({ q });
  expect(after.total).toMatchObject({
    hits: before.total.hits - own,
    documents: before.total.documents - 1,
  });
  expect(after.searchId).not.toBe(before.searchId);
  expect(after.facets.document?.some(({ value }) => value === id)).toBe(false);
  expect((await askAt(program.url, `/api/documents/${id}/hits?${encoded({ q })}`)).status).toBe(404);
});
