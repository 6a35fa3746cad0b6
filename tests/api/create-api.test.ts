// The application as a whole: which checks come first, and that nothing but problem+json and our own pages ever comes out.
import { afterEach, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { startApi, type RunningApi } from './running-api.ts';

let api: RunningApi | null = null;
afterEach(async () => {
  await api?.close();
  api = null;
});

test('a foreign Host is refused before a body is read or an upload is stored', async () => {
  api = await startApi();
  const answer = await api.ask('/api/documents', {
    method: 'POST',
    body: '{"cut',
    headers: { Host: 'evil.example', Origin: 'http://evil.example', 'Content-Type': 'application/json' },
  });
  expect(answer.problem().code).toBe('forbidden');
});

test('an address below /api is never the client’s page', async () => {
  api = await startApi();
  for (const path of ['/api', '/api/', '/api/none', '/api/tags/x/y', '/API/none']) {
    expect((await api.ask(path)).problem()).toMatchObject({ status: 404, code: 'not-found' });
  }
});

test('an engine that does not answer is a problem with a remedy, not a fault', async () => {
  api = await startApi();
  expect((await api.ask('/api/search?q=titan')).problem()).toMatchObject({ status: 503, code: 'index-unavailable' });
  expect(api.faults).toEqual([]);
});

test('a fault is hidden even when it cannot be logged', async () => {
  api = await startApi(({ search }) => ({
    search: { ...search, suggest: () => Promise.reject(new Error('secret insides')) },
    onFault: () => {
      throw new Error('the disk with the log is full: secret path');
    },
  }));
  const answer = await api.ask('/api/search/suggest?q=a');
  expect(answer.problem()).toMatchObject({ status: 500, code: 'internal' });
  expect(answer.body.toString()).not.toMatch(/secret|\.ts/);
});

// Over a socket: no client would send these.
const targets = [
  '//',
  '//api/health',
  'http://[/api/health',
  '*',
  '/\\evil',
  '/api/documents/a%00b',
  '/api/documents/%ff',
];
test.each(targets)('GET %s is answered without a fault', async (target) => {
  const running = (api = await startApi());
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(text));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 (200|400|404) /);
  expect(running.faults).toEqual([]);
});
