// One report: what it asks, a run of it as a table, how that differs from an earlier run, and what one can do with it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronLeft } from '@tabler/icons-react';
import type { Report, ReportAnswer } from '../../../server/contract/report-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { countOf, facetLabels } from '../search/format.ts';
import { FilterNames } from './FilterNames.tsx';
import { dialectName } from './ReportList.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportTable } from './ReportTable.tsx';
import { ReportTools } from './ReportTools.tsx';
import { RunUnderWay } from './RunUnderWay.tsx';
import { filtersOf } from './report-words.ts';
import { reportQuery } from './reports-queries.ts';
import { writeReportsState, type ReportsState } from './reports-state.ts';
import classes from './reports.module.css';

export interface OpenReportProps {
  readonly report: Report;
  readonly state: ReportsState;
  readonly go: (change: Partial<ReportsState>, replace?: boolean) => void;
}

export function OpenReport({ report, state, go }: OpenReportProps) {
  const latest = report.runs.find(({ state: runState }) => runState === 'done')?.id ?? null;
  const { data, error, refetch } = useQuery({
    ...reportQuery(report.id, { run: state.runId, compare: state.compareId, latest }),
    enabled: latest !== null,
  });
  return (
    <div className={classes.place}>
      <div className={classes.wideColumn}>
        <p className={classes.back}>
          <Link to="/reports" search={writeReportsState({ taken: state.taken })}>
            <IconChevronLeft size={15} stroke={2} aria-hidden /> All reports
          </Link>
        </p>
        <header className={classes.head}>
          <h1>{report.name}</h1>
          <p className={classes.quiet}>
            <span>{countOf(report.queries, 'query', 'queries')}</span>
            <span>{dialectName(report)}</span>
            <span>
              asked of <FilterNames taken={filtersOf(report)} />
            </span>
            {report.facet === null ? null : <span>broken down by “{facetLabels[report.facet]}”</span>}
          </p>
        </header>
        <RunUnderWay report={report} />
        {latest === null ? null : <ReportTools report={report} answer={data} state={state} go={go} />}
        {error === null ? null : (
          <p className={classes.problem} role="alert">
            {sentenceOf(error)}{' '}
            <button type="button" className={classes.link} onClick={() => void refetch()}>
              Try again
            </button>{' '}
            {state.runId === null && state.compareId === null ? null : (
              <button type="button" className={classes.link} onClick={() => go({ runId: null, compareId: null }, true)}>
                Show the last run
              </button>
            )}
          </p>
        )}
        {error !== null || data === undefined ? (
          latest === null || error !== null ? null : (
            <p className={classes.waiting}>Opening the run…</p>
          )
        ) : (
          <ShownRun answer={data} state={state} go={go} />
        )}
      </div>
    </div>
  );
}

function ShownRun({ answer, state, go }: Omit<OpenReportProps, 'report'> & { readonly answer: ReportAnswer }) {
  const { run } = answer;
  if (run === null || run.result === null) return null;
  return (
    <>
      <ReportFacts run={run} result={run.result} />
      <ReportTable answer={answer} totals={run.result.totals} show={state.show} onShow={(show) => go({ show }, true)} />
    </>
  );
}
