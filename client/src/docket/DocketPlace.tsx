// The Docket place: each case with its entries, families and what is missing; files that failed; details put right by hand.
// Files dropped here or anywhere are added by the shell.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useEffect, useRef } from 'react';
import type { DocketDocument } from '../../../server/contract/docket-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { corpusQuery } from '../api/queries.ts';
import { PlaceNotice } from '../app/BrokenPlace.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { countOf } from '../search/format.ts';
import { CaseSection, type CaseHeader } from './CaseSection.tsx';
import { DetailsEditor } from './DetailsEditor.tsx';
import classes from './docket.module.css';
import { docketCasesQuery, docketQuery } from './docket-queries.ts';
import { docketRows, isIn } from './docket-rows.ts';
import { onlyChoices, readDocketState, toggle, writeDocketState, type DocketState, type Only } from './docket-state.ts';
import { DocketTools } from './DocketTools.tsx';
import { FailedFiles } from './FailedFiles.tsx';
import { NamesEditor } from './NamesEditor.tsx';
import { useReturnToRow } from './use-return-to-row.tsx';

/** With more cases than this they begin folded in: whoever has so many looks for one. */
const mostOpenCases = 3;

export function DocketPlace() {
  const state = readDocketState(useSearch({ from: '/docket' }));
  // Long dockets are drawn when there is time for it; typing does not wait.
  const filter = useDeferredValue(state.filter);
  const folds = state.toggled.join('\n');
  const { data, error } = useQuery(docketCasesQuery());
  const set = useAddress(state);
  const onFold = useCallback((key: string) => set(({ toggled }) => ({ toggled: toggle(toggled, key) })), [set]);
  const onEdit = useCallback((editing: string) => set(() => ({ editing })), [set]);
  const closeEditor = () => set(() => ({ editing: null, names: null }));
  useShortcuts({ back: () => (state.editing === null && state.names === null ? false : closeEditor()) });
  useReturnToRow(state.editing);

  const all = data?.cases ?? [];
  const cases = state.caseId === null ? all : all.filter(({ id }) => id === state.caseId);
  const isFiltered = filter.trim() !== '' || state.only !== null;
  const isOpen = ({ id }: CaseHeader): boolean =>
    cases.length === 1 || cases.length <= mostOpenCases !== state.toggled.includes(id);
  const dockets = useQueries({
    queries: cases.map((each) => ({ ...docketQuery(each.id), enabled: isFiltered || isOpen(each) })),
  });

  if (data === undefined) {
    if (error === null) return <p className={classes.waiting}>Opening the docket…</p>;
    return (
      <PlaceNotice title="The docket cannot be opened" isFailure>
        <p>{sentenceOf(error)}</p>
      </PlaceNotice>
    );
  }
  const documents = dockets.flatMap(({ data: docket }) => docket?.entries.flatMap((entry) => entry.documents) ?? []);
  const sections = cases.map((each, at) => ({ each, docket: dockets[at]?.data, failure: dockets[at]?.error ?? null }));
  const fits = ({ docket, failure }: (typeof sections)[number]): boolean =>
    failure !== null || (docket !== undefined && docketRows(docket, { ...state, filter }).length > 0);
  const shown = isFiltered ? sections.filter(fits) : sections;
  const isComing = isFiltered && dockets.some(({ isFetching, data: docket }) => isFetching && docket === undefined);
  return (
    <div className={classes.place}>
      <div className={classes.column}>
        <header className={classes.head}>
          <h1>Docket</h1>
          <p>{summaryOf(all)}</p>
          {all.length === 0 ? null : (
            <button
              type="button"
              className={classes.link}
              onClick={() => set(() => ({ names: 'person', editing: null }))}
            >
              People, organizations, products
            </button>
          )}
          <UnderWay />
        </header>
        {all.length === 0 ? null : (
          <DocketTools
            state={state}
            counts={countsOf(documents)}
            caseName={state.caseId === null ? null : (cases[0]?.caseName ?? 'one case')}
            hasOtherCases={all.length > cases.length}
            onChange={(change) => set(() => change)}
          />
        )}
        <FailedFiles />
        {all.length === 0 ? <EmptyDocket /> : null}
        {all.length > 0 && cases.length === 0 ? (
          <p className={classes.nothing}>
            There is no such case here any more. <Link to="/docket">All cases</Link>
          </p>
        ) : null}
        {shown.map(({ each, docket, failure }) => (
          <CaseSection
            key={each.id}
            header={each}
            docket={docket}
            error={failure}
            filter={filter}
            only={state.only}
            folds={folds}
            isOpen={isFiltered || isOpen(each)}
            canFold={cases.length > 1 && !isFiltered}
            onFold={onFold}
            onEdit={onEdit}
          />
        ))}
        <output className={classes.nothing}>
          {isFiltered && shown.length === 0 && cases.length > 0 ? (
            isComing ? (
              'Looking…'
            ) : (
              <>
                Nothing on the docket fits.{' '}
                <button type="button" className={classes.link} onClick={() => set(() => ({ filter: '', only: null }))}>
                  Show everything
                </button>
              </>
            )
          ) : null}
        </output>
      </div>
      <NamesEditor kind={state.names} onKind={(names) => set(() => ({ names }))} onClose={closeEditor} />
      <DetailsEditor documentId={state.editing} filers={filersOf(documents)} onClose={closeEditor} />
    </div>
  );
}

type Change = (state: DocketState) => Partial<DocketState>;

/** Changes the address, from the state in which it is by then; always the same function, so that what is drawn can stay. */
function useAddress(state: DocketState): (change: Change) => void {
  const navigate = useNavigate();
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  return useCallback(
    (change) => {
      const next = { ...latest.current, ...change(latest.current) };
      void navigate({ to: '/docket', search: writeDocketState(next), replace: true, resetScroll: false });
    },
    [navigate],
  );
}

function summaryOf(cases: readonly CaseHeader[]): string {
  const documents = cases.reduce((sum, each) => sum + each.documents, 0);
  return cases.length === 0 ? '' : `${countOf(documents, 'document')} in ${countOf(cases.length, 'case')}`;
}

function countsOf(documents: readonly DocketDocument[]): Readonly<Record<Only, number>> {
  const count = (only: Only): number => documents.filter((document) => isIn(document, only)).length;
  return Object.fromEntries(onlyChoices.map((only) => [only, count(only)])) as Record<Only, number>;
}

/** Who files on these dockets, for the field to offer: one side is one value in the facets. */
function filersOf(documents: readonly DocketDocument[]): readonly string[] {
  return [...new Set(documents.flatMap(({ filer }) => (filer === null ? [] : [filer])))].toSorted();
}

/** Files on their way; the card of the shell has those of this window one by one. */
function UnderWay() {
  const { data } = useQuery(corpusQuery());
  const pending = data?.pendingJobs ?? 0;
  return <output>{pending === 0 ? null : `${countOf(pending, 'file')} being read…`}</output>;
}

function EmptyDocket() {
  return (
    <section className={classes.empty}>
      <h2>No filings yet</h2>
      <p>
        Drop PDFs anywhere on this window, or press “Add filings”. A whole folder is read when Pincite starts with{' '}
        <code>npm start -- --corpus folder</code>; a <code>docket.json</code> or <code>docket.csv</code> beside the
        files says what they are, and what of the docket is missing.
      </p>
    </section>
  );
}
