// A dictionary asked against a plain map: whatever words there are, each is found where it stands, and nothing else.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PackedDictionary, writeDictionary } from '../../../server/search/terms/packed-dictionary.ts';
import type { Places } from '../../../server/search/terms/token-stream.ts';
import { ByteWriter, viewOf } from '../../../server/text/varints.ts';

function packed(words: ReadonlyMap<string, readonly Places[]>): { dictionary: PackedDictionary; size: number } {
  const body = new ByteWriter();
  body.number(7);
  const start = body.length;
  const blocks = writeDictionary(body, words);
  const table = body.length;
  const written = body.done();
  const tables = [...blocks.map(({ begins }) => begins), ...blocks.map(({ offset }) => offset)];
  const bytes = Uint8Array.of(...written, ...new Uint8Array(Uint32Array.from(tables).buffer));
  const place = { bytes, view: viewOf(bytes), table, blocks: blocks.length, start, words: words.size };
  return { dictionary: new PackedDictionary(place), size: table };
}

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝒳', '$'), minLength: 1, maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 30, maxLength: 160 }),
);
const places = fc
  .array(fc.tuple(fc.nat(5000), fc.nat(2)), { minLength: 1, maxLength: 5 })
  .map((list) => list.map(([from, more]) => ({ from, to: from + more })).toSorted((a, b) => a.from - b.from));

test('every word, every beginning, every form', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, places), { maxLength: 70 }),
      fc.array(word, { maxLength: 10 }),
      (list, others) => {
        const words = new Map(list);
        const { dictionary } = packed(words);
        for (const asked of [...words.keys(), ...others, '']) {
          expect(dictionary.placesOf(asked)).toEqual(words.get(asked) ?? []);
          const start = Array.from(asked).slice(0, 2).join('');
          const found = [...dictionary.startingWith(start, (each) => each.endsWith('a'))].map((each) =>
            JSON.stringify(each),
          );
          const wanted = [...words].filter(([each]) => each.startsWith(start) && each.endsWith('a'));
          expect(found.toSorted()).toEqual(wanted.map(([, each]) => JSON.stringify(each)).toSorted());
        }
        expect([...dictionary.startingWith('', null)]).toHaveLength(words.size);
      },
    ),
    { numRuns: 500 },
  );
});

test('words that begin alike take little room', () => {
  const at = [{ from: 1, to: 1 }];
  const alike = packed(new Map(Array.from({ length: 160 }, (_, index) => [`plaintiffs${index + 100}`, at] as const)));
  // Thirteen letters each, but for what they share.
  expect(alike.size).toBeLessThan(160 * 8);
});
