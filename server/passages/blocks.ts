// Body lines → blocks: what a reader sees as one paragraph, heading, quote, table or turn of testimony.
// In: body lines of the whole file. Out: blocks in reading order, paragraphs joined over page breaks, notes as blocks of their own.
import type { BodyLine } from './body-lines.ts';
import { partFootnotes } from './footnotes.ts';
import { captionColumns } from './caption-columns.ts';
import { captionPlaceOf, type CaptionPlace } from './caption-place.ts';
import { hasLeader, isCentred, isMidSentence, paragraphNumberOf, speakerOf, wordsIn } from './line-signs.ts';
import { letterheadOf, type LetterHead } from './letterhead.ts';
import { pageBlocks, type Block } from './page-blocks.ts';
import { testimonyPagesOf } from './testimony.ts';

/** Cuts a file into blocks. */
export function blocksOf(lines: readonly BodyLine[]): Block[] {
  const testimony = testimonyPagesOf(lines);
  const caption = captionPlaceOf(lines);
  const letter = caption === null ? letterheadOf(lines) : null;
  const frontMatter = frontMatterOf(lines, testimony);
  const body: Block[] = [...captionBlocks(lines, caption), ...letterBlocks(lines, letter)];
  const notes: Block[] = [];
  let contents = false;
  const rest = lines.slice(caption === null ? (letter?.text ?? 0) : caption.end + 1);
  for (const [pageNumber, pageLines] of Map.groupBy(rest, ({ page }) => page.pageNumber)) {
    const spoken = testimony.has(pageNumber);
    const open = notes.at(-1)?.lines.at(-1)?.page.pageNumber === pageNumber - 1;
    const { body: main, notes: noted } = spoken ? { body: pageLines, notes: [] } : partFootnotes(pageLines, open);
    const leaders = main.filter(({ text }) => hasLeader(text)).length;
    contents = leaders >= 4 || (contents && leaders > 0 && leaders >= main.length / 4);
    const cut = contents
      ? contentsBlocks(main)
      : spoken
        ? testimonyBlocks(main, body.at(-1)?.kind === 'testimony')
        : pageBlocks(main);
    for (const [at, found] of cut.entries()) {
      // Title, names and addresses before the first word of a transcript stand in capitals; they head nothing.
      const block: Block =
        found.kind === 'heading' && frontMatter.has(pageNumber) ? { ...found, kind: 'paragraph' } : found;
      if (at === 0 && goesOn(body.at(-1), block)) joinLast(body, block);
      else body.push(block);
    }
    for (const { note, lines: noteLines } of noted) {
      // A note that goes on from the page before.
      if (note === null && notes.length > 0) joinLast(notes, { kind: 'footnote', lines: noteLines, note });
      else notes.push({ kind: 'footnote', lines: noteLines, note });
    }
  }
  return inReadingOrder([...body, ...notes]);
}

/** Pages before the first word of a transcript; a brief that holds a few pages of one has none. */
function frontMatterOf(lines: readonly BodyLine[], testimony: ReadonlySet<number>): ReadonlySet<number> {
  const pages = new Set(lines.map(({ page }) => page.pageNumber));
  if (testimony.size * 2 < pages.size) return new Set();
  const first = Math.min(...testimony);
  return new Set([...pages].filter((pageNumber) => pageNumber < first));
}

/** Counsel, the court's name, and the parties: the left column of these before the right one. */
function captionBlocks(lines: readonly BodyLine[], caption: CaptionPlace | null): Block[] {
  if (caption === null) return [];
  const { court, table, end } = caption;
  const parts = [lines.slice(0, court), lines.slice(court, table), captionColumns(lines.slice(table, end + 1))];
  return parts.filter((part) => part.length > 0).map((part): Block => ({ kind: 'caption', lines: part, note: null }));
}

/** Whose letter it is; and to whom, when and what about: one passage each. */
function letterBlocks(lines: readonly BodyLine[], letter: LetterHead | null): Block[] {
  if (letter === null) return [];
  return [
    { kind: 'caption', lines: lines.slice(0, letter.date), note: null },
    { kind: 'paragraph', lines: lines.slice(letter.date, letter.text), note: null },
  ];
}

