// The one error base of Pincite: a stable code, an HTTP status and a sentence a user can act on.
// Shape in: code + message (what happened, to which file, what to do) → shape out: an Error that the API turns into problem+json.

/** Stable codes of RFC 9457 answers (API.md); programs may branch on them, so they never change their meaning. */
export type ErrorCode =
  | 'bad-request'
  | 'query-syntax'
  | 'query-too-long'
  | 'not-found'
  | 'gone'
  | 'unreadable-pdf'
  | 'encrypted-pdf'
  | 'not-a-pdf'
  | 'bad-archive'
  | 'empty-file'
  | 'too-large'
  | 'time-limit'
  | 'memory-limit'
  | 'disk-full'
  | 'unreadable-folder'
  | 'no-pdfs'
  | 'bad-sidecar'
  | 'index-unavailable'
  | 'index-rejected'
  | 'index-key'
  | 'index-version'
  | 'index-missing'
  | 'catalog-unavailable'
  | 'conflict'
  | 'cancelled'
  | 'forbidden'
  | 'port-busy'
  | 'bad-setting'
  | 'range'
  | 'internal';

const statusOf: Record<ErrorCode, number> = {
  'bad-request': 400,
  'query-syntax': 400,
  'query-too-long': 400,
  'not-found': 404,
  gone: 410,
  'unreadable-pdf': 422,
  'encrypted-pdf': 422,
  'not-a-pdf': 422,
  'bad-archive': 422,
  'empty-file': 422,
  'too-large': 413,
  'time-limit': 422,
  'memory-limit': 422,
  'disk-full': 507,
  'unreadable-folder': 422,
  'no-pdfs': 422,
  'bad-sidecar': 422,
  'index-unavailable': 503,
  'index-rejected': 502,
  'index-key': 503,
  'index-version': 503,
  'index-missing': 503,
  'catalog-unavailable': 503,
  conflict: 409,
  // Nobody reads it: who asked has gone.
  cancelled: 503,
  forbidden: 403,
  'port-busy': 500,
  'bad-setting': 400,
  range: 416,
  internal: 500,
};

/** What else an error may carry: the parameter at fault, the position (UTF-16 offset) in the query, the cause. */
export interface ErrorExtras {
  readonly field?: string;
  readonly position?: number;
  readonly cause?: unknown;
}

/** An error with a stable `code`; `message` names the thing and the remedy and is safe to show. */
export class PinciteError extends Error {
  override readonly name = 'PinciteError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  readonly position: number | undefined;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.code = code;
    this.status = statusOf[code];
    this.field = extras.field;
    this.position = extras.position;
  }
}

/** The system's code (`ENOENT`, `EEXIST`, `ENOSPC`) of whatever was thrown; null when it has none. */
export function systemCodeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
