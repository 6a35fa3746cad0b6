// Where this filing points in the record, and who points here: each citation with its page, one click in either direction.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { recordCitationsQuery } from '../api/queries.ts';
import { citingText, nearestOf, outcomeText, type CitationIn, type CitationOut } from './record-citations.ts';
import classes from './panels.module.css';

export interface CitationsPanelProps {
  readonly filing: DocumentAnswer;
  readonly pageInView: number;
  readonly onPage: (pageNumber: number) => void;
}

export function CitationsPanel({ filing, pageInView, onPage }: CitationsPanelProps) {
  const { data, error, isPending } = useQuery(recordCitationsQuery(filing.id));
  const nearest = data === undefined ? -1 : nearestOf(data.out, pageInView);
  return (
    <>
      <h2 className={classes.head}>Record citations</h2>
      {error === null ? null : (
        <p className={classes.empty} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {isPending ? <p className={classes.empty}>Loading…</p> : null}
      {data === undefined ? null : (
        <>
          <section className={classes.section}>
            <h3>In this filing · {data.out.length.toLocaleString('en-US')}</h3>
            {data.out.length === 0 ? <p>It cites nothing of the record.</p> : null}
            <ul className={classes.citations}>
              {data.out.map((citation, at) => (
                <Out
                  // Citations have no id; the list of a filing stays as it is while the filing does.
                  // eslint-disable-next-line react/no-array-index-key
                  key={at}
                  citation={citation}
                  isNear={at === nearest}
                  onPage={onPage}
                />
              ))}
            </ul>
          </section>
          <section className={classes.section}>
            <h3>Cited by · {data.in.length.toLocaleString('en-US')}</h3>
            {data.in.length === 0 ? <p>No filing of this case is known to cite it.</p> : null}
            <ul className={classes.citations}>
              {data.in.map((citation, at) => (
                // eslint-disable-next-line react/no-array-index-key
                <In key={at} citation={citation} onPage={onPage} />
              ))}
            </ul>
          </section>
        </>
      )}
    </>
  );
}

interface OutProps {
  readonly citation: CitationOut;
  readonly isNear: boolean;
  readonly onPage: (pageNumber: number) => void;
}

function Out({ citation, isNear, onPage }: OutProps) {
  return (
    <li data-state={citation.state} aria-current={isNear || undefined}>
      <button type="button" title="Show where it stands" onClick={() => onPage(citation.pageNumber)}>
        p. {citation.pageNumber}
      </button>
      <span className={classes.cited}>{citation.text}</span>
      {citation.targets.map(({ documentId, ecf, title, pageNumber }) => (
        <Link
          key={documentId}
          to="/d/$documentId"
          params={{ documentId }}
          search={{ at: String(pageNumber ?? 1), panel: 'citations' }}
        >
          {citingText({ ecf, title, pageNumber })}
        </Link>
      ))}
      {citation.state === 'found' ? null : <span className={classes.source}>{outcomeText(citation)}</span>}
    </li>
  );
}

function In({ citation, onPage }: { readonly citation: CitationIn; readonly onPage: (pageNumber: number) => void }) {
  const { from, text, pageNumber } = citation;
  return (
    <li>
      {pageNumber === null ? null : (
        <button type="button" title="Show the page it names" onClick={() => onPage(pageNumber)}>
          p. {pageNumber}
        </button>
      )}
      <span className={classes.cited}>{text}</span>
      <Link
        to="/d/$documentId"
        params={{ documentId: from.documentId }}
        search={{ at: String(from.pageNumber ?? 1), panel: 'citations' }}
      >
        {citingText(from)}
      </Link>
    </li>
  );
}
