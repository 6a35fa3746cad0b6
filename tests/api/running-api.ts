// The API as it runs: a real server on 127.0.0.1, a real catalog and store in a folder of its own. The engine is left out unless a
// test brings a search: nothing but the search routes asks it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiParts } from '../../server/api/api-parts.ts';
import { createApi } from '../../server/api/create-api.ts';
import { listenOn } from '../../server/api/listen.ts';
import type { Catalog } from '../../server/catalog/catalog.ts';
import { PinciteError } from '../../server/contract/errors.ts';
import { problemSchema, type Problem } from '../../server/contract/work-api.ts';
import type { BlobStore } from '../../server/intake/blob-store.ts';
import { openFolderBlobStore } from '../../server/intake/folder-blob-store.ts';
import { takeInUpload } from '../../server/intake/take-in.ts';
import { temporaryCatalog } from '../catalog/readings.ts';

export const maxFileBytes = 200_000;

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as JSON. */
  json(): unknown;
  /** The body as problem+json; throws when it is none. */
  problem(): Problem;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RunningApi {
  readonly url: string;
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly uploadFolder: string;
  /** Faults of ours that were reported, in order. */
  readonly faults: readonly { readonly id: string; readonly error: unknown }[];
  /** Tells those who listen that a job changed. */
  tellJob(jobId: string): void;
  /** Tells those who listen that a page was recognised. */
  tellPages(): void;
  /** How many listen to jobs. */
  listeners(): number;
  /** Every route of the application, as Express has it. */
  mountedRoutes(): readonly { readonly method: string; readonly path: string }[];
  /** How often the queue was woken. */
  woken(): number;
  /** Asks with exactly these headers (and `Host`); an object as body goes as JSON. */
  ask(path: string, question?: Question): Promise<Answer>;
  /** The same from our own page: changes are taken. */
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

/** A search behind which no engine answers. */
const noSearch: ApiParts['search'] = {
  search: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
  facetValues: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
  suggest: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
  documentHits: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
  documentsFound: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
  unsearched: () => Promise.reject(new PinciteError('index-unavailable', 'The search index does not answer.')),
};

export const page =
  '<!doctype html><html><head><style nonce="__NONCE__"></style><script src="/assets/app-1.js"></script></head><body>__NONCE__</body></html>';

/** Starts; `change` replaces parts. */
export async function startApi(change: (parts: ApiParts) => Partial<ApiParts> = () => ({})): Promise<RunningApi> {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-api-'));
  const own = temporaryCatalog();
  const { catalog } = own;
  const blobs = await openFolderBlobStore(join(folder, 'files'), maxFileBytes);
  const uploadFolder = join(folder, 'uploads');
  const clientFolder = join(folder, 'client');
  mkdirSync(uploadFolder);
  mkdirSync(join(clientFolder, 'assets'), { recursive: true });
  writeFileSync(join(clientFolder, 'index.html'), page);
  writeFileSync(join(clientFolder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(clientFolder, 'assets', 'app-1.js'), 'export {};');
  const faults: { id: string; error: unknown }[] = [];
  const listeners = new Set<(jobId: string) => void>();
  const pageListeners = new Set<() => void>();
  let woken = 0;
  const parts: ApiParts = {
    catalog,
    blobs,
    search: noSearch,
    reports: { run: () => Promise.resolve(null), done: () => null, stop: () => false },
    index: {
      state: () => ({ state: 'ready', detail: null }),
      reindex: () => catalog.outbox.refill(),
      settled: () => Promise.resolve(),
      engineVersion: '1.21.0',
    },
    recognition: {
      state: 'on',
      listen: (listener) => {
        pageListeners.add(listener);
        return () => pageListeners.delete(listener);
      },
    },
    names: { follow: () => Promise.resolve() },
    jobs: {
      wake: () => {
        woken += 1;
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    takeIn: (path, name) => takeInUpload({ blobs, enqueue: (file) => catalog.jobs.enqueue(file) }, path, name),
    burnt: { copyOf: () => Promise.reject(new Error('no copies here')), remove: () => Promise.resolve() },
    originals: 'on-request',
    uploadFolder,
    clientFolder,
    maxFileBytes,
    version: '0.0.0-test',
    parserVersion: 'test-1',
    onFault: (id, error) => faults.push({ id, error }),
    now: () => new Date('2026-01-02T03:04:05Z'),
  };
  const server = await listenOn('127.0.0.1', 0);
  const app = createApi({ ...parts, ...change(parts) });
  server.serve(app);
  const ask: RunningApi['ask'] = (path, question) => askAt(server.url, path, question);
  return {
    url: server.url,
    catalog,
    blobs,
    uploadFolder,
    faults,
    tellJob: (jobId) => {
      for (const tell of listeners) tell(jobId);
    },
    tellPages: () => {
      for (const tell of pageListeners) tell();
    },
    listeners: () => listeners.size,
    mountedRoutes: () =>
      app.router.stack.flatMap(({ route }) =>
        route === undefined ? [] : route.stack.map(({ method }) => ({ method, path: route.path })),
      ),
    woken: () => woken,
    ask,
    send: (method, path, body) => ask(path, { method, body, headers: { Origin: server.url } }),
    close: async () => {
      await server.close();
      await own.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Without `fetch`, which sets Host and Origin itself and follows redirects. */
export function askAt(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Answer> {
  const isJson = body !== undefined && !(body instanceof Buffer) && typeof body !== 'string';
  const bytes = isJson ? JSON.stringify(body) : body;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      {
        method,
        path,
        agent: false,
        headers: { ...(isJson ? { 'Content-Type': 'application/json' } : {}), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const whole = Buffer.concat(chunks);
          const json = (): unknown => JSON.parse(whole.toString());
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            json,
            problem: () => {
              if (response.headers['content-type'] !== 'application/problem+json; charset=utf-8') {
                throw new Error(`no problem+json but ${response.headers['content-type']}: ${whole.toString()}`);
              }
              return problemSchema.parse(json());
            },
          });
        });
      },
    );
    request.once('error', reject);
    request.end(bytes);
  });
}
