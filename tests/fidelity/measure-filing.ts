// One filing read by the program's own parser and measured in every way there is a truth for.
// In: a file, what to read it with. Out: its figures and faults, or why it was refused. Pages and passages are let go of at once.
import { PinciteError } from '../../server/contract/errors.ts';
import type { Gazetteer } from '../../server/contract/filing.ts';
import type { ParsedFile } from '../../server/contract/record.ts';
import type { Passage } from '../../server/contract/passage.ts';
import { readRecapName } from '../../server/intake/recap-name.ts';
import type { ParserPool } from '../../server/parse/parser-pool.ts';
import { cutPassages } from '../../server/passages/cut-passages.ts';
import { readFilingDetails } from '../../server/passages/filing-details.ts';
import type { MeasuredDocument } from './baseline.ts';
import { share, type Figures } from './figures.ts';
import { keyOf, type FilingFile } from './filings-folder.ts';
import { readLinesByHand, type HandTable } from './lines-by-hand.ts';
import type { PagesByEye } from './pages-by-eye.ts';
import { readPageNumbers } from './page-number-figures.ts';
import { pagesByPoppler } from './poppler.ts';
import { readSpecimenLines } from './specimen-lines.ts';
import { readSpecimenPassages } from './specimen-passages.ts';
import { readSpecimenTruth } from './specimen-truth.ts';
import { readStamps, type StampTruth } from './stamp-truth.ts';
import { readStructure } from './structure-figures.ts';
import { readWords, type WordFault } from './word-figures.ts';

/** What a filing is measured with; null for a truth that is not there. */
export interface Yardsticks {
  readonly hasPoppler: boolean;
  readonly stamps: StampTruth | null;
  readonly byHand: HandTable;
  /** Pages a person looked at: whether they need recognition. */
  readonly byEye: PagesByEye;
  /** Folder of the specimens' truths. */
  readonly specimens: string | null;
}

/** Something wrong on a page, by the measure that found it. */
export interface Fault {
  readonly measure: 'stamps' | 'page numbers' | 'lines by hand' | 'specimen lines' | 'specimen passages' | 'structure';
  readonly pageNumber: number;
  readonly fault: string;
}

/** A filing's figures and what is behind them. */
export interface MeasuredFiling extends MeasuredDocument {
  readonly name: string;
  readonly faults: readonly Fault[];
  readonly wordFaults: readonly WordFault[];
}

const noNames: Gazetteer = { people: [], organizations: [], products: [] };

/** Passages as the pipeline cuts them, without a sidecar. */
export function passagesOf(file: ParsedFile, name: string, sha256: string): Passage[] {
  const filename = name.split('/').at(-1) ?? name;
  const { pages, info } = file;
  const fromName = readRecapName(filename) ?? {};
  const { details } = readFilingDetails({ pages, info, filename, fromName, sidecar: {} });
  return cutPassages(pages, { sha256, gazetteer: noNames, documentType: details.type });
}

/** Reads and measures one file. */
export async function measureFiling(
  file: FilingFile,
  pool: ParserPool,
  yardsticks: Yardsticks,
): Promise<MeasuredFiling> {
  const { key, sha256 } = await keyOf(file);
  const { name, path } = file;
  let parsed: ParsedFile;
  try {
    parsed = await pool.parse(path, { name, onProgress: () => undefined });
  } catch (error) {
    if (!(error instanceof PinciteError)) throw error;
    return { key, name, figures: {}, refused: error.code, faults: [], wordFaults: [] };
  }
  const { pages } = parsed;
  const passages = passagesOf(parsed, name, sha256);
  const figures: Figures[] = [
    { 'pages read': share(pages.filter(({ unread }) => unread === null).length, pages.length) },
  ];
  const faults: Fault[] = [];
  const take = (
    measure: Fault['measure'],
    reading: { readonly figures: Figures; readonly faults: readonly Omit<Fault, 'measure'>[] } | null,
  ): void => {
    if (reading === null) return;
    figures.push(reading.figures);
    faults.push(...reading.faults.map((fault) => ({ measure, ...fault })));
  };
  const words = yardsticks.hasPoppler ? await readWords(pages, pagesByPoppler(path), yardsticks.byEye.get(name)) : null;
  if (words !== null) figures.push(words.figures);
  if (yardsticks.stamps !== null) take('stamps', readStamps(pages, yardsticks.stamps.get(name)));
  take('page numbers', readPageNumbers(pages));
  take('lines by hand', readLinesByHand(pages, yardsticks.byHand.get(key.slice(13))));
  const truth = yardsticks.specimens === null ? null : readSpecimenTruth(yardsticks.specimens, name);
  if (truth !== null) {
    take('specimen lines', readSpecimenLines(pages, truth.pages));
    take('specimen passages', readSpecimenPassages(passages, truth.passages));
  }
  take('structure', readStructure(passages));
  const all: Figures = Object.assign({}, ...figures);
  return { key, name, figures: all, refused: null, faults, wordFaults: words?.faults ?? [] };
}
