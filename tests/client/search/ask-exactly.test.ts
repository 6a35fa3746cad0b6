// Instant questions asked exactly: the real parser reads what comes out, in every dialect, as the words that were typed.
import { describe, expect, test } from '@jest/globals';
import { askedExactly, exactQueryOf } from '../../../client/src/search/ask-exactly.ts';
import { dialects, emptySearch, type Dialect } from '../../../server/contract/search-api.ts';
import { explain } from '../../../server/search/terms/explain.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';

const rows: [typed: string, exact: string, explained: string, why: string][] = [
  ['titan inbox', 'titan AND inbox', 'with “titan” and with “inbox”', 'a space of the instant search is AND'],
  ['inbx', 'inbx', 'with “inbx”', 'the word as typed, not as it was corrected'],
  ['“inbox api” titan', '"inbox api" AND titan', 'with the phrase “inbox api” and with “titan”', 'a phrase stays one'],
  ['titan -inbox', 'titan NOT inbox', 'with “titan”, except those with “inbox”', 'the minus of the instant search'],
  [
    '-"inbox api" titan',
    'titan NOT "inbox api"',
    'with “titan”, except those with the phrase “inbox api”',
    'before it too',
  ],
  [
    'search and seizure',
    'search AND "and" AND seizure',
    'with “search” and with “and” and with “seizure”',
    'a word that would connect',
  ],
  [
    'who did it?',
    'who AND did AND it',
    'with “who” and with “did” and with “it”',
    'a question mark is no wildcard here',
  ],
  [
    'advertis* 50%',
    'advertis AND "50%"',
    'with “advertis” and with the phrase “50 %”',
    'a star is none either; a sign of its own stays',
  ],
  [
    'titan w/5 inbox',
    'titan AND "w 5" AND inbox',
    'with “titan” and with the phrase “w 5” and with “inbox”',
    'plain words stay plain',
  ],
  ['type:order', '"type order"', 'with the phrase “type order”', 'no field was asked'],
  ['AT&T, $40', '"AT T" AND "$40"', 'with the phrase “at t” and with the phrase “$ 40”', 'signs within'],
  ['ti%tan #1', '"ti tan" AND 1', 'with the phrase “ti tan” and with “1”', 'a dialect’s sign for guesses'],
  ['(don’t – …', 'don’t', "with “don't”", 'what is no word asks nothing'],
  ['cross-device', 'cross-device', 'with “cross-device” (also as one word or in parts)', 'a hyphenated word'],
  ['"titan inbox', '"titan inbox"', 'with the phrase “titan inbox”', 'a phrase without an end ends there'],
];

describe('asked exactly', () => {
  test.each(rows)('%s → %s', (typed, exact) => {
    expect(exactQueryOf(typed)).toBe(exact);
  });

  test.each(
    rows.flatMap(([typed, , explained]) =>
      dialects.map((dialect): [string, Dialect, string] => [typed, dialect, explained]),
    ),
  )('%s is read as it was meant in %s', (typed, dialect, explained) => {
    expect(explain(parseQuery(exactQueryOf(typed), { dialect, forced: true }))).toBe(`documents ${explained}`);
  });

  test('nothing without a word', () => {
    expect(exactQueryOf(' – “…” ')).toBe('');
  });

  test('the filters stay, the list begins anew', () => {
    const request = {
      ...emptySearch,
      q: 'titan inbox',
      include: { type: ['order'] },
      page: 3,
      dialect: 'westlaw' as const,
    };
    expect(askedExactly(request)).toEqual({ ...request, q: 'titan AND inbox', mode: 'exact', page: 1 });
  });
});
