// One scanned page through the program's own recognition and parser, against the words that are printed on it.
// In: a page of ocr-pages.ts, where the files are, the processes. Out: its figures. Throws where the truth itself cannot be had: a page
// without text of its own, or with words under a redaction box, which are compared nowhere.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '../../server/contract/page.ts';
import { isPoor, type RecognizedPage } from '../../server/contract/recognition.ts';
import type { ParserPool } from '../../server/parse/parser-pool.ts';
import type { PageRecognizer } from '../../server/parse/recognition/page-recognizer.ts';
import type { OcrPage } from './ocr-pages.ts';
import { scanOf } from './page-scan.ts';
import { childrenSeconds } from './process-time.ts';
import { withoutFaults, type PublishedFaults } from './published-faults.ts';
import { readSpecimenTruth } from './specimen-truth.ts';
import { compareWords, wordsOf, wordsOfPage, type WordComparison } from './words.ts';

/** What a page is measured with. */
export interface OcrBench {
  /** Where the files of either kind are. */
  readonly folders: Readonly<Record<OcrPage['from'], string>>;
  readonly specimenTruths: string;
  readonly faults: PublishedFaults;
  readonly pool: Pick<ParserPool, 'parse'>;
  readonly recognizer: Pick<PageRecognizer, 'recognize'>;
}

/** A page that was recognised. */
export interface MeasuredScan {
  readonly page: OcrPage;
  readonly words: WordComparison;
  /** The middle one of its words, 0–100. */
  readonly confidence: number;
  readonly isPoor: boolean;
  /** Processor time of drawing and recognising; by the clock where the system does not tell. */
  readonly seconds: number;
}

/** Measures a page. */
export async function measureScan(page: OcrPage, bench: OcrBench): Promise<MeasuredScan> {
  const { pool, recognizer } = bench;
  const source = join(bench.folders[page.from], page.file);
  const folder = mkdtempSync(join(tmpdir(), 'pincite-ocr-'));
  try {
    const truth = await truthOf(page, source, bench);
    const isFiled = page.scan === 'as filed';
    const path = isFiled ? source : join(folder, basename(source));
    const pageNumber = isFiled ? page.pageNumber : 1;
    if (page.scan !== 'as filed') writeFileSync(path, await scanOf(readFileSync(source), page.pageNumber, page.scan));
    const [before, began] = [childrenSeconds(), performance.now()];
    const recognized = await recognizer.recognize({ path, name: page.file, pageNumber, covered: [] });
    const [after, ended] = [childrenSeconds(), performance.now()];
    const { pages } = await pool.parse(path, {
      name: page.file,
      outcomes: [{ kind: 'recognized', page: recognized }],
      onProgress: () => undefined,
    });
    const read = pages[pageNumber - 1];
    return {
      page,
      words: compareWords(truth, read === undefined || read.unread !== null ? [] : wordsOfPage(read)),
      confidence: medianConfidence(recognized),
      isPoor: isPoor(read?.recognized),
      seconds: before === null || after === null ? (ended - began) / 1000 : after - before,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words printed on a page. */
async function truthOf(page: OcrPage, source: string, bench: OcrBench): Promise<readonly string[]> {
  const { file, pageNumber, truth } = page;
  if (truth === 'own') {
    const { pages } = await bench.pool.parse(source, { name: file, onProgress: () => undefined });
    return ownWordsOf(pages[pageNumber - 1], `Page ${pageNumber} of ${file}`);
  }
  if (truth === 'specimen') {
    const known = readSpecimenTruth(bench.specimenTruths, file)?.pages.find((each) => each.pageNumber === pageNumber);
    if (known === undefined) throw new Error(`Nothing is written down about page ${pageNumber} of ${file}.`);
    const stamps = known.lines.filter(({ furniture }) => furniture === 'stamp');
    return [...wordsOf(known.text), ...stamps.flatMap(({ text }) => wordsOf(text))];
  }
  const words = wordsOf(readFileSync(join(bench.folders.filings, 'truth', truth), 'utf8'));
  return withoutFaults(words, bench.faults.get(truth) ?? []);
}

/** The words of a page that can be trusted to say what it shows. */
export function ownWordsOf(page: Page | undefined, name: string): readonly string[] {
  if (page === undefined || page.unread !== null || page.isLayer === true)
    throw new Error(`${name} has no text of its own: it is no measure of recognition.`);
  if (page.redactions.some(({ bad }) => bad))
    throw new Error(`${name} has words under a redaction box: it is no measure of recognition.`);
  return wordsOfPage(page);
}

function medianConfidence({ words }: RecognizedPage): number {
  const sorted = words.map(({ confidence }) => confidence).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
