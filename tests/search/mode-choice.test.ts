// Which signs make a question exact, and which are text.
import { describe, expect, test } from '@jest/globals';
import { queryCard } from '../../server/contract/query-card.ts';
import type { SearchRequest } from '../../server/contract/search-api.ts';
import { modeOf, usesConnectors } from '../../server/search/mode-choice.ts';

describe('is exact', () => {
  const rows: [q: string, why: string][] = [
    ['titan AND inbox', 'AND'],
    ['(titan) AND(inbox)', 'brackets beside it'],
    ['"inbox api"AND titan', 'a phrase beside it'],
    ['titan & inbox', '& between spaces'],
    ['titan OR inbox', 'OR'],
    ['titan NOT inbox', 'NOT'],
    ['NOT titan', 'NOT in front'],
    ['titan BUT NOT inbox', 'BUT NOT'],
    ['titan % inbox', '% between spaces'],
    ['titan w/5 inbox', 'within words'],
    ['titan W/5 inbox', 'in capitals'],
    ['titan /5 inbox', 'the short form'],
    ['titan NEAR/5 inbox', 'NEAR'],
    ['titan near/5 inbox', 'in small letters'],
    ['titan pre/5 inbox', 'in order'],
    ['titan PRE/5 inbox', 'in capitals'],
    ['titan +5 inbox', 'the short form'],
    ['titan w/s inbox', 'a sentence'],
    ['titan /s inbox', 'the short form'],
    ['titan /S inbox', 'in capitals'],
    ['titan +s inbox', 'in order'],
    ['titan pre/s inbox', 'the long form'],
    ['titan w/x inbox', 'a connector that is none: it is refused, not searched'],
    ['titan w/p inbox', 'a paragraph'],
    ['titan /p inbox', 'the short form'],
    ['titan +p inbox', 'in order'],
    ['"inbox api"~5', 'a distance behind a phrase'],
    ['“inbox api”~5', 'with curly marks'],
    ['(meta OR facebook) w/5 netflix', 'a group'],
    ['advertis!', 'an ending'],
    ['advertis*', 'the same'],
    ['(advertis! inbox)', 'before a bracket'],
    ['"ad spen*"', 'in a phrase'],
    ['“ad spen!”', 'with curly marks'],
    ['20*', 'of figures'],
    ['wom?n', 'one character'],
    ['wom??n', 'two'],
    ['ad*ing', 'any'],
    ['*book', 'a beginning left open'],
    ['titan ?book', 'one character of it'],
    ['("*book")', 'in a phrase'],
    ['*40', 'of figures'],
    ['atleast3(titan)', 'how often'],
    ['at_least3(titan)', 'written so'],
    ['ATLEAST3(titan inbox)', 'in capitals'],
    ['atleast3(titan', 'not closed: that is a fault to be told, not a word to be looked for'],
    ['title(motion OR order)', 'a title'],
    ['like("the report was made")', 'a quotation found again'],
    ['title:motion', 'a field'],
    ['type:exhibit', 'a field'],
    ['Type:exhibit', 'with a capital'],
    ['filer:"Meta Platforms"', 'a field with a phrase'],
    ['filer:“Meta Platforms”', 'with curly marks'],
    ['ecf:735-2', 'a field'],
    ['filed:2024-01..2024-03', 'a field'],
    ['tag:"ad spend"', 'a field'],
    ['has:redaction', 'a field'],
    ['titan (in:footnotes api)', 'a field in brackets'],
    ['titan type:oder', 'a value that is none: a fault to be told'],
    ['"titan AND inbox', 'a quotation mark too few: a fault to be told'],
  ];
  test.each(rows)('%s (%s)', (q) => expect(usesConnectors(q)).toBe(true));

  const card = queryCard.flatMap(({ group, written, explained }) =>
    written.pincite !== undefined && explained !== null && !/^(?:Words|What a word)/.test(group)
      ? [written.pincite]
      : [],
  );
  test.each(card.filter((q) => q !== 'titan and inbox'))('%s, as the card shows it', (q) => {
    expect(usesConnectors(q)).toBe(true);
  });
});

describe('is text', () => {
  const rows: [q: string, why: string][] = [
    ['titan inbox', 'words'],
    ['motion w/o prejudice', 'without'],
    ['w/in the w/out', 'within, without'],
    ['titan and inbox or api not', 'small letters'],
    ['"inbox api"', 'a phrase'],
    ['“Terms AND Conditions”', 'what a phrase says'],
    ['"reply to: type:order w/5"', 'the same'],
    ['AT&T', '& within a word'],
    ['Q&A', 'the same'],
    ['Johnson &Johnson', '& without a space behind it'],
    ['50%', '% behind a figure'],
    ['rose 50% in', 'with a space behind it'],
    ['and/or', '/ within a word'],
    ['w/o notice', 'a short form of “without”'],
    ['No. 5+', '+ behind a figure'],
    ['C++', 'the same'],
    ['24/7', '/ between figures'],
    ['https://www.example.com/a*b?q=AND&type:order', 'an address'],
    ['www.example.com/help?id=3', 'an address without its beginning'],
    ['Why did they?', 'a question'],
    ['Really? Yes', 'a question mark behind a word'],
    ['* The redacted figure', 'a note'],
    ['5*', 'a figure with its note'],
    ['Re: the order', 'a colon that begins no value'],
    ['in: the matter', 'the same'],
    ['§ 1782(a)(1)', 'a section'],
    ['735:12', 'a page'],
    ['-inbox', 'left out of the instant search'],
    ['oranges ORANGES', 'a word that begins like a connector'],
    ['', 'nothing'],
  ];
  test.each(rows)('%s (%s)', (q) => expect(usesConnectors(q)).toBe(false));
});

describe('the mode', () => {
  const rows: [request: Pick<SearchRequest, 'q' | 'mode'>, mode: string, why: string][] = [
    [{ q: 'titan', mode: null }, 'instant', 'words'],
    [{ q: 'titan w/5 api', mode: null }, 'exact', 'a connector'],
    [{ q: 'titan w/5 api', mode: 'instant' }, 'instant', 'chosen by hand'],
    [{ q: 'titan', mode: 'exact' }, 'exact', 'chosen by hand'],
    [{ q: ' ', mode: 'exact' }, 'instant', 'nothing to be exact about'],
  ];
  test.each(rows)('of %j is %s (%s)', (request, mode) => expect(modeOf(request)).toBe(mode));
});

test('a question of any length is decided at once', () => {
  const began = performance.now();
  for (const sign of ['"', '*', '? ', 'a*', 'http://', '(', '“a', 'AND']) usesConnectors(sign.repeat(1000));
  expect(performance.now() - began).toBeLessThan(1000);
});
