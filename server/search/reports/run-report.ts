// Asks every query of a list of one state of the corpus and counts what a search-term report shows (DOMAIN.md §6).
// In: queries, dialect, filters. Out: a row for each, totals, and the documents of each. A query that cannot be read is a row with its
// fault; the rest goes on. Bare neighbours are refused: nobody sees in time how they were read.
import { PinciteError } from '../../contract/errors.ts';
import type { FacetName } from '../../contract/facets.ts';
import type { ListedQuery, ReportResult, ReportRow } from '../../contract/report-api.ts';
import type { Dialect } from '../../contract/search-api.ts';
import { partsOfLabelled } from '../../engine/index-fields.ts';
import type { Filters } from '../choices.ts';
import type { CountedDocument, ExactCounts } from '../exact/exact-question.ts';
import type { ExactEngine } from '../exact/exact-engine.ts';
import { explain } from '../terms/explain.ts';
import { parseQuery } from '../terms/parser.ts';
import type { HitSets } from './hit-sets.ts';

/** What is asked. */
export interface ReportQuestion {
  readonly queries: readonly ListedQuery[];
  readonly dialect: Dialect;
  readonly filters: Filters;
  readonly facet: FacetName | null;
}

export interface ReportCounts {
  readonly rows: readonly ReportRow[];
  readonly totals: ReportResult['totals'];
  readonly sets: HitSets;
  /** Documents within the filters that exact search does not know yet. */
  readonly notIndexed: number;
}

/** Queries under way at once: one for each thread. */
const atOnce = 2;

/** Runs a report. `onProgress` hears how many queries were asked; rejects with `cancelled` when the signal is aborted. */
export async function runReport(
  engine: ExactEngine,
  { queries, dialect, filters, facet }: ReportQuestion,
  onProgress: (done: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReportCounts> {
  const answers = new Map<number, Answer>();
  const waiting = queries.entries();
  let done = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    try {
      for (const [at, { q }] of waiting) {
        answers.set(at, await answerOf(engine, { q, dialect, filters, facet }, signal));
        // The report has failed meanwhile: nobody waits for the rest.
        if (isOver) return;
        done += 1;
        onProgress(done);
      }
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const listed = queries.map((query, at) => ({ query, answer: answers.get(at) ?? unanswered }));
  return countsOf(listed, facet);
}

interface Answer {
  readonly explained: string | null;
  readonly fault: ReportRow['fault'];
  readonly counts: ExactCounts;
}

const noCounts: ExactCounts = { documents: [], counts: {}, notIndexed: 0 };
const unanswered: Answer = { explained: null, fault: null, counts: noCounts };

async function answerOf(
  engine: ExactEngine,
  { q, dialect, filters, facet }: Omit<ReportQuestion, 'queries'> & { readonly q: string },
  signal: AbortSignal | undefined,
): Promise<Answer> {
  try {
    const tree = parseQuery(q, { dialect, neighbours: 'refused' });
    const facets = facet === null ? [] : [facet];
    const counts = await engine.ask({ kind: 'counts', question: { tree, filters }, facets }, signal);
    return { explained: explain(tree), fault: null, counts };
  } catch (error) {
    if (!(error instanceof PinciteError) || (error.code !== 'query-syntax' && error.code !== 'query-too-long'))
      throw error;
    return { ...unanswered, fault: { detail: error.message, position: error.position ?? null } };
  }
}

function countsOf(
  listed: readonly { readonly query: ListedQuery; readonly answer: Answer }[],
  facet: FacetName | null,
): ReportCounts {
  const hitBy = new Map<string, number>();
  for (const { answer } of listed) {
    for (const { documentId } of answer.counts.documents) hitBy.set(documentId, (hitBy.get(documentId) ?? 0) + 1);
  }
  const rows = listed.map(({ query, answer: { explained, fault, counts } }): ReportRow => {
    const { documents } = counts;
    return {
      ...query,
      explained,
      fault,
      hits: hitsOf(documents),
      documents: documents.length,
      withFamilies: withFamiliesOf(documents),
      unique: documents.filter(({ documentId }) => hitBy.get(documentId) === 1).length,
      files: filesOf(documents),
      values: valuesOf(counts, facet),
    };
  });
  const all = new Map(
    listed.flatMap(({ answer }) => answer.counts.documents.map((each) => [each.documentId, each] as const)),
  );
  const any = [...all.values()];
  return {
    rows,
    totals: {
      queries: rows.length,
      faults: rows.filter(({ fault }) => fault !== null).length,
      hits: rows.reduce((sum, { hits }) => sum + hits, 0),
      documents: any.length,
      withFamilies: withFamiliesOf(any),
      files: filesOf(any),
    },
    sets: new Map(
      listed.map(({ query, answer }) => [query.line, answer.counts.documents.map(({ documentId }) => documentId)]),
    ),
    notIndexed: listed.reduce((most, { answer }) => Math.max(most, answer.counts.notIndexed), 0),
  };
}

function hitsOf(documents: readonly CountedDocument[]): number {
  return documents.reduce((sum, { matches }) => sum + matches, 0);
}

function filesOf(documents: readonly CountedDocument[]): number {
  return new Set(documents.map(({ file }) => file)).size;
}

/** Every filing of the docket entries that are hit. */
function withFamiliesOf(documents: readonly CountedDocument[]): number {
  const sizes = new Map(documents.map(({ family, familySize }) => [family, familySize]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function valuesOf({ counts }: ExactCounts, facet: FacetName | null): ReportRow['values'] {
  if (facet === null) return [];
  return Object.entries(counts[facet] ?? {})
    .map(([stored, documents]) => {
      const { id, label } = partsOfLabelled(stored);
      return { value: id, label, documents };
    })
    .toSorted((a, b) => b.documents - a.documents || (a.label < b.label ? -1 : 1));
}
