// The place before anything is asked: the corpus in numbers and questions that this corpus answers.
import { Link } from '@tanstack/react-router';
import type { CorpusAnswer } from '../../../server/contract/document-api.ts';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { stringifyQuery } from '../url/query-string.ts';
import { writeSearchState } from '../url/search-state.ts';
import { countOf, countText, dateText } from './format.ts';
import { sampleQuestionsOf } from './sample-questions.ts';
import { SavedSearchList } from './SavedSearchList.tsx';
import classes from './start.module.css';
import { FailedSearch } from './states.tsx';
import { unreadOfCorpus, unreadText } from './unread.ts';
import { useSavedSearches } from './use-saved-searches.tsx';

export interface StartPanelProps {
  readonly answer: SearchAnswer | undefined;
  readonly corpus: CorpusAnswer | undefined;
  readonly error: Error | null;
  readonly onAsk: (request: SearchRequest) => void;
  readonly onRetry: () => void;
}

export function StartPanel({ answer, corpus, error, onAsk, onRetry }: StartPanelProps) {
  const { searches = [] } = useSavedSearches();
  if (error !== null) return <FailedSearch error={error} onRetry={onRetry} />;
  if (corpus === undefined) return <p className={classes.waiting}>Counting the corpus…</p>;
  if (corpus.documents === 0) return <EmptyCorpus corpus={corpus} />;
  const questions = sampleQuestionsOf(answer?.facets ?? {});
  return (
    <div className={classes.start}>
      <section aria-label="The corpus in numbers">
        <dl className={classes.numbers}>
          {(
            [
              ['documents', corpus.documents],
              ['pages', corpus.pages],
              ['passages', corpus.passages],
            ] as const
          ).map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{countText(count)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.notes}>
          {corpus.earliestFiledOn !== null && corpus.latestFiledOn !== null ? (
            <>
              Filed from {dateText(corpus.earliestFiledOn)} to {dateText(corpus.latestFiledOn)}.{' '}
            </>
          ) : null}
          {corpus.unreadablePages.length > 0 ? (
            <>{unreadText(unreadOfCorpus(corpus.unreadablePages))}: what stands there may not be found. </>
          ) : null}
          {corpus.pendingJobs > 0 ? <>{countOf(corpus.pendingJobs, 'filing')} still to be read. </> : null}
          {corpus.specimen ? <>Among them are specimens, which are not court records. </> : null}
          {corpus.index.state === 'ready' ? null : <>{corpus.index.detail ?? 'The index is catching up.'}</>}
        </p>
      </section>
      {searches.length > 0 ? (
        <section className={classes.questions} aria-labelledby="saved-searches">
          <h2 id="saved-searches">Saved searches</h2>
          <SavedSearchList searches={searches} />
        </section>
      ) : null}
      {questions.length > 0 ? (
        <section className={classes.questions} aria-labelledby="sample-questions">
          <h2 id="sample-questions">Questions to begin with</h2>
          <ul>
            {questions.map(({ text, request }) => (
              <li key={text}>
                <a
                  href={`/${stringifyQuery(writeSearchState({ request, hit: null }))}`}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    onAsk(request);
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className={classes.hint}>
        Type in the box, or choose a filter. <kbd>?</kbd> shows the keys, <Link to="/tray">the tray</Link> keeps what
        you collect; PDFs dropped anywhere are added.
      </p>
    </div>
  );
}

function EmptyCorpus({ corpus }: { readonly corpus: CorpusAnswer }) {
  return (
    <div className={classes.start}>
      <h2 className={classes.emptyHead}>{corpus.pendingJobs > 0 ? 'Filings are being read' : 'No filings yet'}</h2>
      <p className={classes.notes}>
        {corpus.pendingJobs > 0
          ? `${countOf(corpus.pendingJobs, 'filing')} to go; each can be searched as soon as it is ready.`
          : 'Drop PDFs anywhere on this page, use “Add filings” above, or start Pincite with --corpus and a folder of PDFs.'}
        {corpus.failedJobs > 0 ? ` ${countOf(corpus.failedJobs, 'file')} could not be read.` : null}
      </p>
    </div>
  );
}
