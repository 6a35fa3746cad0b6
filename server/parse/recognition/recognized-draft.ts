// Recognised words become characters and go the way of drawn ones: runs, rows, fragments, then furniture and lines like any others.
// Shape in: a page's draft with what was recognised on it → shape out: the draft with those words in place of what it could not say.
// What the file itself says of the page stays where it can be trusted: stamps, and a few words beside the picture. Nothing is said twice.
import type { RecognizedPage, RecognizedWord } from '../../contract/recognition.ts';
import { rectOf, type Rect } from '../../contract/geometry.ts';
import type { Redaction } from '../../contract/page.ts';
import { middleOfWord, withoutCovered } from '../../text/covered-words.ts';
import { unknownFont } from '../font-facts.ts';
import { cosineAndSine, type Glyph } from '../glyphs.ts';
import { isGarbled } from '../legibility.ts';
import { fragmentsOf, type Fragment } from '../lines.ts';
import { apply } from '../matrix.ts';
import type { PageDraft } from '../page-draft.ts';
import { gatherRows } from '../rows.ts';
import { gatherRuns } from '../runs.ts';
import { markStamps } from '../stamp-lines.ts';

/** So many letters beside stamps are more than a sticker, a date or a Bates number on a picture: what says so much was judged unreadable. */
const tooMany = 160;
/** Rows of recognised text are numbered from here, apart from rows of the file's own text. */
const rowsFrom = 100_000;
/** Points around the file's own words in which no recognised word is believed. */
const around = 2;
/** Everywhere on a page. */
const everywhere = [-1e6, 1e6, 1e6, 1e6] as const;

/** Lays the words of a recognised page out. */
export function withRecognized(draft: PageDraft, page: RecognizedPage): PageDraft {
  const own = trustedOf(draft);
  const taken = [...own.stamps, ...own.others].map(boxOf);
  const hidden = draft.redactions.flatMap(({ bad, box }) => (bad ? [box] : []));
  const words = withoutCovered(page, hidden).words.filter(
    (word) => !taken.some((box) => holds(box, middleOfWord(word, page.angle))),
  );
  const angle = mainAngle(page, words);
  const fragments = [...Map.groupBy(words, (word) => angleOf(page, word))].flatMap(([direction, list]) =>
    fragmentsOf(gatherRows(gatherRuns(glyphsOf(list, direction))))
      .filter(({ text }) => text !== '')
      .map((fragment) => ({ ...fragment, row: fragment.row + rowsFrom })),
  );
  const isAlong = (fragment: Fragment): boolean => fragment.angle === angle;
  const kept = [...own.stamps, ...own.others.map((fragment) => turnedInto(fragment, angle))];
  return {
    ...draft,
    redactions: [...draft.redactions, ...barsOf(page, draft.redactions)],
    angle,
    box: turnedView(draft.view, angle),
    fragments: [...kept, ...fragments].filter(isAlong),
    asides: [...kept, ...fragments].filter((fragment) => !isAlong(fragment)),
  };
}

/** Words that the picture shows blacked out, but for boxes that the file's own findings have: those were painted into it. */
function barsOf({ pageNumber, bars = [] }: RecognizedPage, known: readonly Redaction[]): Redaction[] {
  return bars.flatMap((box) => {
    const [left, bottom, right, top] = rectOf(box);
    const middle = [(left + right) / 2, (bottom + top) / 2] as const;
    const isKnown = known.some((other) => holds(rectOf(other.box), middle));
    return isKnown ? [] : [{ pageNumber, box, bad: false, characters: 0 }];
  });
}

