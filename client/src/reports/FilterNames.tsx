// The filters of a report by their names: tags, cases and documents are chosen by ids, which an answer of the search knows the names of.
import { useQuery } from '@tanstack/react-query';
import { emptySearch } from '../../../server/contract/search-api.ts';
import { searchQuery } from '../api/queries.ts';
import { filterTexts } from '../search/filter-words.ts';
import { countOf } from '../search/format.ts';
import { hasFilters } from '../url/search-state.ts';
import type { Taken } from './reports-state.ts';

export interface FilterNamesProps {
  readonly taken: Omit<Taken, 'q'>;
  /** Says also how many documents they leave now. */
  readonly withCount?: boolean;
}

export function FilterNames({ taken, withCount = false }: FilterNamesProps) {
  const { include, exclude, filedFrom, filedTo } = taken;
  const request = { ...emptySearch, include, exclude, filedFrom, filedTo, perPage: 1 };
  const isFiltered = hasFilters(request);
  const { data } = useQuery({ ...searchQuery(request), enabled: isFiltered || withCount });
  const count = withCount && data !== undefined ? ` (${countOf(data.total.documents, 'document')} now)` : '';
  const texts = isFiltered ? filterTexts(request, data?.facets ?? {}) : ['all documents'];
  return (
    <>
      {texts.join('; ')}
      {count}
    </>
  );
}
