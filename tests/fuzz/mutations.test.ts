import { expect, test } from '@jest/globals';
import { createRandom } from '../bench/seeded-random.ts';
import { rawPdf, words } from '../parse/raw-pdf.ts';
import { mutate, mutationNames } from './mutations.ts';

const file = Buffer.from(rawPdf([{ content: words('A page of text.', 72, 700) }]));
const other = Buffer.from(rawPdf([{ content: words('Another one.', 72, 600) }]));
const many = (seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: 200 }, () => mutate(file, other, random));
};

test('the same seed spoils in the same way, another one in another', () => {
  const bytesOf = (seed: number) => many(seed).map(({ bytes }) => bytes.toString('latin1'));
  expect(bytesOf(1)).toEqual(bytesOf(1));
  expect(bytesOf(1)).not.toEqual(bytesOf(2));
});

test('each way of spoiling comes up, and most files are others than before', () => {
  const mutants = many(3);
  for (const name of mutationNames) expect(mutants.some(({ done }) => done.includes(name))).toBe(true);
  expect(mutants.filter(({ bytes }) => bytes.equals(file)).length).toBeLessThan(40);
  expect(file).toEqual(Buffer.from(rawPdf([{ content: words('A page of text.', 72, 700) }])));
});
