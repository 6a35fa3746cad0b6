// Queries as they are typed → the tree, in three dialects; and each kind of fault with its place and what to write instead.
// Positions are shown by `‹` in the query, so that a row can be read.
import { describe, expect, test } from '@jest/globals';
import type { Dialect } from '../../../server/contract/search-api.ts';
import { PinciteError } from '../../../server/contract/errors.ts';
import { maxDepth, maxTerms, parseQuery, type ParseOptions } from '../../../server/search/terms/parser.ts';
import { shownTree } from './shown-tree.ts';

const shown = (q: string, options: ParseOptions = {}) => shownTree(parseQuery(q, options));

function faultOf(q: string, options: ParseOptions = {}): PinciteError {
  try {
    parseQuery(q, options);
  } catch (error) {
    if (error instanceof PinciteError) return error;
    throw error;
  }
  throw new Error(`${q} was accepted`);
}

/** The fault as code, field, the query with the place marked, and message. */
function markedFault(marked: string, options: ParseOptions = {}) {
  const q = marked.replace('‹', '');
  const { code, field, position = -1, message } = faultOf(q, options);
  return { code, field, marked: `${q.slice(0, position)}‹${q.slice(position)}`, message };
}

const faultAt = (marked: string, says: RegExp) => ({
  code: 'query-syntax',
  field: 'q',
  marked,
  message: expect.stringMatching(new RegExp(`(?=.*Expected: .).*${says.source}`)),
});

describe('pincite', () => {
  const rows: [q: string, tree: string, why: string][] = [
    ['Titan Inbox', 'AND(titan, inbox)', 'neighbours are AND'],
    ['"Inbox API"', '"inbox api"', 'a phrase'],
    ['“Inbox API”', '"inbox api"', 'curly quotation marks'],
    ['a AND b & c', 'AND(a, b, c)', 'flat'],
    ['a OR b OR c', 'ANY(a, b, c)', 'of places'],
    ['a OR type:order', 'OR(a, type:order)', 'of documents'],
    ['a NOT b', 'AND(a, NOT(b))', 'NOT'],
    ['a BUT NOT b', 'AND(a, NOT(b))', 'BUT NOT'],
    ['a % b', 'AND(a, NOT(b))', '%'],
    ['a AND NOT b', 'AND(a, NOT(b))', 'AND NOT'],
    ['a OR NOT b', 'OR(a, NOT(b))', 'OR NOT'],
    ['NOT a', 'NOT(a)', 'alone'],
    ['NOT (a OR b)', 'NOT(ANY(a, b))', 'of a group'],
    ['a AND (b OR c)', 'AND(a, ANY(b, c))', 'brackets'],
    ['a and b or not c', 'AND(a, and, b, or, not, c)', 'small letters are words'],
    ['AT&T Q&A 50%', 'AND("at t", "q a", "50 %")', 'signs without spaces are text'],
    ['a w/5 b', 'near5(a, b)', 'w/n'],
    ['a W/5 b', 'near5(a, b)', 'in capitals'],
    ['a /5 b', 'near5(a, b)', '/n'],
    ['a NEAR/5 b', 'near5(a, b)', 'NEAR/n'],
    ['"a b"~5', 'near5(a, b)', '~n'],
    ['"a b c"~5', 'near5(near5(a, b), c)', 'of three'],
    ['a pre/5 b', 'pre5(a, b)', 'pre/n'],
    ['a +5 b', 'pre5(a, b)', '+n'],
    ['a /s b', 'sentence(a, b)', '/s'],
    ['a w/s b', 'sentence(a, b)', 'w/s'],
    ['a +s b', 'ordered sentence(a, b)', '+s'],
    ['a /p b', 'paragraph(a, b)', '/p'],
    ['a w/p b', 'paragraph(a, b)', 'w/p'],
    ['a +p b', 'ordered paragraph(a, b)', '+p'],
    ['a w/5 b w/3 c', 'near3(near5(a, b), c)', 'from the left'],
    ['a /s b w/5 c /p d', 'paragraph(sentence(a, near5(b, c)), d)', 'the closer binds tighter'],
    ['a b w/5 c', 'AND(a, near5(b, c))', 'proximity binds tighter than AND'],
    ['(meta OR facebook) w/5 netflix', 'near5(ANY(meta, facebook), netflix)', 'a group as operand'],
    [
      '"ad spend" /s (($40 OR 40) w/2 million)',
      'sentence("ad spend", near2(ANY("$ 40", 40), million))',
      'groups within',
    ],
    ['advertis! advertis*', 'AND(advertis…, advertis…)', 'endings'],
    ['wom?n *book b*k', 'AND(/wom?n/, /*book/, /b*k/)', 'wildcards, leading too'],
    ['"advertis! spend"', '"advertis… spend"', 'in a phrase'],
    ['atleast3(titan OR inbox)', '3×(ANY(titan, inbox))', 'atleast'],
    ['title(motion AND seal)', 'title(AND(motion, seal))', 'title with brackets'],
    ['title:"motion to seal"', 'title("motion to seal")', 'title with a colon'],
    ['type:"letter brief" titan', 'AND(type:letter brief, titan)', 'a type of two words'],
    ['filer:Meta', 'filer:Meta', 'filer'],
    ['ecf:735-2', 'ecf:735-2', 'ecf'],
    ['filed:2024-01..2024-02', 'filed:2024-01-01..2024-02-29', 'months, in a leap year'],
    ['tag:"ad spend"', 'tag:ad spend', 'tag'],
    ['has:redaction', 'has:redaction', 'has'],
    ['in:footnotes titan w/5 inbox', 'footnotes[near5(titan, inbox)]', 'in'],
    ['titan AND in:body AND inbox', 'body[AND(titan, inbox)]', 'in the middle'],
    ['(in:footnotes titan) AND inbox', 'AND(footnotes[titan], inbox)', 'for its bracket only'],
    ['$40 §1782(a)(1) 26(b)', 'AND("$ 40", "§ 1782 a 1", "26 b")', 'signs and sections as written'],
    ['cross-device', '{"cross device", crossdevice}', 'hyphens by the tokenizer’s rule'],
    ['"cross-device ads"', '"{"cross device", crossdevice} ads"', 'in a phrase'],
    ['cross-devic!', '{"cross devic…", crossdevic…}', 'with an ending'],
    ['3:20-cv-08570', '"3 {"20 cv 08570", 20cv08570}"', 'a docket number'],
    ['Re: Meta’s order', 'AND(re, meta, order)', 'a colon at the end is no field'],
    ['and/or', '"and or"', 'a stroke within a word'],
    ['"a AND b"', '"a and b"', 'no connectors within a phrase'],
    ['"Yahoo — mail"', '"yahoo mail"', 'marks within a phrase are nothing'],
    ['((a))', 'a', 'brackets for nothing'],
  ];
  test.each(rows)('%s is %s (%s)', (q, tree) => {
    expect(shown(q)).toBe(tree);
  });

  test('forced, small connectors connect too', () => {
    expect(shown('a and b but not c', { forced: true })).toBe('AND(a, b, NOT(c))');
    expect(shown('a or b', { forced: true })).toBe('ANY(a, b)');
  });
});

