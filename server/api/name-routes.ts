// The names of the corpus and of a document; a person's changes of them.
import type { Express } from 'express';
import { nameKinds } from '../contract/names.ts';
import type { ApiParts } from './api-parts.ts';
import { noDocument } from './document-answer.ts';
import { found, mount, oneOf } from './mount.ts';

/** Mounts the routes. */
export function mountNameRoutes(app: Express, parts: ApiParts): void {
  const { names } = parts.catalog;

  mount(app, 'documentNames', async ({ part }) => found(await names.ofDocument(part('id')), noDocument));

  mount(app, 'names', ({ query }) => names.list({ kind: oneOf(query, 'kind', nameKinds), q: query.get('q') ?? '' }));

  mount(app, 'changeNames', async ({ body }) => {
    const undo = await names.edit(body.edits);
    await parts.names.follow();
    await parts.index.settled();
    return { ...(await names.list({ kind: null, q: '' })), undo: [...undo] };
  });
}
