// Bars in a scan's own pixels, in the real process: the words beneath are told, and a second reading has none of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rect } from '../../../server/contract/geometry.ts';
import { parsePdf } from '../../../server/parse/parse-pdf.ts';
import { createPageLooker } from '../../../server/parse/recognition/page-looker.ts';
import { rawPdf, words } from '../raw-pdf.ts';
import { barredScan, barredStatement } from './barred-scan.ts';

const secret = 'marmalade quixote street';
const failures: [string, string][] = [];
const looker = createPageLooker({
  memoryMb: 1024,
  seconds: 60,
  onFailure: (error, name) => failures.push([name, String(error)]),
});
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pincite-looking-'));
});
afterAll(async () => {
  await looker.close();
  rmSync(folder, { recursive: true });
});

async function look(bytes: Uint8Array) {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, bytes);
  const { pages } = await parsePdf(new Uint8Array(bytes));
  return { pages, bars: await looker.look({ path, name: 'a.pdf', pages }) };
}

test('words under a bar are found, and gone after the next reading, which says how many there were', async () => {
  const bytes = barredStatement(secret);
  const { pages, bars } = await look(bytes);
  // Without looking, the parser cannot know.
  expect(pages[0]).toMatchObject({ isLayer: true, text: expect.stringContaining(secret) });
  expect(bars).toHaveLength(1);
  expect(bars[0]?.boxes).toHaveLength(3);
  const again = await parsePdf(new Uint8Array(bytes), { bars });
  expect(again.pages[0]?.text).not.toMatch(/marmalade|quixote|street/);
  expect(again.pages[0]?.text).toContain('he lives in\nand that nobody');
  const bad = again.pages[0]?.redactions.filter((redaction) => redaction.bad) ?? [];
  expect(bad.reduce((sum, { characters }) => sum + characters, 0)).toBe(secret.replaceAll(' ', '').length);
  expect(bad.every(({ how }) => how === 'covered')).toBe(true);
});

const line = { text: 'The witness was asked about the report and about the people who had read it', x: 72, y: 700 };
const around: Rect = [66, 694, 500, 712];
test.each([
  ['a scan without bars', barredScan([line, { ...line, y: 660 }], [])],
  ['a title printed white on a dark ground', barredScan([line, { ...line, y: 660 }], [around], true)],
  ['a bar beside the words', barredScan([line, { ...line, y: 660 }], [[66, 600, 500, 620]])],
  ['text that is no layer is not even drawn', rawPdf([{ content: words(line.text, 72, 700) }])],
])('%s: nothing', async (_, bytes) => {
  expect((await look(bytes)).bars).toEqual([]);
});

test('a page that cannot be drawn is told, and the next one is looked at all the same', async () => {
  const bytes = barredStatement(secret);
  const { pages } = await parsePdf(new Uint8Array(bytes));
  const path = join(folder, 'b.pdf');
  writeFileSync(path, bytes);
  const [page] = pages;
  if (page === undefined) throw new Error('no page');
  const bars = await looker.look({ path, name: 'b.pdf', pages: [{ ...page, pageNumber: 7 }, page] });
  expect(bars.map(({ pageNumber }) => pageNumber)).toEqual([1]);
  expect(failures).toEqual([['b.pdf', expect.stringContaining('Page 7 of b.pdf')]]);
});
