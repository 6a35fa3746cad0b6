// A furnished page → the contract's Page: canonical text, lines with offsets and geometry, numbers, what was not read.
// Shape in: FurnishedPage → shape out: Page. The text is its lines joined by `\n`, furniture included (ARCHITECTURE §2.2).
import { createHash } from 'node:crypto';
import type { Page, PageLine } from '../contract/page.ts';
import type { FurnishedPage } from './furniture.ts';
import { joinFragments } from './fragment-edit.ts';
import { unreadOf } from './legibility.ts';
import type { Fragment } from './lines.ts';
import { cosineAndSine } from './glyphs.ts';
import { lineNumberAt } from './number-grid.ts';
import { orderLines } from './reading-order.ts';

/** From these shares on of letters without ink, and of the page under pictures, text is a layer over a scan. */
const layer = { share: 0.2, picture: 0.2 };

/** Writes the page down. */
export function toPage(page: FurnishedPage): Page {
  const { draft, furniture, grids } = page;
  const isAlone = (fragment: Fragment) => furniture.has(fragment);
  const groups = [...orderLines(page.fragments, isAlone, grids), ...orderLines(page.asides, isAlone)];
  const lines: PageLine[] = [];
  let text = '';
  for (const group of groups) {
    const [first] = group;
    const joined = joinFragments(group);
    if (!first || !joined) continue;
    if (lines.length > 0) text += '\n';
    const from = text.length;
    text += joined.text;
    const kind = furniture.get(first) ?? null;
    lines.push({
      from,
      to: text.length,
      number: kind === null && joined.angle === draft.angle ? lineNumberAt(grids, joined.u0, joined.v) : null,
      furniture: kind,
      x: joined.x,
      y: joined.y,
      direction: directionOf(joined.angle),
      ascent: joined.ascent,
      descent: joined.descent,
      advances: joined.advances,
      fontSize: joined.fontSize,
      bold: joined.bold,
      italic: joined.italic,
      superscripts: joined.superscripts.map(([a, b]) => [a + from, b + from] as const),
    });
  }
  const [outermost] = page.stamps;
  return {
    pageNumber: draft.pageNumber,
    pageLabel: page.pageLabel,
    stampPage: outermost?.page ?? null,
    bates: page.bates,
    pageId: outermost?.pageId ?? null,
    view: draft.view,
    rotate: draft.rotate,
    userUnit: draft.userUnit,
    text,
    textVersion: textVersionOf(text),
    lines,
    stamps: page.stamps,
    redactions: draft.redactions,
    unread: unreadOf(draft, bodyOf(text, lines)),
    ...(draft.layerShare > layer.share && draft.imageShare > layer.picture ? { isLayer: true as const } : {}),
  };
}

/** Short hash of a page's text: offsets into it are good as long as this is the same. */
export function textVersionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function directionOf(angle: number): readonly [number, number] {
  const [cos, sin] = cosineAndSine(angle);
  return [Math.round(cos * 1e6) / 1e6, Math.round(sin * 1e6) / 1e6];
}

/** What is not furniture. */
function bodyOf(text: string, lines: readonly PageLine[]): string {
  return lines
    .filter(({ furniture }) => furniture === null)
    .map(({ from, to }) => text.slice(from, to))
    .join(' ');
}
