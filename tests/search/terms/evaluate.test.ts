// Matches as DOMAIN.md §6 defines them: rows for each rule, and random queries on random documents against the definition itself.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { askedDocument, inStream, noDetails, type AskedDocument } from './asked-document.ts';
import { naiveAnswer } from './naive-evaluator.ts';
import { casesOf, randomDocument, randomQuery, typed } from './random-questions.ts';

const body = (text: string, ...notes: string[]): AskedDocument =>
  askedDocument([tokenStream('body', text), ...notes.map((note) => tokenStream('footnote', note))]);

/** What each match covers, as written. */
function shown(q: string, document: AskedDocument, texts: readonly string[]): string[] {
  return evaluate(parseQuery(q), document).matches.map((match) => {
    const { stream, from, to } = inStream(document, match);
    const { offsets } = document.streams[stream] ?? { offsets: [] };
    return texts[stream]?.slice(offsets[from]?.from, offsets[to]?.to) ?? '';
  });
}

describe('matches', () => {
  const rows: [q: string, text: string, matches: string[], why: string][] = [
    ['titan', 'Titan, titan; TITAN’s', ['Titan', 'titan', 'TITAN'], 'each occurrence'],
    ['"a a"', 'a a a', ['a a', 'a a'], 'each occurrence of a phrase'],
    ['"inbox api"', 'inbox\napi, inbox the api', ['inbox\napi'], 'across lines'],
    ['a w/1 b', 'a b', ['a b'], 'neighbours are w/1'],
    ['a w/5 b', 'a 1 2 3 4 b', ['a 1 2 3 4 b'], 'a distance of 5'],
    ['a w/4 b', 'a 1 2 3 4 b', [], 'and no less'],
    ['a w/5 b', 'b a', ['b a'], 'either order'],
    ['a pre/5 b', 'b a', [], 'the left one first'],
    ['a w/5 b', 'a a b', ['a b'], 'the minimal window'],
    ['a w/5 b', 'a b a b', ['a b', 'a b'], 'left to right, not overlapping'],
    ['a w/5 b', 'a b a', ['a b'], 'an occurrence counts once'],
    ['a w/5 a', 'a', [], 'nothing is near itself'],
    ['"b c" w/2 d', 'b c 1 d', ['b c 1 d'], 'from the nearest end of a phrase'],
    ['(a w/5 b) w/1 c', 'a b 1 b c', ['a b 1 b c'], 'as an operand, every window counts'],
    ['a /s b', 'He saw a dog. Then b came. A and b left.', ['A and b'], 'in one sentence'],
    ['a w/3 b', 'an a. B is', ['a. B'], 'proximity crosses sentences'],
    ['crossdevice', 'cross-device tracking', ['cross-device'], 'the joined form'],
    [
      'cross-device',
      'cross-device, cross device, crossdevice',
      ['cross-device', 'cross device', 'crossdevice'],
      'all forms, once each',
    ],
    [
      'cross-device w/1 tracking',
      'cross-device tracking',
      ['cross-device tracking'],
      'a whole ends where its last part does',
    ],
    ['cross!', 'cross-device', ['cross'], 'a part and the whole over it are one occurrence'],
    ['titan OR "titan api"', 'titan api', ['titan', 'titan api'], 'the union'],
    ['titan AND api', 'titan api titan', ['titan', 'api', 'titan'], 'the union, in reading order'],
    ['titan AND inbox', 'titan', [], 'none where the whole is not satisfied'],
    ['(titan AND inbox) OR api', 'titan api', ['api'], 'none of an operand that is not'],
    ['titan NOT inbox', 'titan', ['titan'], 'NOT adds none'],
    ['atleast2(titan)', 'titan titan', ['titan', 'titan'], 'often enough'],
    ['atleast3(titan)', 'titan titan', [], 'not often enough'],
    ['$40 w/2 million', 'over $40 million', ['$40 million'], 'signs as words'],
    ['facebook', 'www.facebook.com', ['facebook'], 'within an address'],
  ];
  test.each(rows)('%s in %j (%#)', (q, text, matches) => {
    expect(shown(q, body(text), [text])).toEqual(matches);
  });

  test('nothing goes from the body into a footnote, and furniture is read only when asked', () => {
    const texts = ['titan', 'inbox titan', 'titan'];
    const document = askedDocument([...body('titan', 'inbox titan').streams, tokenStream('furniture', 'titan')]);
    const streamsOf = (q: string) =>
      evaluate(parseQuery(q), document).matches.map((match) => inStream(document, match).stream);
    expect(shown('titan w/5 inbox', document, texts)).toEqual(['inbox titan']);
    expect(shown('in:body titan w/5 inbox', document, texts)).toEqual([]);
    expect(streamsOf('titan')).toEqual([0, 1]);
    expect(streamsOf('in:furniture titan')).toEqual([2]);
  });

  test('a document may satisfy without a match', () => {
    const document = { ...body('text'), details: { ...noDetails, title: 'Motion to Seal', type: 'motion' as const } };
    for (const q of ['NOT titan', 'type:motion', 'title(seal w/3 motion)', 'title:"to seal" NOT title:order']) {
      expect(evaluate(parseQuery(q), document)).toEqual({ satisfied: true, matches: [] });
    }
    expect(evaluate(parseQuery('title(text)'), document).satisfied).toBe(false);
  });

  test('what is painted of a window are its words, in reading order', () => {
    const [match] = evaluate(parseQuery('(api w/5 titan) w/5 "ad spend"'), body('titan x api y ad spend')).matches;
    expect(match).toEqual({
      from: 0,
      to: 5,
      spans: [
        { from: 0, to: 0 },
        { from: 2, to: 2 },
        { from: 4, to: 5 },
      ],
    });
  });
});

describe('against the definition', () => {
  test('random queries on random documents', () => {
    let found = 0;
    fc.assert(
      fc.property(randomQuery, randomDocument, (tree, document) => {
        const answer = evaluate(tree, document);
        const matches = answer.matches.map((match) => {
          const { stream, from, to } = inStream(document, match);
          return `${stream}:${from}-${to}`;
        });
        expect({ satisfied: answer.satisfied, matches }).toEqual(naiveAnswer(tree, document));
        for (const { from, to, spans } of answer.matches) {
          expect([spans[0]?.from, Math.max(...spans.map((span) => span.to))]).toEqual([from, to]);
        }
        if (matches.length > 0) found += 1;
      }),
      { numRuns: casesOf(10_000) },
    );
    // Cases that find nothing would prove little.
    expect(found).toBeGreaterThan(2000);
  });

  test('the same query, typed and parsed, finds the same', () => {
    fc.assert(
      fc.property(randomQuery, randomDocument, (tree, document) => {
        expect(evaluate(parseQuery(typed(tree)), document)).toEqual(evaluate(tree, document));
      }),
      { numRuns: casesOf(2000) },
    );
  });
});
