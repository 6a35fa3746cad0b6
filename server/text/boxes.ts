// Page text → boxes on the page, by arithmetic on the lines' geometry; nothing is searched for (ARCHITECTURE §3).
// In: a page's lines and offsets. Out: one quad for each line the offsets touch, in PDF user space, points.
import type { Quad } from '../contract/geometry.ts';
import type { Page, PageLine } from '../contract/page.ts';

/** Boxes of page text `[from, to)`; white space at the ends of a line's part is left out, and so are parts of white space only. */
export function boxesOf(page: Pick<Page, 'lines' | 'text'>, from: number, to: number): Quad[] {
  const boxes: Quad[] = [];
  for (const line of page.lines) {
    let start = Math.max(from, line.from);
    let end = Math.min(to, line.to);
    while (start < end && isSpace(page.text, start)) start += 1;
    while (start < end && isSpace(page.text, end - 1)) end -= 1;
    if (start < end) boxes.push(boxOf(line, start, end));
  }
  return boxes;
}

/** The box of a whole line. */
export function lineBox(line: PageLine): Quad {
  return boxOf(line, line.from, line.to);
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? ' ');
}

function boxOf(line: PageLine, from: number, to: number): Quad {
  const [start, end] = [advanceTo(line, from), advanceTo(line, to)];
  const [dx, dy] = line.direction;
  // Up, seen along the reading direction.
  const [ux, uy] = [-dy, dx];
  const corner = (along: number, up: number): readonly [number, number] => [
    line.x + dx * along + ux * up,
    line.y + dy * along + uy * up,
  ];
  const [a, b, c, d] = [
    corner(start, -line.descent),
    corner(end, -line.descent),
    corner(end, line.ascent),
    corner(start, line.ascent),
  ];
  return [...a, ...b, ...c, ...d];
}

function advanceTo(line: PageLine, offset: number): number {
  let sum = 0;
  for (let unit = 0; unit < offset - line.from; unit += 1) sum += line.advances[unit] ?? 0;
  return sum;
}
