// Where a line of text, or the space between two lines, has something blacked out: a passage must show that words are missing.
// In: body lines with the redactions of their page. Out: units of the line before which a box stands; whether a box parts two lines.
import * as text from '../text/redaction-holes.ts';
import type { BodyLine } from './body-lines.ts';

export const { hole } = text;

/** Units of the line's text, its length included, before which a box stands that no visible word lies on. */
export function holesOf(body: BodyLine): number[] {
  return text.holesInLine(placed(body));
}

/** Whether a box stands between the lines: a whole line was blacked out. */
export function isHoleBetween(above: BodyLine, below: BodyLine): boolean {
  // A whole line is missed where the column is, not beside it.
  const { left, right } = above.layout;
  return text.isHoleBetween({ ...placed(above), left, right }, below);
}

function placed({ page, line, text: words, layout, end }: BodyLine): text.LineInText {
  return { page, line, text: words, left: Math.min(line.x, layout.left), right: Math.max(end, layout.right) };
}
