// Words that a better parser found hidden leave the quotes they were copied into; everything else of a quote stays.
import { describe, expect, test } from '@jest/globals';
import { cleanedAnchor } from '../../server/catalog/redacted-quote.ts';
import { quadOf } from '../../server/contract/geometry.ts';

const bad = { pageNumber: 2, box: quadOf([0, 0, 9, 9]), bad: true, characters: 9 };
const page = (pageNumber: number, text: string, redactions: readonly (typeof bad)[] = []) => ({
  pageNumber,
  text,
  redactions,
});
const pages = [
  page(1, 'Before it the harbor'),
  page(2, 'The witness lives in and commu-\nnicates there.', [bad]),
  page(9, 'Peregrine'),
];
const clean = (quote: string, pageNumber = 2) => cleanedAnchor({ quote }, [{ pageNumber }], pages)?.quote ?? null;

describe('cleanedAnchor', () => {
  test.each<[string, string | null, string]>([
    ['The witness lives in Peregrine and', 'The witness lives in [redacted] and', 'the hidden word goes'],
    ['WITNESS lives, there', null, 'letters of another case and signs are no other words'],
    ['and communicates there', null, 'a mended hyphen is no hidden word'],
    ['the harbor. The witness', null, 'words of the page before'],
    ['tness lives in', null, 'a word cut at the edge of its context'],
  ])('%s → %s (%s)', (quote, expected) => {
    expect(clean(quote)).toBe(expected);
  });

  test('pages without bad redactions take nothing away', () => {
    expect(clean('Anything else', 9)).toBeNull();
  });

  test('each text of an anchor is cleaned', () => {
    const texts = { quote: 'lives in Peregrine', prefix: 'Mr Halloway The witness', suffix: 'there' };
    expect(cleanedAnchor(texts, [{ pageNumber: 2 }], pages)).toEqual({
      quote: 'lives in [redacted]',
      prefix: '[redacted] [redacted] The witness',
      suffix: 'there',
    });
  });
});
