import { describe, expect, test } from '@jest/globals';
import { likeQuery, longestText } from '../../../client/src/reader/like-query.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';

describe('the question for a selected text', () => {
  test.each<[text: string, words: string[], why: string]>([
    ['The Titan API', ['the', 'titan', 'api'], 'words'],
    ['he said “give (it)\nto me”', ['he', 'said', 'give', 'it', 'to', 'me'], 'marks that would end the text'],
    ['a █ b', ['a', 'b'], 'words blacked out'],
    ['Meta’s $40 million', ['meta', '$', '40', 'million'], 'signs and possessives'],
  ])('%j (%#)', (text, words) => {
    const { q, isCut } = likeQuery(text);
    expect(parseQuery(q)).toMatchObject({ kind: 'like', words });
    expect(isCut).toBe(false);
  });

  test('of nothing is none', () => expect([likeQuery(''), likeQuery(' — “” ')].map(({ q }) => q)).toEqual(['', '']));

  test('of a long text is cut between words, and says so', () => {
    const { q, isCut } = likeQuery('word '.repeat(1000));
    expect(isCut).toBe(true);
    expect(q.length).toBeLessThanOrEqual(longestText + 'like("")'.length);
    expect(parseQuery(q)).toMatchObject({ kind: 'like', words: Array.from({ length: 300 }, () => 'word') });
    expect(() => parseQuery(likeQuery('x'.repeat(3000)).q)).not.toThrow();
  });
});
