// HTTP to Meilisearch over node:http: connections kept open, no delay, the body in one write (fetch costs 40 ms a search here).
// In: what the meilisearch package would give to fetch. Out: the parsed JSON answer. Failures become PinciteErrors with the remedy.
import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';

/** Where Meilisearch answers now (a restarted one may have another port) and the key it takes. */
export interface EngineEndpoint {
  /** Throws `index-unavailable` while there is none. */
  url(): URL;
  readonly key: string | null;
}

/** Fits the `httpClient` option of the meilisearch package. */
export interface EngineHttpClient {
  send(input: string | URL | Request, init?: RequestInit): Promise<unknown>;
  close(): void;
}

/** `timeoutMs`: silence after which a request is given up. */
export function createHttpClient(endpoint: EngineEndpoint, timeoutMs = 60_000): EngineHttpClient {
  const options = { keepAlive: true, noDelay: true, maxSockets: 16, timeout: timeoutMs };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };

  const sendOnce = (target: URL, init: RequestInit): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const secure = target.protocol === 'https:';
      const body = typeof init.body === 'string' ? Buffer.from(init.body) : null;
      const headers = Object.fromEntries(new Headers(init.headers));
      if (body !== null) headers['content-length'] = String(body.byteLength);
      const outgoing: ClientRequest = (secure ? httpsRequest : httpRequest)(target, {
        method: init.method ?? 'GET',
        headers,
        agent: secure ? agents.https : agents.http,
        ...(init.signal ? { signal: init.signal } : {}),
      });
      outgoing.on('response', (incoming: IncomingMessage) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
        });
      });
      outgoing.on('timeout', () => {
        outgoing.destroy(new Error(`no answer within ${timeoutMs / 1000} s`));
      });
      outgoing.on('error', (error) => {
        // The server had closed a connection we kept. All we send may be sent twice: searches, and records that replace themselves.
        const stale = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(systemCodeOf(error) ?? '');
        reject(stale ? new StaleConnection() : error);
      });
      outgoing.end(body ?? undefined);
    });

  return {
    async send(input, init = {}) {
      const asked = new URL(input instanceof Request ? input.url : input);
      const base = endpoint.url();
      const target = new URL(`${base.href.replace(/\/$/, '')}${asked.pathname}${asked.search}`);
      let answer: { status: number; body: string };
      try {
        answer = await sendOnce(target, init).catch((error: unknown) => {
          if (error instanceof StaleConnection) return sendOnce(target, init);
          throw error;
        });
      } catch (error) {
        throw unreachable(base, error);
      }
      return parsedAnswer(base, answer.status, answer.body);
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

class StaleConnection extends Error {}

function unreachable(base: URL, error: unknown): PinciteError {
  return new PinciteError(
    'index-unavailable',
    `The search index does not answer: Meilisearch at ${base.origin} (${messageOf(error)}). ` +
      'If Pincite started it, it is being started again: try once more in a moment. If it is your own (MEILI_URL), start it and check the address.',
    { cause: error },
  );
}

function parsedAnswer(base: URL, status: number, body: string): unknown {
  let parsed: unknown;
  try {
    parsed = body === '' ? undefined : JSON.parse(body);
  } catch (error) {
    throw new PinciteError(
      'index-unavailable',
      `What answers at ${base.origin} is not Meilisearch (status ${status}, no JSON). Check MEILI_URL.`,
      { cause: error },
    );
  }
  if (status < 400) return parsed;
  throw errorOfAnswer(base, status, parsed);
}

/** An error answer of Meilisearch as one of ours. */
function errorOfAnswer(base: URL, status: number, answer: unknown): PinciteError {
  const code = textOf(answer, 'code');
  const message = textOf(answer, 'message') ?? `status ${status}`;
  const cause = { status, code };
  if (status === 401 || status === 403) {
    return new PinciteError(
      'index-key',
      `Meilisearch at ${base.origin} refuses the key (${message}). Set MEILI_KEY to its master key, or to a key with all actions on all indexes.`,
      { cause },
    );
  }
  if (isNoIndexOfOurs(code, message)) {
    return new PinciteError(
      'index-missing',
      'The search index does not exist yet or was deleted; it is being built from the catalog. Try again in a moment.',
      { cause },
    );
  }
  if (status >= 500 || status === 408 || status === 429) {
    return new PinciteError(
      'index-unavailable',
      `Meilisearch at ${base.origin} could not answer: ${message}. Check the free space of its disk and its log.`,
      { cause },
    );
  }
  return new PinciteError('index-rejected', `Meilisearch refused a request: ${message} (${code ?? status}).`, {
    cause,
  });
}

/**
 * Whether the index is not there or not set up yet. A task is only unknown to a server that has been emptied since; and a field of
 * our list that cannot be filtered or sorted by means an index whose settings have not come yet.
 */
function isNoIndexOfOurs(code: string | null, message: string): boolean {
  if (code === 'index_not_found' || code === 'task_not_found') return true;
  return (code?.startsWith('invalid_search_') ?? false) && /is not (?:filterable|sortable)/.test(message);
}

function textOf(answer: unknown, field: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = Reflect.get(answer, field);
  return typeof value === 'string' ? value : null;
}
