// The Search place: one question, its facets, its hits, the page at the selected hit. The address is its state.
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { emptySearch, type Hit, type SearchRequest } from '../../../server/contract/search-api.ts';
import { useShortcuts } from '../app/shortcuts.ts';
import { readerSearch } from '../url/reader-link.ts';
import { asksNothing, chosenCountOf } from '../url/search-state.ts';
import { ChosenFilters } from './ChosenFilters.tsx';
import { FacetPanel } from './FacetPanel.tsx';
import { hitKeysOf, stepFrom } from './hit-keys.ts';
import { HitList } from './HitList.tsx';
import { InstantNotes } from './InstantNotes.tsx';
import { ModeControl } from './ModeControl.tsx';
import { Pages } from './Pages.tsx';
import { Preview } from './Preview.tsx';
import { ResultHeader } from './ResultHeader.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './search.module.css';
import { StartPanel } from './StartPanel.tsx';
import { FailedSearch, NothingFound, NotSearched, WaitingHits } from './states.tsx';
import { lengthOfList } from './search-mode.ts';
import { useSearchPlace } from './search-place-state.tsx';
import { useCorpus } from './use-corpus.tsx';
import { useHitRows } from './use-hit-rows.tsx';
import { useQuestion, type Question } from './use-question.tsx';

const QueryCard = lazy(() => import('./QueryCard.tsx').then((module) => ({ default: module.QueryCard })));

const wide = '(min-width: 80em)';
const narrow = '(max-width: 56em)';

