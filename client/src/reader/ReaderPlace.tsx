// The Reader place: one filing as it was filed, opened at a hit or a passage, with hits and tags painted on its pages. Beside it
// its pages in small or its outline, and the passages of the page in view or the details of the filing.
import { useMediaQuery } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { addressOf } from '../api/client.ts';
import { ApiProblem, sentenceOf } from '../api/problem.ts';
import { annotationsQuery, documentQuery, pageQuery, tagsQuery } from '../api/queries.ts';
import { PlaceNotice } from '../app/BrokenPlace.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { titleOf } from '../search/format.ts';
import { writeSearchState } from '../url/search-state.ts';
import { CitationsPanel } from './CitationsPanel.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { HitTicks } from './HitTicks.tsx';
import { isWaiting } from './page-numbers.ts';
import { annotatedPagesNear, paintByPage, recognizedPagesNear } from './page-paint.ts';
import { PassagesPanel } from './PassagesPanel.tsx';
import { PdfPages, type PdfPagesHandle } from './PdfPages.tsx';
import classes from './reader.module.css';
import { ReaderToolbar } from './ReaderToolbar.tsx';
import type { TextSelection } from './read-selection.tsx';
import { badRedactionsText } from './redaction-words.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useReader } from './use-reader.tsx';
import { PageNote } from './PageNote.tsx';
import { useRecognition } from './use-recognition.tsx';

const Strip = lazy(() => import('./Strip.tsx').then((module) => ({ default: module.Strip })));

/** How often a filing with pages that wait for recognition is asked again. */
const recognizedAgainMs = 5000;

const panelNames = { passages: 'Passages', citations: 'Record citations', details: 'Details' } as const;

export function ReaderPlace() {
  const { documentId } = useParams({ from: '/d/$documentId' });
  const filing = useQuery({
    ...documentQuery(documentId),
    // What is recognised meanwhile comes to be shown without a reload.
    refetchInterval: ({ state: { data } }) => (data?.pages.some(isWaiting) === true ? recognizedAgainMs : false),
  });
  if (filing.isPending) return <p className={classes.opening}>Opening the filing…</p>;
  if (filing.error !== null) return <CannotOpen error={filing.error} onRetry={() => void filing.refetch()} />;
  // A new document is a new reader: nothing of the last one (selection, page) may linger.
  return <OpenReader key={documentId} filing={filing.data} />;
}

