// Asks every query of a list of one state of the corpus and counts what a search-term report shows (DOMAIN.md §6).
// In: queries, dialect, filters. Out: a row for each, totals, and the documents of each. A query that cannot be read is a row with its
// fault; the rest goes on. Bare neighbours are refused: nobody sees in time how they were read.
import { PinciteError } from '../../contract/errors.ts';
import type { FacetName } from '../../contract/facets.ts';
import type { ListedQuery, ReportResult, ReportRow } from '../../contract/report-api.ts';
import type { Dialect } from '../../contract/search-api.ts';
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
  const known: KnownDocuments = new Map();
  const waiting = queries.entries();
  let done = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    try {
      for (const [at, { q }] of waiting) {
        answers.set(at, await answerOf(engine, { q, dialect, filters, facet, known }, signal));
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
  return countsOf(listed);
}

/** What is counted of a document, whichever query hit it. */
type HitDocument = Omit<CountedDocument, 'matches'>;
/** By id, each once: a thousand queries hit the same documents. */
type KnownDocuments = Map<string, HitDocument>;

interface Answer {
  /** What was asked, however it was written; null: nothing. */
  readonly asked: string | null;
  readonly explained: string | null;
  readonly fault: ReportRow['fault'];
  readonly hits: number;
  readonly documents: readonly HitDocument[];
  readonly values: ReportRow['values'];
  readonly notIndexed: number;
}

const unanswered: Answer = {
  asked: null,
  explained: null,
  fault: null,
  hits: 0,
  documents: [],
  values: [],
  notIndexed: 0,
};

interface Asked extends Omit<ReportQuestion, 'queries'> {
  readonly q: string;
  readonly known: KnownDocuments;
}

async function answerOf(
  engine: ExactEngine,
  { q, dialect, filters, facet, known }: Asked,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  try {
    const tree = parseQuery(q, { dialect, neighbours: 'refused' });
    const facets = facet === null ? [] : [facet];
    const counts = await engine.ask({ kind: 'counts', question: { tree, filters }, facets }, signal);
    return {
      asked: JSON.stringify(tree),
      explained: explain(tree),
      fault: null,
      hits: counts.documents.reduce((sum, { matches }) => sum + matches, 0),
      documents: counts.documents.map((each) => knownOf(each, known)),
      values: valuesOf(counts, facet),
      notIndexed: counts.notIndexed,
    };
  } catch (error) {
    if (!(error instanceof PinciteError) || (error.code !== 'query-syntax' && error.code !== 'query-too-long'))
      throw error;
    return { ...unanswered, fault: { detail: error.message, position: error.position ?? null } };
  }
}

function knownOf({ documentId, file, family, familySize }: CountedDocument, known: KnownDocuments): HitDocument {
  const before = known.get(documentId);
  if (before !== undefined) return before;
  const made = { documentId, file, family, familySize };
  known.set(documentId, made);
  return made;
}

function countsOf(listed: readonly { readonly query: ListedQuery; readonly answer: Answer }[]): ReportCounts {
  const hitBy = new Map<HitDocument, number>();
  const firstLines = new Map<string, number>();
  for (const { query, answer } of listed) {
    if (answer.asked === null || firstLines.has(answer.asked)) continue;
    firstLines.set(answer.asked, query.line);
    for (const each of answer.documents) hitBy.set(each, (hitBy.get(each) ?? 0) + 1);
  }
  const rows = listed.map(({ query, answer: { asked, explained, fault, hits, documents, values } }): ReportRow => {
    const first = asked === null ? undefined : firstLines.get(asked);
    return {
      ...query,
      explained,
      fault,
      hits,
      documents: documents.length,
      withFamilies: withFamiliesOf(documents),
      unique: documents.filter((each) => hitBy.get(each) === 1).length,
      sameAs: first === undefined || first === query.line ? null : first,
      files: filesOf(documents),
      values,
    };
  });
  const any = [...hitBy.keys()];
  return {
    rows,
    totals: {
      queries: rows.length,
      faults: rows.filter(({ fault }) => fault !== null).length,
      hits: rows.reduce((sum, { hits, sameAs }) => (sameAs === null ? sum + hits : sum), 0),
      documents: any.length,
      withFamilies: withFamiliesOf(any),
      files: filesOf(any),
    },
    sets: new Map(
      listed.map(({ query, answer }) => [query.line, answer.documents.map(({ documentId }) => documentId)]),
    ),
    notIndexed: listed.reduce((most, { answer }) => Math.max(most, answer.notIndexed), 0),
  };
}

function filesOf(documents: readonly HitDocument[]): number {
  return new Set(documents.map(({ file }) => file)).size;
}

/** Every filing of the docket entries that are hit. */
function withFamiliesOf(documents: readonly HitDocument[]): number {
  const sizes = new Map(documents.map(({ family, familySize }) => [family, familySize]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function valuesOf({ counts }: ExactCounts, facet: FacetName | null): ReportRow['values'] {
  if (facet === null) return [];
  return (counts[facet] ?? [])
    .map(({ id, label, count }) => ({ value: id, label, documents: count }))
    .toSorted((a, b) => b.documents - a.documents || (a.label < b.label ? -1 : 1));
}
