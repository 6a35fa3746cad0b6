import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from '../../server/text/varints.ts';

test('numbers there and back, in the bytes they need', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 600 }), (numbers) => {
      const writer = new ByteWriter();
      for (const number of numbers) writer.number(number);
      const reader = new ByteReader(writer.done());
      expect(numbers.map(() => reader.number())).toEqual(numbers);
      expect(reader.at).toBe(writer.length);
    }),
  );
  const sizes = [0, 127, 128, 16_383, 16_384, 2 ** 32 - 1].map((number) => {
    const writer = new ByteWriter();
    writer.number(number);
    return writer.length;
  });
  expect(sizes).toEqual([1, 1, 2, 2, 3, 5]);
});

test('bytes as they are, in any number', () => {
  const writer = new ByteWriter();
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 256);
  writer.raw(bytes.subarray(0, 3));
  writer.raw(bytes.subarray(3));
  expect(writer.done()).toEqual(bytes);
});

test('reading ends where the bytes end', () => {
  expect(new ByteReader(Uint8Array.of(0x80)).number()).toBe(0);
});