function OpenReader({ filing }: { readonly filing: DocumentAnswer }) {
  const { id: documentId } = filing;
  const router = useRouter();
  const pages = useRef<PdfPagesHandle>(null);
  const reader = useReader(documentId, pages);
  const { state, set, hits, current, passage, pageInView } = reader;
  const [first] = useState({ pageNumber: state.at, quad: null });
  const [scale, setScale] = useState<number | null>(null);
  const [selection, setSelection] = useState<TextSelection | null>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [turn, setTurn] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const isNarrow = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const { strip } = state;
  // A narrow window has room for one of the two, and none unless asked.
  const panel = isNarrow && strip !== null ? 'none' : (state.panel ?? (isNarrow ? 'none' : 'passages'));
  const title = titleOf(filing);
  useEffect(() => {
    document.title = `${title} · Pincite`;
    return () => {
      document.title = 'Pincite';
    };
  }, [title]);

  const onOpen = useCallback((opened: PDFDocumentProxy) => {
    setPdf(opened);
    // Whoever came by the keyboard scrolls at once; a field that somebody is typing in keeps the focus.
    if (document.activeElement === document.body) pages.current?.focus();
  }, []);
  const onSelection = useCallback((next: TextSelection | null) => {
    // Typing in the tag menu takes the browser's selection away; what it was opened for stays selected.
    if (next !== null || !isInDialog(document.activeElement)) setSelection(next);
  }, []);

  const annotations = useQuery(annotationsQuery(documentId)).data?.annotations;
  const tags = useQuery(tagsQuery()).data?.tags;
  const near = useMemo(
    () => [
      ...new Set([
        ...annotatedPagesNear(annotations ?? [], pageInView),
        ...recognizedPagesNear(filing.pages, pageInView),
      ]),
    ],
    [annotations, filing.pages, pageInView],
  );
  const texts = useQueries({
    queries: near.map((pageNumber) => pageQuery(documentId, pageNumber)),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const { recognized, note } = useRecognition(filing, pageInView, texts);
  const paint = useMemo(
    () =>
      paintByPage({
        redactions: filing.redactions,
        hits,
        current,
        passage,
        annotations: annotations ?? [],
        tags: tags ?? [],
        pages: texts,
      }),
    [filing.redactions, hits, current, passage, annotations, tags, texts],
  );

  const back = useCallback(() => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/', search: writeSearchState({ request: state.request, hit: null }) });
  }, [router, state.request]);
  const findField = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const press = (action: string) => () => {
    const button =
      root.current?.querySelector<HTMLElement>(`[data-bar] [data-action="${action}"] button`) ??
      root.current?.querySelector<HTMLElement>(`[data-chosen] [data-action="${action}"] button`);
    if (button === null || button === undefined) return false;
    button.click();
    return undefined;
  };
  useShortcuts({
    'next-painted': () => (reader.step(1) ? undefined : false),
    'previous-painted': () => (reader.step(-1) ? undefined : false),
    'focus-search': () => findField.current?.select(),
    back: () => {
      if (document.activeElement?.closest('header form') instanceof Element) {
        pages.current?.focus();
        return;
      }
      if (selection === null) {
        back();
        return;
      }
      document.getSelection()?.removeAllRanges();
      setSelection(null);
    },
    'copy-citation': press('copy'),
    'add-to-tray': press('tray'),
    tag: press('tag'),
  });

  const badlyRedacted = badRedactionsText(filing.redactions, pageInView);
  return (
    <div ref={root} className={classes.reader} data-panel={panel} data-strip={strip ?? undefined}>
      <ReaderToolbar
        filing={filing}
        reader={reader}
        panel={panel}
        hasStrip={strip !== null}
        scale={scale}
        findField={findField}
        onBack={back}
        onZoom={(change) => pages.current?.zoom(change)}
        onTurn={(degrees) => setTurn((turn + degrees + 360) % 360)}
        onPanel={(next) => set({ panel: next, ...(isNarrow ? { strip: null } : {}) })}
        onStrip={() => set({ strip: strip === null ? 'pages' : null })}
      />
      {state.problem === null ? null : (
        <p className={classes.strip} role="alert">
          The question in this address cannot be read, so no hits are painted: {state.problem}
        </p>
      )}
      {reader.hitsError === null ? null : (
        <p className={classes.strip} role="alert">
          The hits cannot be painted: {sentenceOf(reader.hitsError)}
        </p>
      )}
      {note === null ? null : <PageNote note={note} filing={filing} pageNumber={pageInView} />}
      {badlyRedacted === null ? null : (
        <p className={classes.strip} data-warning="redaction">
          Page {pageInView} is badly redacted: {badlyRedacted} The page is shown as a picture, with the place framed.{' '}
          <OriginalLink documentId={documentId} />
        </p>
      )}
      <div className={classes.body}>
        {strip === null ? null : (
          <nav className={classes.beside} aria-label="Pages and outline">
            <Suspense fallback={<p className={classes.opening}>Loading…</p>}>
              <Strip filing={filing} reader={reader} pdf={pdf} shown={strip} turn={turn} />
            </Suspense>
          </nav>
        )}
        <section className={classes.pages} aria-label="Pages">
          {failure === null ? (
            <>
              <PdfPages
                ref={pages}
                documentId={documentId}
                label={`Pages of ${title}`}
                first={first}
                paint={paint}
                recognized={recognized}
                turn={turn}
                onPage={reader.onPage}
                onScale={setScale}
                onSelection={onSelection}
                onOpen={onOpen}
                onFail={setFailure}
              />
              <HitTicks hits={hits} pages={filing.pages} current={current} onChoose={reader.goToHit} />
              {pdf === null ? <p className={classes.opening}>Opening the pages…</p> : null}
            </>
          ) : (
            <PlaceNotice title="The PDF cannot be shown" isFailure>
              <p>{sentenceOf(failure)}</p>
              {filing.redactions.some(({ bad }) => bad) ? (
                <p>
                  It is badly redacted, and is shown only as a copy without the hidden words; that copy could not be
                  made. <OriginalLink documentId={documentId} />
                </p>
              ) : (
                <p>What was read of it is in the panel; the file itself may be damaged.</p>
              )}
            </PlaceNotice>
          )}
          {selection === null ? null : <SelectionBar documentId={documentId} selection={selection} />}
        </section>
        {panel === 'none' ? null : (
          <aside className={classes.side} aria-label={panelNames[panel]}>
            {panel === 'details' ? (
              <DetailsPanel filing={filing} onPage={reader.goToPage} />
            ) : panel === 'citations' ? (
              <CitationsPanel filing={filing} pageInView={pageInView} onPage={reader.goToPage} />
            ) : (
              <PassagesPanel filing={filing} reader={reader} />
            )}
          </aside>
        )}
      </div>
      <p className={classes.printNote}>
        To print this filing, choose “Print…” in the reader: it opens the PDF itself. Only the pages in view are here.
      </p>
    </div>
  );
}

/** The way to the file as it was filed, hidden words and all. */
function OriginalLink({ documentId }: { readonly documentId: string }) {
  const href = addressOf('documentFile', { params: { id: documentId }, query: { original: '1' } });
  return (
    <a href={href} target="_blank" rel="noreferrer">
      Open the original (this is put on record)
    </a>
  );
}

function isInDialog(element: Element | null): boolean {
  return element !== null && element.closest('[role="dialog"]') !== null;
}

function CannotOpen({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const isUnknown = error instanceof ApiProblem && (error.status === 404 || error.status === 410);
  return (
    <PlaceNotice title={isUnknown ? 'This filing is not here' : 'The filing cannot be opened'} isFailure={!isUnknown}>
      <p>{sentenceOf(error)}</p>
      <p>
        {isUnknown ? null : (
          <button type="button" className={classes.textButton} onClick={onRetry}>
            Try again
          </button>
        )}{' '}
        <Link to="/">Go to the search</Link>
      </p>
    </PlaceNotice>
  );
}
