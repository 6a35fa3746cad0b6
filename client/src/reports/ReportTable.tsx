// The rows of a run: a query, its counts, what changed since an earlier run, and documents by the values of a facet. A count opens the
// search that gives it. A query that could not be asked is a row with its fault.
import { Fragment, useMemo, useState } from 'react';
import type { Comparison, ReportAnswer, ReportResult } from '../../../server/contract/report-api.ts';
import { countOf, countText, facetLabels, valueLabel } from '../search/format.ts';
import { changesByLine, fewColumns, isShown, valueColumns } from './report-columns.ts';
import { timeText } from './report-words.ts';
import { FaultyRow, ReportRowView } from './ReportRowView.tsx';
import { rowChoices, type RowChoice } from './reports-state.ts';
import classes from './table.module.css';

export interface ReportTableProps {
  readonly answer: ReportAnswer;
  readonly totals: ReportResult['totals'];
  readonly show: RowChoice;
  readonly onShow: (show: RowChoice) => void;
}

/** Rows that are drawn before all are asked for: thousands of them make a slow page. */
const fewRows = 500;

const choiceNames: Readonly<Record<RowChoice, string>> = {
  all: 'All queries',
  changed: 'With a change',
  none: 'Without a document',
  repeated: 'Repeated',
  faulty: 'Not asked',
};

export function ReportTable({ answer, totals, show, onShow }: ReportTableProps) {
  const { report, rows, compared } = answer;
  const [isWhole, setWhole] = useState(false);
  const [hasAllColumns, setAllColumns] = useState(false);
  const { facet } = report;
  const all = useMemo(() => valueColumns(rows), [rows]);
  const columns = hasAllColumns ? all : all.slice(0, fewColumns);
  const changes = useMemo(() => changesByLine(compared), [compared]);
  const counts = useMemo(
    () =>
      Object.fromEntries(
        rowChoices.map((choice) => [choice, rows.filter((row) => isShown(row, choice, changes)).length]),
      ),
    [rows, changes],
  );
  const chosen = rows.filter((row) => isShown(row, show, changes));
  const { repeated = 0 } = counts;
  const drawn = isWhole ? chosen : chosen.slice(0, fewRows);
  const choices = rowChoices.filter((choice) => choice === 'all' || choice === show || (counts[choice] ?? 0) > 0);

  return (
    <section aria-label="Queries and counts">
      {choices.length < 2 ? null : (
        <fieldset className={classes.choices}>
          <legend className="pc-visually-hidden">Which rows are shown</legend>
          {choices.map((choice) => (
            <button key={choice} type="button" aria-pressed={choice === show} onClick={() => onShow(choice)}>
              {choiceNames[choice]} <span>{countText(counts[choice] ?? 0)}</span>
            </button>
          ))}
        </fieldset>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section className={classes.frame} tabIndex={0} aria-label="Table, scrolls sideways">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.line}>
                Line
              </th>
              <th scope="col" className={classes.query}>
                Query
              </th>
              <th scope="col" title="Filings that satisfy the query">
                Documents
              </th>
              <th scope="col" title="Matches in their text">
                Hits
              </th>
              <th scope="col" title="Documents together with all filings of their docket entries">
                With families
              </th>
              <th scope="col" title="Documents that only this query of the list finds">
                Unique
              </th>
              <th scope="col" title="Distinct files among those that the documents show">
                Files
              </th>
              {compared === null ? null : <ChangeHeads compared={compared} />}
              {facet === null
                ? null
                : columns.map(({ value, label }) => (
                    <th key={value} scope="col" className={classes.value} title={`${facetLabels[facet]}: ${label}`}>
                      <span>{valueLabel(facet, label)}</span>
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((row) => (
              <Fragment key={row.line}>
                {row.fault === null ? (
                  <ReportRowView
                    report={report}
                    row={row}
                    change={compared === null ? null : (changes.get(row.line) ?? 'unknown')}
                    columns={facet === null ? [] : columns}
                  />
                ) : (
                  <FaultyRow
                    report={report}
                    row={row}
                    fault={row.fault}
                    width={5 + (compared === null ? 0 : 2) + (facet === null ? 0 : columns.length)}
                  />
                )}
              </Fragment>
            ))}
            {drawn.length === 0 ? (
              <tr>
                <td className={classes.nothing} colSpan={7}>
                  No such query in this run.
                </td>
              </tr>
            ) : null}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2} className={classes.total}>
                <div>
                  Any query
                  {totals.faults === 0 ? null : (
                    <span className={classes.faults}>{countOf(totals.faults, 'query', 'queries')} not asked</span>
                  )}
                  {repeated === 0 ? null : <span>{countOf(repeated, 'query', 'queries')} repeated, counted once</span>}
                </div>
              </th>
              <td>{countText(totals.documents)}</td>
              <td>{countText(totals.hits)}</td>
              <td>{countText(totals.withFamilies)}</td>
              <td aria-label="does not apply" />
              <td>{countText(totals.files)}</td>
              {compared === null ? null : <td colSpan={2} aria-label="does not apply" />}
              {facet === null || columns.length === 0 ? null : (
                <td colSpan={columns.length} aria-label="does not apply" />
              )}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={classes.below}>
        {chosen.length <= drawn.length ? null : (
          <button type="button" onClick={() => setWhole(true)}>
            Show all {countOf(chosen.length, 'query', 'queries')}
          </button>
        )}
        {all.length <= columns.length ? null : (
          <button type="button" onClick={() => setAllColumns(true)}>
            Show all {countOf(all.length, 'value')} of “{facet === null ? '' : facetLabels[facet]}”
          </button>
        )}
      </p>
    </section>
  );
}

function ChangeHeads({ compared }: { readonly compared: Comparison }) {
  const since = timeText(compared.at);
  return (
    <>
      <th scope="col" className={classes.change} title={`Documents that were not found on ${since}`}>
        Gained
      </th>
      <th scope="col" title={`Documents that were found on ${since} and are not any more`}>
        Lost
      </th>
    </>
  );
}
