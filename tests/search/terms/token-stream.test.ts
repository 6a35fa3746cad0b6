import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinct, merged, tokenStream } from '../../../server/search/terms/token-stream.ts';

const text = '¶ Titan came. The cross-device API\nstayed 1. “So it did.”';
const paragraph = text.indexOf('stayed');

test('where words stand, wholes over their parts', () => {
  const { words, length, offsets } = tokenStream('body', text);
  expect(length).toBe(12);
  expect(words.get('titan')).toEqual([{ from: 1, to: 1 }]);
  expect(words.get('crossdevice')).toEqual([{ from: 4, to: 5 }]);
  expect(offsets.map(({ from, to }) => text.slice(from, to)).join(' ')).toBe(
    '¶ Titan came The cross device API stayed 1 So it did',
  );
});

test('sentences and paragraphs begin at positions; a paragraph begins a sentence', () => {
  const { sentenceStarts, paragraphStarts } = tokenStream('body', text, [0, paragraph]);
  expect(sentenceStarts).toEqual([0, 3, 7, 9]);
  expect(paragraphStarts).toEqual([0, 7]);
  expect(tokenStream('body', text).sentenceStarts).toEqual([0, 3, 9]);
});

test('places of a word are in order, where a part and a whole are spelt alike', () => {
  // Of `a-b.ab` the whole `ab` comes to light after its last part.
  expect(tokenStream('body', 'a-b.ab').words.get('ab')).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 2 },
  ]);
  const { words } = tokenStream('body', 'a-b ab a-b');
  expect(words.get('ab')).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 2 },
    { from: 3, to: 4 },
  ]);
});

test('lists merged are what sorting them all makes, of equal places that of the first list', () => {
  const place = fc.record({ from: fc.nat(12), size: fc.nat(3) });
  const lists = fc.array(fc.array(place, { maxLength: 8 }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, (written) => {
      const ordered = written.map((list, of) =>
        distinct(list.map(({ from, size }) => ({ from, to: from + size, of }))),
      );
      expect(merged(ordered)).toEqual(distinct(ordered.flat()));
    }),
    { numRuns: 2000 },
  );
});

test('nothing', () => {
  expect(tokenStream('body', '— ')).toMatchObject({ length: 0, sentenceStarts: [0], paragraphStarts: [0] });
});
