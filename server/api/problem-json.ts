// Errors as `application/problem+json` (RFC 9457): a stable code, a sentence with the remedy, and for faults of ours an id only.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { PinciteError } from '../contract/errors.ts';
import type { Problem } from '../contract/work-api.ts';
import { ZodError } from 'zod';

/** An unknown path below /api. */
export const notFound: RequestHandler = (request) => {
  throw new PinciteError('not-found', `There is nothing at ${request.method} ${request.path}. See /api/openapi.json.`);
};

/** Turns whatever was thrown into an answer. */
export function problemHandler(onFault: (id: string, error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = asPinciteError(error);
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

function faultOf(error: unknown, onFault: (id: string, error: unknown) => void): Problem {
  const id = randomUUID();
  onFault(id, error);
  return {
    type: 'about:blank#internal',
    title: 'Internal Server Error',
    status: 500,
    detail: `A fault in Pincite. The log has it under ${id}; please report it with the lines found there.`,
    code: 'internal',
    id,
  };
}

/** Errors of Express and its parsers carry a status; a body of the wrong shape comes as a ZodError. */
function asPinciteError(error: unknown): PinciteError | null {
  if (error instanceof PinciteError) return error;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const field = issue?.path.join('.') ?? '';
    return new PinciteError(
      'bad-request',
      `${field === '' ? 'The body' : field}: ${issue?.message ?? 'is not as described'}.`,
      { field },
    );
  }
  if (typeof error !== 'object' || error === null) return null;
  const [status, type]: unknown[] = [Reflect.get(error, 'status'), Reflect.get(error, 'type')];
  if (type === 'entity.too.large')
    return new PinciteError('too-large', 'The body is larger than this route takes (1 MB).');
  if (type === 'entity.parse.failed') return new PinciteError('bad-request', 'The body is not JSON.');
  if (status === 416) return new PinciteError('range', 'The range lies outside the file.');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new PinciteError('bad-request', 'The request is malformed.');
  }
  return null;
}
