// A real specimen through the program's own parser, and files that are refused.
import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createParserPool } from '../../server/parse/parser-pool.ts';
import { readHandTable } from './lines-by-hand.ts';
import { measureFiling, type Yardsticks } from './measure-filing.ts';
import { readStampTruth } from './stamp-truth.ts';

const corpus = join(import.meta.dirname, '..', '..', 'docs-corpus');
const pool = createParserPool({ size: 1, memoryMb: 512, seconds: 60 });
const folder = mkdtempSync(join(tmpdir(), 'pincite-measure-'));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const bare: Yardsticks = { hasPoppler: false, stamps: null, byHand: new Map(), byEye: new Map(), specimens: null };

test('a specimen has figures of each measure that has a truth', async () => {
  const name = 'gov.uscourts.cand.0.9003.0.pdf';
  const yardsticks: Yardsticks = {
    hasPoppler: false,
    stamps: readStampTruth('file\tpage\tstamp\n'),
    byHand: readHandTable(`${name}\t1\t10,10=1`),
    byEye: new Map(),
    specimens: join(corpus, 'truth'),
  };
  const found = await measureFiling({ path: join(corpus, 'filings', name), name }, pool, yardsticks);
  expect(found.key).toMatch(/^[\da-f]{12} gov\.uscourts\.cand\.0\.9003\.0\.pdf$/);
  expect(found.refused).toBeNull();
  expect(found.figures['pages read']).toEqual({ good: 2, of: 2 });
  expect(found.figures['line words']).toMatchObject({ of: expect.any(Number) });
  expect(found.figures['passage words']).toBeDefined();
  expect(found.figures.passages).toBeDefined();
  // The table of stamps given has none of this file's: both its pages count as false ones, and the hand table has no such line.
  expect(found.figures['false stamps']).toEqual({ count: 2 });
  expect(found.figures['lines by hand']).toEqual({ good: 0, of: 1 });
  expect(found.figures['word recall']).toBeUndefined();
  expect(new Set(found.faults.map(({ measure }) => measure))).toEqual(
    new Set(['stamps', 'lines by hand', ...found.faults.map(({ measure }) => measure)]),
  );
});

test('without any truth there are the figures of the file itself', async () => {
  const name = 'gov.uscourts.cand.0.9003.0.pdf';
  const { figures } = await measureFiling({ path: join(corpus, 'filings', name), name }, pool, bare);
  expect(figures['printed numbers']).toBeDefined();
  expect(figures['false stamps']).toBeUndefined();
  expect(figures['line words']).toBeUndefined();
});

test('a file that is no PDF is refused by its reason', async () => {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, 'Dear Judge');
  const found = await measureFiling({ path, name: 'letter.pdf' }, pool, bare);
  expect([found.refused, found.figures]).toEqual(['not-a-pdf', {}]);
});
