// The form of a new report: its name, the list of queries — pasted, or out of a file — and how they are asked. What the server refuses
// of it is told at the list.
import { useQuery } from '@tanstack/react-query';
import { IconFileText, IconUpload, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { facetNames } from '../../../server/contract/facets.ts';
import { maxReportQueries, type Report, type ReportRequest } from '../../../server/contract/report-api.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';
import { encodeSearch } from '../../../server/text/search-parameters.ts';
import { sentenceOf } from '../api/problem.ts';
import { countOf, countText, facetLabels } from '../search/format.ts';
import { dialectChoices } from '../search/search-mode.ts';
import { hasFilters } from '../url/search-state.ts';
import { FilterNames } from './FilterNames.tsx';
import { countLines, listFileTypes, listOfFile, type ListOfFile } from './list-file.ts';
import { listOfRows, suggestedName } from './report-words.ts';
import { reportQuery } from './reports-queries.ts';
import { closed, nothingTaken, type ReadReportsState, type ReportsState } from './reports-state.ts';
import classes from './form.module.css';
import { useReportActions } from './use-reports.tsx';

export interface NewReportProps {
  readonly state: ReadReportsState;
  readonly reports: readonly Report[];
  readonly go: (change: Partial<ReportsState>, replace?: boolean) => void;
}

/** Waits for the list of the report it begins with. */
export function NewReport(props: NewReportProps) {
  const [name] = useState(() => suggestedName(new Date()));
  const from = props.reports.find(({ id }) => id === props.state.from);
  const { data, isPending } = useQuery({
    ...reportQuery(from?.id ?? '', { run: null, compare: null, latest: null }),
    enabled: from !== undefined,
  });
  if (from === undefined) {
    const { taken } = props.state;
    return <ReportForm {...props} first={{ name, list: taken.q, dialect: taken.dialect, facet: null }} />;
  }
  if (isPending) return <p className={classes.waiting}>Taking the list over…</p>;
  const { dialect, facet } = from;
  return <ReportForm {...props} first={{ name: from.name, list: listOfRows(data?.rows ?? []), dialect, facet }} />;
}

interface FormProps extends NewReportProps {
  readonly first: Pick<ReportRequest, 'name' | 'dialect' | 'facet'> & { readonly list: string };
}

type ChosenFile = ListOfFile & { readonly name: string };

function ReportForm({ state, reports, go, first }: FormProps) {
  const { taken, problem } = state;
  const { make } = useReportActions();
  const [name, setName] = useState(first.name);
  const [text, setText] = useState(first.list);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [dialect, setDialect] = useState(first.dialect);
  const [facet, setFacet] = useState(first.facet);
  const [refusal, setRefusal] = useState<string | null>(problem);
  const [isSent, setSent] = useState(false);
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => list.current?.focus(), []);
  const filters = { ...emptySearch, ...taken, q: '', dialect: emptySearch.dialect };

  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setRefusal(null);
    try {
      const read = await listOfFile(chosen);
      // A text can be changed before it is asked; rows and columns go as they are.
      if (read.kind === 'lines') setText(read.list);
      setFile(read.kind === 'lines' ? null : { ...read, name: chosen.name });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  const send = async () => {
    setRefusal(null);
    setSent(true);
    try {
      const report = await make({
        name,
        list: file?.list ?? text,
        listKind: file?.kind ?? 'lines',
        dialect,
        facet,
        filters: encodeSearch(filters).toString(),
      });
      go({ ...closed, taken: nothingTaken, reportId: report.id }, true);
    } catch (error) {
      setRefusal(sentenceOf(error));
      setSent(false);
      list.current?.focus();
    }
  };
  const count = countLines(text);

  return (
    <div className={classes.place}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h1>New search-term report</h1>
        <label className={classes.field}>
          <span>Name</span>
          <input
            type="text"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>

        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- files dropped; the button beside does the same */}
        <div
          className={classes.field}
          data-takes-files
          data-over={isOver || undefined}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes('Files')) return;
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer.files[0]);
          }}
        >
          <div className={classes.listHead}>
            <label htmlFor={`${id}-list`}>Queries</label>
            <input
              ref={picker}
              type="file"
              accept={listFileTypes}
              hidden
              aria-label="A file with the list"
              onChange={(event) => {
                void take(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
            <button type="button" className={classes.secondary} onClick={() => picker.current?.click()}>
              <IconUpload size={15} stroke={1.8} aria-hidden /> Choose a file
            </button>
          </div>
          {file === null ? (
            <textarea
              ref={list}
              id={`${id}-list`}
              rows={12}
              spellCheck={false}
              autoCapitalize="off"
              aria-describedby={`${id}-hint ${id}-refusal`}
              aria-invalid={refusal !== null}
              placeholder={'titan w/10 inbox\n"exact phrase"\nadvertis! AND (deal OR contract)'}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <div className={classes.chosenFile} id={`${id}-list`}>
              <IconFileText size={18} stroke={1.6} aria-hidden />
              <p>
                <strong>{file.name}</strong>
                <span>{countOf(file.list.split('\n').filter((line) => /[^",;\s]/.test(line)).length, 'row')}</span>
              </p>
              <button
                type="button"
                aria-label={`Take ${file.name} away`}
                title="Take away"
                onClick={() => setFile(null)}
              >
                <IconX size={16} aria-hidden />
              </button>
            </div>
          )}
          <p className={classes.hint} id={`${id}-hint`}>
            {file === null ? (
              <>
                <output>{countOf(count, 'query', 'queries')}</output>, one a line; <code># </code> begins a remark. Or
                drop a text, a CSV or an Excel workbook here.
              </>
            ) : (
              <>The queries stand in the column “query” (also “term”, “search”, “keyword”), or else in the first one.</>
            )}{' '}
            {countText(maxReportQueries)} are the most.
          </p>
          <p className={classes.refusal} id={`${id}-refusal`} role="alert">
            {refusal}
          </p>
        </div>

        <div className={classes.pair}>
          <label className={classes.field}>
            <span>Written with the connectors of</span>
            <select
              value={dialect}
              onChange={(event) => {
                const chosen = dialectChoices.find((each) => each.dialect === event.currentTarget.value);
                if (chosen !== undefined) setDialect(chosen.dialect);
              }}
            >
              {dialectChoices.map((choice) => (
                <option key={choice.dialect} value={choice.dialect}>
                  {choice.name}
                </option>
              ))}
            </select>
          </label>
          <label className={classes.field}>
            <span>Documents broken down by</span>
            <select
              value={facet ?? ''}
              onChange={(event) => setFacet(facetNames.find((each) => each === event.currentTarget.value) ?? null)}
            >
              <option value="">Nothing</option>
              {facetNames.map((each) => (
                <option key={each} value={each}>
                  {facetLabels[each]}
                </option>
              ))}
            </select>
          </label>
        </div>

        <div className={classes.field}>
          <span>Asked of</span>
          <p className={classes.scope}>
            <FilterNames taken={filters} withCount />{' '}
            {hasFilters(filters) ? (
              <button
                type="button"
                className={classes.link}
                onClick={() => go({ taken: { ...nothingTaken, dialect } }, true)}
              >
                Ask all documents
              </button>
            ) : null}
          </p>
          <p className={classes.hint}>
            {hasFilters(filters)
              ? 'The filters that were chosen in the search, or in the report this one begins with.'
              : 'To ask within filters, choose them in the search and come here from there.'}
          </p>
        </div>

        <p className={classes.ways}>
          <button type="submit" className={classes.primary} disabled={isSent || (file === null && count === 0)}>
            {isSent ? 'Sending…' : 'Make the report'}
          </button>
          <button type="button" className={classes.secondary} onClick={() => go({ ...closed, reportId: state.from })}>
            {reports.length === 0 ? 'Not now' : 'Cancel'}
          </button>
        </p>
      </form>
    </div>
  );
}
