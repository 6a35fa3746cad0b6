import { expect, test } from '@jest/globals';
import {
  asSent,
  correctedText,
  dialectChoices,
  foundWords,
  lengthOfList,
  modeChoices,
  moreText,
} from '../../../client/src/search/search-mode.ts';
import { dialects, emptySearch } from '../../../server/contract/search-api.ts';

/** No-break spaces shown as `_`. */
const plain = (text: string) => text.replaceAll('\u00a0', '_');

test.each([
  [foundWords({ hits: 1, documents: 1, unit: 'match' }).join(''), '1_match in 1_document', 'one'],
  [
    foundWords({ hits: 1234, documents: 5, unit: 'match' }).join(''),
    '1,234_matches in 5_documents',
    'exact counts matches',
  ],
  [foundWords({ hits: 12, documents: 5, unit: 'passage' }).join(''), '12_passages in 5_documents', 'instant, passages'],
  [
    foundWords({ hits: 0, documents: 6, unit: 'match' }).join(''),
    '6_documents, with nothing in the text to count',
    'type:exhibit finds filings and no words',
  ],
  [foundWords({ hits: 0, documents: 0, unit: 'match' }).join(''), '0_matches in 0_documents', 'nothing at all'],
  [moreText(1, 'match'), '1_more match', 'below the first of a document'],
  [moreText(2, 'match'), '2_more matches', 'the plural of match'],
  [moreText(2, 'passage'), '2_more passages', 'and of passage'],
  [
    correctedText({ typed: 'inb', found: ['inbox', 'inboxes'] }),
    '“inb” also found “inbox”, “inboxes”',
    'words not typed',
  ],
])('%s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test('exact search without words is a list of filings: only words can be read exactly', () => {
  const exact = { ...emptySearch, mode: 'exact' as const };
  expect(asSent({ ...exact, q: ' ' }).mode).toBeNull();
  expect(asSent({ ...exact, q: 'titan' }).mode).toBe('exact');
});

test.each<[Parameters<typeof lengthOfList>[0], Parameters<typeof lengthOfList>[1], number, string]>([
  [{ hits: 12, documents: 5, unit: 'passage' }, 'none', 12, 'instant: a row for each hit'],
  [{ hits: 12, documents: 5, unit: 'match', rows: 14 }, 'none', 14, 'exact: two documents satisfy it without a match'],
  [{ hits: 12, documents: 5, unit: 'match', rows: 5 }, 'document', 5, 'grouped: a row for each document'],
])('%j, group %s: %d rows (%s)', (total, group, rows) => {
  expect(lengthOfList(total, group)).toBe(rows);
});

test('every dialect can be chosen', () => {
  expect(dialectChoices.map(({ dialect }) => dialect)).toEqual(dialects);
});

test('the query decides unless a person does', () => {
  expect(modeChoices[0]?.mode).toBe(emptySearch.mode);
});
