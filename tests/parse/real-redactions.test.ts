// Real filings: what the x-ray project expects of its files, and that every alarm on all the others was confirmed by eye.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { PinciteError } from '../../server/contract/errors.ts';
import type { Redaction } from '../../server/contract/page.ts';
import { createParserPool } from '../../server/parse/parser-pool.ts';
import { hasRealFilings, realFilings } from './real-filings.ts';

/**
 * Pages on which something is in the file and not to be seen; each was drawn with pdftoppm and looked at. `500 pages.pdf` has the
 * same one on every page.
 */
const confirmed: Readonly<Record<string, readonly (readonly [pageNumber: number, how: string, what: string])[]>> = {
  'court/cacd.775358/gov.uscourts.cacd.775358.19.2_1.pdf': [[2, 'clipped', 'blank paper in the caption’s left half']],
  'court/cand.315672/gov.uscourts.cand.315672.229.4.pdf': [[32, 'clipped', 'blank paper between two sentences']],
  'court/x-ray/rectangles_yes_2.pdf': [[1, 'same-colour', 'a black box in the middle of a word']],
  'robustness/ingest-file/500 pages.pdf': [[1, 'covered', 'a pale blue square over four letters']],
  'robustness/pdf.js/TAMReview.pdf': [
    [22, 'same-colour', 'a table’s head in white, its ground lost'],
    [22, 'same-colour', 'the same, right column'],
  ],
};

/** What x-ray's own tests expect. */
interface XrayTruth {
  readonly no_bad_redactions: readonly string[];
  readonly good_rectangles: Readonly<Record<string, boolean>>;
}

const pool = createParserPool({ size: 2, memoryMb: 1024, seconds: 120 });
afterAll(() => pool.close());

async function redactionsOf(path: string): Promise<Redaction[]> {
  try {
    const { pages } = await pool.parse(join(realFilings, path), { name: path, onProgress: () => undefined });
    return pages.flatMap(({ redactions }) => redactions);
  } catch (error) {
    // Locked and broken files have no pages to look at.
    if (error instanceof PinciteError) return [];
    throw error;
  }
}

(hasRealFilings('redactions of real filings') ? describe : describe.skip)('real filings', () => {
  // Written by x-ray's authors; its shape is in the folder's INDEX.md.
  const truth = (): XrayTruth =>
    JSON.parse(readFileSync(join(realFilings, 'truth', 'redactions-xray.json'), 'utf8')) as XrayTruth;

  test('x-ray: its good redactions raise no alarm', async () => {
    const alarms: string[] = [];
    for (const name of truth().no_bad_redactions) {
      const found = await redactionsOf(`court/x-ray/${name}`);
      if (found.some(({ bad }) => bad)) alarms.push(name);
    }
    expect(truth().no_bad_redactions.length).toBeGreaterThan(5);
    expect(alarms).toEqual([]);
  });

  test('x-ray: where it sees rectangles that hide, and where it does not', async () => {
    const seen: Record<string, boolean> = {};
    for (const name of Object.keys(truth().good_rectangles))
      seen[name] = (await redactionsOf(`court/x-ray/${name}`)).length > 0;
    expect(seen).toEqual(truth().good_rectangles);
  });

  test('every alarm was confirmed by a look at the page, and none is missing', async () => {
    const alarms: Record<string, (readonly [number, string | undefined])[]> = {};
    const files = readdirSync(realFilings, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.pdf'));
    const look = async (path: string): Promise<void> => {
      const bad = (await redactionsOf(path)).filter((redaction) => redaction.bad);
      if (bad.length > 0) alarms[path] = bad.map(({ pageNumber, how }) => [pageNumber, how]);
    };
    await Promise.all(files.map(look));
    const everyPage = alarms['robustness/ingest-file/500 pages.pdf'] ?? [];
    expect(everyPage).toHaveLength(500);
    alarms['robustness/ingest-file/500 pages.pdf'] = everyPage.slice(0, 1);
    const expected = Object.entries(confirmed).map(([path, rows]) => [path, rows.map(([page, how]) => [page, how])]);
    expect(alarms).toEqual(Object.fromEntries(expected));
  }, 240_000);
});
