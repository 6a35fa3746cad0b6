// Saved searches over HTTP: each with what it finds now and what of that is new since somebody last looked.
import type { Express } from 'express';
import type { StoredSearch } from '../catalog/catalog.ts';
import { PinciteError } from '../contract/errors.ts';
import type { SavedSearch } from '../contract/saved-search-api.ts';
import type { SearchRequest } from '../contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../text/search-parameters.ts';
import type { ApiParts } from './api-parts.ts';
import { found, mount } from './mount.ts';

const noSearch = 'There is no such saved search; it may have been removed.';

export function mountSavedSearchRoutes(app: Express, { catalog, search }: ApiParts): void {
  const { savedSearches } = catalog;
  const shown = async (stored: StoredSearch): Promise<SavedSearch> => {
    const { seen, ...rest } = stored;
    try {
      const now = await search.documentsFound(decodeSearch(new URLSearchParams(stored.parameters)));
      const before = new Set(seen);
      return { ...rest, documents: now.length, newDocuments: now.filter((id) => !before.has(id)).length, fault: null };
    } catch (error) {
      // A question of an older version may not be one any more, and the index may rest; the others are shown all the same.
      if (!(error instanceof PinciteError) || (error.status >= 500 && error.code !== 'index-unavailable')) throw error;
      return { ...rest, documents: 0, newDocuments: 0, fault: error.message };
    }
  };
  const storedOf = async (id: string): Promise<StoredSearch> =>
    found((await savedSearches.list()).find((each) => each.id === id) ?? null, noSearch);

  mount(app, 'savedSearches', async () => {
    const searches: SavedSearch[] = [];
    for (const stored of await savedSearches.list()) searches.push(await shown(stored));
    return { searches };
  });

  mount(app, 'saveSearch', async ({ body: { name, parameters } }) => {
    const request = questionFrom(parameters);
    const seen = await search.documentsFound(request);
    const id = await savedSearches.create({ name, parameters: encodeSearch(request).toString(), seen });
    return shown(await storedOf(id));
  });

  mount(app, 'lookedAtSearch', async ({ part }) => {
    const { id, parameters } = await storedOf(part('id'));
    await savedSearches.look(id, await search.documentsFound(questionFrom(parameters)));
    return shown(await storedOf(id));
  });

  mount(app, 'removeSearch', async ({ part }) => {
    if (!(await savedSearches.remove(part('id')))) throw new PinciteError('not-found', noSearch);
  });
}

/** What is asked; which page of the list was open does not belong to it. */
function questionFrom(parameters: string): SearchRequest {
  return { ...decodeSearch(new URLSearchParams(parameters)), page: 1 };
}
