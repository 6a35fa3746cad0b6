// What is known of the filing and where each thing was read; its family; how its pages are numbered; what was not read;
// whom it names.
import { Link } from '@tanstack/react-router';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { sideOf } from '../../../server/contract/filer-side.ts';
import { dateText, ecfText, reasonText, valueLabel } from '../search/format.ts';
import { rangesText } from '../search/unread.ts';
import { NamesOfFiling } from './NamesOfFiling.tsx';
import { pageBasisOf } from './page-numbers.ts';
import classes from './panels.module.css';

export interface DetailsPanelProps {
  readonly filing: DocumentAnswer;
  readonly onPage: (pageNumber: number) => void;
}

/** `Meta (Defendants)`: as printed, and the side that the facet has. */
function filerText({ filer, caseName }: Pick<DocumentAnswer, 'filer' | 'caseName'>): string | null {
  const side = sideOf(filer, caseName);
  return filer === null || side === null || side === filer ? filer : `${filer} (${side})`;
}

export function DetailsPanel({ filing, onPage }: DetailsPanelProps) {
  const rows: readonly (readonly [string, string | null, string])[] = [
    ['Title', filing.title, 'title'],
    ['Type', filing.type, 'type'],
    ['Filed by', filerText(filing), 'filer'],
    ['Filed on', filing.filedOn === null ? null : dateText(filing.filedOn), 'filedOn'],
    ['Docket entry', ecfText(filing), 'entry'],
    ['Case', filing.caseName, 'caseName'],
    ['Docket number', filing.docketNumber, 'docketNumber'],
    ['Court', filing.court, 'court'],
    ['Judge', filing.judge, 'judge'],
  ];
  const byReason = Map.groupBy(filing.unreadable, ({ reason }) => reason);
  const redactions = [
    { found: filing.redactions.filter(({ bad }) => bad), what: 'the text was still in the file and was dropped' },
    { found: filing.redactions.filter(({ bad }) => !bad), what: 'nothing is left under the box' },
  ];
  return (
    <>
      <h2 className={classes.head}>Details</h2>
      {filing.specimen ? <p className={classes.note}>A specimen made for trying Pincite: not a court record.</p> : null}
      <dl className={classes.details}>
        {rows.map(([name, value, field]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value ?? <span className={classes.unknown}>not read</span>}
              {value !== null && filing.readFrom[field] !== undefined ? (
                <span className={classes.source}>from the {filing.readFrom[field]}</span>
              ) : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>Pages</dt>
          <dd>
            {filing.pageCount.toLocaleString('en-US')}
            <span className={classes.source}>{pageBasisOf(filing.pages)}</span>
          </dd>
        </div>
        {filing.flags.length === 0 ? null : (
          <div>
            <dt>Condition</dt>
            <dd>{filing.flags.map((flag) => valueLabel('flag', flag)).join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>File</dt>
          <dd>{filing.filename}</dd>
        </div>
      </dl>
      {filing.unreadable.length === 0 ? null : (
        <section className={classes.section}>
          <h3>Pages that were not read, or not well</h3>
          <ul>
            {[...byReason].map(([reason, unread]) => (
              <li key={reason}>
                <button type="button" onClick={() => onPage(unread[0]?.pageNumber ?? 1)}>
                  {rangesText(unread.map(({ pageNumber }) => pageNumber).toSorted((a, b) => a - b))}
                </button>
                : {reasonText(reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {filing.redactions.length === 0 ? null : (
        <section className={classes.section}>
          <h3>Redactions</h3>
          <ul>
            {redactions.map(({ found, what }) =>
              found.length === 0 ? null : (
                <li key={what}>
                  <button type="button" onClick={() => onPage(found[0]?.pageNumber ?? 1)}>
                    {rangesText([...new Set(found.map(({ pageNumber }) => pageNumber))].toSorted((x, y) => x - y))}
                  </button>
                  : {found.length.toLocaleString('en-US')} where {what}
                </li>
              ),
            )}
          </ul>
        </section>
      )}
      <NamesOfFiling documentId={filing.id} onPage={onPage} />
      {filing.family.length < 2 ? null : (
        <section className={classes.section}>
          <h3>Filed together</h3>
          <ul>
            {filing.family.map(({ id, ecf, title }) => (
              <li key={id} aria-current={id === filing.id || undefined}>
                {id === filing.id ? (
                  <strong>{[ecfText({ ecf }), title].filter((part) => part !== null).join(' ')}</strong>
                ) : (
                  <Link to="/d/$documentId" params={{ documentId: id }} search={{ at: '1', panel: 'details' }}>
                    {[ecfText({ ecf }), title].filter((part) => part !== null).join(' ') || id}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
