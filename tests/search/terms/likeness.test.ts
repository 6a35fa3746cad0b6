// A quote found again where it stands, and not where it does not: rows of edits that people and printers make.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likenesses } from '../../../server/search/terms/likeness.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { tokensOf } from '../../../server/text/tokenizer.ts';
import { askedDocument } from './asked-document.ts';

const before = 'The parties met and conferred on several days and could not agree. ';
const behind = ' The motion is denied without prejudice, and each side bears its costs.';
const quote = 'Plaintiffs say that the Titan API was given to Netflix and that nobody else was ever told of it.';

const wordsOf = (text: string) =>
  tokensOf(text)
    .filter(({ position, lastPosition }) => position === lastPosition)
    .map(({ word }) => word);

function found(text: string, document: string) {
  const { words } = askedDocument([tokenStream('body', document)]);
  const tokens = tokenStream('body', document).offsets;
  return likenesses(wordsOf(text), words, { from: 0, to: words.furniture }).map(({ from, to, alike }) => ({
    text: document.slice(tokens[from]?.from, tokens[to]?.to),
    alike: Math.round(alike * 100),
  }));
}

describe('a quote is found again', () => {
  const rows: [stands: string, alike: number, why: string][] = [
    [quote, 100, 'as it is'],
    [quote.replaceAll(' ', '\n'), 100, 'other white space'],
    [`“${quote.toUpperCase()}”`, 100, 'capitals and quotation marks'],
    [quote.replace('nobody else', 'no-body else'), 92, 'a word in parts'],
    [quote.replace('given to', 'licensed to'), 95, 'a word changed'],
    [quote.replace('the Titan API', 'the [private] Titan API'), 97, 'a word put in'],
    [quote.replace('that nobody else was ever told of it', 'nobody was told'), 85, 'words left out'],
  ];
  test.each(rows)('%j (%i %%)', (stands, alike) => {
    const [first, ...others] = found(quote, before + stands + behind);
    expect(others).toEqual([]);
    expect(first?.alike).toBe(alike);
    expect(wordsOf(stands).join(' ')).toContain(wordsOf(first?.text ?? '-').join(' '));
  });

  test('everywhere it stands, in reading order', () => {
    const other = quote.replace('given', 'sold');
    expect(found(quote, `${other} ${before.repeat(3)} ${quote}`).map(({ alike }) => alike)).toEqual([95, 100]);
  });
});

describe('and not what only has words of it', () => {
  const rows: [document: string, why: string][] = [
    [before + behind, 'another text'],
    [quote.split(' ').toReversed().join(' '), 'the same words the other way round'],
    [quote.split(' ').join(` ${before}`), 'the same words far apart'],
    [quote.slice(0, 40), 'less than half of it'],
  ];
  test.each(rows)('%#', (document) => {
    expect(found(quote, document)).toEqual([]);
  });
  const short: [text: string, document: string, times: number][] = [
    ['Titan', 'Titan, titan.', 2],
    ['Titan API', 'The Titan is no API at all, the API is.', 0],
    ['Titan API', 'The Titan API.', 1],
  ];
  test.each(short)('%s in %s', (text, document, times) => {
    expect(found(text, document)).toHaveLength(times);
  });
});

test('any stretch of a text is found where it was taken from, word for word', () => {
  const words = fc.array(fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg'), { minLength: 3, maxLength: 80 });
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 3, max: 20 }), (all, start, length) => {
      const from = start % (all.length - 2);
      const taken = all.slice(from, from + length);
      const best = Math.max(0, ...found(taken.join(' '), all.join(' ')).map(({ alike }) => alike));
      expect(best).toBe(100);
    }),
    { numRuns: 1000 },
  );
});
