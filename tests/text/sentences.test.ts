import { expect, test } from '@jest/globals';
import { sentenceStarts } from '../../server/text/sentences.ts';

test.each([
  ['One ends. Another begins.', ['One ends. ', 'Another begins.']],
  ['See Fed. R. Civ. P. 26(b). It governs.', ['See Fed. R. Civ. P. 26(b). ', 'It governs.']],
  ['Klein v. Meta Platforms, Inc. is the case.', ['Klein v. Meta Platforms, Inc. is the case.']],
  ['He said “No.” She left.', ['He said “No.” ', 'She left.']],
  [
    'Dkt. No. 3 shows it (see Answer at 2. And more). Then.',
    ['Dkt. No. 3 shows it (see Answer at 2. And more). ', 'Then.'],
  ],
  ['J. Doe testified. Q. Yes.', ['J. Doe testified. ', 'Q. Yes.']],
  ['Was it private? Yes.', ['Was it private? ', 'Yes.']],
  ['15 U.S.C. § 2 applies.3 The rest does not.', ['15 U.S.C. § 2 applies.3 ', 'The rest does not.']],
])('%s', (text, sentences) => {
  const starts = sentenceStarts(text);
  expect(starts.map((start, at) => text.slice(start, starts[at + 1]))).toEqual(sentences);
});
