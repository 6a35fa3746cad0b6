// The docket of a case, and details that a person puts right.
import type { Express } from 'express';
import type { DocumentChange } from '../contract/docket-api.ts';
import { PinciteError } from '../contract/errors.ts';
import { parseDocketNumber } from '../text/docket-number.ts';
import type { ApiParts } from './api-parts.ts';
import { documentAnswer, noDocument } from './document-answer.ts';
import { found, mount } from './mount.ts';

/** Mounts the routes. */
export function mountDocketRoutes(app: Express, parts: ApiParts): void {
  const { documents, dockets } = parts.catalog;

  mount(app, 'docket', async ({ part }) =>
    found(await dockets.view(part('id')), 'There is no such case, or none of its filings is here any more.'),
  );

  mount(app, 'changeDocument', async ({ part, body }) => {
    checkDocketNumber(body);
    const { takeBack, ...corrections } = body;
    found(await documents.correct(part('id'), corrections, takeBack), noDocument);
    await parts.index.settled();
    return documentAnswer(parts.catalog, part('id'));
  });
}

function checkDocketNumber({ docketNumber }: DocumentChange): void {
  if (typeof docketNumber !== 'string' || parseDocketNumber(docketNumber) !== null) return;
  throw new PinciteError(
    'bad-request',
    `“${docketNumber}” is no docket number; it takes one such as 3:20-cv-08570-JD or 21-2728.`,
    { field: 'docketNumber' },
  );
}
