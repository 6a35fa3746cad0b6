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

/** Rows of the list, one for each match: also of a filing no page of which has text, since it is counted. */
export function exactHits(placed: readonly PlacedMatch[], parts: Citing, grouped: boolean): Hit[] {
  return placed.map((each) => {
    const hit = hitOf(each, parts);
    return grouped ? { ...hit, hitsInDocument: each.match.matchesInDocument } : hit;
  });
}

function hitOf(placed: PlacedMatch, parts: Citing): Hit {
  const { document, passages, spans, match, ranges } = placed;
  // Stamps and margins belong to no passage.
  const isFurniture = ranges.length > 0 && ranges.every(({ ordinal }) => ordinal === null);
  const first = isFurniture ? undefined : passages[0];
  return {
    passageId: first?.passage.id ?? '',
    documentId: document.id,
    ...placeOf(placed, parts),
    kind: first?.passage.kind ?? 'paragraph',
    headings: [...(first?.passage.headings ?? [])],
    segments: segmentsAround(placed),
    document: documentLineOf(document),
    tags: isFurniture
      ? []
      : [...new Map(passages.flatMap(({ tags }) => tags.map((tag) => [tag.id, { ...tag }] as const))).values()],
    ...(match.index === null
      ? { isWhole: true as const }
      : { matchIndex: match.index, spans: spans.map((span) => ({ ...span })) }),
  };
}

type Place = Pick<Hit, 'pageNumber' | 'pageLabel' | 'stampPage' | 'bates' | 'lines' | 'paragraph' | 'citation'>;

/** Where the match stands; of a filing without one its first passage, or page. */
function placeOf({ document, spans, pages, passages }: PlacedMatch, { citeMatch, cite }: Citing): Place {
  const [first] = passages;
  const place = first === undefined && spans.length === 0 ? [firstPage] : spans;
  const cited = citeMatch({ document, spans: place, pages, passages: passages.map(({ passage }) => passage) });
  if (cited !== null) {
    const { from, to, paragraph, full, short } = cited;
    const { pageNumber, pageLabel, stampPage, bates } = from;
    const lines =
      from.line === null || to.line === null ? null : { from: from.line, to: to.line, toPageNumber: to.pageNumber };
    return { pageNumber, pageLabel, stampPage, bates, lines, paragraph, citation: { full, short } };
  }
  if (first !== undefined) {
    const { pageNumber, pageLabel, stampPage, bates, lines, paragraph } = first.passage;
    const citation = cite(first);
    return {
      pageNumber,
      pageLabel,
      stampPage,
      bates,
      lines: lines === null ? null : { ...lines },
      paragraph,
      citation,
    };
  }
  const name = document.details.shortTitle ?? document.details.title ?? document.filename;
  return {
    pageNumber: spans[0]?.pageNumber ?? 1,
    pageLabel: null,
    stampPage: null,
    bates: null,
    lines: null,
    paragraph: null,
    citation: { full: name, short: name },
  };
}

const firstPage = { pageNumber: 1, from: 0, to: 0 };

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
