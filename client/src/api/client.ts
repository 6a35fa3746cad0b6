// The one way to the server: an endpoint's name and its arguments in → its checked answer out, typed by the contract.
// Refusals and failures are thrown as ApiProblem; an aborted request rejects with the signal's reason.
import './zod-without-eval.ts';
import type { z } from 'zod';
import { endpoints, type Endpoint, type EndpointName } from '../../../server/contract/endpoints.ts';
import { problemOf, unexpectedAnswer, unreachable } from './problem.ts';

/** What a call may carry; `params` fill the `:names` of the path. */
export interface CallOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: URLSearchParams | Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** What an endpoint answers; null for 204 and for files (see `callForFile`). */
export type AnswerOf<Name extends EndpointName> = (typeof endpoints)[Name]['answer'] extends z.ZodType
  ? z.output<(typeof endpoints)[Name]['answer']>
  : null;

/** A file that the server made, with the name it suggests. */
export interface ServerFile {
  readonly blob: Blob;
  readonly filename: string | null;
}

/** Calls bound to a `fetch`, so that tests can hand in their own. */
export interface ApiClient {
  readonly call: <Name extends EndpointName>(name: Name, options?: CallOptions) => Promise<AnswerOf<Name>>;
  readonly callForFile: (name: EndpointName, options?: CallOptions) => Promise<ServerFile>;
}

/** The address of an endpoint, with its parameters filled in. Throws when a path parameter is missing. */
export function addressOf(name: EndpointName, options: Pick<CallOptions, 'params' | 'query'> = {}): string {
  const path = endpoints[name].path.replace(/:(\w+)/g, (_, parameter: string) => {
    const value = options.params?.[parameter];
    if (value === undefined) throw new Error(`${name} needs the path parameter ${parameter}`);
    return encodeURIComponent(value);
  });
  const query = queryText(options.query);
  return query === '' ? path : `${path}?${query}`;
}

export function createApiClient(send: typeof fetch): ApiClient {
  async function request(name: EndpointName, options: CallOptions): Promise<Response> {
    const { method }: Endpoint = endpoints[name];
    let response: Response;
    try {
      response = await send(addressOf(name, options), {
        method: method.toUpperCase(),
        credentials: 'same-origin',
        ...bodyOf(options.body),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      throw unreachable(error);
    }
    if (!response.ok) throw problemOf(response.status, await response.text());
    return response;
  }

  return {
    async call<Name extends EndpointName>(name: Name, options: CallOptions = {}): Promise<AnswerOf<Name>> {
      const response = await request(name, options);
      const { answer }: Endpoint = endpoints[name];
      // The table pairs each name with its schema, which TypeScript cannot follow through a generic index.
      if (answer === null) return null as AnswerOf<Name>;
      try {
        return answer.parse(await response.json()) as AnswerOf<Name>;
      } catch (error) {
        if (options.signal?.aborted === true) throw error;
        throw unexpectedAnswer(error);
      }
    },
    async callForFile(name, options = {}) {
      const response = await request(name, options);
      return { blob: await response.blob(), filename: filenameOf(response.headers.get('Content-Disposition')) };
    },
  };
}

const browserClient = createApiClient((input, init) => fetch(input, init));

/** Calls an endpoint of this origin. */
export const call = browserClient.call;
/** Calls an endpoint that answers with a file (exports, the PDF). */
export const callForFile = browserClient.callForFile;

function queryText(query: CallOptions['query']): string {
  if (query === undefined) return '';
  if (query instanceof URLSearchParams) return query.toString();
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return new URLSearchParams(pairs).toString();
}

function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/** `filename*` wins over `filename` (RFC 6266). */
function filenameOf(disposition: string | null): string | null {
  if (disposition === null) return null;
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null;
}
