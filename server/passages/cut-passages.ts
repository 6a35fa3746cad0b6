// Pages of lines → passages: text to search and read, with its place on the page, its headings and the names in it.
// In: pages of one file. Out: passages in reading order. Pure: the same pages give the same passages with the same ids.
import { hash } from 'node:crypto';
import type { DocumentType, Gazetteer } from '../contract/filing.ts';
import type { Page, Span } from '../contract/page.ts';
import type { LineRange, Passage, TextRun } from '../contract/passage.ts';
import { mergeSpans } from '../text/derived-text.ts';
import { blocksOf } from './blocks.ts';
import { bodyLinesOf, type BodyLine } from './body-lines.ts';
import { deriveText, hyphenWordsOf, type DerivedText } from './derive-text.ts';
import { createEntityFinder } from './entities.ts';
import { createHeadingPath } from './heading-path.ts';
import { gatherBlocks } from './gather-blocks.ts';
import { isCentred, paragraphNumberOf, speakerOf } from './line-signs.ts';
import type { Block } from './page-blocks.ts';
import { partsOf } from './passage-size.ts';

/** Version of what is made of the same pages; raise it with every change of blocks, kinds, names or details. */
export const cuttingVersion = '8';

/** What cutting needs besides the pages. */
export interface CuttingOptions {
  readonly sha256: string;
  readonly gazetteer: Gazetteer;
  readonly documentType: DocumentType | null;
}

/** Types whose paragraphs are numbered and cited by number. */
const numberedTypes: ReadonlySet<DocumentType | null> = new Set(['complaint', 'answer', 'declaration', 'stipulation']);

/** Kinds that consist of rows, not of sentences. */
const rowKinds: ReadonlySet<Block['kind']> = new Set(['table', 'contents', 'signature', 'caption']);

/** What ends a numbered paper and belongs to none of its paragraphs. */
const closing = /^(?:I declare\b|Executed (?:on|this)\b|WHEREFORE\b|Respectfully submitted\b|PRAYER\b|DEMAND\b)/;

/** Fewer numbers are a list. */
const fewestNumbered = 5;

/** Cuts a file into passages. Unread pages have none. */
export function cutPassages(pages: readonly Page[], options: CuttingOptions): Passage[] {
  const lines = bodyLinesOf(pages);
  const words = hyphenWordsOf(lines);
  const findEntities = createEntityFinder(options.gazetteer);
  let path = createHeadingPath();
  let inContents = false;
  const idOf = createIds(options.sha256);
  const passages: Passage[] = [];
  let paragraph: string | null = null;
  let lastNumber = 0;
  let above: Block['kind'] | null = null;
  /** Headings in force where a note is called: page and mark. */
  const calledUnder = new Map<string, readonly string[]>();
  const blocks = gatherBlocks(blocksOf(lines));
  const numbers = numberedTypes.has(options.documentType) || isNumbered(blocks);
  for (const [at, block] of blocks.entries()) {
    const [first] = block.lines;
    if (first === undefined) continue;
    const derived = deriveText(block.lines, words, markLength(block));
    if (derived.text.trim() === '') continue;
    // `TABLE OF AUTHORITIES`, `Cases` head the tables, not the text that follows these.
    if (inContents && !belongsToContents(blocks, at)) path = createHeadingPath();
    inContents = belongsToContents(blocks, at);
    if (block.kind === 'heading') {
      path.enter(derived.text, { centred: isCentred(first), follows: above === 'heading' });
      paragraph = null;
    } else if (block.kind === 'paragraph' && numbers) {
      const number = nextNumber(first.text, lastNumber);
      if (number !== null) [paragraph, lastNumber] = [number, Number(number)];
      else if (closing.test(first.text)) paragraph = null;
      // Outside of pleadings, where every paragraph has one, text below the last number is no part of it.
      else if (number === null && above === 'paragraph' && !numberedTypes.has(options.documentType)) paragraph = null;
    } else if (block.kind === 'caption' || block.kind === 'signature' || block.kind === 'contents') {
      paragraph = null;
    }
    above = block.kind;
    if (block.kind !== 'footnote') for (const call of callsOf(block)) calledUnder.set(call, path.path);
    const headings = headingsOf(block, path.path, calledUnder);
    const numbered = block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'table' ? paragraph : null;
    const starts = rowKinds.has(block.kind) ? derived.lineStarts : undefined;
    const paragraphStarts = block.starts.map((line) => derived.lineStarts[line] ?? 0);
    for (const [from, to] of partsOf(derived.text, starts)) {
      const text = derived.text.slice(from, to).trimEnd();
      const runs = runsWithin(derived, from, from + text.length);
      if (runs.length === 0) continue;
      passages.push({
        id: idOf(text),
        ordinal: passages.length,
        kind: block.kind,
        text,
        runs,
        ...placeOf(runs, block.lines),
        paragraph: numbered,
        note: block.note,
        speaker: block.kind === 'testimony' ? speakerOf(first.text) : null,
        headings: [...headings],
        entities: findEntities(text),
        ...paragraphsWithin(paragraphStarts, from, to),
      });
    }
  }
  return passages;
}

