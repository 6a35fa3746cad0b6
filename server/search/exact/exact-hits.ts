// Placed matches → rows of the list: where the match itself stands and how it is cited, with the text around it.
// In: placed matches. Out: hits in the same order. A match over several passages shows each of them around its words.
import type { Hit, Segment } from '../../contract/search-api.ts';
import { excerptOf } from '../excerpt.ts';
import { documentLineOf } from '../hits.ts';
import type { ExactParts, SearchParts } from '../search-parts.ts';
import { segmentsOf } from '../segments.ts';
import type { PlacedRange } from '../terms/match-places.ts';
import type { PlacedMatch } from './placed-matches.ts';

/** Words of text that a hit shows around its words. */
const shownWords = 45;

/** Citations of matches, and of the passage that stands for a document without one. */
type Citing = Pick<ExactParts, 'citeMatch'> & Pick<SearchParts, 'cite'>;

/** Rows of the list. A filing without any passage has none to show. */
export function exactHits(placed: readonly PlacedMatch[], parts: Citing, grouped: boolean): Hit[] {
  return placed.flatMap((each) => {
    const hit = hitOf(each, parts);
    if (hit === null) return [];
    return [grouped ? { ...hit, hitsInDocument: each.match.matchesInDocument } : hit];
  });
}

function hitOf(placed: PlacedMatch, { citeMatch, cite }: Citing): Hit | null {
  const [first] = placed.passages;
  if (first === undefined) return null;
  const { document, passage } = first;
  const cited = citeMatch({
    document,
    spans: placed.spans,
    pages: placed.pages,
    passages: placed.passages.map((each) => each.passage),
  });
  const place =
    cited === null
      ? { ...passage, citation: cite(first) }
      : {
          pageNumber: cited.from.pageNumber,
          pageLabel: cited.from.pageLabel,
          stampPage: cited.from.stampPage,
          bates: cited.from.bates,
          lines:
            cited.from.line === null || cited.to.line === null
              ? null
              : { from: cited.from.line, to: cited.to.line, toPageNumber: cited.to.pageNumber },
          paragraph: cited.paragraph,
          citation: { full: cited.full, short: cited.short },
        };
  const { pageNumber, pageLabel, stampPage, bates, lines, paragraph, citation } = place;
  return {
    passageId: passage.id,
    documentId: document.id,
    pageNumber,
    pageLabel,
    stampPage,
    bates,
    lines: lines === null ? null : { ...lines },
    paragraph,
    kind: passage.kind,
    headings: [...passage.headings],
    segments: segmentsAround(placed),
    document: documentLineOf(document),
    citation,
    tags: [
      ...new Map(placed.passages.flatMap(({ tags }) => tags.map((tag) => [tag.id, { ...tag }] as const))).values(),
    ],
    ...(placed.match.index === null
      ? {}
      : { matchIndex: placed.match.index, spans: placed.spans.map((span) => ({ ...span })) }),
  };
}

/** The words found with what stands around them, passage by passage. */
function segmentsAround({ ranges, passages, pages, spans }: PlacedMatch): Segment[] {
  const furniture = ranges.filter(({ ordinal }) => ordinal === null);
  if (furniture.length > 0) return linesAround(furniture, pages, spans);
  const most = Math.max(10, Math.floor(shownWords / Math.max(1, passages.length)));
  return passages.flatMap(({ passage }, at) => {
    const own = ranges.filter(({ ordinal }) => ordinal === passage.ordinal);
    const before = passages[at - 1]?.passage;
    const joint =
      before === undefined ? [] : [{ text: before.ordinal + 1 === passage.ordinal ? ' ' : ' … ', hit: false }];
    return [...joint, ...excerptOf(passage.text, own, most)];
  });
}

/** The lines of furniture that hold what was found; furniture of one page is a stretch of its own, so they are on one page. */
function linesAround(
  ranges: readonly PlacedRange[],
  pages: PlacedMatch['pages'],
  spans: PlacedMatch['spans'],
): Segment[] {
  const page = pages.find(({ pageNumber }) => pageNumber === spans[0]?.pageNumber);
  const lines = (page?.lines ?? []).flatMap(({ from, to }) => {
    const within = ranges.filter((range) => from <= range.from && range.to <= to);
    return within.length === 0 ? [] : [{ text: page?.text.slice(from, to) ?? '', from, within }];
  });
  return lines.flatMap(({ text, from, within }, at) => [
    ...(at === 0 ? [] : [{ text: ' ', hit: false }]),
    ...segmentsOf(
      text,
      within.map((range) => ({ from: range.from - from, to: range.to - from })),
    ),
  ]);
}
