// Serves the built client: its assets by name (they carry a hash), and index.html with a fresh style nonce for every other address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';
import { nonceOf } from './security.ts';

/** Stands in index.html wherever the nonce of the answer belongs. */
const placeholder = '__NONCE__';

/** Mounts the client. Throws when it was not built. */
export function mountClientFiles(app: Express, folder: string): void {
  const page = readPage(join(folder, 'index.html'));
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false, redirect: false }),
  );
  const sendPage: RequestHandler = (_, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replaceAll(placeholder, nonceOf(response)));
  };
  // Before the files: as one of them it would come without a nonce.
  app.get('/index.html', sendPage);
  app.use(express.static(folder, { index: false, maxAge: '1h', redirect: false }));
  app.get('/{*path}', (request, response, next) => {
    // A missing file must not come as a page: a browser would run into its `<`.
    if (/\.[a-z0-9]{2,5}$/i.test(request.path))
      throw new PinciteError('not-found', `There is no file ${request.path}.`);
    sendPage(request, response, next);
  });
}

function readPage(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
    throw new PinciteError('not-found', 'The client is not built. Start Pincite with npm start, which builds it.', {
      cause: error,
    });
  }
}
