// Names over HTTP: the list, changes with what undoes them, and what one document names.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { documentNamesSchema, namesAnswerSchema, namesChangedSchema } from '../../server/contract/names.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let filing: StoredFiling;
let steps: string[] = [];
beforeAll(async () => {
  api = await startApi((parts) => ({
    names: { follow: () => Promise.resolve(void steps.push('follow')) },
    index: { ...parts.index, settled: () => Promise.resolve(void steps.push('settled')) },
  }));
  filing = await storeFiling(api, 'a.pdf', [['Jane Doe spoke.']]);
});
afterAll(() => api.close());
beforeEach(() => {
  steps = [];
});

const list = async (query = '') => namesAnswerSchema.parse((await api.ask(`/api/names${query}`)).json());

describe('changes', () => {
  test('are in the list at once, wait for passages and index, and are undone by what is answered', async () => {
    const answer = await api.send('PATCH', '/api/names', {
      edits: [{ kind: 'person', name: 'Jane Doe', aliases: ['Doe'] }],
    });
    expect(answer.status).toBe(200);
    const changed = namesChangedSchema.parse(answer.json());
    expect(changed.names).toMatchObject([{ kind: 'person', name: 'Jane Doe', aliases: ['Doe'], origin: 'person' }]);
    expect(changed.pendingFiles).toBe(1);
    expect(steps).toEqual(['follow', 'settled']);
    await api.send('PATCH', '/api/names', { edits: changed.undo });
    expect((await list()).names).toEqual([]);
  });

  test.each<[unknown, number, string, string]>([
    [{ edits: [] }, 400, 'bad-request', 'nothing'],
    [{ edits: [{ kind: 'judge', name: 'Jane Doe', aliases: [] }] }, 400, 'bad-request', 'a kind there is not'],
    [{ edits: [{ kind: 'person', name: '  ', aliases: [] }] }, 400, 'bad-request', 'no name'],
    [{ edits: [{ kind: 'person', name: 'Jane Doe', takeBack: true }] }, 404, 'not-found', 'nothing to take back'],
    [
      {
        edits: [
          { kind: 'person', name: 'Jane Doe', aliases: ['Doe'] },
          { kind: 'person', name: 'John Doe', aliases: ['doe'] },
        ],
      },
      409,
      'conflict',
      'an alias twice',
    ],
  ])('%j is refused', async (body, status, code) => {
    expect((await api.send('PATCH', '/api/names', body)).problem()).toMatchObject({ status, code });
    expect((await list()).names).toEqual([]);
  });
});

test.each<[unknown, string, RegExp]>([
  [{ kind: 'person', name: '  ', aliases: [] }, 'edits.0.name', /give a name of at least two letters/],
  [{ kind: 'person', name: '12', aliases: null }, 'edits.0.name', /a name has letters/],
  [{ kind: 'person', name: '', takeBack: true }, 'edits.0.name', /give a name of at least two letters/],
  [{ kind: 'person', name: 'x'.repeat(101), aliases: [] }, 'edits.0.name', /100 characters at most/],
  [{ kind: 'person', name: 'Jane Doe', aliases: ['D'] }, 'edits.0.aliases.0', /give a name of at least two letters/],
  [{ kind: 'judge', name: 'Jane Doe', aliases: [] }, 'edits.0.kind', /person/],
])('%j is refused where it is wrong, with what to do', async (edit, field, detail) => {
  const problem = (await api.send('PATCH', '/api/names', { edits: [edit] })).problem();
  expect(problem).toMatchObject({ status: 400, field, detail: expect.stringMatching(detail) });
  expect(problem.detail).not.toContain('Invalid input');
});

test('the list takes a kind and words, nothing else', async () => {
  expect((await list('?kind=person&q=doe')).total).toEqual({ names: 0, candidates: 0 });
  expect((await api.ask('/api/names?kind=judge')).problem()).toMatchObject({ status: 400, field: 'kind' });
  expect((await api.ask('/api/names?sort=name')).problem()).toMatchObject({ status: 400, field: 'sort' });
});

test('what a document names; of no such document it is not found', async () => {
  const answer = documentNamesSchema.parse((await api.ask(`/api/documents/${filing.documentId}/names`)).json());
  expect(answer).toEqual({ people: [], organizations: [], products: [], dates: [], emails: [] });
  expect((await api.ask('/api/documents/nobody/names')).problem()).toMatchObject({ status: 404, code: 'not-found' });
});
