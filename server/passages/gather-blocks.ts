// Gathers blocks that are too short to be read or found on their own: turns of testimony, lines of an address.
// In: blocks. Out: blocks. Numbered paragraphs, headings, notes and quotes are never gathered: each is cited by itself.
import type { Block } from './page-blocks.ts';
import { paragraphNumberOf, speakerOf, wordsIn } from './line-signs.ts';

/** Turns of testimony are gathered until they have so many words; a question keeps its answer. */
const enoughTestimony = 60;
/** Blocks below this are fragments: an address, a date, a cell. */
const fragment = 12;

/** Gathers neighbours. */
export function gatherBlocks(blocks: readonly Block[]): Block[] {
  const gathered: Block[] = [];
  for (const block of blocks) {
    const last = gathered.at(-1);
    if (last !== undefined && belongTogether(last, block)) {
      gathered[gathered.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
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
  if (last.kind === 'table' || last.kind === 'signature' || last.kind === 'contents') return true;
  if (last.kind !== 'paragraph' || paragraphNumberOf(begin.text) !== null) return false;
  return (
    wordsOf(last) < fragment * 3 && wordsOf(next) < fragment && paragraphNumberOf(last.lines[0]?.text ?? '') === null
  );
}

function wordsOf({ lines }: Block): number {
  return lines.reduce((sum, { text }) => sum + wordsIn(text), 0);
}