/** Where paragraphs begin in a part of a block; nothing is said of one that begins with the part and is alone in it. */
function paragraphsWithin(starts: readonly number[], from: number, to: number): Pick<Passage, 'paragraphs'> {
  const paragraphs = starts.filter((start) => start >= from && start < to).map((start) => start - from);
  return paragraphs.length === 1 && paragraphs[0] === 0 ? {} : { paragraphs };
}

/** Whether a block is a table of contents or authorities, or heads one. */
function belongsToContents(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at, at + 4).find(({ kind }) => kind !== 'heading');
  return next?.kind === 'contents';
}

/** Where notes are called in a block: page and mark. */
function callsOf({ lines }: Block): string[] {
  return lines.flatMap(({ page, line }) =>
    line.superscripts.map(([from, to]) => `${page.pageNumber} ${page.text.slice(from, to).trim()}`),
  );
}

/** A note stands under the headings of its call, a signature under none, a heading under those above it. */
function headingsOf(
  block: Block,
  path: readonly string[],
  calledUnder: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (block.kind === 'heading') return path.slice(0, -1);
  if (block.kind === 'signature') return [];
  if (block.kind !== 'footnote') return path;
  return calledUnder.get(`${block.lines[0]?.page.pageNumber} ${block.note}`) ?? path;
}

/** Length of the figure that opens a note: it is the note's number, not its text. */
function markLength({ kind, lines, note }: Block): number {
  return kind === 'footnote' && note !== null ? (lines[0]?.text.indexOf(note) ?? 0) + note.length : 0;
}

/** Whether most paragraphs of a paper of another kind are numbered in sequence: a notice, an order in numbered parts. */
function isNumbered(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  let count = 0;
  for (const { lines } of paragraphs) if (Number(paragraphNumberOf(lines[0]?.text ?? '')) === count + 1) count += 1;
  return count >= fewestNumbered && count >= 0.5 * paragraphs.length;
}

/** A paragraph's number counts only when it goes on from the one before: `9. Defendant` first thing in a brief is none. */
function nextNumber(text: string, last: number): string | null {
  const number = paragraphNumberOf(text);
  if (number === null) return null;
  // A number may be lost on a page that was not read: small gaps are allowed forwards, but not before the first.
  return Number(number) > last && Number(number) <= (last === 0 ? 1 : last + 8) ? number : null;
}

function runsWithin({ runs }: DerivedText, from: number, to: number): TextRun[] {
  const within: TextRun[] = [];
  for (const { at, length, pageNumber, from: place } of runs) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + length);
    if (start < end) within.push({ at: start - from, pageNumber, from: place + start - at, length: end - start });
  }
  return within;
}

type Place = Pick<
  Passage,
  'spans' | 'pageNumber' | 'pageLabel' | 'toPageLabel' | 'stampPage' | 'toStampPage' | 'bates' | 'lines'
>;

function placeOf(runs: readonly TextRun[], lines: readonly BodyLine[]): Place {
  const spans: Span[] = mergeSpans(
    runs.map(({ pageNumber, from, length }) => ({ pageNumber, from, to: from + length })),
    // A line break between two lines of the block; a mended hyphen besides.
    2,
  );
  // As they stand on the page: a caption is read column by column.
  const touched = lines
    .filter(({ page, line }) =>
      spans.some(({ pageNumber, from, to }) => pageNumber === page.pageNumber && from < line.to && line.from < to),
    )
    .toSorted((a, b) => a.page.pageNumber - b.page.pageNumber || a.line.from - b.line.from);
  const [first, last] = [touched[0], touched.at(-1)];
  const [page, toPage] = [first?.page, last?.page];
  const crosses = page !== undefined && toPage !== undefined && toPage.pageNumber !== page.pageNumber;
  return {
    spans,
    pageNumber: page?.pageNumber ?? 1,
    pageLabel: page?.pageLabel ?? null,
    toPageLabel: crosses ? toPage.pageLabel : null,
    stampPage: page?.stampPage ?? null,
    toStampPage: crosses ? toPage.stampPage : null,
    bates: page?.bates ?? null,
    lines: rangeOf(first, last),
  };
}

/** Null unless both ends have a number: half a range cannot be cited. */
function rangeOf(first: BodyLine | undefined, last: BodyLine | undefined): LineRange | null {
  const [from, to] = [first?.line.number ?? null, last?.line.number ?? null];
  if (from === null || to === null || last === undefined) return null;
  return { from, to, toPageNumber: last.page.pageNumber };
}

/** Ids: file, hash of the normalised text, and which one it is among equals (ARCHITECTURE §3). */
function createIds(sha256: string): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const digest = hash('sha256', normalised(text)).slice(0, 16);
    const count = counts.get(digest) ?? 0;
    counts.set(digest, count + 1);
    return `${sha256.slice(0, 16)}-${digest}-${count}`;
  };
}

/** Letters of other scripts cost several times as much to look for as these, which have one form only. */
const plain = /^[\x20-\x7e’‘“”–—§¶]*$/;

/** Letters and figures in one form and size, a space between words. */
function normalised(text: string): string {
  const words = plain.test(text)
    ? text.toLowerCase().replaceAll(/[^a-z\d]+/g, ' ')
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim();
}