describe('westlaw', () => {
  const rows: [q: string, tree: string, why: string][] = [
    ['titan inbox', 'ANY(titan, inbox)', 'a space is OR'],
    ['meta facebook /5 netflix & spend', 'AND(near5(ANY(meta, facebook), netflix), spend)', 'its order of connectors'],
    ['a & b /p c /s d +3 e', 'AND(a, paragraph(b, sentence(c, pre3(d, e))))', 'the whole order'],
    ['a /p b +p c', 'paragraph(a, ordered paragraph(b, c))', 'ordered first'],
    ['a % b & c', 'AND(a, NOT(AND(b, c)))', '% takes all that follows'],
    ['a & b % c', 'AND(a, b, NOT(c))', '% comes last'],
    ['a and b but not c or d', 'AND(a, b, NOT(ANY(c, d)))', 'small letters connect'],
    ['a and not b', 'AND(a, NOT(b))', 'and not'],
    ['w*men object** advertis!', 'ANY(/w?men/, /object¿¿/, advertis…)', '* is one character'],
    ['ti(seal) & titan', 'AND(title(seal), titan)', 'its name for the title'],
    ['AT&T', '"at t"', 'signs within a word'],
  ];
  test.each(rows)('%s is %s (%s)', (q, tree) => {
    expect(shown(q, { dialect: 'westlaw' })).toBe(tree);
  });
});

describe('dtsearch', () => {
  const rows: [q: string, tree: string, why: string][] = [
    ['ad spend', '"ad spend"', 'neighbours are a phrase'],
    ['ad spend w/5 titan', 'near5("ad spend", titan)', 'as an operand'],
    ['ad spend and (titan or inbox)', 'AND("ad spend", ANY(titan, inbox))', 'small letters connect'],
    ['a and not b', 'AND(a, NOT(b))', 'and not'],
    ['appl* wom?n', '"appl… /wom?n/"', 'wildcards'],
    ['titan filed:2024', 'AND(titan, filed:2024-01-01..2024-12-31)', 'a field beside'],
  ];
  test.each(rows)('%s is %s (%s)', (q, tree) => {
    expect(shown(q, { dialect: 'dtsearch' })).toBe(tree);
  });
});

