// Lines of one page → blocks: paragraphs, headings, quotes, tables, signatures, as spacing, edges, marks and letters tell them.
// In: body lines of a page, without caption, notes and testimony. Out: blocks from top to bottom.
// Where two rules disagree the text is a plain paragraph: a wrong kind misleads, a plain one does not.
import type { PassageKind } from '../contract/passage.ts';
import type { BodyLine } from './body-lines.ts';
import {
  cellsOf,
  hasLabel,
  isCapitals,
  isCentred,
  isMidSentence,
  labelEdgeOf,
  outlineMarkOf,
  paragraphNumberOf,
  wordsIn,
} from './line-signs.ts';
import { readByCells } from './table-cells.ts';
import { tableRunsOf } from './table-lines.ts';

/** A stretch of lines of one kind. */
export interface Block {
  readonly kind: PassageKind;
  readonly lines: readonly BodyLine[];
  /** Number of the note, for footnotes. */
  readonly note: string | null;
}

const stop = /[.?!:;][”"’)\]]*\d{0,2}$/;
const signatureLine = /^(?:Dated?:|DATED:?|Respectfully submitted|(?:By:\s*)?\/s\/|By:\s*(?:_|$))/i;

/** Cuts the lines of a page. */
export function pageBlocks(lines: readonly BodyLine[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const [from, to] of tableRunsOf(lines)) {
    // Gaps in a sentence are what was blacked out.
    const [above, first] = [lines[from - 1], lines[from]];
    if (above !== undefined && first !== undefined && isMidSentence(above.text, first.text)) continue;
    blocks.push(...textBlocks(lines.slice(at, from), blocks.at(-1)));
    const rows = lines.slice(from, to);
    blocks.push({
      kind: rows.some(({ text }) => /\/s\//.test(text)) ? 'signature' : 'table',
      lines: readByCells(rows),
      note: null,
    });
    at = to;
  }
  blocks.push(...textBlocks(lines.slice(at), blocks.at(-1)));
  return blocks;
}

function textBlocks(lines: readonly BodyLine[], before: Block | undefined): Block[] {
  const groups: BodyLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const last = groups.at(-1);
    if (above === undefined || last === undefined || begins(line, above, last)) groups.push([line]);
    else last.push(line);
  }
  let previous = before?.kind;
  return groups.map((group, at): Block => {
    const kind = isAnswer(group, groups[at - 1], groups[at + 1]) ? 'paragraph' : kindOf(group, groups[at + 1]);
    // Below a signature stand names, firms and addresses, some of them in bold.
    const signed =
      previous === 'signature' &&
      (kind === 'paragraph' ? isShort(group) : group.every((line) => standsOnRight(line) && !isCentred(line)));
    previous = signed ? 'signature' : kind;
    return { kind: previous, lines: group, note: null };
  });
}

/** Whether `line` opens a new block below `above`, the last line of `block`. */
function begins(line: BodyLine, above: BodyLine, block: readonly BodyLine[]): boolean {
  const { layout, text } = line;
  // A heading does not run on into the text; words in bold within a sentence are none.
  const isTitle = isTitleLine(above) && !isTitleLine(line) && !/^\p{Ll}/u.test(above.text);
  if (isMidSentence(above.text, text) && !isTitle) return false;
  const gap = line.gap ?? 0;
  const inBlock = block.length > 1 ? (block[1]?.gap ?? layout.spacing) : null;
  if (gap <= 0 || gap > 1.45 * Math.max(layout.spacing, inBlock ?? 0)) return true;
  // Single-spaced text that opens up again, or the other way round.
  if (inBlock !== null && inBlock > 4 && (gap > 1.45 * inBlock || gap < 0.7 * inBlock)) return true;
  if (isTitleLine(line) || isTitleLine(above)) return !goesOnAsTitle(line, above);
  if (paragraphNumberOf(text) !== null && line.line.x >= layout.left - 6) return true;
  if (outlineMarkOf(text) !== null && stop.test(above.text.replace(/,? (?:and|or)$/, ''))) return true;
  if (/^[•●▪■◦○]/.test(text) || signatureLine.test(text)) return true;
  const moved = line.line.x - above.line.x;
  if (isSetWide(above) && isCentred(above) && !isCentred(line) && Math.abs(moved) > 6) return true;
  // Slip opinions set a paragraph in by hardly an em.
  const step = Math.min(12, 0.8 * line.line.fontSize);
  if (block.length === 1 && isShortTitle(above) && /^\p{Lu}/u.test(text) && !hangs(line, above)) return true;
  // The first line of a paragraph stands in, or hangs out with its label; from the second on the block's own edge counts.
  if (block.length === 1) {
    if (moved > step && !hasLabel(above.text) && !(isCentred(line) && isCentred(above))) return true;
  } else if (Math.abs(line.line.x - (block[1]?.line.x ?? layout.left)) > step && !(isCentred(line) && isCentred(above)))
    return true;
  const short = above.end < layout.right - 0.2 * (layout.right - layout.left);
  return short && stop.test(above.text.trimEnd()) && /^[\p{Lu}“"‘(\d[]/u.test(text);
}

/** `1. General rule`: a mark and words that end far before the margin, without a stop. */
function isShortTitle({ text, end, layout }: BodyLine): boolean {
  const half = layout.left + 0.6 * (layout.right - layout.left);
  return outlineMarkOf(text) !== null && end < half && !/[.,;:?!]["”’)]*$/.test(text.trimEnd());
}

/** Whether the line stands under the words behind the label of the one above. */
function hangs(line: BodyLine, above: BodyLine): boolean {
  const edge = labelEdgeOf(above);
  return edge !== null && Math.abs(line.line.x - edge) < 6;
}

/** Far from the left edge: no first line of a paragraph stands in so far. */
function isSetWide({ line, layout }: BodyLine): boolean {
  return line.x - layout.left > 60;
}

/** A second line of a heading: of the same make, without a mark of its own. */
function goesOnAsTitle(line: BodyLine, above: BodyLine): boolean {
  return (
    isTitleLine(above) &&
    outlineMarkOf(line.text) === null &&
    line.line.bold === above.line.bold &&
    // Small capitals measure by whichever are more.
    Math.abs(line.line.fontSize - above.line.fontSize) < 0.25 * above.line.fontSize &&
    (isTitleLine(line) || (outlineMarkOf(above.text) !== null && isCapitals(line.text) && isCapitals(above.text))) &&
    (isCentred(line) === isCentred(above) || hasLabel(above.text)) &&
    // A heading is broken where the line is full.
    above.end - above.line.x > 0.5 * (above.layout.right - above.layout.left) &&
    (line.gap ?? 0) <= 1.1 * line.layout.spacing + 2
  );
}

/** Bold or centred capitals, or a mark before words written like a title that do not fill the line. */
function isTitleLine(line: BodyLine): boolean {
  // Last what most lines need not be asked: a title has letters, and no cells.
  return looksLikeTitle(line) && /\p{L}/u.test(line.text) && cellsOf(line).length === 1;
}

function looksLikeTitle(line: BodyLine): boolean {
  const { text, layout } = line;
  const mark = outlineMarkOf(text);
  if (mark?.mark === text) return isCentred(line);
  if (line.line.bold && wordsIn(text) <= 18) return true;
  if (isCentred(line) && isCapitals(text)) return true;
  return (
    mark !== null &&
    (paragraphNumberOf(text) === null || line.line.italic) &&
    wordsIn(text) <= 20 &&
    line.end < layout.right - 24 &&
    !/[;,]$/.test(text.trimEnd()) &&
    isTitleCase(text)
  );
}

function kindOf(lines: readonly BodyLine[], next: readonly BodyLine[] | undefined): PassageKind {
  const text = lines.map((line) => line.text).join(' ');
  const [first] = lines;
  if (first === undefined) return 'paragraph';
  if (isHeading(lines, text, next)) return 'heading';
  if (signatureLine.test(first.text) || lines.some((line) => /^(?:By:\s*)?\/s\//.test(line.text))) return 'signature';
  const { left, right } = first.layout;
  const inset = lines.length > 1 && lines.every((line) => line.line.x > left + 24 && line.end < right - 12);
  // Lines of an address end where their words end, those of a quotation at its edge.
  const prose =
    lines.slice(0, -1).filter((line) => line.end > right - 0.35 * (right - left)).length >= 0.6 * (lines.length - 1);
  const isAddress =
    lines.length <= 5 && lines.some(({ text: own }) => /\s\d{5}(?:-\d{4})?$|^P\.? ?O\.? Box\b/.test(own.trim()));
  const close = lines.slice(1).every(({ gap, layout }) => gap !== null && gap < 0.75 * layout.spacing);
  if (
    inset &&
    prose &&
    !isAddress &&
    (close || lines.every((line) => line.end < right - 24)) &&
    !lines.every(isCentred)
  )
    return 'quote';
  return 'paragraph';
}

/** `A. Correct.` beside a question is what a witness said. */
function isAnswer(lines: readonly BodyLine[], ...beside: readonly (readonly BodyLine[] | undefined)[]): boolean {
  return /^A[.:]/.test(lines[0]?.text ?? '') && beside.some((other) => /^Q[.:]?\s/.test(other?.[0]?.text ?? ''));
}

function isHeading(lines: readonly BodyLine[], text: string, next: readonly BodyLine[] | undefined): boolean {
  if (isBareMark(text)) return lines.every(isCentred);
  if (lines.length > 4 || wordsIn(text) > 50 || !/\p{L}{2}/u.test(text)) return false;
  // `TO THE COURT AND ALL PARTIES:` addresses, `THE PARTIES AGREE:` introduces.
  if (/[,;]$/.test(text.trimEnd()) || (text.trimEnd().endsWith(':') && outlineMarkOf(text) === null)) return false;
  if (!lines.every(isTitleLine) && outlineMarkOf(text) === null) return false;
  // Sums in bold are no heading.
  if (/^(?:\p{L}+:?\s+)?(?:USD?|[$€£])\s?[$\d][\d,.]*$/u.test(text.trim())) return false;
  if (lines.every(({ line }) => line.bold) || (lines.every(isCentred) && isCapitals(text))) return true;
  if (paragraphNumberOf(text) !== null && !lines.every(({ line }) => line.italic)) return false;
  const mark = outlineMarkOf(text);
  if (mark === null || next === undefined) return false;
  if (wordsIn(text) <= 30 && isTitleCase(text)) return true;
  // `A. Section 465 principles`: a few words without a stop above text; items of a list stand among their equals.
  const isItem = outlineMarkOf(next[0]?.text ?? '')?.level === mark.level;
  return wordsIn(text) <= 12 && !/[.,;:?!]["”’)]*$/.test(text.trimEnd()) && !isItem && mark.level < 4;
}

/** `II` or `A` alone. */
function isBareMark(text: string): boolean {
  return outlineMarkOf(text)?.mark === text;
}

function standsOnRight({ line, layout }: BodyLine): boolean {
  return line.x > layout.middle - 60;
}

/** Lines of a name, a firm, an address. */
function isShort(lines: readonly BodyLine[]): boolean {
  return lines.every(
    ({ end, line, layout }) => line.x > layout.middle - 60 || end < layout.right - 0.25 * (layout.right - layout.left),
  );
}

/** Whether most words that titles capitalise are capitalised. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.7;
}
