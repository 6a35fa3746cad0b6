// Words of a title that name a version, and words that only speak of one.
import { expect, test } from '@jest/globals';
import { titleVersionOf } from '../../server/catalog/title-version.ts';

type Says = [redaction: 'redacted' | 'unsealed' | 'sealed' | null, corrected: boolean, amended: number];
const none: Says = [null, false, 0];

test.each<[string, string, Says, string]>([
  [
    'Joint Letter Brief re Agreements (Redacted)',
    'joint letter brief re agreements',
    ['redacted', false, 0],
    'at the end',
  ],
  [
    'Joint Letter Brief re Agreements (Unsealed)',
    'joint letter brief re agreements',
    ['unsealed', false, 0],
    'its other',
  ],
  ['JOINT LETTER BRIEF – REDACTED VERSION', 'joint letter brief', ['redacted', false, 0], 'in capitals, after a dash'],
  ['[REDACTED] Opposition to Motion', 'opposition to motion', ['redacted', false, 0], 'in brackets before it'],
  ['Redacted Version of Exhibit A', 'exhibit a', ['redacted', false, 0], 'version of'],
  ['Public Version of Exhibit A', 'exhibit a', ['redacted', false, 0], 'as the Court of International Trade says'],
  ['Public Redacted Version of Exhibit A', 'exhibit a', ['redacted', false, 0], 'both words'],
  ['Partially Unsealed Exhibit A', 'exhibit a', ['unsealed', false, 0], 'partly'],
  ['Unredacted Opposition', 'opposition', ['unsealed', false, 0], 'un- is the other word'],
  ['Exhibit A (Filed Under Seal)', 'exhibit a', ['sealed', false, 0], 'the full one, not for the public'],
  ['Exhibit A – Sealed', 'exhibit a', ['sealed', false, 0], 'in one word'],
  ['Plaintiffs’ Corrected Opposition', 'plaintiffs opposition', [null, true, 0], 'after the party'],
  ['Defendant Meta’s Corrected Reply', 'defendant meta s reply', [null, true, 0], 'a party of several words'],
  ['Reply Brief [Corrected]', 'reply brief', [null, true, 0], 'at the end'],
  ['First Amended Complaint', 'complaint', [null, false, 1], 'the first'],
  ['Amended Complaint', 'complaint', [null, false, 1], 'without its number'],
  ['THIRD AMENDED CONSUMER CLASS ACTION COMPLAINT', 'consumer class action complaint', [null, false, 3], 'the third'],
  ['Second Amended Complaint (Redacted)', 'complaint', ['redacted', false, 2], 'two at once'],
  ['Answer to Amended Complaint', 'answer to amended complaint', none, 'it answers one'],
  [
    'Motion for Leave to File Second Amended Complaint',
    'motion for leave to file second amended complaint',
    none,
    'asks for one',
  ],
  ['Order re Redacted Exhibits', 'order re redacted exhibits', none, 'is about them'],
  ['Publication of Notice', 'publication of notice', none, 'another word'],
  ['Complaint', 'complaint', none, 'nothing'],
  ['Redacted', '', ['redacted', false, 0], 'nothing else'],
])('%s → %s %j (%s)', (title, base, [redaction, corrected, amended]) => {
  expect(titleVersionOf(title)).toEqual({ base, redaction, corrected, amended });
});
