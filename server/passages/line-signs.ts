// What a single line of body text shows on its face: dot leaders, numbers of paragraphs, speakers, cells of a table.
// In: a body line. Out: the sign, or null. No rule here looks at more than the line and its page's layout.
import type { BodyLine } from './body-lines.ts';

/** `Argument ........ 12`, `Smith v. Jones, 1 U.S. 2 (1990) … passim`: a line of a table of contents or authorities. */
export function hasLeader(text: string): boolean {
  return /(?:\.\s?){4,}\s*(?:\d+|[ivxlc]+|passim)?[\s,\d\-–ivx]*$/i.test(text) || /\.{6,}/.test(text);
}

/** Number of a numbered paragraph: `34.` before text. */
export function paragraphNumberOf(text: string): string | null {
  return /^(\d{1,3})\.\s+["“‘([]?[\p{L}$§]/u.exec(text)?.[1] ?? null;
}

/** `I. ARGUMENT`, `A. The Inbox API`, `1. Facts`, `(a) …`: the mark and its level, 1 to 4. */
export function outlineMarkOf(text: string): { readonly mark: string; readonly level: number } | null {
  // Opinions number their parts by a mark that stands alone.
  const alone = /^(?:([IVX]{1,5})|([A-H]))\.?$/.exec(text);
  if (alone !== null) return { mark: alone[0], level: alone[1] === undefined ? 2 : 1 };
  const match =
    /^(?:([IVX]{1,5})|([A-HJ-UWYZ]|[IVX])|(\d{1,2})|\(([a-z]|[ivx]{1,4}|\d)\)|([a-h])(?=\.))[.)]?\s+\S/.exec(text);
  if (match === null) return null;
  const [whole, roman, letter, digit, bracket, small] = match;
  const mark = whole.replace(/\s+\S$/, '');
  if (bracket !== undefined || small !== undefined) return { mark, level: 4 };
  if (!mark.endsWith('.')) return null;
  if (roman !== undefined) return { mark, level: 1 };
  if (letter !== undefined) return { mark, level: 2 };
  return digit === undefined ? null : { mark, level: 3 };
}

/** Capitals before a colon that nobody is called. */
const notSpeakers =
  /^(?:APPEARANCES|ALSO (?:PRESENT|APPEARING)|PROCEEDINGS|INDEX|EXHIBITS?|REPORTED BY|TRANSCRIBED BY|FOR (?:THE )?\p{Lu}+|DATED?|TIME|PLACE|NOTE|CC|RE|TO|FROM|SUBJECT)\b/u;

/** Who speaks: `Q`, `A`, `THE COURT`, `MR. ROE`; null where the line goes on with what was said. */
export function speakerOf(text: string): string | null {
  const question = /^([QA])[.:]?\s+\S/.exec(text);
  if (question !== null && /^[QA][.:]|^[QA]\s{1,}\S/.test(text)) return question[1] ?? null;
  const named =
    /^(?:BY\s+)?((?:THE\s+)?(?:COURT|WITNESS|CLERK|REPORTER|VIDEOGRAPHER|BAILIFF|INTERPRETER)|(?:MR|MS|MRS|DR)\.\s+[\p{Lu}'’\- ]{2,30}|[\p{Lu}][\p{Lu}'’.\- ]{2,40}):/u.exec(
      text,
    );
  const name = named?.[1]?.trim() ?? null;
  return name === null || notSpeakers.test(name) ? null : name;
}

/** A number, letter or bullet that stands before its text with a gap: `1.`, `(a)`, `•`. */
const label = /^["“(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.):]*$|^[•·●▪■◦○\-–—*§¶]$/;

/** Where a cell of a line begins and ends, in points. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** White space that parts cells, in ems: wide anywhere, narrow before the edge of a known column. */
const wideGap = 1.8;
const narrowGap = 0.5;
/** Narrow white space is still so much wider than what stands between the line's words. */
const widerThanSpace = 1.6;
/** How far from its column's edge a cell may begin, in points. */
const atEdge = 4;

/** Where a line's white space parts cells, as units of its text; `edges`: where the columns of its table begin, in points. */
export function cellGapsOf({ line, text }: BodyLine, edges: readonly number[] = []): number[] {
  const { advances, fontSize } = line;
  const gaps: number[] = [];
  if (edges.length === 0) {
    const wide = wideGap * fontSize;
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1))
      if ((advances[at] ?? 0) > wide) gaps.push(at);
    return gaps;
  }
  const spaces = advances.filter((_, at) => text[at] === ' ');
  const letter = advances.reduce((sum, advance) => sum + advance, 0) / Math.max(1, advances.length);
  const narrow = Math.max(narrowGap * fontSize, widerThanSpace * Math.min(letter, ...spaces));
  let x = line.x;
  for (const [at, advance] of advances.entries()) {
    x += advance;
    if (text[at] === ' ' && (advance > wideGap * fontSize || (advance > narrow && isEdge(x, edges)))) gaps.push(at);
  }
  return gaps;
}

function isEdge(x: number, edges: readonly number[]): boolean {
  return edges.some((edge) => Math.abs(edge - x) <= atEdge);
}