describe('refused', () => {
  const rows: [marked: string, says: RegExp][] = [
    ['‹', /nothing to search for/],
    ['a AND b ‹OR c', /Write \(a AND b\) OR c, or a AND \(b OR c\)/],
    ['a b ‹OR c', /a space is AND.*Write \(a AND b\) OR c, or a AND \(b OR c\)/],
    ['a OR b ‹NOT c', /Write a OR \(b AND NOT c\), or \(a OR b\) AND NOT c/],
    ['a AND‹', /ends where a word should/],
    ['‹AND a', /“AND” stands where a word should/],
    ['a AND ‹OR b', /“OR” stands/],
    ['a w/5‹', /ends where/],
    ['a w/5 ‹w/5 b', /“w\/5” stands/],
    ['‹(a AND b', /not closed.*before position 9/],
    ['a AND b‹)', /no opening/],
    ['a ‹"b c', /quotation mark is missing/],
    ['(‹)', /stands where a word should/],
    ['‹""', /no word/],
    ['a ‹-b', /Write NOT b/],
    ['a ‹— b', /no word in —/],
    ['a ‹w/x b', /no connector.*Write w\/5/],
    ['a w/‹0 b', /from 1 to 1000/],
    ['a +‹9999 b', /from 1 to 1000/],
    ['"a b"~‹', /distance/],
    ['"‹a"~3', /two words/],
    ['a w/5 ‹NOT b', /NOT takes away whole documents/],
    [
      '(a ‹AND b) w/5 c'.replace('‹', '').replace('(a', '‹(a'),
      /AND asks of whole documents.*\(a w\/5 c\) AND \(b w\/5 c\)/,
    ],
    ['a w/5 ‹type:order', /field asks of whole documents/],
    ['‹atleast3(a) w/5 b', /atleast counts/],
    ['atleast3‹(a AND b)', /no AND, NOT or field/],
    ['‹atleast(a)', /atleast3/],
    ['titan‹(inbox OR api)', /no function.*titan AND/],
    ['‹typ:order', /no field “typ”.*type:\?/],
    ['type:‹letter', /letter brief\?/],
    ['type:‹', /no value/],
    ['ecf:‹abc', /735-2/],
    ['filed:‹2024-13', /no date/],
    ['filed:‹2024-02..2024-01', /lies before/],
    ['‹in:footnotes', /something to look for/],
    ['‹in:footnotes OR a', /no alternative/],
    ['in:footnotes ‹in:body a', /second time/],
    ['in:‹titles a', /body, footnotes, furniture/],
    ['NOT ‹in:body', /cannot be taken away/],
    ['‹a*', /at least 2 letters/],
    ['ti‹!tan', /inside a word/],
    ['titan‹?', /end of a word/],
    ['(a)‹&(b)', /space on both sides/],
  ];
  test.each(rows)('%s', (marked, says) => {
    expect(markedFault(marked)).toEqual(faultAt(marked, says));
  });

  const guesses: [marked: string, dialect: Dialect, says: RegExp][] = [
    ['ba‹%nana', 'dtsearch', /Fuzzy/],
    ['‹#smith', 'dtsearch', /Sound-alikes/],
    ['apply‹!', 'dtsearch', /Write \*/],
    ['apply‹~', 'dtsearch', /Stemming/],
    ['fast‹&', 'dtsearch', /Synonyms/],
    ['n‹=', 'dtsearch', /figure/],
    ['a ‹& b', 'dtsearch', /connects nothing in dtSearch/],
    ['(a or b) ‹(c)', 'dtsearch', /No connector/],
    ['‹(a w/5 b) c', 'dtsearch', /A phrase is made of words/],
    ['‹(a or "b c"~5) d', 'dtsearch', /A phrase is made of words/],
    ['wom‹?n', 'westlaw', /Westlaw/],
    ['‹#smith', 'westlaw', /plurals/],
  ];
  test.each(guesses)(
    '%s (%s): what another tool guesses or adds is not passed off as text',
    (marked, dialect, says) => {
      expect(markedFault(marked, { dialect })).toEqual(faultAt(marked, says));
    },
  );

  test('in a report, neighbours: the choices are offered', () => {
    expect(markedFault('titan ‹inbox', { neighbours: 'refused' })).toEqual(
      faultAt('titan ‹inbox', /titan AND inbox, titan OR inbox, or "titan inbox"/),
    );
    expect(shown('titan type:order', { neighbours: 'refused' })).toBe('AND(titan, type:order)');
  });
});

describe('bounds', () => {
  test('brackets', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(shown(nested(maxDepth))).toBe('a');
    expect(faultOf(nested(maxDepth + 1)).message).toMatch(/20 at most/);
  });

  test('words', () => {
    const words = (count: number) => 'ab '.repeat(count);
    expect(parseQuery(words(maxTerms)).kind).toBe('and');
    expect(faultOf(words(maxTerms + 1)).message).toMatch(/more than 200/);
  });

  test('length', () => {
    expect(faultOf('a'.repeat(2001))).toMatchObject({ code: 'query-too-long', field: 'q', position: 2000 });
  });
});
