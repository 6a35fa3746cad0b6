// A furnished page → the contract's Page: canonical text, lines with offsets and geometry, numbers, what was not read.
// Shape in: FurnishedPage → shape out: Page. The text is its lines joined by `\n`, furniture included (ARCHITECTURE §2.2).
import { createHash } from 'node:crypto';
import type { Page, PageLine } from '../contract/page.ts';
import type { FurnishedPage } from './furniture.ts';
import { joinFragments } from './fragment-edit.ts';
import { isGarbled } from './legibility.ts';
import type { Fragment } from './lines.ts';
import { cosineAndSine } from './glyphs.ts';
import { lineNumberAt } from './number-grid.ts';
import { orderLines } from './reading-order.ts';

/** Letters a page image may carry beside its own words (a stamp's neighbour, an exhibit sticker) and still be unread. */
const fewLetters = 25;

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
    unread: unreadOf(page, text, lines),
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

/** Counts letters and figures, and stops at `most`: whether there are more is not asked. */
function lettersUpTo(most: number, text: string): number {
  let count = 0;
  const letter = /[\p{L}\p{N}]/gu;
  while (count < most && letter.test(text)) count += 1;
  return count;
}

function unreadOf(page: FurnishedPage, text: string, lines: readonly PageLine[]): Page['unread'] {
  const { draft } = page;
  if (draft.failure !== null) return { reason: 'unreadable', detail: draft.failure };
  const body = lines
    .filter(({ furniture }) => furniture === null)
    .map(({ from, to }) => text.slice(from, to))
    .join(' ');
  const letters = lettersUpTo(fewLetters, body);
  if (letters < fewLetters && draft.imageShare > 0.5) {
    return {
      reason: 'awaiting-ocr',
      detail: letters === 0 ? 'The page is an image without text.' : 'The page is an image with a few words of text.',
    };
  }
  // Also where nothing at all is painted: whether a page is blank is for eyes to say, and a count must not pass over it.
  if (letters === 0) {
    const seen =
      draft.imageShare > 0.02
        ? 'has images and no text'
        : draft.shapes > 60
          ? 'is drawn without letters'
          : 'has no text';
    return { reason: 'awaiting-ocr', detail: `The page ${seen}.` };
  }
  if (isGarbled(body)) return { reason: 'awaiting-ocr', detail: 'The page has letters that cannot be mapped to text.' };
  return null;
}
