// A row of a report: a query with its counts, each a link to the search that gives it; or a query that was not asked, with its fault
// marked where it stands and the way to mend it.
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Comparison, Report, ReportRow } from '../../../server/contract/report-api.ts';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { countText } from '../search/format.ts';
import { faultAt, placeOfFault } from '../search/query-fault.ts';
import { writeSearchState } from '../url/search-state.ts';
import type { ValueColumn } from './report-columns.ts';
import { changeText, questionOf, questionWithin } from './report-words.ts';
import classes from './table.module.css';

export interface ReportRowViewProps {
  readonly report: Report;
  readonly row: ReportRow;
  /** Null: nothing is compared; `unknown`: this query was not asked then. */
  readonly change: Comparison['rows'][number] | 'unknown' | null;
  readonly columns: readonly ValueColumn[];
}

export const ReportRowView = memo(function ReportRowView({ report, row, change, columns }: ReportRowViewProps) {
  const question = questionOf(report, row);
  const byValue = new Map(row.values.map(({ value, documents }) => [value, documents]));
  const known = change === null || change === 'unknown' ? undefined : change;
  return (
    <tr data-none={row.documents === 0 || undefined}>
      <td className={classes.line}>{row.line}</td>
      <th scope="row" className={classes.query}>
        <code>{row.q}</code>
        {row.explained === null ? null : <span title={row.explained}>{row.explained}</span>}
        {row.sameAs === null ? null : <span>Asks the same as line {row.sameAs}; the totals count it once.</span>}
      </th>
      <Count count={row.documents} question={question} of="documents" q={row.q} />
      <Count count={row.hits} question={question} of="hits" q={row.q} />
      <td>{countText(row.withFamilies)}</td>
      <td>{countText(row.unique)}</td>
      <td>{countText(row.files)}</td>
      {change === null ? null : (
        <>
          <td className={classes.change} data-up={(known?.gained ?? 0) > 0 || undefined}>
            {changeText(known?.gained, '+')}
          </td>
          <td data-down={(known?.lost ?? 0) > 0 || undefined}>{changeText(known?.lost, '−')}</td>
        </>
      )}
      {columns.map(({ value, label }) => (
        <Count
          key={value}
          count={byValue.get(value) ?? 0}
          question={questionWithin(report, row, value)}
          of={`documents with ${label}`}
          q={row.q}
        />
      ))}
    </tr>
  );
});

interface CountProps {
  readonly count: number;
  readonly question: SearchRequest | null;
  readonly of: string;
  readonly q: string;
}

/** A zero leads nowhere. */
function Count({ count, question, of, q }: CountProps) {
  if (question === null || count === 0) return <td>{countText(count)}</td>;
  return (
    <td>
      <Link
        to="/"
        search={writeSearchState({ request: question, hit: null })}
        aria-label={`${countText(count)} ${of}: search for ${q}`}
        title="Open in Search"
        preload={false}
      >
        {countText(count)}
      </Link>
    </td>
  );
}

export interface FaultyRowProps {
  readonly report: Report;
  readonly row: ReportRow;
  readonly fault: NonNullable<ReportRow['fault']>;
  /** How many columns its counts would take. */
  readonly width: number;
}

export const FaultyRow = memo(function FaultyRow({ report, row, fault, width }: FaultyRowProps) {
  const question = questionOf(report, row);
  // A list may hold a whole book where a query should be; its beginning tells which it is.
  const q =
    question === null ? `${row.q.slice(0, 300).toWellFormed()}… (${countText(row.q.length)} characters)` : row.q;
  const place = fault.position === null || question === null ? null : faultAt(q, fault.position, fault.detail);
  return (
    <tr data-faulty>
      <td className={classes.line}>{row.line}</td>
      <th scope="row" className={classes.query}>
        <code>
          {place === null ? (
            q
          ) : (
            <>
              {q.slice(0, place.from)}
              <mark className={classes.fault}>{q.slice(place.from, place.to) || '\u00a0\u00a0'}</mark>
              {q.slice(place.to)}
            </>
          )}
        </code>
      </th>
      <td colSpan={width} className={classes.notAsked}>
        <div>
          <p>
            <strong>Not asked.</strong>{' '}
            {place === null ? null : <span className="pc-visually-hidden">{placeOfFault(q, place)}: </span>}
            {fault.detail}
          </p>
          {question === null ? null : (
            <Link to="/" search={writeSearchState({ request: question, hit: null })}>
              Mend in Search
            </Link>
          )}
        </div>
      </td>
    </tr>
  );
});
