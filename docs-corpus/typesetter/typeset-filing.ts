// One source -> one filing: its name, its PDF and the truth about it. Tables of contents are set in two passes, the second knows the pages.
// Refuses what the reader of sources and the composer refuse.
import { compose, composeNote } from './compose.ts';
import { drawFiling } from './draw.ts';
import { furnish } from './furnish.ts';
import { findOn, noPages } from './page-finder.ts';
import type { PageFinder } from './page-finder.ts';
import { paginate } from './paginate.ts';
import { papers } from './papers.ts';
import type { PlacedPage } from './set-line.ts';
import type { FilingFacts, FilingSource } from './source.ts';
import { truthOf } from './truth.ts';
import type { Truth } from './truth.ts';

/** A filing, typeset. */
export interface TypesetFiling {
  readonly file: string;
  readonly bytes: Buffer;
  readonly truth: Truth;
}

/** The name RECAP gives a file: `gov.uscourts.cand.0.9007.1.pdf`. */
export function fileNameOf(facts: Pick<FilingFacts, 'entry' | 'attachment'>): string {
  return `gov.uscourts.cand.0.${facts.entry}.${facts.attachment}.pdf`;
}

/** Sets the pages of a source. */
export function setPages(source: FilingSource): PlacedPage[] {
  const paper = papers[source.facts.paper];
  const pass = (pages: PageFinder) =>
    furnish(
      paginate(compose(source, paper, pages), paper, (number, headings) =>
        composeNote(number, source, paper, headings),
      ),
      paper,
      source.facts,
    );
  const draft = pass(noPages);
  return source.blocks.some((block) => block.kind === 'fence' && /^(contents|authorities)$/.test(block.name))
    ? pass(findOn(draft))
    : draft;
}

/** Typesets a source. */
export async function typesetFiling(source: FilingSource): Promise<TypesetFiling> {
  const pages = setPages(source);
  const file = fileNameOf(source.facts);
  return { file, bytes: await drawFiling(pages, source.facts), truth: truthOf(file, pages, source.facts) };
}
