// A scanned page measured with the program's own processes, and what is refused as a measure.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createParserPool, type ParserPool } from '../../server/parse/parser-pool.ts';
import { createPageRecognizer, type PageRecognizer } from '../../server/parse/recognition/page-recognizer.ts';
import { makePdf, put } from '../parse/make-pdf.ts';
import { pageOf } from '../catalog/readings.ts';
import { prose } from '../parse/recognition/scans.ts';
import { measureScan, ownWordsOf, type OcrBench } from './ocr-measure.ts';
import type { OcrPage } from './ocr-pages.ts';
import { readPublishedFaults } from './published-faults.ts';
import { wordsOf } from './words.ts';

jest.setTimeout(90_000);

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'pincite-ocr-measure-'));
let pool: ParserPool;
let recognizer: PageRecognizer;
let bench: OcrBench;
beforeAll(async () => {
  pool = createParserPool({ size: 1, memoryMb: 512, seconds: 60 });
  recognizer = createPageRecognizer({ languages: ['eng'], dataFolder: null, memoryMb: 1024, seconds: 60 });
  bench = {
    folders: { specimens: join(root, 'docs-corpus', 'filings'), filings: folder },
    specimenTruths: join(root, 'docs-corpus', 'truth'),
    faults: readPublishedFaults(''),
    pool,
    recognizer,
  };
  const bytes = await makePdf((document) => {
    document.addPage();
    prose.forEach((line, at) => put(document, line, 72, 100 + at * 24));
  });
  writeFileSync(join(folder, 'brief.pdf'), bytes);
});
afterAll(async () => {
  await Promise.all([pool.close(), recognizer.close()]);
  rmSync(folder, { recursive: true });
});

describe('measureScan', () => {
  test.each(['clean', 'worn'] as const)('a text page scanned %s has the words of its text', async (scan) => {
    const page: OcrPage = { from: 'filings', file: 'brief.pdf', pageNumber: 1, scan, truth: 'own', isClean: true };
    const { words, confidence, isPoor, seconds } = await measureScan(page, bench);
    expect(words.expected).toBe(prose.flatMap(wordsOf).length);
    expect(words.matched / words.expected).toBeGreaterThan(0.9);
    expect([confidence > 80, isPoor, seconds > 0.2]).toEqual([true, false, true]);
  });

  test('the specimen that is a scan is held against what was typeset, stamp and all', async () => {
    const file = 'gov.uscourts.cand.0.9012.0.pdf';
    const page: OcrPage = {
      from: 'specimens',
      file,
      pageNumber: 2,
      scan: 'as filed',
      truth: 'specimen',
      isClean: true,
    };
    const { words } = await measureScan(page, bench);
    expect(words.expected).toBeGreaterThan(300);
    expect(words.matched / words.expected).toBeGreaterThanOrEqual(0.95);
    expect(words.matched / words.read).toBeGreaterThanOrEqual(0.95);
  });
});

describe('ownWordsOf', () => {
  const redaction = { pageNumber: 1, box: [0, 0, 9, 0, 9, 9, 0, 9], bad: true, characters: 4, way: 'covered' } as const;

  test('the words of a text page', () => {
    expect(ownWordsOf(pageOf(1, ['The Titan', 'API']), 'Page 1 of a.pdf')).toEqual(['The', 'Titan', 'API']);
  });

  test.each([
    ['a page that is none', undefined, /has no text of its own/],
    ['a scan', pageOf(1, ['x'], { unread: { reason: 'awaiting-ocr', detail: '' } }), /has no text of its own/],
    ['a scan with a layer', pageOf(1, ['x'], { isLayer: true }), /has no text of its own/],
    ['words under a box', pageOf(1, ['x'], { redactions: [redaction] }), /under a redaction box/],
  ])('%s is refused, by name', (_, page, message) => {
    expect(() => ownWordsOf(page, 'Page 1 of a.pdf')).toThrow(message);
    expect(() => ownWordsOf(page, 'Page 1 of a.pdf')).toThrow('Page 1 of a.pdf');
  });
});
