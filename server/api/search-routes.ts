// GET /api/search and what belongs to it.
import type { Express } from 'express';
import { PinciteError } from '../contract/errors.ts';
import { facetNameSchema, maxQueryLength } from '../contract/search-api.ts';
import { explain } from '../search/terms/explain.ts';
import { parseQuery } from '../search/terms/parser.ts';
import { grammarVersion } from '../search/terms/query-tree.ts';
import { decodeSearch } from '../text/search-parameters.ts';
import { tokenizerVersion } from '../text/tokenizer.ts';
import type { ApiParts } from './api-parts.ts';
import { found, mount } from './mount.ts';

export function mountSearchRoutes(app: Express, { search, catalog }: ApiParts): void {
  mount(app, 'search', ({ query, signal }) => search.search(decodeSearch(query), signal));

  mount(app, 'searchFacet', async ({ part, query, signal }) => {
    const facet = facetNameSchema.safeParse(part('facet'));
    if (!facet.success) {
      throw new PinciteError(
        'not-found',
        `There is no facet “${part('facet')}”. There are: ${facetNameSchema.options.join(', ')}.`,
      );
    }
    const facetQuery = query.get('facetQuery') ?? '';
    query.delete('facetQuery');
    return { facet: facet.data, values: await search.facetValues(decodeSearch(query), facet.data, facetQuery, signal) };
  });

  mount(app, 'suggest', ({ query }) => search.suggest((query.get('q') ?? '').slice(0, maxQueryLength).toWellFormed()));

  mount(app, 'parseQuery', ({ body: { q, dialect, forced } }) => {
    const tree = parseQuery(q, { dialect, forced });
    return { tree, explained: explain(tree), dialect, grammarVersion, tokenizerVersion };
  });

  mount(app, 'documentHits', async ({ part, query, signal }) => {
    found(await catalog.documents.get(part('id')), 'There is no such document; it may have been removed.');
    return search.documentHits(part('id'), decodeSearch(query), signal);
  });
}
