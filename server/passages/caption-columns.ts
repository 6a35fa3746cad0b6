// The two columns of a caption's rows: parties on the left, number and title on the right of a `)`, a `§` or wide white space.
// In: body lines. Out: the part of each on the left and on the right, without the divider; null where there is none.
import { partOfLine, type BodyLine } from './body-lines.ts';

/** A row's parts. */
export interface CaptionRow {
  readonly left: BodyLine | null;
  readonly right: BodyLine | null;
}

/** Parts a row. A row that nothing divides belongs to the side it stands on. */
export function captionRowOf(line: BodyLine): CaptionRow {
  const { text, line: at } = line;
  const { middle } = line.layout;
  const part = (from: number, to: number) => partOfLine(line, from, to);
  if (at.x > middle - 18) return { left: null, right: part(opening(text), text.length) };
  let x = at.x;
  for (const [unit, advance] of at.advances.entries()) {
    const sign = text[unit] ?? '';
    const divides =
      /[)§|]/.test(sign) && x > middle - 90 && standsAlone(line, unit) && !text.slice(0, unit).includes('(');
    const gap = sign === ' ' && advance > 2 * at.fontSize && x + advance > middle - 40;
    if (divides || gap) {
      const rest = unit + 1 + opening(text.slice(unit + 1));
      return { left: part(0, unit), right: part(rest, text.length) };
    }
    x += advance;
  }
  return { left: part(0, text.length), right: null };
}

/** A divider has white space on one side, wider than between words, or ends the row; `15 U.S.C. § 2` divides nothing. */
function standsAlone({ text, line }: BodyLine, unit: number): boolean {
  const isGap = (at: number) => text[at] === ' ' && (line.advances[at] ?? 0) > 0.6 * line.fontSize;
  return (
    isGap(unit - 1) || isGap(unit + 1) || (unit === text.length - 1 && text[unit - 1] === ' ') || text.length === 1
  );
}

/** How many units of dividers and white space a text opens with. */
function opening(text: string): number {
  return /^[)§|:\s]*/.exec(text)?.[0].length ?? 0;
}

/** The rows as they are read: the left column, then the right one. */
export function captionColumns(rows: readonly BodyLine[]): BodyLine[] {
  const parts = rows.map(captionRowOf);
  const [left, right] = [parts.flatMap((row) => row.left ?? []), parts.flatMap((row) => row.right ?? [])];
  return [...left, ...right];
}
