// “14 pages could not be read”: the number for this question, and on a press the list of such pages in the corpus, with reasons.
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CorpusAnswer } from '../../../server/contract/document-api.ts';
import type { Unsearched } from '../../../server/contract/search-api.ts';
import { corpusQuery } from '../api/queries.ts';
import { sentenceOf } from '../api/problem.ts';
import { countOf, reasonText } from './format.ts';
import classes from './results.module.css';
import { unreadByDocument, unreadText } from './unread.ts';

export function UnreadPages({ unsearched }: { readonly unsearched: Unsearched }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.unread} onClick={() => setOpen(true)}>
        {unreadText(unsearched)}
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Pages that are not searched, or not to be relied on"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <p className={classes.unreadSum}>
          Within this question: {countOf(unsearched.pages, 'page')} of {countOf(unsearched.documents, 'document')}.
        </p>
        <ul className={classes.reasons}>
          {Object.entries(unsearched.byReason).map(([reason, count]) => (
            <li key={reason}>
              {countOf(count, 'page')}: {reasonText(reason)}
            </li>
          ))}
        </ul>
        {isOpen ? <UnreadList /> : null}
      </Modal>
    </>
  );
}

function UnreadList() {
  const { data, error, isPending } = useQuery(corpusQuery());
  if (error !== null) return <p role="alert">{sentenceOf(error)}</p>;
  if (isPending) return <p>Loading the list…</p>;
  return (
    <>
      <h3 className={classes.unreadHead}>In the whole corpus</h3>
      <ul className={classes.unreadList}>
        {unreadByDocument(data.unreadablePages).map((document) => (
          <li key={document.documentId}>
            <Link
              to="/d/$documentId"
              params={{ documentId: document.documentId }}
              search={{ at: firstPageOf(document.pages) }}
            >
              {document.filename}
            </Link>
            <span>
              {document.pagesText}: {document.reasons.map(reasonText).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function firstPageOf(pages: readonly CorpusAnswer['unreadablePages'][number]['pageNumber'][]): string {
  return String(pages[0] ?? 1);
}
