// Where the time of parsing goes: pdf.js making its list of drawing operators, or our rules making lines of it.
// In: paths. Out: milliseconds of each, in this process and one file after another; nothing of the files is kept.
import { readFileSync } from 'node:fs';
import { skipImageDecoding } from '../../server/parse/image-skipping.ts';
import type { PageDraft } from '../../server/parse/page-draft.ts';

export interface ParseShares {
  readonly pdfjsMs: number;
  readonly rulesMs: number;
  readonly pages: number;
}

/** Parses files as the confined process does, with a clock at each step. */
export async function parseShares(paths: readonly string[]): Promise<ParseShares> {
  skipImageDecoding();
  // Only now, as in the confined process: the hook must stand before pdf.js' worker is imported.
  const { openPdf } = await import('../../server/parse/pdf-document.ts');
  const { layOutPage } = await import('../../server/parse/page-draft.ts');
  const { furnish } = await import('../../server/parse/furniture.ts');
  const { toPage } = await import('../../server/parse/page-text.ts');
  let [pdfjsMs, rulesMs, pages] = [0, 0, 0];
  for (const path of paths) {
    let mark = performance.now();
    const lap = (): number => {
      const before = mark;
      mark = performance.now();
      return mark - before;
    };
    const document = await openPdf(readFileSync(path), path);
    const drafts: PageDraft[] = [];
    for (let pageNumber = 1; pageNumber <= document.pageCount; pageNumber += 1) {
      const raw = await document.page(pageNumber);
      pdfjsMs += lap();
      drafts.push(layOutPage(raw));
      rulesMs += lap();
    }
    for (const page of furnish(drafts)) toPage(page);
    rulesMs += lap();
    await document.close();
    pdfjsMs += lap();
    pages += drafts.length;
  }
  return { pdfjsMs, rulesMs, pages };
}
