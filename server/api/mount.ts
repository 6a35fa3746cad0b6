// Mounts a route by its name in the endpoint table: parameters and body are checked by the table, and nowhere else.
// In: a handler that gets checked input. Out: an Express route. Unknown parameters are refused, not ignored.
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { endpoints, type Endpoint, type EndpointName } from '../contract/endpoints.ts';
import { PinciteError } from '../contract/errors.ts';

/** What a route's body is after its check; null for routes without one. */
export type BodyOf<Name extends EndpointName> = (typeof endpoints)[Name]['body'] extends z.ZodType
  ? z.output<(typeof endpoints)[Name]['body']>
  : null;
/** What a route answers; `undefined` where it writes the answer itself or has none. */
export type AnswerOf<Name extends EndpointName> = (typeof endpoints)[Name]['answer'] extends z.ZodType
  ? z.input<(typeof endpoints)[Name]['answer']>
  : void;

/** Checked input of a request. */
export interface RouteInput<Name extends EndpointName> {
  readonly request: Request;
  readonly response: Response;
  /** A part of the path; throws when the table's path has none of that name. */
  readonly part: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: BodyOf<Name>;
}

/** Mounts `name`. */
export function mount<Name extends EndpointName>(
  app: Express,
  name: Name,
  handle: (input: RouteInput<Name>) => Promise<AnswerOf<Name>> | AnswerOf<Name>,
): void {
  const endpoint: Endpoint = endpoints[name];
  app[endpoint.method](endpoint.path, async (request, response) => {
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    checkQuery(query, endpoint.query);
    const body =
      endpoint.body === null || endpoint.body === 'multipart' ? null : endpoint.body.parse(request.body ?? {});
    const answer = await handle({
      request,
      response,
      part: (part) => partOf(request, part),
      query,
      // Parsed by the schema that the type is made from.
      body: body as BodyOf<Name>,
    });
    if (response.headersSent) return;
    if (endpoint.answer === null) response.status(endpoint.status).end();
    else response.status(endpoint.status).json(answer);
  });
}

function checkQuery(query: URLSearchParams, known: Endpoint['query']): void {
  // The search routes decode theirs, facets and all.
  if (known === 'search') return;
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    const there = known.length === 0 ? 'This route takes none.' : `There are: ${known.join(', ')}.`;
    throw new PinciteError('bad-request', `Unknown parameter “${name}”. ${there}`, { field: name });
  }
}

function partOf(request: Request, name: string): string {
  const value: unknown = request.params[name];
  if (typeof value !== 'string') throw new PinciteError('internal', `the route has no part ${name}`);
  return value;
}

/** A whole number among the parameters; `fallback` when it is absent. Throws `bad-request`. */
export function wholeNumber(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  return checkedWhole(text, name, most);
}

/** The same for a part of the path. */
export function checkedWhole(text: string, name: string, most: number): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1 || value > most) {
    throw new PinciteError('bad-request', `${name} is “${text}”; it takes a whole number from 1 to ${most}.`, {
      field: name,
    });
  }
  return value;
}

/** The value, or `not-found` with a sentence. */
export function found<Value>(value: Value | null, sentence: string): Value {
  if (value === null) throw new PinciteError('not-found', sentence);
  return value;
}
