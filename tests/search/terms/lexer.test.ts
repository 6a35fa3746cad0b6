// The parts of a query with their places. What they then mean is in parser.test.ts.
import { describe, expect, test } from '@jest/globals';
import { lexemesOf } from '../../../server/search/terms/lexer.ts';

const kinds = (q: string, loose = false) =>
  lexemesOf(q, 'pincite', loose).map(({ kind, from, to }) => `${kind}:${q.slice(from, to)}`);

describe('parts', () => {
  const rows: [q: string, parts: string[]][] = [
    ['titan w/5 (inbox)', ['word:titan', 'near:w/5', 'open:(', 'word:inbox', 'close:)']],
    ['(a)AND(b)', ['open:(', 'word:a', 'close:)', 'and:AND', 'open:(', 'word:b', 'close:)']],
    ['a"b c"~5d', ['word:a', 'phrase:"b c"~5', 'word:d']],
    ['a BUT  NOT b', ['word:a', 'not:BUT  NOT', 'word:b']],
    ['a BUT b', ['word:a', 'word:BUT', 'word:b']],
    ['a & b A&B', ['word:a', 'and:&', 'word:b', 'word:A&B']],
    ['a +s b', ['word:a', 'same:+s', 'word:b']],
    ['26(b)(1) (c)', ['word:26(b)(1)', 'open:(', 'word:c', 'close:)']],
    ['§ a(1)', ['word:§', 'word:a(1)']],
    ['atleast3(a)', ['atLeast:atleast3', 'open:(', 'word:a', 'close:)']],
    ['tag:"ad spend" b', ['field:tag:"ad spend"', 'word:b']],
    ['TYPE:order', ['field:TYPE:order']],
    ['a: b:c 10:30', ['word:a:', 'word:b:c', 'word:10:30']],
  ];
  test.each(rows)('%s', (q, parts) => {
    expect(kinds(q)).toEqual(parts);
  });

  test('small connectors only when asked', () => {
    expect(kinds('a or b')).toEqual(['word:a', 'word:or', 'word:b']);
    expect(kinds('a or b but not c', true)).toEqual(['word:a', 'or:or', 'word:b', 'not:but not', 'word:c']);
  });

  test('where a value begins, within its quotation marks', () => {
    expect(lexemesOf('x tag:"ad"', 'pincite', false).at(-1)).toMatchObject({ value: 'ad', valueFrom: 7 });
  });
});
