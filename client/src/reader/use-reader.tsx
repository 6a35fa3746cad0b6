// The state of the Reader: the address, the hits of its question, the page in view, and the ways to move. The address follows
// scrolling when it rests; going back or a link in from outside moves the pages. A question asked here is of this filing alone.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { PassageView } from '../../../server/contract/document-api.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';
import { documentHitsQuery, passagesQuery } from '../api/queries.ts';
import { tellingSpanOf } from '../page-image/telling-span.ts';
import { hasFilters } from '../url/search-state.ts';
import { readReaderState, writeReaderState, type ReadReaderState, type ReaderState } from '../url/reader-state.ts';
import { currentHitOf, pageOfHit, stepHit, type PaintedHit } from './hit-walk.ts';
import type { PagePlace, PdfPagesHandle } from './PdfPages.tsx';

/** How long scrolling must rest before the address names the page, in ms. */
const restMs = 300;

export interface Reader {
  readonly state: ReadReaderState;
  readonly set: (change: Partial<ReaderState>) => void;
  readonly hits: readonly PaintedHit[];
  readonly hitsError: Error | null;
  /** A question is asked whose hits can be painted. */
  readonly isAsking: boolean;
  /** The hits are still those of the question before. */
  readonly isComing: boolean;
  readonly current: number | null;
  /** The chosen passage, where it begins on a page that has been looked at. */
  readonly passage: PassageView | null;
  readonly pageInView: number;
  /** The viewer shows another page. */
  readonly onPage: (pageNumber: number) => void;
  readonly goToHit: (hit: number) => void;
  readonly step: (by: 1 | -1) => boolean;
  /** Asks this filing, read as the question before: all its hits, whatever the list was filtered by; `isGoing`: and goes to the first from the page on. */
  readonly ask: (q: string, isGoing?: boolean) => void;
  readonly goTo: (place: PagePlace) => void;
  readonly goToPage: (pageNumber: number) => void;
  readonly goToPassage: (passage: PassageView) => void;
}

export function useReader(documentId: string, pages: RefObject<PdfPagesHandle | null>): Reader {
  const search = useSearch({ from: '/d/$documentId' });
  const navigate = useNavigate();
  const state = useMemo(() => readReaderState(search), [search]);
  const [pageInView, setPageInView] = useState(state.at);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const isAsking = state.request.q.trim() !== '';
  const found = useQuery({
    ...documentHitsQuery(documentId, state.request),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const hits = useMemo(() => (isAsking ? (found.data?.hits ?? []) : []), [isAsking, found.data]);
  const current = useMemo(() => currentHitOf(hits, state), [hits, state]);
  // The page of the passage is the one the address named when it was chosen; scrolling on does not change it.
  const hitNow = current === null ? undefined : hits[current - 1];
  const passageId = state.passageId ?? (state.hit === null ? null : (hitNow?.passageIds[0] ?? null));
  const page = (state.passageId === null && hitNow !== undefined ? pageOfHit(hitNow) : null) ?? state.at;
  const [chosen, setChosen] = useState({ passageId, page });
  if (chosen.passageId !== passageId) setChosen({ passageId, page });
  const near = useQuery({ ...passagesQuery(documentId, chosen.page), enabled: passageId !== null });
  const passage = near.data?.passages.find(({ id }) => id === passageId) ?? null;

  const set = useCallback(
    (change: Partial<ReaderState>) => {
      const next = { ...latest.current, ...change };
      latest.current = { ...next, problem: latest.current.problem };
      void navigate({
        to: '/d/$documentId',
        params: { documentId },
        search: writeReaderState(next),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, documentId],
  );

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPage = useCallback(
    (pageNumber: number) => {
      setPageInView(pageNumber);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (latest.current.at !== pageNumber) set({ at: pageNumber });
      }, restMs);
    },
    [set],
  );

  // Moves when the hit or the passage changes, or when they become known; scrolling by hand changes neither.
  const place = placeOf(hits, current, passage, state);
  const placeKey = place === null ? null : JSON.stringify(place);
  useEffect(() => {
    if (placeKey !== null) pages.current?.goTo(JSON.parse(placeKey) as PagePlace);
  }, [placeKey, pages]);

  const isComing = isAsking && found.isFetching && (found.isPlaceholderData || found.data === undefined);
  const goToHit = (hit: number) => {
    const wanted = hits[hit - 1];
    const pageNumber = (wanted === undefined ? null : pageOfHit(wanted)) ?? pageInView;
    const isHere = hit === current;
    set({ hit, passageId: null, at: pageNumber });
    if (isHere && place !== null) pages.current?.goTo(place);
  };
  // The hit to go to is known only when the new answer is here.
  const isGoing = useRef(false);
  const walk = useRef(goToHit);
  useEffect(() => {
    walk.current = goToHit;
  });
  useEffect(() => {
    if (!isGoing.current || isComing) return;
    isGoing.current = false;
    if (current !== null) walk.current(current);
  }, [isComing, current]);
  const goTo = (to: PagePlace) => {
    pages.current?.goTo(to);
    onPage(to.pageNumber);
  };

  return {
    state,
    set,
    hits,
    hitsError: found.error,
    isAsking,
    isComing,
    current,
    passage,
    pageInView,
    onPage,
    goToHit,
    step: (by) => {
      // A hit that is only the nearest one has not been looked at yet.
      const isUnseen = state.hit === null && state.passageId === null && by === 1;
      const next = isUnseen && current !== null ? current : stepHit(hits, current, by, pageInView);
      if (next !== null) goToHit(next);
      return next !== null;
    },
    ask: (q, goes = false) => {
      if (goes) isGoing.current = true;
      if (q === state.request.q && !hasFilters(state.request)) return;
      isGoing.current = goes;
      const { mode, dialect } = state.request;
      set({ request: { ...emptySearch, q, mode, dialect }, hit: null, passageId: null, at: pageInView });
    },
    goTo,
    goToPage: (pageNumber) => goTo({ pageNumber, quad: null }),
    goToPassage: ({ id, pageNumber }) => set({ passageId: id, hit: null, at: pageNumber }),
  };
}

/** Where the address points: the current hit, else the passage; null when neither is known (then the page alone counts). */
function placeOf(
  hits: readonly PaintedHit[],
  current: number | null,
  passage: PassageView | null,
  { hit, passageId }: ReaderState,
): PagePlace | null {
  const chosen = current === null || (hit === null && passageId === null) ? undefined : hits[current - 1];
  const span = chosen === undefined ? null : tellingSpanOf(chosen.spans);
  if (span !== null) return { pageNumber: span.pageNumber, quad: span.boxes[0] ?? null };
  const first = passage?.spans[0];
  return first === undefined ? null : { pageNumber: first.pageNumber, quad: first.boxes[0] ?? null };
}
