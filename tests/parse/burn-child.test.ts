// The confined process itself: a file goes in with its boxes, a copy comes out; a file it cannot draw is an answer, not an end.
import { afterAll, expect, jest, test } from '@jest/globals';
import { startConfinedProcess } from '../../server/parse/parser-process.ts';
import { askProcess } from '../../server/parse/recognition/ask-process.ts';
import type { BurnTalk } from '../../server/parse/burn-child.ts';
import { rawPdf, words } from './raw-pdf.ts';

jest.setTimeout(60_000);

const child = startConfinedProcess({ program: 'burn-child.ts', memoryMb: 1024, permissions: ['--allow-addons'] });
afterAll(() => child.kill());

const ask = (bytes: Uint8Array) =>
  askProcess<BurnTalk>(
    child,
    { question: { pages: [{ pageNumber: 1, boxes: [] }] }, bytes },
    { name: 'a.pdf', seconds: 30, memoryMb: 1024 },
  );

test('a torn file is refused, and the next one is burnt', async () => {
  await expect(ask(new TextEncoder().encode('%PDF-1.7 torn'))).rejects.toThrow(/^a\.pdf: /);
  const { value, bytes } = await ask(rawPdf([{ content: words('Peregrine', 72, 700) }]));
  expect(value).toEqual({ kind: 'burnt' });
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});
