// Body lines → blocks: what a reader sees as one paragraph, heading, quote, table or turn of testimony.
// In: body lines of the whole file. Out: blocks in reading order, paragraphs joined over page breaks, notes as blocks of their own.
// Where two rules disagree the text is a plain paragraph: a wrong kind misleads, a plain one does not.
import type { PassageKind } from '../contract/passage.ts';
import type { BodyLine } from './body-lines.ts';
import { partFootnotes } from './footnotes.ts';
import { captionEndOf } from './caption-place.ts';
import { isTestimony } from './testimony.ts';
import {
  cellsOf,
  hasLeader,
  isCapitals,
  isCentred,
  outlineMarkOf,
  paragraphNumberOf,
  speakerOf,
  wordsIn,
} from './line-signs.ts';

/** A stretch of lines of one kind. */
export interface Block {
  readonly kind: PassageKind;
  readonly lines: readonly BodyLine[];
  /** Number of the note, for footnotes. */
  readonly note: string | null;
}

/** Cuts a file into blocks. */
export function blocksOf(lines: readonly BodyLine[]): Block[] {
  const testimony = isTestimony(lines);
  const captionEnd = captionEndOf(lines);
  const body: Block[] = [];
  const notes: { block: Block; page: number }[] = [];
  const blocks: Block[] = [];
  let contents = false;
  const flushNotes = (): void => {
    blocks.push(...notes.map(({ block }) => block));
    notes.length = 0;
  };
  for (const pageLines of Map.groupBy(lines, ({ page }) => page.pageNumber).values()) {
    const { body: main, notes: found } = testimony ? { body: pageLines, notes: [] } : partFootnotes(pageLines);
    const leaders = main.filter(({ text }) => hasLeader(text)).length;
    contents = leaders >= 4 || (contents && leaders > 0 && leaders >= main.length / 4);
    const caption = main.filter((line) => captionEnd !== null && lines.indexOf(line) <= captionEnd);
    if (caption.length > 0) addBlock(body, { kind: 'caption', lines: caption, note: null });
    const rest = main.slice(caption.length);
    const cut = testimony ? testimonyBlocks(rest) : contents ? contentsBlocks(rest) : pageBlocks(rest);
    for (const [at, block] of cut.entries()) {
      if (at === 0 && goesOn(body.at(-1), block)) joinLast(body, block);
      else body.push(block);
    }
    for (const { note, lines: noteLines } of found) {
      const last = notes.at(-1);
      if (note === null && last !== undefined) {
        notes[notes.length - 1] = { ...last, block: { ...last.block, lines: [...last.block.lines, ...noteLines] } };
      } else {
        notes.push({ block: { kind: 'footnote', lines: noteLines, note }, page: pageLines[0]?.page.pageNumber ?? 0 });
      }
    }
    // Notes stand behind the last block that is complete on their page; a paragraph that goes on keeps its place before them.
    blocks.push(...body.splice(0, Math.max(0, body.length - 1)));
    const pageOfLast = body.at(-1)?.lines.at(-1)?.page.pageNumber;
    if (pageOfLast === undefined) flushNotes();
  }
  blocks.push(...body);
  flushNotes();
  return inReadingOrder(blocks);
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

function addBlock(blocks: Block[], block: Block): void {
  if (block.lines.length > 0) blocks.push(block);
}

function joinLast(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last !== undefined) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
}

/** Whether the first block of a page continues the last one of the page before. */
function goesOn(last: Block | undefined, next: Block): boolean {
  const [end, begin] = [last?.lines.at(-1), next.lines[0]];
  if (last === undefined || end === undefined || begin === undefined || last.kind !== next.kind) return false;
  if (last.kind === 'testimony') return speakerOf(begin.text) === null;
  if (last.kind !== 'paragraph' && last.kind !== 'quote') return false;
  if (begin.page.pageNumber !== end.page.pageNumber + 1 || paragraphNumberOf(begin.text) !== null) return false;
  const open = !/[.?!:;][”"’)\]]*\d{0,2}$/.test(end.text.trimEnd());
  return open || /^\p{Ll}/u.test(begin.text);
}

function contentsBlocks(lines: readonly BodyLine[]): Block[] {
  const first = lines[0];
  if (first === undefined) return [];
  const titled = isCentred(first) && wordsIn(first.text) <= 6;
  const blocks: Block[] = [];
  if (titled) addBlock(blocks, { kind: 'heading', lines: [first], note: null });
  addBlock(blocks, { kind: 'contents', lines: titled ? lines.slice(1) : lines, note: null });
  return blocks;
}

function testimonyBlocks(lines: readonly BodyLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const turn = speakerOf(line.text) !== null;
    const last = blocks.at(-1);
    if (turn || last === undefined) blocks.push({ kind: 'testimony', lines: [line], note: null });
    else joinLast(blocks, { kind: 'testimony', lines: [line], note: null });
  }
  return blocks;
}

