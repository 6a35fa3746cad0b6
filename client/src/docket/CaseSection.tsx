// One case: caption, number, court and judge, and below them its entries.
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { DocketAnswer } from '../../../server/contract/docket-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { countOf } from '../search/format.ts';
import classes from './docket.module.css';
import { docketRows } from './docket-rows.ts';
import type { Only } from './docket-state.ts';
import { courtText, rangeText } from './docket-words.ts';
import { EntryItem, RunItem } from './EntryItem.tsx';

/** A case as `/api/cases` lists it. */
export interface CaseHeader {
  readonly id: string;
  readonly caseName: string | null;
  readonly court: string | null;
  readonly docketNumber: string | null;
  readonly judge: string | null;
  readonly specimen: boolean;
  readonly documents: number;
}

export interface CaseSectionProps {
  readonly header: CaseHeader;
  readonly docket: DocketAnswer | undefined;
  readonly error: Error | null;
  readonly filter: string;
  readonly only: Only | null;
  /** Keys that are not in the state in which they begin, one a line: text, so that the same is the same. */
  readonly folds: string;
  readonly isOpen: boolean;
  readonly canFold: boolean;
  readonly onFold: (key: string) => void;
  readonly onEdit: (documentId: string) => void;
}

/** Filings that name no case have this id for one. */
const noCaseId = 'none';

/** Drawn anew only when something of it changes: a docket may have thousands of rows. */
export const CaseSection = memo(function Section(props: CaseSectionProps) {
  const { header, docket, error, filter, only, folds, isOpen, canFold, onFold, onEdit } = props;
  const rows = useMemo(
    () => (docket === undefined ? [] : docketRows(docket, { filter, only, toggled: folds.split('\n') })),
    [docket, filter, only, folds],
  );
  const { id, court, docketNumber, judge, specimen } = header;
  const name =
    header.caseName ?? (id === noCaseId ? 'Filings that name no case' : (docketNumber ?? 'A case without a caption'));
  const facts = [court === null ? null : courtText(court), docketNumber === null ? null : `No. ${docketNumber}`, judge];
  return (
    <section className={classes.case} aria-labelledby={`case-${id}`}>
      <header className={classes.caseHead}>
        <h2 id={`case-${id}`}>
          {canFold ? (
            <button type="button" aria-expanded={isOpen} onClick={() => onFold(id)}>
              <IconChevronRight size={18} stroke={1.7} aria-hidden />
              <span>{name}</span>
            </button>
          ) : (
            name
          )}
        </h2>
        <p className={classes.facts}>
          {facts
            .filter((fact) => fact !== null)
            .map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          {specimen ? <em>specimens, not court records</em> : null}
        </p>
        <p className={classes.sums}>
          <span>{countOf(header.documents, 'document')}</span>
          {docket === undefined ? null : <Missing counts={docket.counts} />}
          {header.documents === 0 ? null : (
            <Link to="/" search={{ 'f.case': id }}>
              Search this case
            </Link>
          )}
        </p>
      </header>
      {error === null ? null : (
        <p className={classes.problem} role="alert">
          This docket cannot be shown: {sentenceOf(error)}
        </p>
      )}
      {isOpen && docket === undefined && error === null ? <p className={classes.nothing}>Opening…</p> : null}
      {isOpen && rows.length > 0 ? (
        <>
          <div className={classes.columns} aria-hidden="true">
            <span>ECF No.</span>
            <span>Filed</span>
            <span>Title</span>
            <span>Filed by</span>
            <span>Pages</span>
            <span>State</span>
          </div>
          <ol className={classes.entries} aria-label={`Entries of ${name}`}>
            {rows.map((row) =>
              row.kind === 'entry' ? (
                <EntryItem key={row.key} row={row} onFold={onFold} onEdit={onEdit} />
              ) : (
                <RunItem
                  key={row.key}
                  label={runLabel(row.items.map(({ entry }) => entry.entry ?? ''))}
                  isOpen={row.isOpen}
                  onFold={() => onFold(row.key)}
                >
                  {row.items.map((each) => (
                    <EntryItem key={each.key} row={each} onFold={onFold} onEdit={onEdit} />
                  ))}
                </RunItem>
              ),
            )}
          </ol>
        </>
      ) : null}
    </section>
  );
});

function runLabel(entries: readonly string[]): string {
  const range = rangeText('Entry', 'Entries', entries[0] ?? '', entries.at(-1) ?? '');
  return `${range}: ${countOf(entries.length, 'entry', 'entries')} on the docket, none of them here`;
}

function Missing({ counts }: Pick<DocketAnswer, 'counts'>) {
  const parts = [
    counts.missingEntries === 0 ? null : countOf(counts.missingEntries, 'entry', 'entries'),
    counts.missingAttachments === 0 ? null : countOf(counts.missingAttachments, 'attachment'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className={classes.lacks}>missing: {parts.join(', ')}</span>;
}
