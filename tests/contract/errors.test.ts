import { describe, expect, test } from '@jest/globals';
import { messageOf, PinciteError, systemCodeOf, type ErrorCode } from '../../server/contract/errors.ts';

describe('PinciteError', () => {
  const rows: [ErrorCode, number, string][] = [
    ['bad-request', 400, 'the request is wrong'],
    ['not-found', 404, 'nothing there'],
    ['gone', 410, 'it was there and has a successor'],
    ['conflict', 409, 'the corpus has moved on'],
    ['too-large', 413, 'an upload'],
    ['range', 416, 'a Range header'],
    ['not-a-pdf', 422, 'understood, but no filing'],
    ['index-unavailable', 503, 'comes back by itself'],
    ['disk-full', 507, 'RFC 4918'],
  ];
  test.each(rows)('%s answers %i (%s)', (code, status) => {
    expect(new PinciteError(code, 'x').status).toBe(status);
  });

  test('keeps cause, field and position', () => {
    const cause = new Error('deep');
    const error = new PinciteError('query-syntax', 'unbalanced', { cause, field: 'q', position: 7 });
    expect(error).toMatchObject({ name: 'PinciteError', cause, field: 'q', position: 7, message: 'unbalanced' });
    expect(error).toBeInstanceOf(Error);
  });

  const thrown: [unknown, string | null, string][] = [
    [Object.assign(new Error('no such file'), { code: 'ENOENT' }), 'ENOENT', 'no such file'],
    [new Error('plain'), null, 'plain'],
    ['a string', null, 'a string'],
    [null, null, 'null'],
    [{ code: 7, message: 'numeric codes are not the system’s' }, null, 'numeric codes are not the system’s'],
  ];
  test.each(thrown)('whatever is thrown has a code and words: %p', (error, code, message) => {
    expect(systemCodeOf(error)).toBe(code);
    expect(messageOf(error)).toBe(message);
  });
});
