// `npm run fidelity -- --ocr`: how right scans are read, by the processes that the program itself recognises them with.
// In: options, where the repository is. Out: a table on the terminal; 1 when clean pages are read below what is asked, else 0.
// Without ../shared/filings only the specimen is measured, and it says so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createParserPool } from '../../server/parse/parser-pool.ts';
import { createPageRecognizer } from '../../server/parse/recognition/page-recognizer.ts';
import { measureScan, type MeasuredScan, type OcrBench } from './ocr-measure.ts';
import { ocrPages } from './ocr-pages.ts';
import { askedShare, ocrTable, tooWrong } from './ocr-table.ts';
import { childrenSeconds } from './process-time.ts';
import { readPublishedFaults } from './published-faults.ts';

/** Which pages, and how many of their wrong words are listed. */
export interface OcrOptions {
  readonly only: string | null;
  readonly worst: number;
}

/** Limits of a page: those of the program. */
const limits = { memoryMb: 1024, seconds: 120 };

/** Measures all pages. Throws a RangeError when there is none to measure. */
export async function runOcr(root: string, { only, worst }: OcrOptions, say: (line: string) => void): Promise<number> {
  const filings = join(root, '..', 'shared', 'filings');
  if (!existsSync(filings)) say('../shared/filings is not there: only the specimen’s scan is measured.');
  const chosen = ocrPages
    .filter(({ from }) => from === 'specimens' || existsSync(filings))
    .filter(({ file, scan }) => only === null || `${file} ${scan}`.includes(only));
  const [first] = chosen;
  if (first === undefined) throw new RangeError(`no scan that is measured has “${only ?? ''}” in its name.`);
  const recognizer = createPageRecognizer({ languages: ['eng'], dataFolder: null, ...limits });
  const pool = createParserPool({ size: 1, memoryMb: 512, seconds: 120, onWarn: say });
  const bench: OcrBench = {
    folders: { specimens: join(root, 'docs-corpus', 'filings'), filings },
    specimenTruths: join(root, 'docs-corpus', 'truth'),
    faults: readPublishedFaults(readFileSync(join(import.meta.dirname, 'published-faults.tsv'), 'utf8')),
    pool,
    recognizer,
  };
  const measured: MeasuredScan[] = [];
  try {
    // The first page is seen twice: what starting the processes takes is no page's cost.
    await measureScan(first, bench);
    for (const [at, page] of chosen.entries()) {
      measured.push(await measureScan(page, bench));
      if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${chosen.length} `);
    }
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    await Promise.all([recognizer.close(), pool.close()]);
  }
  for (const line of ocrTable(measured, worst)) say(line);
  say('');
  say(`s: seconds a page, ${childrenSeconds() === null ? 'by the clock' : 'of processor time'}; the sums’ are means.`);
  const below = tooWrong(measured);
  for (const fault of below) say(`BELOW ${askedShare * 100} %  ${fault}`);
  if (below.length === 0) say(`All clean pages are read at least ${askedShare * 100} % right.`);
  return below.length === 0 ? 0 : 1;
}
