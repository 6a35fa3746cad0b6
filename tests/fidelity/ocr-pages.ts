// Which pages the accuracy of recognition is measured on, and where the words that are really on them are known from.
// Out: a row per page. A text page that is drawn and recognised is the fairest measure: its truth is its own text, letter for letter.
import type { ScanKind } from './page-scan.ts';

/** A page to be recognised. */
export interface OcrPage {
  /** `specimens`: docs-corpus/filings; `filings`: ../shared/filings. */
  readonly from: 'specimens' | 'filings';
  /** Its path in there. */
  readonly file: string;
  readonly pageNumber: number;
  /** `as filed`: the file is a scan; else its text page is scanned by `page-scan.ts`. */
  readonly scan: 'as filed' | ScanKind;
  /** `own`: the text the page has; `specimen`: what the typesetter wrote down; else the text in truth/ of this name. */
  readonly truth: string;
  /** Level, evenly printed, nothing over the words: of these 95 of 100 words must be right (issue 4). */
  readonly isClean: boolean;
}

/** Text pages of different courts, makers and layouts; why each is there. */
const textPages: readonly (readonly [file: string, pageNumber: number, why: string])[] = [
  ['court/cand.330639/gov.uscourts.cand.330639.212.0.pdf', 9, 'pleading paper with footnotes'],
  ['court/cacd.645219/gov.uscourts.cacd.645219.282.1.pdf', 10, 'pleading paper of another firm'],
  ['court/hunter-v-fisher/HunterOppositiontoAnti-SLAPPMotions.pdf', 12, 'pleading paper of a state court'],
  ['court/cacd.664551/gov.uscourts.cacd.664551.368.0.pdf', 9, 'an order with citations'],
  ['court/free.law/certiorari-petition.pdf', 16, 'the small page of a petition'],
  ['court/doctor/ca5_00516242060.pdf', 6, 'an appellate opinion'],
  ['court/courtlistener/2ndCircuit-08-6301-cv_opn.pdf', 6, 'double-spaced, numbered lines'],
  ['court/sffa-v-harvard/20181015-Day-1.pdf', 22, 'a transcript'],
  ['robustness/pdfplumber/federal-register-2020-17221.pdf', 2, 'three columns of small print'],
];

/** Pages that are measured. */
export const ocrPages: readonly OcrPage[] = [
  ...[1, 2].map((pageNumber) => specimenPage(pageNumber)),
  filed('robustness/ocrmypdf/linn.pdf', 'linn.txt', true),
  filed('robustness/ocrmypdf/ccitt.pdf', 'linn.txt', true),
  // The page of linn.pdf, crooked and jagged: words are torn by the turning itself.
  filed('robustness/ocrmypdf/skew.pdf', 'linn.txt', false),
  { ...drawn('robustness/pdfplumber/scotus-transcript-p1.pdf', 1, 'clean'), truth: 'scotus-transcript-p1.txt' },
  // Its foot is printed over with the court's stamp, and a firm's name runs up the margin.
  { ...drawn('court/canb.582112/gov.uscourts.canb.582112.277.0.pdf', 2, 'clean'), isClean: false },
  ...textPages.map(([file, pageNumber]) => drawn(file, pageNumber, 'clean')),
  ...textPages.map(([file, pageNumber]) => drawn(file, pageNumber, 'worn')),
];

/** The specimen that is a scan. */
function specimenPage(pageNumber: number): OcrPage {
  const file = 'gov.uscourts.cand.0.9012.0.pdf';
  return { from: 'specimens', file, pageNumber, scan: 'as filed', truth: 'specimen', isClean: true };
}

function filed(file: string, truth: string, isClean: boolean): OcrPage {
  return { from: 'filings', file, pageNumber: 1, scan: 'as filed', truth, isClean };
}

function drawn(file: string, pageNumber: number, scan: ScanKind): OcrPage {
  return { from: 'filings', file, pageNumber, scan, truth: 'own', isClean: scan === 'clean' };
}
