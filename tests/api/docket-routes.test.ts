// The docket over HTTP, and details that a person puts right.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { docketAnswerSchema } from '../../server/contract/docket-api.ts';
import { casesAnswerSchema, corpusAnswerSchema, documentAnswerSchema } from '../../server/contract/document-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let brief: StoredFiling;
let caseId = '';
let settled = 0;
const ofCase = { court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD' };
beforeAll(async () => {
  api = await startApi((parts) => ({
    index: {
      ...parts.index,
      settled: () => {
        settled += 1;
        return Promise.resolve();
      },
    },
  }));
  brief = await storeFiling(api, 'brief.pdf', [['Text.']], {
    ...ofCase,
    entry: '735',
    attachment: 0,
    filer: 'Meta',
    title: 'Brief',
  });
  await storeFiling(api, 'exhibit.pdf', [['Text.']], { ...ofCase, entry: '735', attachment: 2, type: 'exhibit' });
  caseId = casesAnswerSchema.parse((await api.ask('/api/cases')).json()).cases[0]?.id ?? '';
});
afterAll(() => api.close());
beforeEach(() => {
  settled = 0;
});

const path = () => `/api/documents/${brief.documentId}`;
const change = (body: unknown) => api.send('PATCH', path(), body);

describe('a docket', () => {
  test('has its entries with their documents, and what is missing between them', async () => {
    const docket = docketAnswerSchema.parse((await api.ask(`/api/cases/${caseId}/docket`)).json());
    expect(docket.counts).toEqual({ entries: 1, documents: 2, missingEntries: 0, missingAttachments: 1 });
    expect(docket.entries[0]?.documents.map(({ ecf, missing }) => [ecf, missing])).toEqual([
      ['735', null],
      ['735-1', 'gap'],
      ['735-2', null],
    ]);
  });
  test('what is missing stands in the corpus, too', async () => {
    const corpus = corpusAnswerSchema.parse((await api.ask('/api/corpus')).json());
    expect(corpus.missingAttachments).toEqual([{ caseId, ecf: '735-1', title: null, reason: 'gap' }]);
    expect(corpus.missingEntries).toEqual([]);
  });
  test('of no such case is not found', async () => {
    expect((await api.ask('/api/cases/nobody/docket')).problem()).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('a correction', () => {
  test('is answered with the document as it is now, and with what was read; searches have followed', async () => {
    const answer = documentAnswerSchema.parse((await change({ filer: 'Plaintiffs', judge: undefined })).json());
    expect(answer).toMatchObject({ filer: 'Plaintiffs', readFrom: { filer: 'person' }, asRead: { filer: 'Meta' } });
    expect(settled).toBe(1);
  });

  test('taken back, what was read stands there', async () => {
    await change({ filer: 'Plaintiffs', filedOn: '2024-03-23' });
    const answer = documentAnswerSchema.parse((await change({ takeBack: ['filer'] })).json());
    expect(answer).toMatchObject({ filer: 'Meta', filedOn: '2024-03-23', asRead: { filedOn: null } });
    expect(answer.asRead).not.toHaveProperty('filer');
  });

  const refused: [unknown, string, string][] = [
    [{ type: 'memo' }, 'type', 'no such type'],
    [{ filedOn: '03/23/2024' }, 'filedOn', 'no such form of a day'],
    [{ docketNumber: 'the Meta case' }, 'docketNumber', 'no docket number'],
    [{ judge: 'Donato' }, 'judge', 'a field that is not corrected here'],
  ];
  test.each(refused)('%j is refused by its field (%s: %s)', async (body, field) => {
    expect((await change(body)).problem()).toMatchObject({ status: 400, code: 'bad-request', field });
  });
  test('that changes nothing is refused', async () => {
    expect((await change({})).problem().detail).toMatch(/changes nothing/);
  });
  test('of no such document is not found', async () => {
    expect((await api.send('PATCH', '/api/documents/nobody', { title: 'x' })).problem().status).toBe(404);
  });
  test('from another site is refused', async () => {
    const answer = await api.ask(path(), {
      method: 'PATCH',
      body: { title: 'x' },
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });
});
