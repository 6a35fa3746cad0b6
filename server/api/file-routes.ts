// The bytes of a filing. Of one that is badly redacted a copy without the hidden words is served; its original only to those who
// ask for it on purpose (`?original=1`), which is recorded first, and only where the settings allow it. Also: that record.
import type { Express, Response } from 'express';
import { dirname, basename } from 'node:path';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';
import type { AuditEvent, DocumentDetails } from '../contract/document-api.ts';
import type { ApiParts } from './api-parts.ts';
import { contentDisposition } from './content-disposition.ts';
import { noDocument } from './document-answer.ts';
import { found, mount, oneOf, wholeNumber } from './mount.ts';

/** A file as it is sent; `tag` stands for its bytes. */
interface Served {
  readonly path: string;
  readonly filename: string;
  readonly tag: string;
}

/** Someone wants the original; `goesOn`: the request is for a later range of it. */
interface Asking {
  readonly goesOn: boolean;
}

/** Who reads on after so long asks anew. */
const oneAskingMs = 60 * 60 * 1000;
/** Events looked through for an asking; where there are more since, it is put on record once more. */
const recentEvents = 200;

export function mountFileRoutes(app: Express, parts: ApiParts): void {
  const { documents, audit } = parts.catalog;

  mount(app, 'documentFile', async ({ part, query, request, response }) => {
    const document = found(await documents.view(part('id')), noDocument);
    const wantsOriginal = oneOf(query, 'original', ['1']) !== null;
    const goesOn = isLaterRange(request.headers.range);
    await sendPdf(response, await fileToServe(parts, document, wantsOriginal ? { goesOn } : null));
  });

  mount(app, 'audit', async ({ query }) => ({
    events: [...(await audit.list(wholeNumber(query, 'limit', 100, 10_000)))],
  }));
}

async function fileToServe(
  { blobs, burnt, catalog, originals, now }: ApiParts,
  { id, sha256, filename, redactions }: DocumentDetails,
  asking: Asking | null,
): Promise<Served> {
  const original = { path: blobs.pathOf(sha256), filename, tag: sha256 };
  const bad = redactions.filter((redaction) => redaction.bad);
  if (bad.length === 0) return original;
  if (asking === null) {
    // What was stored without its way has none, not an undefined one.
    const findings = bad.map(({ how, ...finding }) => (how === undefined ? finding : { ...finding, how }));
    const { path, key } = await burnt.copyOf({ sha256, path: original.path, name: filename, redactions: findings });
    return { path, filename, tag: `${sha256}-${key}` };
  }
  if (originals === 'never') {
    throw new PinciteError(
      'forbidden',
      `${filename} is badly redacted, and this Pincite does not hand out such files as they were filed (--originals never).`,
    );
  }
  const event = { kind: 'original-served', documentId: id, sha256, filename } as const;
  if (!(asking.goesOn && (await isOnRecord(catalog.audit, event, now())))) await catalog.audit.record(event);
  return original;
}

/** A viewer asks for a file in many ranges: those after the first belong to the same asking. */
function isLaterRange(range: string | undefined): boolean {
  return range !== undefined && !/^\s*bytes\s*=\s*0+\s*-/i.test(range);
}

/** Whether the asking that a later range belongs to is on record: nobody gets a file past the record by leaving its first byte out. */
async function isOnRecord(
  audit: ApiParts['catalog']['audit'],
  { documentId, sha256 }: Pick<AuditEvent, 'documentId' | 'sha256'>,
  now: Date,
): Promise<boolean> {
  const since = now.getTime() - oneAskingMs;
  return (await audit.list(recentEvents)).some(
    (event) => event.documentId === documentId && event.sha256 === sha256 && Date.parse(event.at) >= since,
  );
}

/** With ranges, so that the viewer loads the pages it shows. */
function sendPdf(response: Response, { path, filename, tag }: Served): Promise<void> {
  const headers = {
    'Content-Type': 'application/pdf',
    ETag: `"${tag}"`,
    // Asked for anew each time: what a better parser finds hidden must not stay in a browser's memory under the same address.
    'Cache-Control': 'private, no-cache',
    'Content-Disposition': contentDisposition('inline', filename),
    // The page's policy forbids plug-ins, and browsers count their own viewer of PDFs as one.
    'Content-Security-Policy': "frame-ancestors 'none'",
  };
  response.set(headers);
  return new Promise((resolve, reject) => {
    response.sendFile(
      basename(path),
      { root: dirname(path), dotfiles: 'allow', cacheControl: false },
      (error: unknown) => {
        // Also when the reader went away: there is nobody left to tell.
        if (error === undefined || response.headersSent || systemCodeOf(error) === 'ECONNABORTED') {
          resolve();
          return;
        }
        // What is said about a failure must not be kept as the file.
        for (const name of [...Object.keys(headers), 'Accept-Ranges', 'Last-Modified']) response.removeHeader(name);
        response.setHeader('Cache-Control', 'no-store');
        reject(asRefusal(error, filename));
      },
    );
  });
}

/** What Express says by a status. */
function asRefusal(error: unknown, filename: string): unknown {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : null;
  if (status === 404) {
    return new PinciteError(
      'not-found',
      `The stored file of ${filename} is missing in the data folder. Add the PDF once more.`,
      { cause: error },
    );
  }
  if (status !== 416) return error;
  return new PinciteError(
    'range',
    `The range lies outside ${filename}. Its size stands in the header Content-Range; leave Range out to get all of it.`,
    { cause: error },
  );
}
