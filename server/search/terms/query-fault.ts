// A query that cannot be parsed is refused: what is wrong and where, what was expected, what to write instead. Never guessed.
import { PinciteError } from '../../contract/errors.ts';

/** The error for a fault at `position` (UTF-16 offset in the query). */
export function queryFault(position: number, wrong: string, expected: string, suggestion = ''): PinciteError {
  const parts = [wrong, `Expected: ${expected}.`, suggestion];
  return new PinciteError('query-syntax', parts.filter((part) => part !== '').join(' '), { field: 'q', position });
}
