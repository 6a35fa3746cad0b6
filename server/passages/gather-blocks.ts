// Gathers blocks that are too short to be read or found on their own: turns of testimony, lines of an address, items of a list.
// In: blocks. Out: blocks, with the lines at which their paragraphs begin. Numbered paragraphs, headings, notes and quotes are never gathered: each is cited by itself.
import type { Block } from './page-blocks.ts';
import { paragraphNumberOf, speakerOf, wordsIn } from './line-signs.ts';

/** Turns of testimony are gathered until they have so many words; a question keeps its answer. */
const enoughTestimony = 60;
/** Shorter paragraphs are joined with a neighbour on the same page (issue: passages of 40 to 250 words where structure allows). */
const enough = 40;
const most = 250;
/** White space, in line distances, that parts what is said from what is said elsewhere. */
const farther = 3;

/** A block that may hold several paragraphs. */
export interface GatheredBlock extends Block {
  /** Indexes of the lines at which paragraphs begin. Turns of testimony and rows of a table belong together and are one. */
  readonly starts: readonly number[];
}

/** Gathers neighbours: first what is short with what follows it, then what stayed short with what stands before it. */
export function gatherBlocks(blocks: readonly Block[]): GatheredBlock[] {
  const single = blocks.map((block) => ({ ...block, starts: [0] }));
  const forwards = joined(single, (last, next) => belongTogether(last, next) || isTooShort(last, next, last));
  return joined(forwards, (last, next) => isTooShort(last, next, next));
}

function joined(blocks: readonly GatheredBlock[], goTogether: (last: Block, next: Block) => boolean): GatheredBlock[] {
  const gathered: GatheredBlock[] = [];
  for (const block of blocks) {
    const last = gathered.at(-1);
    if (last !== undefined && goTogether(last, block)) {
      const more = block.kind === 'paragraph' ? block.starts.map((start) => start + last.lines.length) : [];
      gathered[gathered.length - 1] = {
        ...last,
        lines: [...last.lines, ...block.lines],
        starts: [...last.starts, ...more],
      };
    } else {
      gathered.push(block);
    }
  }
  return gathered;
}

function belongTogether(last: Block, next: Block): boolean {
  if (last.kind !== next.kind) return false;
  const [end, begin] = [last.lines.at(-1), next.lines[0]];
  if (end === undefined || begin === undefined) return false;
  if (last.kind === 'testimony') {
    // Over a page break too: a question at the foot of a page belongs to the answer on the next.
    return wordsOf(last) < enoughTestimony || speakerOf(begin.text) === 'A';
  }
  if (begin.page.pageNumber !== end.page.pageNumber) return false;
  return last.kind === 'table' || last.kind === 'signature' || last.kind === 'contents';
}

/** Two paragraphs without numbers on one page, of which `short` is too short alone and which fit into one passage. */
function isTooShort(last: Block, next: Block, short: Block): boolean {
  if (last.kind !== 'paragraph' || next.kind !== 'paragraph') return false;
  const [first, end, begin] = [last.lines[0], last.lines.at(-1), next.lines[0]];
  if (first === undefined || end === undefined || begin === undefined) return false;
  if (begin.page.pageNumber !== end.page.pageNumber) return false;
  // What stands far below is another thing: a note on a slide, a stamp of a clerk.
  if (begin.gap === null || begin.gap > farther * begin.layout.spacing) return false;
  if (paragraphNumberOf(first.text) !== null || paragraphNumberOf(begin.text) !== null) return false;
  return wordsOf(short) < enough && wordsOf(last) + wordsOf(next) <= most;
}

function wordsOf({ lines }: Block): number {
  return lines.reduce((sum, { text }) => sum + wordsIn(text), 0);
}