/** The pieces that white space divides the line into; a label and its text are one, unless the text stands at a column's edge. */
export function cellsOf(body: BodyLine, edges: readonly number[] = []): Cell[] {
  const { line, text } = body;
  const places = cellGapsOf(body, edges);
  // Nearly every line: prose.
  if (places.length === 0) return [{ from: line.x, to: body.end }];
  const gaps = new Set(places);
  const cells: Cell[] = [];
  let from = line.x;
  let start = 0;
  let x = line.x;
  for (const [at, advance] of line.advances.entries()) {
    const next = x + advance;
    const isLabel = () => cells.length === 0 && label.test(text.slice(start, at).trim()) && !isEdge(next, edges);
    if (gaps.has(at) && !isLabel()) {
      cells.push({ from, to: x });
      [from, start] = [next, at + 1];
    }
    x = next;
  }
  cells.push({ from, to: x });
  return cells;
}

/** Where the text behind a row's label begins, in points; null where the line opens with none or with no gap behind it. */
export function labelEdgeOf({ line, text }: BodyLine): number | null {
  const space = text.indexOf(' ');
  if (space < 0 || !label.test(text.slice(0, space)) || (line.advances[space] ?? 0) <= narrowGap * line.fontSize)
    return null;
  return line.x + line.advances.slice(0, space + 1).reduce((sum, advance) => sum + advance, 0);
}

/** Whether the line opens with a label: what follows below it may hang. */
export function hasLabel(text: string): boolean {
  return label.test(text.trimStart().split(/\s/, 1)[0] ?? '');
}

/** Whether the line stands in the middle of its column. */
export function isCentred({ line, layout, end }: BodyLine): boolean {
  const [before, after] = [line.x - layout.left, layout.right - end];
  return before > 24 && after > 24 && Math.abs(before - after) < Math.max(14, 0.12 * (before + after));
}

/** Whether all its letters are capitals (at least three). */
export function isCapitals(text: string): boolean {
  // Nearly every line has a small letter.
  if (/[a-z]/.test(text)) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && letters.every((letter) => letter === letter.toUpperCase());
}

/** Letters of other scripts cost several times as much to look for as these. */
const plain = /^[\x20-\x7e’‘“”–—§¶]*$/;

/** Words: a letter or figure, and what goes on from it without a space: `Co.’s`, `1,234.5`, `well-known`. */
export function wordsIn(text: string): number {
  if (!plain.test(text)) return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.length ?? 0;
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
    if (isLetter && !inWord) count += 1;
    inWord = isLetter || (inWord && isWithinWord(code));
  }
  return count;
}

/** The apostrophe in both forms, comma, hyphen, full stop. */
function isWithinWord(code: number): boolean {
  return code === 0x2019 || code === 0x27 || code === 0x2c || code === 0x2d || code === 0x2e;
}

const endOfSentence = /[.?!:;—–][\s"”’'»)\]]*\d{0,3}$/u;
/** Words that no sentence ends with. */
const dangling =
  /(?:^|[\s(“"‘])(?:an?|the|of|by|to|in|for|that|with|on|from|as|at|is|was|were|are|be|been|which|who|whose|this|these|his|her|their|its|our|your|my|not|has|have|had|would|could|than|into|upon|v\.|vs\.)$/;
/** What a number follows. */
const beforeFigure = /(?:^|[\s(])(?:at|No\.|Nos\.|Dkt\.|Ex\.|Exs\.|pp?\.|nn?\.|§§?|¶¶?|U\.S\.|F\.\d?d|Cal\.)$/;

/** A reporter that a volume's number stands before: `308` / `F. Supp. 3d at 193` is no section F. */
export const reporter =
  /^(?:F\. ?(?:Supp|App|\d)|U\. ?S\. \d|Stat\. \d|S\. ?Ct\.|L\. ?Ed|Cal\. ?(?:App|Rptr|\d)|P\. ?\d|A\. ?\dd|N\.[EYW]\.|S\.[EW]\.|WL \d|B\.R\. \d|U\.S\.C\.|C\.F\.R\.)/;

/**
 * Whether one sentence runs from `above` into `below`. What is said outweighs how it is set: small letters after no end of a
 * sentence, anything but a bullet after `of the`, a figure after `at` (`778 F.3d at` / `152. Here` is no paragraph 152).
 */
export function isMidSentence(above: string, below: string): boolean {
  const end = above.trimEnd();
  if (/^\p{Ll}{2}/u.test(below) && !endOfSentence.test(end)) return true;
  // A stop with nothing before it follows what was blacked out.
  if (/^(?:[.,;)]\s|[.,;)]$)/.test(below)) return true;
  if (/(?:^|\s)\d+$/.test(end) && reporter.test(below)) return true;
  if (/^\*?\d/.test(below) && beforeFigure.test(end)) return true;
  if (/(?:^|\s)(?:and|or|&)$/.test(end)) return /^[\p{L}“"‘]{2}/u.test(below) && outlineMarkOf(below) === null;
  return dangling.test(end) && /^[\p{L}\p{N}“"‘$§(]/u.test(below);
}
