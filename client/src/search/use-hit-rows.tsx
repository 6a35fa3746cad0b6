// The rows of the list with the documents that a person has opened in it; another question closes them.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Hit, SearchRequest } from '../../../server/contract/search-api.ts';
import { encodeSearch } from '../../../server/text/search-parameters.ts';
import { searchQuery } from '../api/queries.ts';
import { moreOf, rowsOf, type HitRow } from './hit-rows.ts';
import { asSent } from './search-mode.ts';

export interface HitRows {
  readonly rows: readonly HitRow[];
  readonly isOpen: (documentId: string) => boolean;
  readonly toggle: (documentId: string) => void;
}

const none: readonly Hit[] = [];

export function useHitRows(hits: readonly Hit[] = none, request: SearchRequest): HitRows {
  const question = encodeSearch({ ...request, page: 1 }).toString();
  const [opened, setOpened] = useState<{ readonly question: string; readonly ids: readonly string[] }>({
    question,
    ids: [],
  });
  const ids = useMemo(
    () => (request.group === 'document' && opened.question === question ? opened.ids : []),
    [request.group, opened, question],
  );
  const more = useQueries({
    queries: ids.map((id) => {
      // Of another document nothing is kept meanwhile.
      const { placeholderData: _, ...query } = searchQuery(asSent(moreOf(request, id)));
      return query;
    }),
    combine: (answers) => answers.map(({ data }) => data?.hits ?? none),
  });
  const rows = useMemo(() => rowsOf(hits, new Map(ids.map((id, at) => [id, more[at] ?? none]))), [hits, ids, more]);
  const toggle = useCallback(
    (documentId: string) =>
      setOpened((known) => {
        const before = known.question === question ? known.ids : [];
        const isOpen = before.includes(documentId);
        return { question, ids: isOpen ? before.filter((id) => id !== documentId) : [...before, documentId] };
      }),
    [question],
  );
  return { rows, isOpen: (documentId) => ids.includes(documentId), toggle };
}
