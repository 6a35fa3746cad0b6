// The Reports place: search-term reports as a list, one of them as a table, or the form for a new one. The address says which.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { PlaceNotice } from '../app/BrokenPlace.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { countOf } from '../search/format.ts';
import { NewReport } from './NewReport.tsx';
import { OpenReport } from './OpenReport.tsx';
import { ReportList } from './ReportList.tsx';
import { reportsQuery } from './reports-queries.ts';
import { closed, readReportsState, writeReportsState, type ReportsState } from './reports-state.ts';
import classes from './reports.module.css';

export function ReportsPlace() {
  const state = readReportsState(useSearch({ from: '/reports' }));
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(reportsQuery());
  const go = (change: Partial<ReportsState>, replace = false) =>
    void navigate({
      to: '/reports',
      search: writeReportsState({ ...state, ...change }),
      replace,
      resetScroll: !replace,
    });
  const { taken } = state;
  const toList = () => go({ ...closed, taken });
  useShortcuts({ back: () => (state.reportId === null && !state.isNew ? false : toList()) });
  const shown = data?.reports.find(({ id }) => id === state.reportId);
  const title = shown?.name ?? (state.isNew ? 'New report' : 'Reports');
  useEffect(() => {
    document.title = `${title} · Pincite`;
    return () => {
      document.title = 'Pincite';
    };
  }, [title]);

  if (data === undefined) {
    if (error === null) return <p className={classes.waiting}>Opening the reports…</p>;
    return (
      <PlaceNotice title="The reports cannot be opened" isFailure>
        <p>{sentenceOf(error)}</p>
        <p>
          <button type="button" className={classes.link} onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      </PlaceNotice>
    );
  }
  if (state.isNew) return <NewReport key={state.from ?? ''} state={state} reports={data.reports} go={go} />;
  if (shown !== undefined) return <OpenReport key={shown.id} report={shown} state={state} go={go} />;
  if (state.reportId !== null) {
    return (
      <PlaceNotice title="This report is not here">
        <p>It may have been removed, or the address is cut off.</p>
        <p>
          <Link to="/reports" search={{}}>
            All reports
          </Link>
        </p>
      </PlaceNotice>
    );
  }
  const { reports } = data;
  return (
    <div className={classes.place}>
      <div className={classes.column}>
        <header className={classes.head}>
          <h1>Reports</h1>
          {reports.length === 0 ? null : <p>{countOf(reports.length, 'report')}</p>}
          <button type="button" className={classes.primary} onClick={() => go({ isNew: true })}>
            <IconPlus size={16} stroke={2} aria-hidden /> New report
          </button>
        </header>
        {reports.length === 0 ? <NoReports /> : <ReportList reports={reports} taken={taken} />}
      </div>
    </div>
  );
}

function NoReports() {
  return (
    <section className={classes.empty}>
      <h2>No reports yet</h2>
      <p>
        A search-term report asks a list of queries and counts, for each of them, the documents, the hits, the documents
        with their families, and those that no other query of the list finds. Both sides negotiate over it: it names the
        corpus it was asked of, says what was not searched, and can be run again and compared.
      </p>
      <p>
        Choose “New report” and paste a list, or drop one as text, CSV or Excel workbook. Filters that are chosen in the{' '}
        <Link to="/">search</Link> when you come from there are taken along.
      </p>
    </section>
  );
}
