// Tags and annotations over HTTP: what is kept, what is refused with its field.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  annotationSchema,
  annotationsAnswerSchema,
  tagSchema,
  tagsAnswerSchema,
  type Tag,
} from '../../server/contract/work-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let filing: StoredFiling;
let settled: number;
beforeEach(async () => {
  settled = 0;
  api = await startApi(({ index }) => ({
    index: {
      ...index,
      settled: () => {
        settled += 1;
        return Promise.resolve();
      },
    },
  }));
  filing = await storeFiling(api, 'a.pdf', [['The Titan', 'API was private.'], ['The end.']]);
});
afterEach(() => api.close());

const createTag = async (body: object): Promise<Tag> => {
  const answer = await api.send('POST', '/api/tags', body);
  expect(answer.status).toBe(201);
  return tagSchema.parse(answer.json());
};
const tags = async () => tagsAnswerSchema.parse((await api.ask('/api/tags')).json()).tags;
const annotations = async (query = '') =>
  annotationsAnswerSchema.parse((await api.ask(`/api/annotations${query}`)).json()).annotations;
const annotate = async (body: object) => {
  const answer = await api.send('POST', '/api/annotations', body);
  expect(answer.status).toBe(201);
  return annotationSchema.parse(answer.json());
};

describe('tags', () => {
  test('are made with a colour that no other has, changed, and deleted', async () => {
    const one = await createTag({ name: ' ad spend ' });
    const two = await createTag({ name: 'intent', color: '#112233', shortcut: '1' });
    expect(one).toMatchObject({ name: 'ad spend', parentId: null, definition: '', shortcut: null, count: 0 });
    expect((await createTag({ name: 'third' })).color).not.toBe(one.color);
    const changed = await api.send('PATCH', `/api/tags/${one.id}`, { name: 'spend', parentId: two.id });
    expect(changed.json()).toMatchObject({ id: one.id, name: 'spend', parentId: two.id, color: one.color });
    expect((await api.send('DELETE', `/api/tags/${two.id}`)).status).toBe(204);
    expect((await tags()).map(({ name }) => name)).toEqual(['spend', 'third']);
  });

  const taken: [object, string, string][] = [
    [{ name: 'intent' }, 'name', 'two of one name could not be told apart'],
    [{ name: 'other', shortcut: '1' }, 'shortcut', 'a digit has one meaning'],
    [{ name: 'other', parentId: 'none-such' }, 'parentId', 'its parent was deleted meanwhile'],
  ];
  test.each(taken)('%j is a conflict in %s (%s)', async (body, field) => {
    await createTag({ name: 'intent', shortcut: '1' });
    expect((await api.send('POST', '/api/tags', body)).problem()).toMatchObject({
      status: 409,
      code: 'conflict',
      field,
    });
  });

  test.each(['PATCH', 'DELETE'])('%s of none such is not found', async (method) => {
    const body = method === 'PATCH' ? { name: 'x' } : undefined;
    expect((await api.send(method, '/api/tags/none-such', body)).problem()).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });
});

describe('annotations', () => {
  test('of a passage take its spans, its quote and the time', async () => {
    const { id } = await createTag({ name: 'intent' });
    const made = await annotate({ passageId: filing.passageIds[0], tagIds: [id] });
    expect(made).toMatchObject({
      documentId: filing.documentId,
      spans: [{ pageNumber: 1, from: 0, to: 26 }],
      quote: 'The Titan API was private.',
      tagIds: [id],
      createdAt: '2026-01-02T03:04:05.000Z',
      state: 'exact',
    });
    expect(await annotations(`?tagId=${id}`)).toEqual([made]);
    expect(await annotations(`?documentId=${filing.documentId}`)).toEqual([made]);
    expect(await annotations('?documentId=none-such')).toEqual([]);
  });

  test('of spans are put in order, with their surroundings', async () => {
    const spans = [
      { pageNumber: 2, from: 0, to: 3 },
      { pageNumber: 1, from: 4, to: 13 },
    ];
    expect(await annotate({ documentId: filing.documentId, spans, note: 'see' })).toMatchObject({
      quote: 'Titan API The',
      prefix: 'The ',
      suffix: ' end.',
      note: 'see',
    });
  });

  test('are changed and deleted, and each change waits for the index', async () => {
    const { id: tagId } = await createTag({ name: 'intent' });
    const { id } = await annotate({ passageId: filing.passageIds[0], tagIds: [tagId] });
    const changed = await api.send('PATCH', `/api/annotations/${id}`, { note: 'privileged', tagIds: [] });
    expect(changed.json()).toMatchObject({ id, note: 'privileged', tagIds: [] });
    expect((await api.send('DELETE', `/api/annotations/${id}`)).status).toBe(204);
    expect(await annotations()).toEqual([]);
    expect(settled).toBe(3);
  });

  const bad = (): [string, object, number, string | undefined][] => {
    const { documentId, passageIds } = filing;
    const [passageId] = passageIds;
    const spans = [{ pageNumber: 1, from: 0, to: 3 }];
    return [
      ['neither tag nor note', { passageId }, 400, 'tagIds'],
      ['no place', { note: 'x' }, 400, 'passageId'],
      ['spans of no document', { spans, note: 'x' }, 400, 'passageId'],
      ['two places at once', { passageId, documentId, spans, note: 'x' }, 400, 'spans'],
      ['beyond the page’s text', { documentId, spans: [{ pageNumber: 1, from: 0, to: 999 }], note: 'x' }, 400, 'spans'],
      ['from behind', { documentId, spans: [{ pageNumber: 1, from: 3, to: 1 }], note: 'x' }, 400, 'spans'],
      ['of nothing', { documentId, spans: [{ pageNumber: 1, from: 3, to: 3 }], note: 'x' }, 400, 'spans'],
      [
        'of a page that is not there',
        { documentId, spans: [{ pageNumber: 9, from: 0, to: 1 }], note: 'x' },
        400,
        'spans',
      ],
      ['a tag that is gone', { passageId, tagIds: ['none-such'] }, 404, 'tagIds'],
      ['a passage that is gone', { passageId: 'none-such', note: 'x' }, 404, undefined],
      ['a document that is gone', { documentId: 'none-such', spans, note: 'x' }, 404, undefined],
      ['an author of one’s own making', { passageId, note: 'x', author: 'judge' }, 400, 'author'],
    ];
  };
  test.each(Array.from({ length: 12 }, (_, at) => at))('refused and nothing kept: row %i', async (at) => {
    const [what, body, status, field] = bad()[at] ?? [];
    const answer = await api.send('POST', '/api/annotations', body);
    const problem = answer.problem();
    expect([what, answer.status, problem.field]).toEqual([what, status, field]);
    expect(await annotations()).toEqual([]);
    expect(bad()).toHaveLength(12);
  });

  test.each(['PATCH', 'DELETE'])('%s of none such is not found', async (method) => {
    const body = method === 'PATCH' ? { note: 'x' } : undefined;
    expect((await api.send(method, '/api/annotations/none-such', body)).problem().code).toBe('not-found');
  });
});
