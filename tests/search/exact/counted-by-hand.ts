// What exact search must count, written as plainly as can be (DOMAIN.md §6, API.md): every document is evaluated, every match is held
// against every choice, and each count is taken by going through all again with the facet's own choice left out.
import type { FacetName } from '../../../server/contract/facets.ts';
import type { StoredDocument } from '../../../server/contract/record.ts';
import { amountBucketOf } from '../../../server/contract/facets.ts';
import type { Filters } from '../../../server/search/choices.ts';
import { documentStreams } from '../../../server/search/terms/document-streams.ts';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import type { QueryNode } from '../../../server/search/terms/query-tree.ts';
import { askedPlaced, inStream, noDetails } from '../terms/asked-document.ts';
import type { RandomCorpus } from './random-corpus.ts';

type Values = Partial<Record<FacetName, readonly string[]>>;

/** A document that satisfies a query: what its passages have, and which of them each match touches. */
interface Satisfying {
  readonly document: StoredDocument;
  readonly passages: readonly Values[];
  readonly matches: readonly (readonly Values[])[];
}

/** A document that is counted, with the passages that let it through. */
interface Counted {
  readonly document: StoredDocument;
  readonly matches: number;
  readonly through: readonly Values[];
}

/** All documents that satisfy, by trying each. */
export function satisfying(corpus: RandomCorpus, tree: QueryNode): Satisfying[] {
  return corpus.documents.flatMap((document) => {
    const own = corpus.stored.filter((each) => each.document === document);
    const placed = documentStreams(
      own.map(({ passage }) => passage),
      corpus.pagesOf(document),
    );
    const asked = askedPlaced(placed, { ...noDetails, type: document.details.type });
    const answer = evaluate(tree, asked);
    if (!answer.satisfied) return [];
    const passages = own.map(({ passage: { kind, entities }, tags }): Values => ({
      kind: [kind],
      person: entities.people,
      product: entities.products,
      amount: entities.amounts.map(({ dollars }) => amountBucketOf(dollars)),
      tag: tags.map(({ id }) => id),
    }));
    const matches = answer.matches.map(({ spans }) => {
      const touched = new Set<number>();
      for (const span of spans) {
        for (let at = span.from; at <= span.to; at += 1) {
          const { stream, from } = inStream(asked, { from: at, to: at });
          const { stream: text, pieces } = placed[stream] ?? { stream: null, pieces: [] };
          const offset = text?.offsets[from]?.from ?? 0;
          const piece = pieces.findLast((each) => each.at <= offset);
          if (piece?.ref.kind === 'passage') touched.add(piece.ref.ordinal);
        }
      }
      // Furniture is no passage and has no values.
      return touched.size === 0 ? [{}] : [...touched].map((ordinal) => passages[ordinal] ?? {});
    });
    return [{ document, passages, matches }];
  });
}

const documentFacets = ['case', 'type', 'filer', 'year', 'document', 'entry', 'flag'] as const;
const passageFacets = ['person', 'product', 'amount', 'kind', 'tag'] as const;
export const countedFacets: readonly FacetName[] = [...documentFacets, ...passageFacets];

function valuesOf({ id, caseId, details, flags }: StoredDocument): Values {
  const known = (value: string | null) => (value === null ? [] : [value]);
  return {
    case: [caseId],
    type: known(details.type),
    filer: known(details.filer),
    year: known(details.filedOn?.slice(0, 4) ?? null),
    document: [id],
    entry: known(details.entry),
    flag: flags,
  };
}

function areChosen(values: Values, facets: readonly FacetName[], { include, exclude }: Filters): boolean {
  return facets.every((facet) => {
    const own = (values[facet] ?? []).map((value) => value.toLowerCase());
    const [wanted, unwanted] = [include[facet] ?? [], exclude[facet] ?? []];
    const has = (value: string) => own.includes(value.toLowerCase());
    return (wanted.length === 0 || wanted.some(has)) && !unwanted.some(has);
  });
}

/** Whether a document's own details are those chosen. */
export function isWithin(
  document: StoredDocument,
  filters: Filters,
  omitted: FacetName | 'dates' | null = null,
): boolean {
  const { filedOn } = document.details;
  const { filedFrom, filedTo } = filters;
  if (omitted !== 'dates' && (filedFrom !== null || filedTo !== null)) {
    if (filedOn === null || filedOn < (filedFrom ?? '0') || filedOn > (filedTo ?? '9')) return false;
  }
  return areChosen(
    valuesOf(document),
    documentFacets.filter((facet) => facet !== omitted),
    filters,
  );
}

/** What is counted; `omitted`: as if nothing were chosen there. */
export function countedByHand(
  found: readonly Satisfying[],
  filters: Filters,
  omitted: FacetName | 'dates' | null = null,
): Counted[] {
  const chosenAmong = passageFacets.filter((facet) => facet !== omitted);
  const passes = (passage: Values) => areChosen(passage, chosenAmong, filters);
  const choosesPassages = chosenAmong.some((facet) => filters.include[facet] ?? filters.exclude[facet]);
  return found.flatMap(({ document, passages, matches }): Counted[] => {
    if (!isWithin(document, filters, omitted)) return [];
    if (matches.length === 0) {
      const through = passages.filter(passes);
      return through.length > 0 || !choosesPassages ? [{ document, matches: 0, through }] : [];
    }
    const kept = matches.filter((touched) => touched.some(passes));
    return kept.length === 0 ? [] : [{ document, matches: kept.length, through: kept.flat().filter(passes) }];
  });
}

/** Documents by value of a facet, its own choice left out; values in small letters. */
export function facetByHand(found: readonly Satisfying[], filters: Filters, facet: FacetName): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { document, through } of countedByHand(found, filters, facet)) {
    const all = [valuesOf(document), ...through].flatMap((values) => values[facet] ?? []);
    for (const value of new Set(all.map((each) => each.toLowerCase()))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** Documents by month, the dates left out. */
export function monthsByHand(found: readonly Satisfying[], filters: Filters): Record<string, number> {
  const months: Record<string, number> = {};
  for (const { document } of countedByHand(found, filters, 'dates')) {
    const month = document.details.filedOn?.slice(0, 7);
    if (month !== undefined) months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}
