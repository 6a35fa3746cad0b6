// The reports, the newest first: what each asks, and how its last run ended.
import { Link } from '@tanstack/react-router';
import type { Report } from '../../../server/contract/report-api.ts';
import { countOf, facetLabels } from '../search/format.ts';
import { dialectChoices } from '../search/search-mode.ts';
import { FilterNames } from './FilterNames.tsx';
import { filtersOf, runText, timeText } from './report-words.ts';
import { writeReportsState, type Taken } from './reports-state.ts';
import classes from './reports.module.css';

export interface ReportListProps {
  readonly reports: readonly Report[];
  readonly taken: Taken;
}

export function ReportList({ reports, taken }: ReportListProps) {
  return (
    <ul className={classes.reports}>
      {reports.map((report) => (
        <li key={report.id}>
          <h2>
            <Link to="/reports" search={writeReportsState({ reportId: report.id, taken })}>
              {report.name}
            </Link>
          </h2>
          <p className={classes.outcome}>
            <Outcome report={report} />
          </p>
          <p className={classes.quiet}>
            <span>{countOf(report.queries, 'query', 'queries')}</span>
            <span>{dialectName(report)}</span>
            {report.filters === '' ? null : (
              <span>
                <FilterNames taken={filtersOf(report)} />
              </span>
            )}
            {report.facet === null ? null : <span>by {facetLabels[report.facet].toLowerCase()}</span>}
          </p>
          <p className={classes.when}>
            {report.runs[0] === undefined ? 'Never run' : timeText(report.runs[0].at)}
            {report.runs.length > 1 ? `, ${countOf(report.runs.length, 'run')}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ report: { runs } }: { readonly report: Report }) {
  const [last] = runs;
  if (last === undefined) return null;
  const faults = last.result?.totals.faults ?? 0;
  return (
    <>
      <span data-state={last.state}>{runText(last)}</span>
      {faults === 0 ? null : <span className={classes.bad}>{faults.toLocaleString('en-US')} not asked</span>}
      {last.result?.isFinal === false ? <strong className={classes.bad}>not final</strong> : null}
    </>
  );
}

/** Whose connectors the queries are written with. */
export function dialectName({ dialect }: Pick<Report, 'dialect'>): string {
  const found = dialectChoices.find((choice) => choice.dialect === dialect);
  return `${found?.name ?? dialect} connectors`;
}
