// Saved searches, each with what it finds and what of that is new since it was last opened.
import { Link } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import type { SavedSearch } from '../../../server/contract/saved-search-api.ts';
import { writeSearchState } from '../url/search-state.ts';
import { foundText, requestOf } from './saved-searches.ts';
import classes from './saved.module.css';
import { useSavedSearches } from './use-saved-searches.tsx';

export interface SavedSearchListProps {
  readonly searches: readonly SavedSearch[];
  readonly onOpen?: () => void;
}

export function SavedSearchList({ searches, onOpen }: SavedSearchListProps) {
  const { look, remove } = useSavedSearches();
  return (
    <ul className={classes.list}>
      {searches.map((search) => {
        const request = search.fault === null ? requestOf(search) : null;
        return (
          <li key={search.id}>
            {request === null ? (
              <span className={classes.name}>{search.name}</span>
            ) : (
              <Link
                to="/"
                search={writeSearchState({ request, hit: null })}
                className={classes.name}
                preload={false}
                onClick={() => {
                  void look(search);
                  onOpen?.();
                }}
              >
                {search.name}
              </Link>
            )}
            <span className={classes.found} data-new={search.newDocuments > 0 || undefined}>
              {search.fault ?? foundText(search)}
            </span>
            <button
              type="button"
              aria-label={`Remove the saved search ${search.name}`}
              title="Remove"
              onClick={() => void remove(search)}
            >
              <IconX size={14} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
