import { expect, test } from '@jest/globals';
import { queryFault } from '../../../server/search/terms/query-fault.ts';

test('a fault says where, what was expected, and what to write', () => {
  expect(queryFault(7, 'AND and OR are mixed.', 'brackets', 'Write (a AND b) OR c.')).toMatchObject({
    code: 'query-syntax',
    status: 400,
    field: 'q',
    position: 7,
    message: 'AND and OR are mixed. Expected: brackets. Write (a AND b) OR c.',
  });
  expect(queryFault(0, 'Nothing.', 'a word').message).toBe('Nothing. Expected: a word.');
});
