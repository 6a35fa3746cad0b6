// Filters of a report as the other side reads them.
import { expect, test } from '@jest/globals';
import { filterWords } from '../../server/citations/filter-words.ts';

test.each([
  ['', 'none'],
  ['f.type=order', 'type: order'],
  ['f.type=order&f.type=letter+brief', 'type: order or letter brief'],
  ['f.filer=Meta+Platforms%2C+Inc.&not.kind=footnote', 'filer: Meta Platforms, Inc.; not kind: footnote'],
  ['filedFrom=2024-01-01&filedTo=2024-12-31', 'filed from 2024-01-01; filed until 2024-12-31'],
  // Of a later version: shown as it is rather than left out.
  ['before=2024', 'before: 2024'],
  ['f.__proto__=x', '__proto__: x'],
])('%s → %s', (written, expected) => {
  expect(filterWords(written)).toBe(expected);
});