/** By the place of their first line; notes stay behind the text of their page. */
function inReadingOrder(blocks: readonly Block[]): Block[] {
  const pageOf = (block: Block): number => block.lines[0]?.page.pageNumber ?? 0;
  return blocks
    .map((block, at) => ({ block, at }))
    .toSorted(
      (a, b) =>
        pageOf(a.block) - pageOf(b.block) ||
        Number(a.block.kind === 'footnote') - Number(b.block.kind === 'footnote') ||
        a.at - b.at,
    )
    .map(({ block }) => block);
}

function joinLast(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last !== undefined) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
}

/** Whether the first block of a page continues the last one of the page before. */
function goesOn(last: Block | undefined, next: Block): boolean {
  const [end, begin] = [last?.lines.at(-1), next.lines[0]];
  if (last === undefined || end === undefined || begin === undefined) return false;
  if (last.kind === 'table') return goesOnAsTable(end, next);
  if (last.kind !== next.kind) return false;
  if (last.kind === 'testimony') return speakerOf(begin.text) === null;
  if (last.kind !== 'paragraph' && last.kind !== 'quote') return false;
  if (begin.page.pageNumber !== end.page.pageNumber + 1) return false;
  if (isMidSentence(end.text, begin.text)) return true;
  if (paragraphNumberOf(begin.text) !== null) return false;
  const open = !/[.?!:;][”"’)\]]*\d{0,2}$/.test(end.text.trimEnd());
  return open || /^\p{Ll}/u.test(begin.text);
}

/** Rows of a table, or the rest of its last cell, at the top of the next page: in the table's letters, which are not the text's. */
function goesOnAsTable(end: BodyLine, { kind, lines }: Block): boolean {
  const alike = lines.every(({ line }) => Math.abs(line.fontSize - end.line.fontSize) < 0.3);
  if (!alike || lines[0]?.page.pageNumber !== end.page.pageNumber + 1) return false;
  if (kind === 'table') return true;
  const { left, right, fontSize } = end.layout;
  const narrow = lines.length <= 3 && lines.every((line) => line.end - line.line.x < 0.4 * (right - left));
  return kind === 'paragraph' && narrow && Math.abs(end.line.fontSize - fontSize) > 0.4;
}

function contentsBlocks(lines: readonly BodyLine[]): Block[] {
  const first = lines[0];
  if (first === undefined) return [];
  const blocks: Block[] = [];
  for (const [at, line] of lines.entries()) {
    // `TABLE OF AUTHORITIES`, and the kinds of authorities: `Cases`, `Statutes`.
    const isHead =
      wordsIn(line.text) <= 6 &&
      !hasLeader(line.text) &&
      (at === 0 ? isCentred(line) : line.line.bold && line.end < line.layout.middle);
    const last = blocks.at(-1);
    if (isHead) blocks.push({ kind: 'heading', lines: [line], note: null });
    else if (last?.kind === 'contents') joinLast(blocks, { ...last, lines: [line] });
    else blocks.push({ kind: 'contents', lines: [line], note: null });
  }
  return blocks;
}

/** Turns; what stands above the first one of a file is no testimony yet. */
function testimonyBlocks(lines: readonly BodyLine[], goesOnFromAbove: boolean): Block[] {
  const first = lines.findIndex(({ text }) => speakerOf(text) !== null);
  const start = goesOnFromAbove ? 0 : Math.max(first, 0);
  const turns: BodyLine[][] = [];
  for (const line of lines.slice(start)) {
    const turn = turns.at(-1);
    if (turn === undefined || speakerOf(line.text) !== null) turns.push([line]);
    else turn.push(line);
  }
  return [
    ...pageBlocks(lines.slice(0, start)),
    ...turns.map((turn): Block => ({ kind: 'testimony', lines: turn, note: null })),
  ];
}
