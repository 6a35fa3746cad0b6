// Runs search-term reports in the background, one after another, and keeps what names the corpus they were asked of.
// In: ids of reports. Out: runs in the catalog: done, failed with the reason, or stopped. Progress is told, not stored.
import type { Catalog } from './catalog/catalog.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import { reportResult, type ResultParts } from './report-result.ts';
import { packHitSets } from './search/reports/hit-sets.ts';

/** What running needs of the rest; handed in by `app.ts`. */
export interface ReportRunnerParts extends ResultParts {
  readonly catalog: Pick<Catalog, 'reports' | 'corpus'>;
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
  /** Reports of which a run is queued or under way. */
  const busy = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  const closing = new AbortController();

  const carryOut = async (runId: string, run: Run): Promise<void> => {
    const signal = AbortSignal.any([run.stopping.signal, closing.signal]);
    let name = run.reportId;
    try {
      signal.throwIfAborted();
      const report = await reports.get(run.reportId);
      const queries = await reports.queries(run.reportId);
      if (report === null || queries === null) return;
      name = report.name;
      const progress = (done: number): void => {
        run.done = done;
      };
      const { result, rows, sets } = await reportResult(parts, { ...report, queries }, progress, signal);
      await reports.finishRun(runId, { result, rows, sets: packHitSets(sets) });
    } catch (error) {
      const failure = signal.aborted ? 'It was stopped before all queries were asked.' : messageOf(error);
      if (!signal.aborted) parts.onError(error, name);
      await reports.endRun(runId, signal.aborted ? 'interrupted' : 'failed', failure);
    } finally {
      runs.delete(runId);
      busy.delete(run.reportId);
    }
  };

  const started = async (reportId: string): Promise<string | null> =>
    (await reports.get(reportId)) === null ? null : reports.startRun(reportId);

  return {
    async run(reportId) {
      if (closing.signal.aborted) return null;
      // Asked and noted before anything is waited for: two who press at once start one run.
      if (busy.has(reportId)) {
        throw new PinciteError('conflict', 'This report is being run already; wait until it is done, or stop it.');
      }
      busy.add(reportId);
      const run: Run = { reportId, stopping: new AbortController(), done: 0 };
      const runId = await started(reportId).catch((error: unknown) => {
        busy.delete(reportId);
        throw error;
      });
      if (runId === null) {
        busy.delete(reportId);
        return null;
      }
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
      closing.abort();
      await last;
    },
  };
}
