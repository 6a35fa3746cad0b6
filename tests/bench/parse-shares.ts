// Where the time of reading goes: pdf.js making its list of drawing operators, or our rules making pages and passages of it.
// In: paths. Out: milliseconds of each step, in this process and one file after another; nothing of the files is kept.
// The clock is the time that this thread had a processor: a busy machine makes it no longer.
import { readFileSync } from 'node:fs';
import { skipImageDecoding } from '../../server/parse/image-skipping.ts';
import type { PageDraft } from '../../server/parse/page-draft.ts';
import { cutPassages } from '../../server/passages/cut-passages.ts';

/** Milliseconds of processor time, in the order of the steps. */
export interface ParseShares {
  /** Opening the file and having pdf.js build the operator list of each page. */
  readonly pdfjs: number;
  /** Our interpreter: operators → characters, fills, images. */
  readonly interpreter: number;
  /** Rules that need one page: hidden text, runs, rows, fragments; at the end lines in reading order. */
  readonly pageRules: number;
  /** Rules that need the file: stamps, line numbers, Bates and page numbers, heads and feet. */
  readonly fileRules: number;
  readonly passages: number;
}

/** Shares of a run, and over how many pages. */
export interface MeasuredShares {
  readonly ms: ParseShares;
  readonly pages: number;
}

/** What all rules together cost, as a share of pdf.js' time. */
export function rulesShare({ pdfjs, interpreter, pageRules, fileRules, passages }: ParseShares): number {
  return (interpreter + pageRules + fileRules + passages) / pdfjs;
}

/** Reads files as the confined process and the pipeline do, with a clock at each step. */
export async function parseShares(paths: readonly string[]): Promise<MeasuredShares> {
  skipImageDecoding();
  // Only now, as in the confined process: the hook must stand before pdf.js' worker is imported.
  const { openPdf } = await import('../../server/parse/pdf-document.ts');
  const { interpret } = await import('../../server/parse/operator-interpreter.ts');
  const { layOutPage } = await import('../../server/parse/page-draft.ts');
  const { furnish } = await import('../../server/parse/furniture.ts');
  const { toPage } = await import('../../server/parse/page-text.ts');
  const ms = { pdfjs: 0, interpreter: 0, pageRules: 0, fileRules: 0, passages: 0 };
  let pages = 0;
  for (const path of paths) {
    let mark = processorMs();
    const lap = (step: keyof ParseShares): void => {
      const before = mark;
      mark = processorMs();
      ms[step] += mark - before;
    };
    const document = await openPdf(readFileSync(path), path);
    const drafts: PageDraft[] = [];
    for (let pageNumber = 1; pageNumber <= document.pageCount; pageNumber += 1) {
      const raw = await document.page(pageNumber);
      lap('pdfjs');
      const painted = interpret(raw);
      lap('interpreter');
      drafts.push(layOutPage(raw, [], painted));
      lap('pageRules');
    }
    const furnished = furnish(drafts);
    lap('fileRules');
    const read = furnished.map(toPage);
    lap('pageRules');
    cutPassages(read, {
      sha256: '0'.repeat(64),
      gazetteer: { people: [], organizations: [], products: [] },
      documentType: null,
    });
    lap('passages');
    await document.close();
    lap('pdfjs');
    pages += drafts.length;
  }
  return { ms, pages };
}

/** How long this thread has had a processor, for the program and for the system on its behalf. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
