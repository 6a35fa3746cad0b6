// What was asked, in plain words: a row for every operator, written as a user writes it.
import { describe, expect, test } from '@jest/globals';
import { explain } from '../../../server/search/terms/explain.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';

describe('explained', () => {
  const rows: [q: string, explained: string][] = [
    ['titan', 'with “titan”'],
    ['titan inbox', 'with “titan” and with “inbox”'],
    ['"inbox api"', 'with the phrase “inbox api”'],
    ['"advertis! wom?n"', 'with the phrase “advertis… wom?n”'],
    ['titan AND inbox', 'with “titan” and with “inbox”'],
    ['titan OR inbox', 'with “titan” or with “inbox”'],
    ['titan NOT inbox', 'with “titan”, except those with “inbox”'],
    ['NOT titan', 'except those with “titan”'],
    ['titan AND (a OR b)', 'with “titan” and (with “a” or with “b”)'],
    ['titan AND (type:order OR b)', 'with “titan” and (of type “order” or with “b”)'],
    ['titan w/10 inbox', 'where “titan” stands within 10 words of “inbox”'],
    ['titan w/1 inbox', 'where “titan” stands right beside “inbox”'],
    ['titan pre/5 inbox', 'where “titan” stands at most 5 words before “inbox”'],
    ['titan +1 inbox', 'where “titan” stands right before “inbox”'],
    ['"titan inbox"~5', 'where “titan” stands within 5 words of “inbox”'],
    ['titan /s inbox', 'where “titan” and “inbox” stand in the same sentence'],
    ['titan +p inbox', 'where “titan” stands before “inbox” in the same paragraph'],
    ['(meta OR facebook) w/5 netflix', 'where (“meta” or “facebook”) stands within 5 words of “netflix”'],
    ['a /s (b w/2 c)', 'where “a” and (“b” stands within 2 words of “c”) stand in the same sentence'],
    ['advertis!', 'with a word that begins with “advertis”'],
    ['wom?n', 'with a word of the form “wom?n”'],
    ['cross-device', 'with “cross-device” (also as one word or in parts)'],
    ['"cross-device ads"', 'with the phrase “cross-device ads”'],
    ['atleast3(titan)', 'where “titan” stands at least 3 times'],
    ['title(motion)', 'whose title is one with “motion”'],
    ['type:exhibit', 'of type “exhibit”'],
    ['filer:"Meta Platforms"', 'filed by “Meta Platforms”'],
    ['ecf:735-2', 'with ECF No. 735-2'],
    ['filed:2024-01..2024-03', 'filed from 2024-01-01 to 2024-03-31'],
    ['filed:2024-03-23', 'filed on 2024-03-23'],
    ['filed:2024..', 'filed on or after 2024-01-01'],
    ['filed:..2024', 'filed on or before 2024-12-31'],
    ['tag:"ad spend"', 'with the tag “ad spend”'],
    ['has:redaction', 'with a redaction'],
    ['has:bad-redaction', 'with a bad redaction'],
    ['has:ocr', 'with pages recognised from pictures'],
    ['has:unread-pages', 'with pages that could not be read'],
    ['in:footnotes titan', 'with “titan”, looking only in footnotes'],
    ['in:body titan', 'with “titan”, looking only in the body, not in footnotes'],
    ['in:furniture 735', 'with “735”, looking only in stamps, page numbers and margins'],
  ];
  test.each(rows)('%s', (q, explained) => {
    expect(explain(parseQuery(q))).toBe(`documents ${explained}`);
  });

  test('Westlaw’s stars at the end', () => {
    expect(explain(parseQuery('object** w*men', { dialect: 'westlaw' }))).toBe(
      'documents with a word of the form “object(?)(?)” or with a word of the form “w?men”',
    );
  });
});
