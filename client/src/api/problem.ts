// Errors of the API as the client sees them: problem+json in → an ApiProblem with the server's sentence out.
// What is not problem+json (a dead server, a proxy's page) gets a sentence of its own that says what to do.
import { problemSchema } from '../../../server/contract/work-api.ts';

/** A refused or failed request; `message` is a sentence a person can act on. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable code of API.md, or `unreachable` / `unexpected-answer` of the client itself. */
  readonly code: string;
  readonly field: string | undefined;
  /** UTF-16 offset in the query, for syntax errors. */
  readonly position: number | undefined;
  /** Id under which the server's log has an internal error. */
  readonly id: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    extras: {
      readonly field?: string | undefined;
      readonly position?: number | undefined;
      readonly id?: string | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.status = status;
    this.code = code;
    this.field = extras.field;
    this.position = extras.position;
    this.id = extras.id;
  }
}

/** No answer at all: the process is gone or the machine sleeps. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem(
    0,
    'unreachable',
    'Pincite does not answer. Is it still running in its terminal? Start it with “npm start” and try again.',
    { cause },
  );
}

/** An answer in a shape this page does not know: the page and the server are of different versions. */
export function unexpectedAnswer(cause: unknown): ApiProblem {
  return new ApiProblem(
    200,
    'unexpected-answer',
    'The server answered in a form this page does not know. Load the page again; if that does not help, restart Pincite.',
    { cause },
  );
}

/** Reads the body of a failed answer. */
export function problemOf(status: number, body: string): ApiProblem {
  const parsed = problemSchema.safeParse(jsonOrNull(body));
  if (!parsed.success) {
    return new ApiProblem(status, 'internal', `The server refused the request (HTTP ${status}) without a reason.`);
  }
  const { code, detail, title, field, position, id } = parsed.data;
  return new ApiProblem(status, code, detail === '' ? title : detail, { field, position, id });
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) {
    return error.id === undefined ? error.message : `${error.message} (Reference for the log: ${error.id})`;
  }
  return error instanceof Error ? error.message : String(error);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller falls back to a sentence about the status.
    return null;
  }
}