/** The direction of most letters: a page of which all runs down is a page that lies on its side. */
function mainAngle(page: RecognizedPage, words: readonly RecognizedWord[]): number {
  const letters = new Map<number, number>([[page.angle, 0]]);
  for (const word of words) {
    const own = angleOf(page, word);
    letters.set(own, (letters.get(own) ?? 0) + word.text.length);
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** The direction a word runs in. */
function angleOf({ angle }: RecognizedPage, { turn }: RecognizedWord): number {
  return (angle + (turn ?? 0)) % 360;
}

/** What of the page's own text is kept. */
function trustedOf(draft: PageDraft): { readonly stamps: readonly Fragment[]; readonly others: readonly Fragment[] } {
  const main = markStamps(draft.fragments, draft.box);
  const aside = markStamps(draft.asides, everywhere);
  const stamps = [...main.marked, ...aside.marked];
  const isStamp = new Set(stamps);
  const others = [...main.fragments, ...aside.fragments].filter(
    (fragment) => !isStamp.has(fragment) && !fragment.invisible,
  );
  const letters = others.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  const isTrusted = letters < tooMany && !isGarbled(others.map(({ text }) => text).join(' '));
  return { stamps, others: isTrusted ? others : [] };
}

/** Characters in the order of reading, with a space after each word. */
export function glyphsOf(words: readonly RecognizedWord[], angle: number): Glyph[] {
  const [cos, sin] = cosineAndSine(angle);
  let order = 1_000_000;
  return words.flatMap((word) => {
    order += 1;
    const glyphs: Glyph[] = [];
    let along = 0;
    const place = (text: string, width: number): Glyph => {
      const [x, y] = [word.x + cos * along, word.y + sin * along];
      return {
        text,
        x,
        y,
        u: x * cos + y * sin,
        v: y * cos - x * sin,
        width,
        size: word.size,
        angle,
        font: unknownFont,
        color: '#000000',
        invisible: false,
        order,
      };
    };
    for (let unit = 0; unit < word.text.length;) {
      const text = String.fromCodePoint(word.text.codePointAt(unit) ?? 32);
      const width = word.advances.slice(unit, unit + text.length).reduce((sum, advance) => sum + advance, 0);
      glyphs.push(place(text, width));
      along += width;
      unit += text.length;
    }
    return [...glyphs, place(' ', 0)];
  });
}

/** The upright box of a fragment, in user space. */
function boxOf({ x, y, u0, u1, angle, ascent, descent }: Fragment): Rect {
  const [cos, sin] = cosineAndSine(angle);
  const corners = [
    [0, -descent],
    [u1 - u0, -descent],
    [u1 - u0, ascent],
    [0, ascent],
  ].map(([along = 0, up = 0]) => [x + cos * along - sin * up, y + sin * along + cos * up] as const);
  const [xs, ys] = [corners.map(([each]) => each), corners.map(([, each]) => each)];
  return [Math.min(...xs) - around, Math.min(...ys) - around, Math.max(...xs) + around, Math.max(...ys) + around];
}

function holds([left, bottom, right, top]: Rect, [x, y]: readonly [number, number]): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Upright words on a page that lies a little askew are read with it; those that run another way stay as they are. */
function turnedInto(fragment: Fragment, angle: number): Fragment {
  const off = Math.abs(((fragment.angle - angle + 540) % 360) - 180);
  if (off > 6) return fragment;
  const [cos, sin] = cosineAndSine(angle);
  const { x, y, u0, u1 } = fragment;
  const u = x * cos + y * sin;
  return { ...fragment, angle, u0: u, u1: u + u1 - u0, v: y * cos - x * sin };
}

/**
 * The page in coordinates turned by `angle`: as large as it is (the rectangle around it would have higher edges, and what stands
 * near an edge is told from how near), turned about its middle.
 */
function turnedView([left, bottom, right, top]: Rect, angle: number): Rect {
  const [cos, sin] = cosineAndSine(angle);
  const [u, v] = apply([cos, -sin, sin, cos, 0, 0], (left + right) / 2, (bottom + top) / 2);
  const isSideways = Math.abs(sin) > Math.abs(cos);
  const [width, height] = isSideways ? [top - bottom, right - left] : [right - left, top - bottom];
  return [u - width / 2, v - height / 2, u + width / 2, v + height / 2];
}
