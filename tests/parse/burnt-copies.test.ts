// Copies that may be shown: made once by a real confined process, kept by what was found, refused by name.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { quadOf } from '../../server/contract/geometry.ts';
import type { Redaction } from '../../server/contract/page.ts';
import { createBurntCopies } from '../../server/parse/burnt-copies.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { rawPdf, type RawPdfPage } from './raw-pdf.ts';
import { techniques } from './redaction-techniques.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'pincite-burnt-'));
const options = { folder: join(folder, 'burnt'), memoryMb: 1024, seconds: 60, parserVersion: 'test' };
const copies = createBurntCopies(options);
afterAll(async () => {
  await copies.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
function stored(bytes: Uint8Array): { readonly sha256: string; readonly path: string } {
  count += 1;
  const sha256 = String(count).padStart(64, 'a');
  const path = join(folder, `${sha256}.pdf`);
  writeFileSync(path, bytes);
  return { sha256, path };
}

const [covered] = techniques;
const badPage: RawPdfPage = covered?.bad ?? { content: '' };

describe('burnt copies', () => {
  test('it is made once, and anew when the findings change', async () => {
    const bytes = rawPdf([badPage]);
    const file = stored(bytes);
    const redactions: Redaction[] = (await parsePdf(bytes)).pages.flatMap((page) => page.redactions);
    const [first, second] = await Promise.all([
      copies.copyOf({ ...file, name: 'a', redactions }),
      copies.copyOf({ ...file, name: 'a', redactions }),
    ]);
    expect(second).toEqual(first);
    const more: Redaction = { pageNumber: 1, box: quadOf([10, 10, 90, 30]), bad: true, characters: 4, how: 'covered' };
    const third = await copies.copyOf({ ...file, name: 'a', redactions: [...redactions, more] });
    expect(third.key).not.toBe(first.key);
    const kept = readdirSync(join(options.folder, 'aa')).filter((name) => name.startsWith(file.sha256));
    expect(kept).toEqual([`${file.sha256}.${third.key}.pdf`]);
    await copies.remove(file.sha256);
    expect(readdirSync(join(options.folder, 'aa')).filter((name) => name.startsWith(file.sha256))).toEqual([]);
  });

  test('a file that takes too long is refused with the setting to raise', async () => {
    const hasty = createBurntCopies({ ...options, folder: join(folder, 'hasty'), seconds: 0.05 });
    const redactions: Redaction[] = [{ pageNumber: 1, box: quadOf([0, 0, 9, 9]), bad: true, characters: 3 }];
    await expect(hasty.copyOf({ ...stored(rawPdf([badPage])), name: 'long.pdf', redactions })).rejects.toMatchObject({
      code: 'time-limit',
      message: expect.stringMatching(/long\.pdf is badly redacted.*in time \(--parser-seconds\)/),
    });
    await hasty.close();
  });

  test('a file that cannot be drawn is refused by name, and nothing is left', async () => {
    const file = stored(new TextEncoder().encode('%PDF-1.7\nnothing'));
    const redactions: Redaction[] = [{ pageNumber: 1, box: quadOf([0, 0, 9, 9]), bad: true, characters: 3 }];
    await expect(copies.copyOf({ ...file, name: 'torn.pdf', redactions })).rejects.toMatchObject({
      code: 'unreadable-pdf',
      message: expect.stringMatching(/torn\.pdf is badly redacted.*original can be asked for/),
    });
    expect(readdirSync(join(options.folder, 'aa')).filter((name) => name.startsWith(file.sha256))).toEqual([]);
  });
});
