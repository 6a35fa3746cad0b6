// The corpus in numbers. While filings are being read it is asked again, and with it every answer that may have changed.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { corpusQuery, keys } from '../api/queries.ts';
import { isMoving, isRecognizing, markOf } from './corpus-pulse.ts';

const againMs = 1000;
/** Pages are recognised by the seconds, and searched by the batch. */
const recognizedAgainMs = 5000;

export function useCorpus() {
  const client = useQueryClient();
  const corpus = useQuery({
    ...corpusQuery(),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data === undefined ? false : isMoving(data) ? againMs : isRecognizing(data) ? recognizedAgainMs : false,
  });
  const mark = corpus.data === undefined ? null : markOf(corpus.data);
  const seen = useRef(mark);
  useEffect(() => {
    if (seen.current !== null && seen.current !== mark) void client.invalidateQueries({ queryKey: keys.search });
    seen.current = mark;
  }, [client, mark]);
  return corpus;
}
