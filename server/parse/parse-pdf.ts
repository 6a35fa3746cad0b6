// PDF bytes → pages of positioned lines, furniture marked: the whole of reading one file, in one process.
// Shape in: bytes → shape out: ParsedFile. Runs in the confined child; refuses what pdf-document.ts refuses.
// A page that cannot be read keeps its place and says why; the rest goes on.
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { rectOf, type Rect } from '../contract/geometry.ts';
import type { Bars, FileInfo, Page } from '../contract/page.ts';
import { messageOf, PinciteError } from '../contract/errors.ts';
import type { RecognitionOutcome } from '../contract/recognition.ts';
import type { ParsedFile } from '../contract/record.ts';
import { furnish } from './furniture.ts';
import { failedPage, layOutPage, type PageDraft } from './page-draft.ts';
import { toPage } from './page-text.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';
import { withoutUnseenWords } from './redaction-info.ts';
import { withRecognized } from './recognition/recognized-draft.ts';
import { asRecognized } from './recognition/recognized-page.ts';

/** How to parse: the file's name for messages, what its pictures say and what they hide, and who wants to know how far it is. */
export interface ParseOptions {
  readonly name?: string;
  /** A file with more pages is refused (`too-large`). */
  readonly maxPages?: number;
  readonly outcomes?: readonly RecognitionOutcome[];
  readonly bars?: readonly Bars[];
  readonly onProgress?: (pagesDone: number, pageCount: number) => void;
}

/** Parses a file and keeps all of its pages. Throws `empty-file`, `not-a-pdf`, `unreadable-pdf`, `encrypted-pdf`. */
export async function parsePdf(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedFile> {
  const pages: Page[] = [];
  const info = await parsePages(bytes, (page) => void pages.push(page), options);
  return { info, pages };
}

/**
 * Parses a file and hands out page after page, in order. Furniture is learned from the whole file, so the first page comes
 * after the last was laid out; what is held until then is text and places, never drawings or images.
 */
export async function parsePages(
  bytes: Uint8Array,
  onPage: (page: Page) => void | Promise<void>,
  { name = 'the file', maxPages = Infinity, outcomes = [], bars = [], onProgress }: ParseOptions = {},
): Promise<FileInfo> {
  const document = await openPdf(bytes, name);
  try {
    if (document.pageCount > maxPages) throw tooManyPages(name, document.pageCount, maxPages);
    const drafts: PageDraft[] = [];
    const hidden = new Map(bars.map(({ pageNumber, boxes }) => [pageNumber, boxes.map(rectOf)]));
    for (let pageNumber = 1; pageNumber <= document.pageCount; pageNumber++) {
      drafts.push(await layOut(document, pageNumber, hidden.get(pageNumber) ?? []));
      onProgress?.(pageNumber, document.pageCount);
      // pdf.js waits on microtasks only: without this a process whose parent died would go on to the last page.
      await turnOfEvents();
    }
    const info = withoutUnseenWords(await document.info(), drafts);
    for (const page of pagesOf(drafts, outcomes)) await onPage(page);
    return info;
  } finally {
    await document.close();
  }
}

/** The pages of a file; those that wait for recognition say what was recognised, where it was. */
function* pagesOf(drafts: readonly PageDraft[], outcomes: readonly RecognitionOutcome[]): Generator<Page> {
  const waiting = outcomes.length === 0 ? new Map<number, RecognitionOutcome>() : outcomesFor(drafts, outcomes);
  const complete = drafts.map((draft) => {
    const outcome = waiting.get(draft.pageNumber);
    return outcome?.kind === 'recognized' ? withRecognized(draft, outcome.page) : draft;
  });
  for (const furnished of furnish(complete)) {
    const page = toPage(furnished);
    const outcome = waiting.get(page.pageNumber);
    yield outcome === undefined ? page : asRecognized(page, outcome);
  }
}

/** The outcomes of pages that wait: a page that this parser can read by itself needs none, whatever an older one thought. */
function outcomesFor(
  drafts: readonly PageDraft[],
  outcomes: readonly RecognitionOutcome[],
): ReadonlyMap<number, RecognitionOutcome> {
  const byPage = new Map(
    outcomes.map((outcome) => [outcome.kind === 'failed' ? outcome.pageNumber : outcome.page.pageNumber, outcome]),
  );
  for (const furnished of furnish(drafts)) {
    const { pageNumber, unread } = toPage(furnished);
    if (unread?.reason !== 'awaiting-ocr') byPage.delete(pageNumber);
  }
  return byPage;
}

function tooManyPages(name: string, pageCount: number, maxPages: number): PinciteError {
  const [has, most] = [pageCount, maxPages].map((count) => count.toLocaleString('en-US'));
  return new PinciteError(
    'too-large',
    `${name} has ${has} pages; the limit is ${most}. Raise it with --max-pages, or split the file, then retry.`,
  );
}

async function layOut(document: PdfDocument, pageNumber: number, bars: readonly Rect[]): Promise<PageDraft> {
  try {
    return layOutPage(await document.page(pageNumber), bars);
  } catch (error) {
    return failedPage(pageNumber, `Page ${pageNumber} is damaged: ${messageOf(error)}`);
  }
}
