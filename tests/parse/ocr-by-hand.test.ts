// Which pages of the real filings need recognition, each checked by eye: `ocr-by-hand.tsv` (file, pages, needs, why). `yes`: what is seen
// is not in the text. `no`: it is, though much about the page looks otherwise. `blank`: there is nothing to read, which only a look at
// the picture says, so it is recognised for nothing. `missed`: would need it, and is not told from what is good.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createParserPool } from '../../server/parse/parser-pool.ts';
import { readPagesByEye } from '../fidelity/pages-by-eye.ts';
import { hasRealFilings, realFilings } from './real-filings.ts';

const table = readPagesByEye(readFileSync(join(import.meta.dirname, 'ocr-by-hand.tsv'), 'utf8'));
const rows = [...table].flatMap(([file, pages]) => [...pages].map(([page, needs]) => ({ file, page, needs })));

const pool = createParserPool({ size: 2, memoryMb: 1024, seconds: 120 });
afterAll(() => pool.close());

(hasRealFilings('which real pages need recognition') ? describe : describe.skip)('the pages checked by hand', () => {
  test('are decided as the eye decides', async () => {
    const decided = new Map<string, boolean>();
    const read = async (file: string): Promise<void> => {
      const { pages } = await pool.parse(join(realFilings, file), { name: file, onProgress: () => undefined });
      for (const { pageNumber, unread } of pages)
        decided.set(`${file} ${pageNumber}`, unread?.reason === 'awaiting-ocr');
    };
    await Promise.all([...new Set(rows.map(({ file }) => file))].map(read));
    const wrong = rows.filter(({ file, page, needs }) => {
      const isSent = needs === 'yes' || needs === 'blank';
      return decided.get(`${file} ${page}`) !== isSent;
    });
    expect(rows.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
    const count = (needs: string) => rows.filter((row) => row.needs === needs).length;
    // Recognised for nothing: no page with text among them. Missed: one.
    expect([count('missed'), count('blank')]).toEqual([1, 29]);
  }, 240_000);
});
