// Record citations over HTTP: out of a filing and into it, with the pages they name.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordCitationsAnswerSchema } from '../../server/contract/document-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let order: StoredFiling;
let brief: StoredFiling;
let stray: StoredFiling;
const ofCase = { court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD', attachment: 0 };
beforeAll(async () => {
  api = await startApi();
  order = await storeFiling(api, 'order.pdf', [['One.'], ['Two.'], ['Three.']], {
    ...ofCase,
    entry: '7',
    type: 'order',
  });
  brief = await storeFiling(api, 'brief.pdf', [['See Dkt. 7 at 3.'], ['But see Dkt. 8-1 at 2.']], {
    ...ofCase,
    entry: '9',
    type: 'brief',
    title: 'Brief',
  });
  stray = await storeFiling(api, 'stray.pdf', [['See Dkt. 7 at 3.']]);
});
afterAll(() => api.close());

const citations = async ({ documentId }: StoredFiling) =>
  recordCitationsAnswerSchema.parse((await api.ask(`/api/documents/${documentId}/record-citations`)).json());

test('out: where they stand, what they point at, what is missing', async () => {
  expect(await citations(brief)).toEqual({
    out: [
      {
        text: 'Dkt. 7 at 3',
        pageNumber: 1,
        spans: [{ pageNumber: 1, from: 4, to: 15 }],
        state: 'found',
        targets: [{ documentId: order.documentId, ecf: '7', title: null, pageNumber: 3 }],
        missing: null,
      },
      {
        text: 'Dkt. 8-1 at 2',
        pageNumber: 2,
        spans: [{ pageNumber: 2, from: 8, to: 21 }],
        state: 'missing',
        targets: [],
        missing: 'ECF No. 8-1',
      },
    ],
    in: [],
  });
});

test('in: who points here, from which page to which', async () => {
  expect((await citations(order)).in).toEqual([
    {
      from: { documentId: brief.documentId, ecf: '9', title: 'Brief', pageNumber: 1 },
      text: 'Dkt. 7 at 3',
      pageNumber: 3,
    },
  ]);
});

test('a filing of no known case points at no other case’s docket', async () => {
  expect((await citations(stray)).out).toMatchObject([{ state: 'missing', targets: [] }]);
});

test('a filing that comes later is found', async () => {
  const late = await storeFiling(api, 'late.pdf', [['x'], ['y']], { ...ofCase, entry: '8', attachment: 1 });
  expect((await citations(brief)).out[1]).toMatchObject({
    state: 'found',
    targets: [{ documentId: late.documentId, pageNumber: 2 }],
  });
});

test('no such document', async () => {
  expect((await api.ask('/api/documents/nobody/record-citations')).problem()).toMatchObject({ status: 404 });
});
