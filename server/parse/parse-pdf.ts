// PDF bytes → pages of positioned lines, furniture marked: the whole of reading one file, in one process.
// Shape in: bytes → shape out: ParsedFile. Runs in the confined child; refuses what pdf-document.ts refuses.
// A page that cannot be read keeps its place and says why; the rest goes on.
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import type { FileInfo, Page } from '../contract/page.ts';
import { messageOf } from '../contract/errors.ts';
import type { ParsedFile } from '../contract/record.ts';
import { furnish } from './furniture.ts';
import { failedPage, layOutPage, type PageDraft } from './page-draft.ts';
import { toPage } from './page-text.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';

/** How to parse: the file's name for messages, and who wants to know how far it is. */
export interface ParseOptions {
  readonly name?: string;
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
  { name, onProgress }: ParseOptions = {},
): Promise<FileInfo> {
  const document = await openPdf(bytes, name);
  try {
    const drafts: PageDraft[] = [];
    for (let pageNumber = 1; pageNumber <= document.pageCount; pageNumber++) {
      drafts.push(await layOut(document, pageNumber));
      onProgress?.(pageNumber, document.pageCount);
      // pdf.js waits on microtasks only: without this a process whose parent died would go on to the last page.
      await turnOfEvents();
    }
    const info = await document.info();
    for (const page of furnish(drafts)) await onPage(toPage(page));
    return info;
  } finally {
    await document.close();
  }
}

async function layOut(document: PdfDocument, pageNumber: number): Promise<PageDraft> {
  try {
    return layOutPage(await document.page(pageNumber));
  } catch (error) {
    return failedPage(pageNumber, `Page ${pageNumber} is damaged: ${messageOf(error)}`);
  }
}
