// What a filing names: people, organizations, products, each a search within it; days; e-mails printed in it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FacetName } from '../../../server/contract/facets.ts';
import type { DocumentNames } from '../../../server/contract/names.ts';
import { documentNamesQuery } from '../api/queries.ts';
import { sentenceOf } from '../api/problem.ts';
import { countText } from '../search/format.ts';
import { dateRangeText, emailLine } from './email-line.ts';
import classes from './panels.module.css';

export interface NamesOfFilingProps {
  readonly documentId: string;
  readonly onPage: (pageNumber: number) => void;
}

/** So many of each are shown until somebody asks for all: `<details>` needs no state. */
const few = 8;

export function NamesOfFiling({ documentId, onPage }: NamesOfFilingProps) {
  const { data, error } = useQuery(documentNamesQuery(documentId));
  if (error !== null) {
    return (
      <p className={classes.note} role="alert">
        What it names cannot be shown: {sentenceOf(error)}
      </p>
    );
  }
  if (data === undefined) return null;
  const { people, organizations, products, dates, emails } = data;
  return (
    <>
      <NameSection title="People" facet="person" names={people} documentId={documentId} />
      <NameSection title="Organizations" facet="organization" names={organizations} documentId={documentId} />
      <NameSection title="Products" facet="product" names={products} documentId={documentId} />
      {dates.length === 0 ? null : (
        <section className={classes.section}>
          <h3>Dates in the text</h3>
          <p>{dateRangeText(dates.map(({ date }) => date))}</p>
          <details>
            <summary>All {countText(dates.length)}</summary>
            <ul>
              {dates.map(({ date, pageNumber }) => (
                <li key={date}>
                  <button type="button" onClick={() => onPage(pageNumber)}>
                    {dateRangeText([date])}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
      {emails.length === 0 ? null : <Emails emails={emails} onPage={onPage} />}
    </>
  );
}

interface NameSectionProps {
  readonly title: string;
  readonly facet: FacetName;
  readonly names: DocumentNames['people'];
  readonly documentId: string;
}

function NameSection({ title, facet, names, documentId }: NameSectionProps) {
  if (names.length === 0) return null;
  const list = (some: DocumentNames['people']) => (
    <ul>
      {some.map(({ name, passages }) => (
        <li key={name}>
          <Link to="/" search={{ 'f.document': documentId, [`f.${facet}`]: name }}>
            {name}
          </Link>{' '}
          <span className={classes.unknown}>{countText(passages)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {list(names.slice(0, few))}
      {names.length <= few ? null : (
        <details>
          <summary>{countText(names.length - few)} more</summary>
          {list(names.slice(few))}
        </details>
      )}
    </section>
  );
}

function Emails({ emails, onPage }: Pick<DocumentNames, 'emails'> & Pick<NamesOfFilingProps, 'onPage'>) {
  return (
    <section className={classes.section}>
      <h3>E-mails</h3>
      <ul>
        {emails.map((email, at) => {
          const { subject, who, when } = emailLine(email);
          return (
            // Two e-mails of a chain may be alike in everything.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <button type="button" onClick={() => onPage(email.pageNumber)}>
                {subject}
              </button>
              <span className={classes.source}>{who}</span>
              {when === null ? null : <span className={classes.source}>{when}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
