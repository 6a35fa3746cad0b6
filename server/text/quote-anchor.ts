// Anchors: how work attached to page text finds its place again when the text has changed (ARCHITECTURE §2.2).
// In: pages and spans, or pages and a quote with its context. Out: quote and context, or the spans where the quote now stands.
// In doubt the state says so; a quote that cannot be found is `lost`, never put somewhere.
import type { Page, Span } from '../contract/page.ts';
import type { Annotation } from '../contract/work-api.ts';
import { mergeSpans } from './derived-text.ts';
import { matchKeyOf } from './match-key.ts';
import { hole, holesOfPage, oneHole, textWithHoles, type PageHole } from './redaction-holes.ts';

/** What of a page an anchor needs; where its redactions are not known, no quote of it shows them. */
export type AnchorPage = Pick<Page, 'pageNumber' | 'text' | 'lines'> & Partial<Pick<Page, 'redactions'>>;

/** A quote and 32 characters of page text on each side. */
export interface Anchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

const contextLength = 32;

/** Quote and context of spans; a `█` in the quote stands for words that are blacked out there. Null when a span lies outside its page's text, or no span holds any text. */
export function anchorOf(pages: readonly AnchorPage[], spans: readonly Span[]): Anchor | null {
  const byNumber = new Map(pages.map((page) => [page.pageNumber, page]));
  const ordered = spans.toSorted((a, b) => a.pageNumber - b.pageNumber || a.from - b.from);
  const parts: string[] = [];
  let last: Span | null = null;
  for (const span of ordered) {
    const { pageNumber, from, to } = span;
    const page = byNumber.get(pageNumber);
    if (page === undefined || from < 0 || to <= from || to > page.text.length) return null;
    const holes = holesOf(page);
    const since = last?.pageNumber === pageNumber ? last.to : from;
    if (holes.some(({ at }) => since <= at && at <= from && since < from)) parts.push(hole);
    parts.push(textWithHoles(page.text, holes, from, to));
    last = span;
  }
  const [first] = ordered;
  const quote = oneHole(readable(parts.join('\n')));
  if (first === undefined || last === null || quote === '') return null;
  const preceding = byNumber.get(first.pageNumber)?.text ?? '';
  const following = byNumber.get(last.pageNumber)?.text ?? '';
  return {
    quote,
    prefix: preceding.slice(Math.max(0, first.from - contextLength), first.from),
    suffix: following.slice(last.to, last.to + contextLength),
  };
}

function holesOf({ text, lines, redactions = [] }: AnchorPage): PageHole[] {
  return holesOfPage({ text, lines, redactions });
}

/** Whether two quotes have the same words; one that was taken earlier may not show what is blacked out between them. */
export function isSameQuote(one: string, other: string): boolean {
  return one === other || matchKeyOf(one).key === matchKeyOf(other).key;
}

/** Line breaks as spaces, hyphenated words mended: a quote as a person would write it down. */
function readable(text: string): string {
  return text
    .replaceAll(/(\p{L})[-\u00ad]\n(?=\p{Ll})/gu, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Where a quote stands now. `spans` is empty when it is lost. */
export interface FoundAnchor {
  readonly spans: readonly Span[];
  readonly state: Annotation['state'];
}

/** Finds quotes in the pages of one file; made once for many quotes. */
export interface QuoteFinder {
  /** `before`: where it stood in the old text, to choose among equals. */
  find(anchor: Anchor, before: readonly Span[]): FoundAnchor;
}

interface KeyPlace {
  readonly page: AnchorPage;
  readonly offset: number;
}

/** Prepares the pages' body text (furniture left out, so that a quote over a page break is one stretch). */
export function createQuoteFinder(pages: readonly AnchorPage[]): QuoteFinder {
  let key = '';
  const places: KeyPlace[] = [];
  for (const page of pages) {
    for (const line of page.lines) {
      if (line.furniture !== null) continue;
      const part = matchKeyOf(page.text.slice(line.from, line.to), line.from);
      key += part.key;
      for (const offset of part.at) places.push({ page, offset });
    }
  }
  return { find: (anchor, before) => find(key, places, pages, anchor, before) };
}

function find(
  key: string,
  places: readonly KeyPlace[],
  pages: readonly AnchorPage[],
  anchor: Anchor,
  before: readonly Span[],
): FoundAnchor {
  const now = anchorOf(pages, before);
  if (
    now !== null &&
    isSameQuote(now.quote, anchor.quote) &&
    now.prefix === anchor.prefix &&
    now.suffix === anchor.suffix
  ) {
    return { spans: before, state: 'exact' };
  }
  const wanted = matchKeyOf(anchor.quote).key;
  if (wanted === '') return { spans: [], state: 'lost' };
  const [prefix, suffix] = [matchKeyOf(anchor.prefix).key, matchKeyOf(anchor.suffix).key];
  const page = before[0]?.pageNumber ?? 1;
  const candidates: { at: number; context: number; distance: number }[] = [];
  for (let at = key.indexOf(wanted); at !== -1; at = key.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const context =
      sharedEnd(key.slice(Math.max(0, at - prefix.length), at), prefix) + sharedStart(key.slice(end), suffix);
    candidates.push({ at, context, distance: Math.abs((places[at]?.page.pageNumber ?? 1) - page) });
  }
  candidates.sort((a, b) => b.context - a.context || a.distance - b.distance || a.at - b.at);
  const [best, second] = candidates;
  if (best === undefined) return { spans: [], state: 'lost' };
  const doubtful = second !== undefined && second.context === best.context;
  return {
    spans: spansOf(places.slice(best.at, best.at + wanted.length)),
    state: doubtful ? 'uncertain' : 'moved',
  };
}

function spansOf(places: readonly KeyPlace[]): Span[] {
  const spans = places.map(({ page, offset }) => {
    const unit = page.text.codePointAt(offset) ?? 0;
    return { pageNumber: page.pageNumber, from: offset, to: offset + (unit > 0xffff ? 2 : 1) };
  });
  // White space, a line break and a hyphen may lie between two signs of one stretch; furniture is longer or parts the lines.
  return mergeSpans(spans, 3);
}

function sharedEnd(text: string, other: string): number {
  let count = 0;
  while (count < text.length && count < other.length && text.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

function sharedStart(text: string, other: string): number {
  let count = 0;
  while (count < text.length && count < other.length && text[count] === other[count]) count += 1;
  return count;
}
