// What one does with saved searches: save, open (what is found then is not new any more), remove with a way back.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedSearch } from '../../../server/contract/saved-search-api.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';

const savedSearchesQuery = () =>
  queryOptions({
    queryKey: keys.savedSearches,
    queryFn: ({ signal }) => call('savedSearches', { signal }),
    staleTime: 10_000,
  });

export interface SavedSearches {
  /** Undefined while they are being asked for. */
  readonly searches: readonly SavedSearch[] | undefined;
  /** Whether it was saved. */
  readonly save: (name: string, parameters: string) => Promise<boolean>;
  readonly look: (search: SavedSearch) => Promise<void>;
  readonly remove: (search: SavedSearch) => Promise<void>;
}

export function useSavedSearches(): SavedSearches {
  const client = useQueryClient();
  const { data } = useQuery(savedSearchesQuery());
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      tellFailure(what, error);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: keys.savedSearches });
    }
  };
  const save = (name: string, parameters: string) =>
    attempt(`“${name}” was not saved`, () => call('saveSearch', { body: { name, parameters } }));
  return {
    searches: data?.searches,
    save,
    look: async ({ id, name, newDocuments }) => {
      if (newDocuments === 0) return;
      await attempt(`“${name}” was not marked as seen`, () => call('lookedAtSearch', { params: { id } }));
    },
    remove: async ({ id, name, parameters }) => {
      if (!(await attempt(`“${name}” was not removed`, () => call('removeSearch', { params: { id } })))) return;
      tell(
        <>
          Removed <strong>{name}</strong>
        </>,
        { label: 'Undo', run: () => void save(name, parameters) },
      );
    },
  };
}
