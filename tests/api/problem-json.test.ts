// What was thrown, as programs and people get it: a stable code, the field and position at fault, and nothing of our insides.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { notFound, problemHandler } from '../../server/api/problem-json.ts';
import { listenOn, type Listening } from '../../server/api/listen.ts';
import { PinciteError } from '../../server/contract/errors.ts';
import { askAt } from './running-api.ts';

const secret = 'select * from annotations where note = "privileged"';
const faults: { id: string; error: unknown }[] = [];
let server: Listening;
let thrown: unknown;
beforeAll(async () => {
  server = await listenOn('127.0.0.1', 0);
  const app = express();
  app.get('/throws', () => {
    throw thrown;
  });
  app.get('/late', (_, response) => {
    response.status(200).write('the first half');
    throw thrown;
  });
  app.use(notFound);
  app.use(problemHandler((id, error) => faults.push({ id, error })));
  server.serve(app);
});
afterAll(() => server.close());

const answerTo = (error: unknown) => {
  thrown = error;
  faults.length = 0;
  return askAt(server.url, '/throws');
};

describe('what we refuse', () => {
  const rows: [PinciteError, unknown, string][] = [
    [
      new PinciteError('query-syntax', 'A ) is missing.', { field: 'q', position: 7 }),
      {
        type: 'about:blank#query-syntax',
        title: 'Bad Request',
        status: 400,
        detail: 'A ) is missing.',
        code: 'query-syntax',
        field: 'q',
        position: 7,
      },
      'with field and position',
    ],
    [
      new PinciteError('not-found', 'No such tag.'),
      { type: 'about:blank#not-found', title: 'Not Found', status: 404, detail: 'No such tag.', code: 'not-found' },
      'without what is not known',
    ],
    [
      new PinciteError('disk-full', 'Make room.', { cause: new Error(secret) }),
      {
        type: 'about:blank#disk-full',
        title: 'Insufficient Storage',
        status: 507,
        detail: 'Make room.',
        code: 'disk-full',
      },
      'its cause is ours',
    ],
    [
      new PinciteError('query-syntax', 'Begins badly.', { field: 'q', position: 0 }),
      expect.objectContaining({ position: 0 }),
      'the first position is one',
    ],
  ];
  test.each(rows)('%s (%#)', async (error, problem) => {
    const answer = await answerTo(error);
    expect(answer.problem()).toEqual(problem);
    expect(answer.status).toBe(answer.problem().status);
    expect(faults).toEqual([]);
  });
});

describe('what Express and its parsers refuse', () => {
  const of = (status: number, type = '') => Object.assign(new Error(secret), { status, type });
  const rows: [number, string, unknown, string][] = [
    [413, 'too-large', of(413, 'entity.too.large'), 'a body of more than 1 MB'],
    [400, 'bad-request', of(400, 'entity.parse.failed'), 'no JSON'],
    [416, 'range', of(416), 'a range outside the file'],
    [404, 'not-found', of(404), 'a file that is not there'],
    [400, 'bad-request', of(415, 'encoding.unsupported'), 'another encoding'],
    [400, 'bad-request', of(400), 'an address that cannot be decoded'],
  ];
  test.each(rows)('%i %s, in our own words (%#)', async (status, code, error) => {
    const answer = await answerTo(error);
    expect([answer.status, answer.problem().code]).toEqual([status, code]);
    expect(answer.body.toString()).not.toContain('select');
    expect(faults).toEqual([]);
  });
});

describe('a fault of ours', () => {
  const rows: [unknown, string][] = [
    [new Error(secret), 'an exception'],
    [secret, 'a thrown text'],
    [Object.assign(new Error(secret), { status: 500 }), 'an exception with a status'],
    [
      Object.assign(new Error(secret), { name: 'ZodError', issues: [{ path: ['note'], message: secret }] }),
      'data of ours in a wrong shape',
    ],
  ];
  test.each(rows)('%p hides its insides and carries the id that the log gets (%s)', async (error) => {
    const answer = await answerTo(error);
    const { id, ...problem } = answer.problem();
    expect(problem).toMatchObject({ status: 500, code: 'internal', title: 'Internal Server Error' });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(problem.detail).toContain(id);
    expect(faults).toEqual([{ id, error }]);
    expect(answer.body.toString()).not.toMatch(/select|\.ts:\d|stack/);
  });

  test('after the answer has begun breaks the connection off and is logged', async () => {
    thrown = new Error(secret);
    faults.length = 0;
    await expect(askAt(server.url, '/late')).rejects.toThrow(/aborted|hang up/);
    expect(faults).toEqual([{ id: expect.any(String), error: thrown }]);
  });
});

test('nothing is found at an unknown address, which the answer repeats as it was asked', async () => {
  const answer = await askAt(server.url, '/api/nowhere?q=1', { method: 'PUT' });
  expect(answer.problem()).toMatchObject({ status: 404, detail: expect.stringContaining('PUT /api/nowhere.') });
});
