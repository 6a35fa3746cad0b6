// The place a citation points at, in all numbers a page has, so that the style can choose (DOMAIN.md §3, §7).
// In: a passage, or spans with the pages they stand on. Out: a CitedPlace; numbers that are unknown stay null.
import type { CitedLine, CitedPage, Span } from '../contract/page.ts';
import type { Passage } from '../contract/passage.ts';
import { spansOverlap } from '../text/derived-text.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';

/** One end of a place. */
export interface PlaceEnd {
  /** PDF page, 1-based. */
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly line: number | null;
}

/** An unbroken stretch of text. */
export interface PlacePart {
  readonly from: PlaceEnd;
  readonly to: PlaceEnd;
}

/** Where a cited text begins and ends, and the stretches it consists of: two or more when it is scattered (`3, 7`). */
export interface CitedPlace extends PlacePart {
  readonly parts: readonly PlacePart[];
  /** The numbered paragraphs it stands in, as they are cited: `34`, `34–36`, `34, 37`. */
  readonly paragraph: string | null;
  readonly note: string | null;
  readonly isTestimony: boolean;
}

type NumberedPage = Pick<CitedPage, 'pageNumber' | 'pageLabel' | 'stampPage' | 'bates'>;

/** The place of a passage; `lastPage` gives the numbers of the page it ends on, when that is another one. */
export function placeOfPassage(passage: Passage, lastPage: NumberedPage | null = null): CitedPlace {
  const { pageNumber, pageLabel, stampPage, bates, lines } = passage;
  const toPageNumber = passage.spans.reduce((last, span) => Math.max(last, span.pageNumber), pageNumber);
  const from = { pageNumber, pageLabel, stampPage, bates, line: lines?.from ?? null };
  const line = lines?.to ?? null;
  const to: PlaceEnd =
    toPageNumber === pageNumber
      ? { ...from, line }
      : {
          pageNumber: toPageNumber,
          pageLabel: passage.toPageLabel,
          stampPage: passage.toStampPage,
          bates: lastPage?.bates ?? null,
          line,
        };
  return {
    from,
    to,
    parts: [{ from, to }],
    paragraph: passage.paragraph,
    note: passage.note,
    isTestimony: passage.kind === 'testimony',
  };
}

/** The place of spans of page text. Null when there are no spans, or a page of theirs is not among `pages`. */
export function placeOfSpans(
  pages: readonly CitedPage[],
  spans: readonly Span[],
  passages: readonly Passage[],
): CitedPlace | null {
  const touched = passages
    .filter((passage) => spansOverlap(passage.spans, spans))
    .toSorted((a, b) => a.ordinal - b.ordinal);
  const parts = stretchesOf(pages, spans, passages).map(([first, last]): PlacePart | null => {
    const [from, to] = [endAt(pages, first, 'start'), endAt(pages, last, 'end')];
    return from === null || to === null ? null : { from, to };
  });
  const whole = parts.filter((part) => part !== null);
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined || whole.length < parts.length) return null;
  return {
    from: first.from,
    to: last.to,
    parts: whole,
    paragraph: paragraphNumbers(touched.map(({ paragraph }) => paragraph)),
    note: common(touched.map(({ note }) => note)),
    isTestimony: touched.some(({ kind }) => kind === 'testimony'),
  };
}

/** First and last span of each unbroken stretch, in reading order. */
function stretchesOf(
  pages: readonly CitedPage[],
  spans: readonly Span[],
  passages: readonly Passage[],
): (readonly [Span, Span])[] {
  const stretches: [Span, Span][] = [];
  for (const span of spans.toSorted((a, b) => a.pageNumber - b.pageNumber || a.from - b.from)) {
    const last = stretches.at(-1);
    if (last === undefined || isBroken(pages, last[1], span, passages)) stretches.push([span, span]);
    else if (last[1].pageNumber < span.pageNumber || last[1].to < span.to) last[1] = span;
  }
  return stretches;
}

/** Whether text of the filing that was not chosen stands between two spans; furniture and a footnote in the way are no break. */
function isBroken(pages: readonly CitedPage[], one: Span, other: Span, passages: readonly Passage[]): boolean {
  if (passages.some(({ spans }) => spansOverlap(spans, [one]) && spansOverlap(spans, [other]))) return false;
  if (other.pageNumber > one.pageNumber + 1) return true;
  const notes = passages.filter(({ note }) => note !== null).flatMap(({ spans }) => spans);
  return pages
    .filter(({ pageNumber }) => pageNumber === one.pageNumber || pageNumber === other.pageNumber)
    .some((page) =>
      page.lines.some((line) => {
        const isAfter = page.pageNumber !== one.pageNumber || line.from >= one.to;
        const isBefore = page.pageNumber !== other.pageNumber || line.to <= other.from;
        const span = { pageNumber: page.pageNumber, from: line.from, to: line.to };
        return isAfter && isBefore && isText(page, line, line.from, line.to) && !spansOverlap(notes, [span]);
      }),
    );
}

function isText({ text }: CitedPage, { furniture }: CitedLine, from: number, to: number): boolean {
  return furniture === null && text.slice(from, to).trim() !== '';
}

/** The numbers of a span's first or last line of text: a line break or margin number at its edge is not where it stands. */
function endAt(pages: readonly CitedPage[], { pageNumber, from, to }: Span, side: 'start' | 'end'): PlaceEnd | null {
  const page = pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) return null;
  const lines = page.lines.filter((line) => isText(page, line, Math.max(from, line.from), Math.min(to, line.to)));
  const line = side === 'start' ? lines[0] : lines.at(-1);
  const { pageLabel, stampPage, bates } = page;
  return { pageNumber, pageLabel, stampPage, bates, line: line?.number ?? null };
}

function common(values: readonly (string | null)[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