export function SearchPlace() {
  const { state, set, flush, problem } = useSearchPlace();
  const { request } = state;
  const question = useQuestion(request);
  const { answered, fault, failure } = question;
  const answer = answered?.answer;
  // What the list shows belongs to the question that was answered, whatever stands in the box by now.
  const shownRequest = answered?.request ?? request;
  const corpus = useCorpus();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const navigate = useNavigate();
  const isWide = useMediaQuery(wide);
  const isNarrow = useMediaQuery(narrow);
  const [showsFacets, setShowsFacets] = useState(false);
  const [showsCard, setShowsCard] = useState<boolean | null>(null);

  const { rows, isOpen, toggle } = useHitRows(answer?.hits, shownRequest);
  const keys = useMemo(() => hitKeysOf(rows.map(({ hit }) => hit)), [rows]);
  const isStart = asksNothing(request) && problem === null;
  const shownKey = state.hit !== null && keys.includes(state.hit) ? state.hit : (keys[0] ?? null);
  const shownHit = rows[shownKey === null ? -1 : keys.indexOf(shownKey)]?.hit ?? null;

  const ask = useCallback((next: SearchRequest) => set({ request: next, hit: null }, 'push'), [set]);
  const type = useCallback(
    (q: string) =>
      set({ request: { ...request, q, page: 1 }, hit: null }, request.q === '' ? 'push' : 'replace', 'rest'),
    [set, request],
  );
  const select = useCallback(
    (key: string, isLeaving = false) => set({ request, hit: key }, 'replace', isLeaving ? 'now' : 'rest'),
    [set, request],
  );
  const open = useCallback(
    (hit: Hit) => {
      flush();
      const { documentId, pageNumber, passageId, matchIndex } = hit;
      return navigate({
        to: '/d/$documentId',
        params: { documentId },
        search: readerSearch(shownRequest, { pageNumber, passageId, matchIndex }),
      });
    },
    [flush, navigate, shownRequest],
  );

  const elementOf = (key: string) =>
    list.current?.querySelector<HTMLElement>(`[data-hit="${CSS.escape(key)}"]`) ?? null;
  const step = (by: 1 | -1) => {
    const key = stepFrom(keys, state.hit, by);
    if (isStart || key === null) return false;
    select(key);
    elementOf(key)?.focus();
    return undefined;
  };
  /** Presses the button of the selected hit that a key stands for. */
  const press = (action: string) => () => {
    const button =
      shownKey === null ? null : elementOf(shownKey)?.querySelector<HTMLElement>(`[data-action="${action}"] button`);
    if (isStart || button === null || button === undefined) return false;
    button.click();
    return undefined;
  };
  useShortcuts({
    'focus-search': () => box.current?.select(),
    'next-hit': () => step(1),
    'previous-hit': () => step(-1),
    open: () => (isStart || shownHit === null ? false : void open(shownHit)),
    back: () => {
      if (document.activeElement === box.current && shownKey !== null && !isStart) elementOf(shownKey)?.focus();
      else if (state.hit !== null) set({ request, hit: null }, 'replace');
      else return false;
      return undefined;
    },
    'copy-citation': press('copy'),
    'add-to-tray': press('tray'),
    tag: press('tag'),
  });

  const chosen = chosenCountOf(request);
  const isRefused = fault !== null || question.refusal !== null;
  const isEarlier = question.isStale && isRefused;
  const showCard = () => setShowsCard(true);
  const modes = <ModeControl request={request} onChange={ask} onShowCard={showCard} />;
  const remedies = (
    <>
      <button type="button" onClick={showCard}>
        How queries are written
      </button>
      {request.mode === 'instant' ? null : (
        <button type="button" onClick={() => ask({ ...request, mode: 'instant', page: 1 })}>
          Search as plain words
        </button>
      )}
    </>
  );
  const facets = (
    <FacetPanel
      answer={answer}
      request={request}
      onChange={ask}
      {...(isNarrow ? { onDone: () => setShowsFacets(false) } : {})}
    />
  );

  return (
    <div className={classes.place} data-start={isStart || undefined}>
      <h1 className="pc-visually-hidden">Search</h1>
      <div className={classes.bar}>
        <SearchBox
          ref={box}
          q={request.q}
          mode={request.mode}
          isComing={question.isComing}
          fault={fault}
          refusal={question.refusal}
          remedies={remedies}
          onType={type}
          onCommit={() => {
            question.mean();
            flush();
          }}
          onClear={() => {
            ask({ ...request, q: '', page: 1 });
            box.current?.focus();
          }}
        />
        {isNarrow ? null : modes}
        {isNarrow ? (
          <button type="button" className={classes.filtersButton} onClick={() => setShowsFacets(true)}>
            Filters{chosen === 0 ? null : ` (${chosen})`}
          </button>
        ) : null}
      </div>
      {isNarrow ? <div className={classes.modes}>{modes}</div> : null}
      {showsCard === null ? null : (
        <Suspense>
          <QueryCard opened={showsCard} dialect={request.dialect} onClose={() => setShowsCard(false)} />
        </Suspense>
      )}
      <div className={classes.columns}>
        {isNarrow ? (
          <Drawer
            opened={showsFacets}
            onClose={() => setShowsFacets(false)}
            title="Filters"
            size="min(22rem, 92vw)"
            closeButtonProps={{ 'aria-label': 'Close filters' }}
          >
            {facets}
          </Drawer>
        ) : (
          <aside className={classes.facets} aria-label="Filters">
            {facets}
          </aside>
        )}
        <section className={classes.results} aria-label="Results">
          {problem === null ? null : (
            <p className={classes.problem} role="alert">
              This address is not a search that Pincite knows: {problem} Everything is shown instead.
            </p>
          )}
          {isStart ? (
            <StartPanel
              answer={answer}
              corpus={corpus.data}
              error={corpus.error ?? failure}
              onAsk={ask}
              onRetry={question.retry}
            />
          ) : (
            <>
              <ChosenFilters request={request} facets={answer?.facets ?? {}} onChange={ask} />
              {failure === null ? null : <FailedSearch error={failure} onRetry={question.retry} />}
              {answer === undefined ? (
                <Unanswered question={question} />
              ) : (
                <div
                  data-stale={isEarlier ? 'earlier' : question.isStale ? 'coming' : undefined}
                  className={classes.answer}
                >
                  {isEarlier && fault?.isUnfinished !== true ? <EarlierNote q={shownRequest.q} /> : null}
                  <ResultHeader
                    answer={answer}
                    request={request}
                    isSettled={!question.isComing && !question.isStale}
                    onChange={ask}
                  />
                  <InstantNotes query={answer.query} request={shownRequest} onChange={ask} />
                  {answer.hits.length === 0 ? (
                    <NothingFound request={shownRequest} answer={answer} onChange={ask} />
                  ) : (
                    <HitList
                      ref={list}
                      rows={rows}
                      keys={keys}
                      isOpen={isOpen}
                      onToggle={toggle}
                      selected={shownKey}
                      request={shownRequest}
                      onSelect={select}
                      onChange={ask}
                    />
                  )}
                  {isEarlier ? null : (
                    <Pages
                      page={answer.page}
                      perPage={answer.perPage}
                      total={lengthOfList(answer.total, shownRequest.group)}
                      onPage={(page) => {
                        ask({ ...request, page });
                        window.scrollTo({ top: 0 });
                      }}
                      onPerPage={(perPage) => ask({ ...request, perPage, page: emptySearch.page })}
                    />
                  )}
                </div>
              )}
            </>
          )}
        </section>
        {isWide && !isStart && answer !== undefined && answer.hits.length > 0 ? (
          <aside className={classes.preview} aria-label="The page at the selected hit">
            <Preview hit={shownHit} request={shownRequest} />
          </aside>
        ) : null}
      </div>
    </div>
  );
}

/** What stands in the place of a list that there never was. */
function Unanswered({ question }: { readonly question: Question }) {
  if (question.fault !== null || question.refusal !== null) return <NotSearched />;
  return question.failure === null ? <WaitingHits /> : null;
}

/** Over a list that is not of what stands in the box. */
function EarlierNote({ q }: { readonly q: string }) {
  return (
    <p className={classes.earlier}>
      The list below is of the earlier question{q.trim() === '' ? '' : ' '}
      {q.trim() === '' ? null : <strong>{q.trim()}</strong>}; the query above has not been searched.
    </p>
  );
}
