// The question of the Search place and its answer: an answer stays, with the question it belongs to, while the next is coming or
// cannot be had. A fault of the query is told when typing rests or Enter says that it is meant, not at each key.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { ApiProblem } from '../api/problem.ts';
import { searchQuery } from '../api/queries.ts';
import { queryFaultOf, type QueryFault } from './query-fault.ts';
import { asSent } from './search-mode.ts';
import { useLast } from './search-place-state.tsx';

/** An answer and what it answers. */
export interface Answered {
  readonly answer: SearchAnswer;
  readonly request: SearchRequest;
}

export interface Question {
  readonly answered: Answered | undefined;
  /** The answer is of an earlier question. */
  readonly isStale: boolean;
  readonly isComing: boolean;
  readonly fault: QueryFault | null;
  /** Why the question was refused, when that is no fault of the query. */
  readonly refusal: string | null;
  /** Why there is no answer, when the question was not refused. */
  readonly failure: Error | null;
  /** The query is meant as it stands. */
  readonly mean: () => void;
  readonly retry: () => void;
}

/** How long typing must rest before a fault is told, in ms. */
const restMs = 700;

export function useQuestion(request: SearchRequest): Question {
  const search = useQuery(searchQuery(asSent(request)));
  const { data, error, isPlaceholderData } = search;
  const now = useMemo(
    () => (data === undefined || isPlaceholderData ? undefined : { answer: data, request }),
    [data, isPlaceholderData, request],
  );
  const answered = useLast(now);

  const { q } = request;
  const [rested] = useDebouncedValue(q, restMs);
  // What an address asks is meant.
  const [meant, setMeant] = useState(q);
  const isTold = rested === q || meant === q;
  const fault = queryFaultOf(error, q);
  const isRefused = error instanceof ApiProblem && error.status === 400;
  return {
    answered,
    isStale: now === undefined,
    isComing: search.isFetching,
    fault: isTold && fault !== null ? { ...fault, isUnfinished: fault.isUnfinished && meant !== q } : null,
    refusal: isRefused && fault === null ? error.message : null,
    failure: isRefused ? null : error,
    mean: () => setMeant(q),
    retry: () => void search.refetch(),
  };
}
