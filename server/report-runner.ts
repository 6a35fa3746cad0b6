// Runs search-term reports in the background, one after another, and keeps what names the corpus they were asked of.
// In: ids of reports. Out: runs in the catalog: done, failed with the reason, or stopped. Progress is told, not stored.
import type { Catalog } from './catalog/catalog.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import type { ListedQuery, Report, ReportResult } from './contract/report-api.ts';
import type { SearchRequest, Unsearched } from './contract/search-api.ts';
import type { ExactEngine } from './search/exact/exact-engine.ts';
import { packHitSets } from './search/reports/hit-sets.ts';
import { runReport } from './search/reports/run-report.ts';
import { filtersFrom } from './text/search-parameters.ts';
import { grammarVersion } from './search/terms/query-tree.ts';
import { tokenizerVersion } from './text/tokenizer.ts';

/** What running needs of the rest; handed in by `app.ts`. */
export interface ReportRunnerParts {
  readonly catalog: Pick<Catalog, 'reports' | 'corpus'>;
  readonly engine: ExactEngine;
  readonly unsearched: (request: SearchRequest) => Promise<Unsearched>;
  readonly version: string;
  readonly parserVersion: string;
  readonly onError: (error: unknown, report: string) => void;
}

export interface ReportRunner {
  /** Queues a run. Null: no such report. Conflict: a run of it is under way. */
  run(reportId: string): Promise<string | null>;
  /** Queries that were asked so far; null when the run is not under way. */
  done(runId: string): number | null;
  /** Ends a run that is under way. */
  stop(runId: string): boolean;
  close(): Promise<void>;
}

interface Run {
  readonly reportId: string;
  readonly stopping: AbortController;
  done: number;
}

/** Makes the runner; runs of a process that ended are marked so. */
export async function startReportRunner(parts: ReportRunnerParts): Promise<ReportRunner> {
  const { reports } = parts.catalog;
  await reports.interruptAll();
  const runs = new Map<string, Run>();
  let last: Promise<void> = Promise.resolve();
  let isClosing = false;

  const carryOut = async (runId: string, run: Run): Promise<void> => {
    const { signal } = run.stopping;
    const report = await reports.get(run.reportId);
    const queries = await reports.queries(run.reportId);
    try {
      signal.throwIfAborted();
      if (report !== null && queries !== null) {
        const progress = (done: number): void => {
          run.done = done;
        };
        await reports.finishRun(runId, await resultOf(parts, report, queries, progress, signal));
      }
    } catch (error) {
      const failure = signal.aborted ? 'It was stopped before all queries were asked.' : messageOf(error);
      if (!signal.aborted) parts.onError(error, report?.name ?? run.reportId);
      await reports.endRun(runId, signal.aborted ? 'interrupted' : 'failed', failure);
    } finally {
      runs.delete(runId);
    }
  };

  return {
    async run(reportId) {
      if ((await reports.get(reportId)) === null || isClosing) return null;
      if ([...runs.values()].some((each) => each.reportId === reportId)) {
        throw new PinciteError('conflict', 'This report is being run already; wait until it is done, or stop it.');
      }
      const run: Run = { reportId, stopping: new AbortController(), done: 0 };
      const runId = await reports.startRun(reportId);
      runs.set(runId, run);
      last = last
        .then(() => carryOut(runId, run))
        .catch((error: unknown) => {
          // The catalog itself is in trouble: the run is told as interrupted at the next start.
          parts.onError(error, reportId);
        });
      return runId;
    },
    done: (runId) => runs.get(runId)?.done ?? null,
    stop(runId) {
      const run = runs.get(runId);
      run?.stopping.abort();
      return run !== undefined;
    },
    async close() {
      isClosing = true;
      for (const { stopping } of runs.values()) stopping.abort();
      await last;
    },
  };
}

async function resultOf(
  parts: ReportRunnerParts,
  { dialect, filters: written, facet }: Report,
  queries: readonly ListedQuery[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
) {
  const request = filtersFrom(written);
  const { include, exclude, filedFrom, filedTo } = request;
  const filters = { include, exclude, filedFrom, filedTo };
  const corpus = await parts.catalog.corpus();
  const counts = await runReport(parts.engine, { queries, dialect, filters, facet }, onProgress, signal);
  const after = await parts.catalog.corpus();
  const unsearched = await parts.unsearched(request);
  const { fingerprint, documents, files, pages, passages } = corpus;
  const notices = noticesOf({
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
    isFinal: notices.length === 0,
    notices,
    totals: counts.totals,
  };
  return { result, rows: counts.rows, sets: packHitSets(counts.sets) };
}

/** Why counts may not stay as they are. */
function noticesOf(state: {
  readonly changed: boolean;
  readonly pendingJobs: number;
  readonly awaiting: number;
  readonly notIndexed: number;
}): string[] {
  const { changed, pendingJobs, awaiting, notIndexed } = state;
  const of = (count: number, what: string) => `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
  return [
    ...(changed ? ['The corpus changed while the report was run: run it again before you rely on it.'] : []),
    ...(pendingJobs > 0 ? [`${of(pendingJobs, 'file')} had not been read yet.`] : []),
    ...(notIndexed > 0 ? [`${of(notIndexed, 'document')} had not been taken into exact search yet.`] : []),
    ...(awaiting > 0 ? [`${of(awaiting, 'page')} waited for recognition: counts are not final.`] : []),
  ];
}
