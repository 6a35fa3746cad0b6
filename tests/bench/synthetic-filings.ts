// A synthetic record: filings with pages, lines and passages that hang together as those that were really read.
// In: how many passages, a seed, a stock of words. Out: filings one by one, exactly so many passages in all; the same ones each time.
import { createHash } from 'node:crypto';
import type { FileReading, IncomingFile } from '../../server/catalog/catalog.ts';
import type { FilingDetails } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import type { Entities, Passage, TextRun } from '../../server/contract/passage.ts';
import { pageOf } from '../catalog/readings.ts';
import { createRandom, type SeededRandom } from './seeded-random.ts';
import { syntheticDocket } from './synthetic-docket.ts';
import { syntheticTexts, type SyntheticText } from './synthetic-text.ts';
import type { WordStock } from './word-stock.ts';

/** A file and what was read from it; which version read it is added when it is stored. */
export interface SyntheticFiling {
  readonly file: IncomingFile;
  readonly reading: Omit<FileReading, 'parserVersion'>;
}

export interface RecordOptions {
  readonly passages: number;
  readonly seed: number;
  readonly stock: WordStock;
  /** Names and amounts in a text, as the program finds them. */
  readonly findEntities: (text: string) => Entities;
}

/** Passages a filing: deciles of 169 real ones, whose mean is 70. */
const passagesPerFiling = [2, 6, 12, 20, 29, 45, 70, 101, 140, 265];
/** Lines of pleading paper; real pages hold 3.7 passages on the average. */
const [linesPerPage, lineLength] = [28, 76];
/** One filing in so many has pages without text, and how many. */
const [scannedOneIn, scannedPages] = [12, 5];
/** No filing has more pages: the PDF that stands in for all of them has as many. */
export const mostPages = 160;

/** Filings until the passages are used up. */
export function* syntheticFilings({ passages, seed, stock, findEntities }: RecordOptions): Generator<SyntheticFiling> {
  const random = createRandom(seed);
  const docket = syntheticDocket(random, stock);
  const texts = syntheticTexts(random, stock);
  for (let left = passages; left > 0;) {
    const wanted = Math.min(left, random.pick(passagesPerFiling));
    left -= wanted;
    yield filingOf(
      docket.next().value,
      Array.from({ length: wanted }, () => texts.next().value),
      random,
      findEntities,
    );
  }
}

function filingOf(
  details: FilingDetails,
  texts: readonly SyntheticText[],
  random: SeededRandom,
  findEntities: RecordOptions['findEntities'],
): SyntheticFiling {
  const { court, pacerCaseId, entry, attachment } = details;
  const filename = `gov.uscourts.${court}.${pacerCaseId}.${entry}.${attachment}.pdf`;
  const sha256 = hashOf(filename);
  const layout = layOut(texts, sha256, findEntities);
  const scans = random.whole(scannedOneIn) === 0 ? scannedPages : 0;
  const pages = [
    ...layout.pages,
    ...Array.from({ length: scans }, (_, at) =>
      pageOf(layout.pages.length + at + 1, [], { unread: { reason: 'awaiting-ocr', detail: 'The page has no text.' } }),
    ),
  ];
  const fields = Object.keys(details).filter((field) => field !== 'specimen');
  return {
    file: { sha256, bytes: 100_000, filename, source: `synthetic/${filename}`, fromName: {}, sidecar: {} },
    reading: {
      info: { pageCount: pages.length, title: null, author: null, outline: [] },
      pages,
      details: { details, readFrom: Object.fromEntries(fields.map((field) => [field, 'sidecar'])) },
      passages: layout.passages,
      citations: [],
    },
  };
}

/** Writes passages on pages, line by line; none crosses a page. */
function layOut(
  texts: readonly SyntheticText[],
  sha256: string,
  findEntities: RecordOptions['findEntities'],
): { readonly pages: readonly Page[]; readonly passages: readonly Passage[] } {
  const sheets: string[][] = [[]];
  let headings: readonly string[] = [];
  const passages = texts.map(({ kind, words }, ordinal): Passage => {
    const lines = linesOf(words);
    if ((sheets.at(-1)?.length ?? 0) + lines.length > linesPerPage && sheets.length < mostPages) sheets.push([]);
    const pageNumber = sheets.length;
    const sheet = sheets.at(-1) ?? [];
    const firstLine = sheet.length + 1;
    let [at, from] = [0, sheet.reduce((sum, line) => sum + line.length + 1, 0)];
    const runs = lines.map((line): TextRun => {
      const run = { at, pageNumber, from, length: line.length };
      at += line.length + 1;
      from += line.length + 1;
      return run;
    });
    sheet.push(...lines);
    const text = lines.join(' ');
    const path = headings;
    if (kind === 'heading') headings = [text];
    return {
      id: `${sha256.slice(0, 16)}-${hashOf(text).slice(0, 16)}-${ordinal}`,
      ordinal,
      kind,
      text,
      runs,
      spans: [{ pageNumber, from: runs[0]?.from ?? 0, to: from - 1 }],
      pageNumber,
      pageLabel: String(pageNumber),
      toPageLabel: null,
      stampPage: pageNumber,
      toStampPage: null,
      bates: null,
      lines: { from: firstLine, to: sheet.length, toPageNumber: pageNumber },
      paragraph: null,
      note: kind === 'footnote' ? String(ordinal) : null,
      speaker: kind === 'testimony' ? 'Q' : null,
      headings: path,
      entities: findEntities(text),
    };
  });
  return { pages: sheets.map((lines, index) => pageOf(index + 1, lines)), passages };
}

function linesOf(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
