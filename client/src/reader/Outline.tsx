// The outline: the bookmarks somebody put into the PDF, else the headings that were read on its pages. A press goes there.
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { keys, passagesQuery } from '../api/queries.ts';
import { currentEntryOf, headingsOf, mostEntries } from './outline.ts';
import { readBookmarks } from './read-bookmarks.tsx';
import classes from './strip.module.css';
import type { Reader } from './use-reader.tsx';

export interface OutlineProps {
  readonly pdf: PDFDocumentProxy;
  readonly filing: DocumentAnswer;
  readonly reader: Reader;
}

interface Entry {
  readonly title: string;
  readonly depth: number;
  /** Null: it leads nowhere. */
  readonly pageNumber: number | null;
  readonly go: () => void;
}

export function Outline({ pdf, filing, reader }: OutlineProps) {
  const bookmarks = useQuery({
    queryKey: [...keys.document(filing.id), 'bookmarks'],
    queryFn: async () => readBookmarks(pdf),
    staleTime: Infinity,
  });
  // A PDF whose bookmarks cannot be read has none, as far as reading goes.
  const hasNone = bookmarks.error !== null || bookmarks.data?.length === 0;
  const passages = useQuery({ ...passagesQuery(filing.id), enabled: hasNone });

  if (!hasNone && bookmarks.data === undefined) return <p className={classes.note}>Reading the outline…</p>;
  if (!hasNone) {
    const entries = (bookmarks.data ?? []).map(({ title, depth, place }) => ({
      title,
      depth,
      pageNumber: place?.pageNumber ?? null,
      go: () => {
        if (place !== null) reader.goTo(place);
      },
    }));
    return <Entries entries={entries} pageInView={reader.pageInView} source="Bookmarks of the PDF" />;
  }
  if (passages.error !== null) {
    return (
      <p className={classes.note} role="alert">
        {sentenceOf(passages.error)}
      </p>
    );
  }
  if (passages.data === undefined) return <p className={classes.note}>Reading the headings…</p>;
  const entries = headingsOf(passages.data.passages).map(({ title, depth, passage }) => ({
    title,
    depth,
    pageNumber: passage.pageNumber,
    go: () => reader.goToPassage(passage),
  }));
  return (
    <Entries entries={entries} pageInView={reader.pageInView} source="Headings as read; the PDF has no bookmarks" />
  );
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly pageInView: number;
  readonly source: string;
}

function Entries({ entries, pageInView, source }: EntriesProps) {
  const list = useRef<HTMLOListElement>(null);
  const current = currentEntryOf(
    entries.map(({ pageNumber }) => pageNumber),
    pageInView,
  );
  useEffect(() => {
    if (current !== null) list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (entries.length === 0) {
    return <p className={classes.note}>The PDF has no bookmarks, and no headings were read on its pages.</p>;
  }
  return (
    <div className={classes.scroll}>
      <p className={classes.source}>
        {source}
        {entries.length === mostEntries ? `; the first ${mostEntries.toLocaleString('en-US')} are shown` : null}
      </p>
      <ol ref={list} className={classes.entries}>
        {entries.map(({ title, depth, pageNumber, go }, index) => (
          // The list is read once and never reordered.
          <li key={index} data-depth={depth}>
            <button
              type="button"
              disabled={pageNumber === null}
              title={pageNumber === null ? 'This bookmark leads nowhere in this file' : title}
              aria-current={index === current ? 'location' : undefined}
              onClick={go}
            >
              <span>{title}</span>
              <span>{pageNumber ?? '–'}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
