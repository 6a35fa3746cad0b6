// Whole pages of real files in the real processes: the specimen's scan against its ground truth, limits, and what goes on after a failure.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePdf } from '../../../server/parse/parse-pdf.ts';
import { createPageRecognizer, type PageRecognizer } from '../../../server/parse/recognition/page-recognizer.ts';
import { scannedPdf } from './scans.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const name = 'gov.uscourts.cand.0.9012.0';
const specimen = join(root, 'docs-corpus', 'filings', `${name}.pdf`);

interface Truth {
  readonly pages: readonly { readonly pageNumber: number; readonly text: string }[];
}

/** Share of the expected words that are there, each as often as expected. */
function shareOf(expected: string, found: string): number {
  const left = new Map<string, number>();
  for (const word of found.split(/\s+/)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = expected.split(/\s+/).filter((word) => word !== '');
  const right = words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return right.length / words.length;
}

describe('createPageRecognizer', () => {
  let folder: string;
  let recognizer: PageRecognizer;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pincite-recognition-'));
    recognizer = createPageRecognizer({ languages: ['eng'], dataFolder: null, memoryMb: 1024, seconds: 60 });
  });
  afterAll(async () => {
    await recognizer.close();
    rmSync(folder, { recursive: true });
  });

  test('the specimen’s scanned exhibit: 95 of 100 words of its ground truth, and lines where they are printed', async () => {
    // The ground truth of our own typesetter.
    const truth = JSON.parse(readFileSync(join(root, 'docs-corpus', 'truth', `${name}.json`), 'utf8')) as Truth;
    const page = await recognizer.recognize({ path: specimen, name: 'a.pdf', pageNumber: 1, covered: [] });
    const outcomes = [{ kind: 'recognized' as const, page }];
    const { pages } = await parsePdf(new Uint8Array(readFileSync(specimen)), { outcomes });
    expect(shareOf(truth.pages[0]?.text ?? '', pages[0]?.text ?? '')).toBeGreaterThanOrEqual(0.95);
    expect(pages[0]).toMatchObject({ unread: null, recognized: { dpi: 300 }, stampPage: 1 });
    expect(pages[0]?.recognized?.confidence).toBeGreaterThan(85);
    expect(pages[1]?.unread?.reason).toBe('awaiting-ocr');
  }, 60_000);

  test('words under a bad redaction are not looked at, and a file that is none does not stop the next', async () => {
    const path = join(folder, 'scan.pdf');
    const lines = [
      { text: 'Name of the witness: Penelope', x: 60, y: 150 },
      { text: 'Nothing else is hidden here', x: 60, y: 250 },
    ];
    writeFileSync(path, await scannedPdf({ width: 1200, height: 400, lines }));
    writeFileSync(join(folder, 'none.pdf'), 'no PDF');
    const none = recognizer.recognize({ path: join(folder, 'none.pdf'), name: 'none.pdf', pageNumber: 1, covered: [] });
    await expect(none).rejects.toThrow('Page 1 of none.pdf');
    // Right of “witness:”, in points from the bottom of a page of 96.
    const covered = [[118, 50, 240, 50, 240, 75, 118, 75]] as const;
    const { words } = await recognizer.recognize({ path, name: 'scan.pdf', pageNumber: 1, covered });
    const text = words.map((word) => word.text).join(' ');
    expect(text).toContain('Name of the witness');
    expect(text).toContain('Nothing else is hidden here');
    expect(text).not.toMatch(/Pen|lope/);
  }, 60_000);

  test.each([
    ['time', { memoryMb: 1024, seconds: 0.01 }, 'time-limit'],
    ['memory', { memoryMb: 60, seconds: 30 }, 'memory-limit'],
  ])(
    'a limit of %s is kept, and named',
    async (_, limits, code) => {
      const small = createPageRecognizer({ languages: ['eng'], dataFolder: null, ...limits });
      try {
        const page = small.recognize({ path: specimen, name: 'a.pdf', pageNumber: 2, covered: [] });
        await expect(page).rejects.toMatchObject({ code, message: expect.stringContaining('Page 2 of a.pdf') });
      } finally {
        await small.close();
      }
    },
    60_000,
  );
});
