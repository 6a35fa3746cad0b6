// A search-term report as it will be certified: its counts with all that names the corpus and the program they are of.
// In: queries and filters. Out: rows, totals, what was not searched, and why counts may not stay as they are.
import type { Catalog } from './catalog/catalog.ts';
import type { ListedQuery, Report, ReportResult, ReportRow } from './contract/report-api.ts';
import type { SearchRequest, Unsearched } from './contract/search-api.ts';
import type { ExactEngine } from './search/exact/exact-engine.ts';
import type { HitSets } from './search/reports/hit-sets.ts';
import { runReport } from './search/reports/run-report.ts';
import { grammarVersion } from './search/terms/query-tree.ts';
import { filtersFrom } from './text/search-parameters.ts';
import { tokenizerVersion } from './text/tokenizer.ts';

/** What a report is made from. */
export interface ResultParts {
  readonly catalog: Pick<Catalog, 'corpus'>;
  readonly engine: ExactEngine;
  readonly unsearched: (request: SearchRequest) => Promise<Unsearched>;
  /** Of this program, and of what read the files. */
  readonly version: string;
  readonly parserVersion: string;
}

export interface AskedReport extends Pick<Report, 'dialect' | 'filters' | 'facet'> {
  readonly queries: readonly ListedQuery[];
}

/** Asks all queries. Rejects with `cancelled` when the signal is aborted, with `bad-request` when the filters are none. */
export async function reportResult(
  parts: ResultParts,
  { queries, dialect, filters: written, facet }: AskedReport,
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<{ readonly result: ReportResult; readonly rows: readonly ReportRow[]; readonly sets: HitSets }> {
  const request = filtersFrom(written);
  const { include, exclude, filedFrom, filedTo } = request;
  const filters = { include, exclude, filedFrom, filedTo };
  const corpus = await parts.catalog.corpus();
  const counts = await runReport(parts.engine, { queries, dialect, filters, facet }, onProgress, signal);
  const after = await parts.catalog.corpus();
  const unsearched = await parts.unsearched(request);
  const { fingerprint, documents, files, pages, passages } = corpus;
  const reasons = reasonsOf({
    changed: after.fingerprint !== fingerprint,
    pendingJobs: Math.max(corpus.pendingJobs, after.pendingJobs),
    awaiting: unsearched.byReason['awaiting-ocr'] ?? 0,
    notIndexed: counts.notIndexed,
  });
  const result: ReportResult = {
    corpus: { fingerprint, documents, files, pages, passages },
    software: {
      version: parts.version,
      parser: parts.parserVersion,
      grammar: grammarVersion,
      tokenizer: tokenizerVersion,
    },
    unsearched,
    isFinal: reasons.length === 0,
    notices: [...reasons, ...unreadNotices(after.failedJobs)],
    totals: counts.totals,
  };
  return { result, rows: counts.rows, sets: counts.sets };
}

/** Why counts may not stay as they are. */
function reasonsOf(state: {
  readonly changed: boolean;
  readonly pendingJobs: number;
  readonly awaiting: number;
  readonly notIndexed: number;
}): string[] {
  const { changed, pendingJobs, awaiting, notIndexed } = state;
  return [
    ...(changed ? ['The corpus changed while the report was run: run it again before you rely on it.'] : []),
    ...(pendingJobs > 0 ? [`${of(pendingJobs, 'file')} had not been read yet.`] : []),
    ...(notIndexed > 0 ? [`${of(notIndexed, 'document')} had not been taken into exact search yet.`] : []),
    ...(awaiting > 0 ? [`${of(awaiting, 'page')} waited for recognition: counts are not final.`] : []),
  ];
}

/** What nobody could read does not become searchable by waiting; it is in no count, and whoever relies on them must know. */
function unreadNotices(files: number): string[] {
  return files === 0
    ? []
    : [`${of(files, 'file')} could not be read at all and ${files === 1 ? 'is' : 'are'} in no count.`];
}

function of(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