function pageBlocks(lines: readonly BodyLine[]): Block[] {
  const groups: BodyLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const last = groups.at(-1);
    if (above === undefined || last === undefined || begins(line, above, last)) groups.push([line]);
    else last.push(line);
  }
  return groups.map((group, at) => ({ kind: kindOf(group, groups[at + 1]), lines: group, note: null }));
}

/** Whether `line` opens a new block below `above`. */
function begins(line: BodyLine, above: BodyLine, block: readonly BodyLine[]): boolean {
  const { layout, text } = line;
  const gap = line.gap ?? 0;
  const inBlock = block.length > 1 ? (block[1]?.gap ?? layout.spacing) : null;
  if (gap <= 0 || gap > 1.45 * Math.max(layout.spacing, inBlock ?? 0)) return true;
  // Single-spaced text that opens up again, or the other way round.
  if (inBlock !== null && inBlock > 4 && (gap > 1.45 * inBlock || gap < 0.7 * inBlock)) return true;
  if (paragraphNumberOf(text) !== null && line.line.x >= layout.left - 6) return true;
  if (isHeadingLine(line) !== isHeadingLine(above)) return true;
  if (cellsOf(line) > 1 !== cellsOf(above) > 1) return true;
  const [indent, before] = [line.line.x - layout.left, above.line.x - layout.left];
  const ended = above.end < layout.right - 36;
  if (indent > 12 && before < 6 && (ended || /[.?!:][”"’)]*\d{0,2}$/.test(above.text.trimEnd()))) return true;
  // The first line of a paragraph stands in; from the second on the block's own left edge counts.
  const edge = block.length > 1 ? (block[1]?.line.x ?? layout.left) : null;
  if (edge !== null && Math.abs(line.line.x - edge) > 12 && !(isCentred(line) && isCentred(above))) return true;
  return ended && /[.?!][”"’)]*\d{0,2}$/.test(above.text.trimEnd()) && indent > 12;
}

function isHeadingLine(line: BodyLine): boolean {
  if (/^["“‘(]?\d+\s*$/.test(line.text)) return false;
  return (line.line.bold && wordsIn(line.text) <= 18) || (isCapitals(line.text) && isCentred(line));
}

function kindOf(lines: readonly BodyLine[], next: readonly BodyLine[] | undefined): PassageKind {
  const text = lines.map((line) => line.text).join(' ');
  const [first] = lines;
  if (first === undefined) return 'paragraph';
  if (isHeading(lines, text, next)) return 'heading';
  if (lines.length > 1 && lines.filter((line) => cellsOf(line) > 1).length > lines.length / 2) return 'table';
  if (
    /^(?:Dated?:|DATED:?|Respectfully submitted|\/s\/)/.test(first.text) ||
    lines.some((line) => /^(?:By:\s*)?\/s\//.test(line.text))
  ) {
    return 'signature';
  }
  const { left, right } = first.layout;
  const inset = lines.length > 1 && lines.every((line) => line.line.x > left + 24 && line.end < right - 12);
  const close = lines.slice(1).every(({ gap, layout }) => gap !== null && gap < 0.75 * layout.spacing);
  if (inset && (close || lines.every((line) => line.end < right - 24)) && !lines.every(isCentred)) return 'quote';
  return 'paragraph';
}

function isHeading(lines: readonly BodyLine[], text: string, next: readonly BodyLine[] | undefined): boolean {
  if (lines.length > 4 || wordsIn(text) > 40 || !/\p{L}/u.test(text)) return false;
  if (paragraphNumberOf(text) !== null && !lines.every(({ line }) => line.bold)) return false;
  if (lines.every((line) => isHeadingLine(line))) return !/[,;]$/.test(text);
  if (outlineMarkOf(text) === null || next === undefined || /[;,]$/.test(text.trimEnd())) return false;
  // `A. The Inbox API.` ends like a sentence: then its words must be written like a title.
  return /[.]$/.test(text.trimEnd())
    ? wordsIn(text) <= 20 && isTitleCase(text)
    : wordsIn(text) <= 30 && isTitleCase(text);
}

/** Whether most words that titles capitalise are capitalised. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.7;
}
