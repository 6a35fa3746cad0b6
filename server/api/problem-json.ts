// Errors as `application/problem+json` (RFC 9457): a stable code, a sentence with the remedy, and for faults of ours an id only.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PinciteError } from '../contract/errors.ts';
import type { Problem } from '../contract/work-api.ts';

type OnFault = (id: string, error: unknown) => void;

/** An unknown path, or one that is not there for this method. */
export const notFound: RequestHandler = (request) => {
  const [path = ''] = request.originalUrl.split('?', 1);
  throw new PinciteError('not-found', `There is nothing at ${request.method} ${path}. See /api/openapi.json.`);
};

/** Turns whatever was thrown into an answer. */
export function problemHandler(onFault: OnFault): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const known = asPinciteError(error);
    if (response.headersSent) {
      // Too late for an answer: a connection that breaks off cannot be taken for a whole one.
      if (known === null) report(onFault, randomUUID(), error);
      response.destroy();
      return;
    }
    const problem = known === null ? faultOf(error, onFault) : problemOf(known);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function problemOf({ code, status, message, field, position }: PinciteError): Problem {
  return {
    type: `about:blank#${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    code,
    ...(field === undefined ? {} : { field }),
    ...(position === undefined ? {} : { position }),
  };
}

/** A log that cannot be written takes nothing from the answer, and must not be shown in its place. */
function report(onFault: OnFault, id: string, error: unknown): void {
  try {
    onFault(id, error);
  } catch {
    // There is no other place to tell it.
  }
}

function faultOf(error: unknown, onFault: OnFault): Problem {
  const id = randomUUID();
  report(onFault, id, error);
  return {
    type: 'about:blank#internal',
    title: 'Internal Server Error',
    status: 500,
    detail: `A fault in Pincite. The log has it under ${id}; please report it with the lines found there.`,
    code: 'internal',
    id,
  };
}

/** Errors of Express and its parsers carry a status. */
function asPinciteError(error: unknown): PinciteError | null {
  if (error instanceof PinciteError) return error;
  if (typeof error !== 'object' || error === null) return null;
  const [status, type]: unknown[] = [Reflect.get(error, 'status'), Reflect.get(error, 'type')];
  if (type === 'entity.too.large')
    return new PinciteError('too-large', 'The body is larger than this route takes (1 MB).');
  if (type === 'entity.parse.failed') return new PinciteError('bad-request', 'The body is not JSON.');
  if (status === 404) return new PinciteError('not-found', 'There is no such file.');
  if (status === 416) return new PinciteError('range', 'The range lies outside the file.');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new PinciteError('bad-request', 'The request is malformed.');
  }
  return null;
}
