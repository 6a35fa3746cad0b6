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
  /** Aborted when who asked has gone before the answer. */
  readonly signal: AbortSignal;
  readonly body: BodyOf<Name>;
}

/** Mounts `name`. `receive` takes a multipart body in, once the parameters are known to be right. */
export function mount<Name extends EndpointName>(
  app: Express,
  name: Name,
  handle: (input: RouteInput<Name>) => Promise<AnswerOf<Name>> | AnswerOf<Name>,
  receive: ((request: Request, response: Response) => Promise<void>) | null = null,
): void {
  const endpoint: Endpoint = endpoints[name];
  app[endpoint.method](endpoint.path, async (request, response) => {
    const query = new URL(request.originalUrl, 'http://127.0.0.1').searchParams;
    checkQuery(query, endpoint.query);
    const gone = new AbortController();
    // It closes behind every answer too.
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    await receive?.(request, response);
    const body = endpoint.body === null || endpoint.body === 'multipart' ? null : checkedBody(request, endpoint.body);
    const answer = await handle({
      request,
      response,
      part: (part) => partOf(request, part),
      query,
      signal: gone.signal,
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
    if (!known.includes(name)) {
      const there = known.length === 0 ? 'This route takes none.' : `There are: ${known.join(', ')}.`;
      throw new PinciteError('bad-request', `Unknown parameter “${name}”. ${there}`, { field: name });
    }
    const times = query.getAll(name).length;
    if (times > 1) {
      throw new PinciteError('bad-request', `${name} is given ${times} times; it takes one value.`, { field: name });
    }
  }
}

/** The body as its schema wants it. Throws `bad-request` with the field at fault. */
function checkedBody(request: Request, schema: z.ZodType): unknown {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
  if (request.body === undefined && (length !== '0' || coding !== undefined)) {
    throw new PinciteError(
      'bad-request',
      'The body is not JSON: send it with the header “Content-Type: application/json”.',
    );
  }
  const read = schema.safeParse(request.body ?? {});
  if (read.success) return read.data;
  const issue = tellingOf(read.error.issues);
  const field = issue === undefined ? '' : fieldOf(issue);
  throw new PinciteError(
    'bad-request',
    `${field === '' ? 'The body' : field}: ${issue?.message ?? 'it is not as described'}. /api/openapi.json describes it.`,
    field === '' ? {} : { field },
  );
}

/** The first issue; where several shapes were possible, that of the shape the input is nearest to. */
function tellingOf(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors.toSorted((one, other) => one.length - other.length);
  const inner = tellingOf(nearest ?? []);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}

/** `spans.0.from`; a key that nobody knows is the field at fault itself. */
function fieldOf(issue: z.core.$ZodIssue): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].map(String).join('.');
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

/** One of these words among the parameters; null when it is absent. Throws `bad-request`. */
export function oneOf<Word extends string>(query: URLSearchParams, name: string, words: readonly Word[]): Word | null {
  const text = query.get(name);
  if (text === null) return null;
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new PinciteError('bad-request', `${name} is “${text}”; it takes ${words.join(', ')}.`, { field: name });
}

/** The value, or `not-found` with a sentence. */
export function found<Value>(value: Value | null, sentence: string): Value {
  if (value === null) throw new PinciteError('not-found', sentence);
  return value;
}
