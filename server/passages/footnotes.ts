// Tells footnotes from body text: smaller or closer lines at the foot of a page, opened by a raised figure or a number.
// In: body lines of one page. Out: body and notes. Without the opening mark nothing is called a note: a small table is no footnote.
import type { BodyLine } from './body-lines.ts';
import { cellsOf, reporter } from './line-signs.ts';

/** Lines of one note on one page; `note` null: it goes on from the page before. */
export interface NoteLines {
  readonly note: string | null;
  readonly lines: readonly BodyLine[];
}

/** Parts the lines of a page. `open`: the page before ended in a note, which may go on at the foot of this one without a mark. */
export function partFootnotes(
  lines: readonly BodyLine[],
  open = false,
): { body: readonly BodyLine[]; notes: readonly NoteLines[] } {
  const start = startOfNotes(lines) ?? (open ? startOfRest(lines) : null);
  if (start === null) return { body: lines, notes: [] };
  const notes: { note: string | null; lines: BodyLine[] }[] = [];
  for (const line of lines.slice(start)) {
    const last = notes.at(-1);
    const mark = noteMarkOf(line);
    // Notes count on; `515 F.2d 1121` below note 12 is its text.
    const note = mark !== null && isNext(mark, last?.note ?? null, line) ? mark : null;
    if (note !== null || last === undefined) notes.push({ note, lines: [line] });
    else last.lines.push(line);
  }
  return { body: lines.slice(0, start), notes };
}

/** A raised mark opens a note; a plain figure only the next one, and none that a volume has. */
function isNext(mark: string, last: string | null, { line, text }: BodyLine): boolean {
  const [raised] = line.superscripts;
  if (raised !== undefined && raised[0] === line.from) return true;
  if (reporter.test(text.slice(mark.length).trimStart())) return false;
  return last === null || !/^\d+$/.test(last) || Number(mark) === Number(last) + 1;
}

function startOfNotes(lines: readonly BodyLine[]): number | null {
  let start = lines.length;
  while (start > 0 && isSmall(lines[start - 1])) start -= 1;
  // A page of nothing but small print is no page of notes, and small lines count as notes only from a mark on
  // (or from the page's continuation of a note, which a later mark follows).
  const marked = lines.findIndex((line, at) => at >= start && noteMarkOf(line) !== null);
  if (start > 0 && marked !== -1) {
    // Small print above the first mark goes on from the page before, unless it is a table or stands apart.
    const above = lines.slice(start, marked);
    const apart = (lines[marked]?.gap ?? 0) > 1.3 * (lines[marked]?.layout.spacing ?? 24);
    return above.some((line) => cellsOf(line).length > 1) || apart ? marked : start;
  }
  return startOfCloseNotes(lines);
}

/** Notes in letters of the body's size: from a raised figure that opens a line down to the page's end, all lines follow closely. */
function startOfCloseNotes(lines: readonly BodyLine[]): number | null {
  let start: number | null = null;
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at];
    if (line === undefined) break;
    const { spacing } = line.layout;
    const close = line.gap !== null && line.gap < (spacing > 1.6 * line.line.fontSize ? 0.75 : 1.25) * spacing;
    const [raised] = line.line.superscripts;
    if (raised !== undefined && raised[0] === line.line.from && noteMarkOf(line) !== null) start = at;
    if (!close) break;
  }
  return start;
}

/** Small print at the foot of a page, apart from the text above it. */
function startOfRest(lines: readonly BodyLine[]): number | null {
  let start = lines.length;
  while (start > 0 && isSmall(lines[start - 1])) start -= 1;
  const first = lines[start];
  const apart = first !== undefined && start > 0 && (first.gap ?? 0) > 1.3 * first.line.fontSize;
  return apart && lines.slice(start).every((line) => cellsOf(line).length === 1) ? start : null;
}

function isSmall(line: BodyLine | undefined): boolean {
  return line !== undefined && line.line.fontSize <= line.layout.fontSize - 0.9;
}

/** The figure that opens a note: raised, or plain before text at the left margin. */
export function noteMarkOf({ line, text, layout }: BodyLine): string | null {
  const [first] = line.superscripts;
  if (first !== undefined && first[0] === line.from) {
    const mark = text.slice(0, first[1] - first[0]).trim();
    return /^(?:\d{1,3}|[*†‡])$/.test(mark) ? mark : null;
  }
  if (line.x > layout.left + 48) return null;
  // Raised so far that it is a line of its own.
  if (/^\d{1,3}$/.test(text) && line.fontSize < 0.75 * layout.fontSize) return text;
  return /^(\d{1,3})\s+["“‘(]?\p{Lu}/u.exec(text)?.[1] ?? null;
}
