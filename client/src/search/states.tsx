// What the list shows when there is no list: waiting, failed, nothing found; each says what to do next.
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { hasFilters } from '../url/search-state.ts';
import { clearFilters } from './facets.ts';
import classes from './states.module.css';
import { unreadText } from './unread.ts';

/** Grey lines in the shape of hits, for the first answer only. */
export function WaitingHits() {
  return (
    <output className={classes.waiting} aria-label="Searching">
      {[1, 2, 3].map((row) => (
        <div key={row} className={classes.bones}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </output>
  );
}

export function FailedSearch({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <div className={classes.state} data-kind="failed" role="alert">
      <h2>The search failed</h2>
      <p>{sentenceOf(error)}</p>
      <Button size="xs" variant="default" leftSection={<IconRefresh size={15} aria-hidden />} onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

/** Before anything was answered, a query that cannot be read; what is wrong with it stands at the box. */
export function NotSearched() {
  return (
    <div className={classes.state}>
      <h2>Nothing has been searched yet</h2>
      <p>The query above cannot be read as it stands, and it is not searched as something else.</p>
    </div>
  );
}

export interface NothingFoundProps {
  readonly request: SearchRequest;
  readonly answer: SearchAnswer;
  readonly onChange: (request: SearchRequest) => void;
}

export function NothingFound({ request, answer, onChange }: NothingFoundProps) {
  const isExact = answer.query.mode === 'exact';
  const words = request.q.trim().split(/\s+/).filter(Boolean);
  if (answer.total.documents > 0) {
    return (
      <div className={classes.state}>
        <h2>This page of the list is empty</h2>
        <Button size="xs" variant="default" onClick={() => onChange({ ...request, page: 1 })}>
          Go to the first page
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.state}>
      <h2>Nothing found{request.q.trim() === '' ? '' : ` for “${request.q.trim()}”`}</h2>
      <ul>
        {hasFilters(request) ? (
          <li>
            The filters leave nothing over.{' '}
            <button type="button" onClick={() => onChange(clearFilters(request))}>
              Search without filters
            </button>
          </li>
        ) : null}
        {isExact ? (
          <li>
            Exact search forgives nothing: look at the spelling, let the ending open with ! or *, or widen the distance.{' '}
            <button type="button" onClick={() => onChange({ ...request, mode: 'instant', page: 1 })}>
              Search instantly, as plain words
            </button>
          </li>
        ) : null}
        {!isExact && words.length > 1 ? (
          <li>
            {words.length === 2 ? 'Both words' : `All ${words.length} words`} must stand in one passage: leave one out.
          </li>
        ) : null}
        {!isExact && (request.q.includes('"') || /[“”]/.test(request.q)) ? (
          <li>Words between quotation marks must follow one another as written: take the marks away.</li>
        ) : null}
        {isExact ? null : <li>Look at the spelling, or try another word that the filing would use.</li>}
        {answer.unsearched.pages > 0 ? (
          <li>{unreadText(answer.unsearched)}: what stands there may not be found.</li>
        ) : null}
      </ul>
    </div>
  );
}
