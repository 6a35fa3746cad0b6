// Jobs as they change, over a real connection: readers that are quick, slow, or gone.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobView } from '../../server/contract/document-api.ts';
import { incoming, pageOf, store } from '../catalog/readings.ts';
import { startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

/** Opens the stream; `read` waits for the next text. */
function open(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${api.url}/api/jobs/stream`, { agent: false }, resolve).once('error', reject);
  });
}
async function until(check: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (check()) return true;
    await sleep(10);
  }
  return check();
}
const jobsIn = (text: string) =>
  [...text.matchAll(/^event: job\ndata: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json) as JobView);

test('each change comes as an event with the state of the job', async () => {
  const { jobId } = await api.catalog.jobs.enqueue(incoming('a\nb.pdf'));
  const stream = await open();
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  expect(await until(() => text.startsWith(': jobs'))).toBe(true);
  api.tellJob(jobId);
  expect(await until(() => jobsIn(text).length === 1)).toBe(true);
  await api.catalog.jobs.lease('tester', 1000);
  await api.catalog.jobs.progress(jobId, 3, 9, 1000);
  api.tellJob(jobId);
  expect(await until(() => jobsIn(text).length === 2)).toBe(true);
  expect(jobsIn(text)).toMatchObject([
    { id: jobId, state: 'queued', filename: 'a\nb.pdf' },
    { id: jobId, state: 'running', pagesDone: 3, pageCount: 9 },
  ]);
  // A job that is gone by now is no event.
  api.tellJob('none-such');
  api.tellJob(jobId);
  expect(await until(() => jobsIn(text).length === 3)).toBe(true);
  stream.destroy();
});

test('pages that were recognised come as what still waits', async () => {
  const waits = pageOf(2, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } });
  await store(api.catalog, incoming('scan.pdf'), [pageOf(1, ['Text']), waits]);
  const stream = await open();
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  expect(await until(() => text.startsWith(': jobs'))).toBe(true);
  api.tellPages();
  const told = 'event: recognition\ndata: {"pendingOcrPages":1}\n\n';
  expect(await until(() => text.includes(told))).toBe(true);
  stream.destroy();
});

test('a reader that goes away is no longer told', async () => {
  const streams = await Promise.all([open(), open()]);
  expect(await until(() => api.listeners() === 2)).toBe(true);
  streams[0]?.destroy();
  expect(await until(() => api.listeners() === 1)).toBe(true);
  streams[1]?.destroy();
  expect(await until(() => api.listeners() === 0)).toBe(true);
});

test('a slow reader gets fewer states, and at last the newest', async () => {
  const { jobId } = await api.catalog.jobs.enqueue(incoming(`${'long name '.repeat(2000)}.pdf`));
  await api.catalog.jobs.lease('tester', 60_000);
  const stream = await open();
  // Nobody reads: the connection fills up.
  const changes = 2000;
  for (let page = 1; page <= changes; page += 1) {
    await api.catalog.jobs.progress(jobId, page, changes, 60_000);
    api.tellJob(jobId);
    if (page % 20 === 0) await sleep(0);
  }
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  expect(await until(() => jobsIn(text).at(-1)?.pagesDone === changes)).toBe(true);
  const seen = jobsIn(text).map(({ pagesDone }) => pagesDone);
  expect(seen.length).toBeLessThan(changes);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  stream.destroy();
}, 30_000);

test('HEAD is answered and ends', async () => {
  const answer = await api.ask('/api/jobs/stream', { method: 'HEAD' });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/event-stream']);
  expect(api.listeners()).toBe(0);
});
