// The place a citation points at, in all numbers a page has, so that the style can choose (DOMAIN.md §3, §7).
// In: a passage, or spans with the pages they stand on. Out: a CitedPlace; numbers that are unknown stay null.
import type { Page, Span } from '../contract/page.ts';
import type { Passage } from '../contract/passage.ts';

/** One end of a place. */
export interface PlaceEnd {
  /** PDF page, 1-based. */
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly line: number | null;
}

/** Where a cited text begins and ends. */
export interface CitedPlace {
  readonly from: PlaceEnd;
  readonly to: PlaceEnd;
  /** Number of the numbered paragraph it stands in. */
  readonly paragraph: string | null;
  readonly note: string | null;
  readonly isTestimony: boolean;
}

type NumberedPage = Pick<Page, 'pageNumber' | 'pageLabel' | 'stampPage' | 'bates'>;

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
  return { from, to, paragraph: passage.paragraph, note: passage.note, isTestimony: passage.kind === 'testimony' };
}

/** The place of spans of page text; a paragraph or note number holds when all of them stand in passages of that number. */
export function placeOfSpans(
  pages: readonly Page[],
  spans: readonly Span[],
  passages: readonly Passage[],
): CitedPlace | null {
  const ordered = spans.toSorted((a, b) => a.pageNumber - b.pageNumber || a.from - b.from);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [endAt(pages, first.pageNumber, first.from), endAt(pages, last.pageNumber, last.to - 1)];
  if (from === null || to === null) return null;
  const touched = passages.filter(({ spans: own }) =>
    own.some((a) => spans.some((b) => a.pageNumber === b.pageNumber && a.from < b.to && b.from < a.to)),
  );
  return {
    from,
    to,
    paragraph: common(touched.map(({ paragraph }) => paragraph)),
    note: common(touched.map(({ note }) => note)),
    isTestimony: touched.some(({ kind }) => kind === 'testimony'),
  };
}

function endAt(pages: readonly Page[], pageNumber: number, offset: number): PlaceEnd | null {
  const page = pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) return null;
  const line = page.lines.find(({ from, to }) => from <= offset && offset < to);
  const { pageLabel, stampPage, bates } = page;
  return { pageNumber, pageLabel, stampPage, bates, line: line?.number ?? null };
}

function common(values: readonly (string | null)[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
