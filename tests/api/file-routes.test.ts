// The bytes of badly redacted filings over the wire: a copy without the words, whole or in ranges; the original only on purpose and on
// record, or never. What every file's answer has (ranges, validators, names) is in document-routes.test.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createBurntCopies } from '../../server/parse/burnt-copies.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { incoming, store } from '../catalog/readings.ts';
import { inflated } from '../parse/inflated.ts';
import { rawPdf, words } from '../parse/raw-pdf.ts';
import { startApi, type RunningApi } from './running-api.ts';

jest.setTimeout(60_000);

const secret = 'Peregrine';
const folder = mkdtempSync(join(tmpdir(), 'pincite-burnt-'));
const burnt = createBurntCopies({ folder, memoryMb: 1024, seconds: 60, parserVersion: 'test' });
const bad = rawPdf([{ content: `${words(`By ${secret}.`, 72, 700)}0 g 60 690 120 25 re f` }]);
const good = rawPdf([{ content: words('All is to be read.', 72, 700) }]);
// Its findings were read before the bytes were lost.
const torn = new TextEncoder().encode('%PDF-1.7\ntorn');

let open: RunningApi;
let clock = 0;
let closed: RunningApi;
beforeAll(async () => {
  open = await startApi(() => ({ burnt, now: () => new Date(clock) }));
  closed = await startApi(() => ({ burnt, originals: 'never' }));
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close(), burnt.close()]);
  rmSync(folder, { recursive: true });
});

let count = 0;

/** Files with bytes of their own: what is stored twice is read once. */
async function filed(api: RunningApi, filename: string, given: Uint8Array, read: Uint8Array = given) {
  const path = join(api.uploadFolder, 'one');
  const bytes = Buffer.concat([given, Buffer.from(`\n% ${(count += 1)}\n`)]);
  writeFileSync(path, bytes);
  const { sha256 } = await api.blobs.put(path, filename);
  const { pages } = await parsePdf(read);
  const [id = ''] = await store(api.catalog, incoming(filename, { sha256 }), pages);
  return { id, sha256, bytes, file: `/api/documents/${id}/file` };
}
const audit = async (api: RunningApi, query = '') => (await api.ask(`/api/audit${query}`)).json();

describe('a badly redacted file', () => {
  test('comes without the words, in one piece and in ranges, under a tag of its own', async () => {
    const { file, sha256 } = await filed(open, 'bad.pdf', bad);
    const whole = await open.ask(file);
    expect(whole.status).toBe(200);
    expect(whole.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(inflated(whole.body)).not.toContain(secret);
    expect(whole.headers['etag']).toMatch(new RegExp(`^"${sha256}-[0-9a-f]+"$`));
    expect(whole.headers['cache-control']).toBe('private, no-cache');
    const half = Math.floor(whole.body.length / 2);
    const parts = await Promise.all(
      [`bytes=0-${half - 1}`, `bytes=${half}-`].map((range) => open.ask(file, { headers: { Range: range } })),
    );
    expect(Buffer.concat(parts.map(({ body }) => body))).toEqual(whole.body);
    // What a browser kept of the original is not good any more.
    const known = await open.ask(file, { headers: { 'If-None-Match': `"${sha256}"` } });
    expect(known.status).toBe(200);
    expect(await audit(open)).toEqual({ events: [] });
  });

  test('its original is handed out on purpose, and each asking is on record once, however many ranges it takes', async () => {
    const { id, file, sha256, bytes } = await filed(open, 'asked.pdf', bad);
    const answer = await open.ask(`${file}?original=1`);
    expect(answer.body.equals(bytes)).toBe(true);
    const event = { kind: 'original-served', documentId: id, sha256, filename: 'asked.pdf' };
    const times = async (): Promise<number> =>
      ((await audit(open)) as { events: { documentId: string }[] }).events.filter(({ documentId }) => documentId === id)
        .length;
    const { events } = (await audit(open, '?limit=1')) as { events: { at: string }[] };
    expect(events).toMatchObject([event]);
    clock = Date.parse(events[0]?.at ?? '') + 60_000;
    for (const [range, recorded] of [
      ['bytes=9-20', 1],
      ['bytes=21-', 1],
      ['bytes=-9', 1],
      ['bytes=0-20', 2],
      ['bytes=00-20', 3],
    ] as const) {
      await open.ask(`${file}?original=1`, { headers: { Range: range } });
      expect([range, await times()]).toEqual([range, recorded]);
    }
    await open.ask(`${file}?original=1`);
    expect(await times()).toBe(4);
    // Whoever reads on tomorrow asks anew.
    clock += 24 * 60 * 60 * 1000;
    await open.ask(`${file}?original=1`, { headers: { Range: 'bytes=9-20' } });
    expect(await times()).toBe(5);
  });

  test('who leaves the first byte out is on record too', async () => {
    const { id, file, bytes } = await filed(open, 'sly.pdf', bad);
    const answer = await open.ask(`${file}?original=1`, { headers: { Range: 'bytes=1-' } });
    expect(answer.body.equals(bytes.subarray(1))).toBe(true);
    expect(await audit(open, '?limit=1')).toMatchObject({ events: [{ kind: 'original-served', documentId: id }] });
  });

  test('its original is refused where the settings say never, and nothing is on record', async () => {
    const { file } = await filed(closed, 'bad.pdf', bad);
    expect((await closed.ask(`${file}?original=1`)).problem()).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: expect.stringMatching(/bad\.pdf is badly redacted.*--originals never/),
    });
    expect(inflated((await closed.ask(file)).body)).not.toContain(secret);
    expect(await audit(closed)).toEqual({ events: [] });
  });

  test('of which no copy can be made is refused and says why; the original can be asked for', async () => {
    const { file, bytes } = await filed(open, 'torn.pdf', torn, bad);
    const answer = await open.ask(file);
    expect(answer.problem()).toMatchObject({
      status: 422,
      code: 'unreadable-pdf',
      detail: expect.stringMatching(/torn\.pdf is badly redacted.*original can be asked for/),
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await open.ask(`${file}?original=1`)).body.equals(bytes)).toBe(true);
  });

  test('that is missing in the store is not told by its path', async () => {
    const { file, sha256 } = await filed(
      open,
      'gone.pdf',
      rawPdf([{ content: `${words(secret, 72, 700)}0 g 60 690 120 30 re f` }]),
    );
    await open.blobs.remove(sha256);
    const { status, detail } = (await open.ask(file)).problem();
    expect([status, detail]).toEqual([404, expect.stringMatching(/gone\.pdf is missing in the data folder/)]);
    expect(detail).not.toContain(tmpdir());
  });
});

describe('every other file', () => {
  test('is its own original, and nothing is on record', async () => {
    const before = await audit(open);
    const { file, bytes } = await filed(open, 'good.pdf', good);
    for (const path of [file, `${file}?original=1`]) expect((await open.ask(path)).body.equals(bytes)).toBe(true);
    expect(await audit(open)).toEqual(before);
  });

  test.each(['?original=yes', '?original=1&original=1', '?burnt=0'])('%s is refused', async (query) => {
    const { file } = await filed(open, 'good.pdf', good);
    expect((await open.ask(`${file}${query}`)).problem()).toMatchObject({ status: 400, code: 'bad-request' });
  });
});
