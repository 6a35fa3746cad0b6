// Tells footnotes from body text: smaller letters at the foot of a page, opened by a raised figure or a number.
// In: body lines of one page. Out: body and notes. Without the opening mark nothing is called a note: a small table is no footnote.
import type { BodyLine } from './body-lines.ts';

/** Lines of one note on one page; `note` null: it goes on from the page before. */
export interface NoteLines {
  readonly note: string | null;
  readonly lines: readonly BodyLine[];
}

/** Parts the lines of a page. */
export function partFootnotes(lines: readonly BodyLine[]): { body: readonly BodyLine[]; notes: readonly NoteLines[] } {
  const start = startOfNotes(lines);
  if (start === null) return { body: lines, notes: [] };
  const notes: { note: string | null; lines: BodyLine[] }[] = [];
  for (const line of lines.slice(start)) {
    const note = noteMarkOf(line);
    const last = notes.at(-1);
    if (note !== null || last === undefined) notes.push({ note, lines: [line] });
    else last.lines.push(line);
  }
  return { body: lines.slice(0, start), notes };
}

function startOfNotes(lines: readonly BodyLine[]): number | null {
  let start = lines.length;
  while (start > 0 && isSmall(lines[start - 1])) start -= 1;
  // A page of nothing but small print is no page of notes, and small lines count as notes only from a mark on
  // (or from the page's continuation of a note, which a later mark follows).
  if (start === 0 || start === lines.length) return null;
  const marked = lines.findIndex((line, at) => at >= start && noteMarkOf(line) !== null);
  return marked === -1 ? null : start;
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
  return /^(\d{1,3})\s+["“‘(]?\p{Lu}/u.exec(text)?.[1] ?? null;
}
