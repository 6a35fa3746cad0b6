// What chance does to the bytes of a PDF: flips, cuts, doubles, swaps, false numbers, wrong names, spoiled streams, two files in one.
// In: bytes, another file's bytes, a stream of chance. Out: new bytes and what was done. The same chance gives the same bytes.
import type { SeededRandom } from '../bench/seeded-random.ts';

export interface Mutant {
  readonly bytes: Buffer;
  /** What was done, for the report of a run that found something. */
  readonly done: string;
}

type Mutation = (bytes: Buffer, random: SeededRandom, other: Buffer) => Buffer;

/** Numbers that programs have stumbled over. */
const falseNumbers = ['-1', '0', '2147483648', '4294967296', '99999999999999999999', '1e308', '0.0000001'];
const names = [
  '/Page',
  '/Pages',
  '/Kids',
  '/Type',
  '/Font',
  '/FlateDecode',
  '/Length',
  '/Contents',
  '/Root',
  '/Size',
  '/W',
  '/Index',
];

const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let left = 1 + random.whole(40); left > 0; left -= 1) copy[random.whole(copy.length)] = random.whole(256);
    return copy;
  },
  'a piece cut out': (bytes, random) => {
    const [from, to] = piece(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'a piece doubled': (bytes, random) => {
    const [from, to] = piece(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'noise put in': (bytes, random) => {
    const at = random.whole(bytes.length);
    const noise = Buffer.from(Array.from({ length: 1 + random.whole(500) }, () => random.whole(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  'the end cut off': (bytes, random) => bytes.subarray(0, random.whole(bytes.length)),
  'numbers made false': (bytes, random) =>
    replaceSome(bytes, /(?<=[\s[/])\d+(?=[\s\]])/g, random, () => random.pick(falseNumbers)),
  'names exchanged': (bytes, random) => replaceSome(bytes, /\/[A-Z][A-Za-z]+/g, random, () => random.pick(names)),
  'references turned round': (bytes, random) =>
    replaceSome(bytes, /\d+ 0 R/g, random, () => `${random.whole(200)} 0 R`),
  'streams spoiled': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (const start of places(bytes, 'stream')) {
      if (random.next() > 0.3) continue;
      for (let left = 8; left > 0; left -= 1)
        copy[Math.min(copy.length - 1, start + 8 + random.whole(400))] = random.whole(256);
    }
    return copy;
  },
  'two files in one': (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.whole(bytes.length)), other.subarray(random.whole(other.length))]),
};

export const mutationNames: readonly string[] = Object.keys(mutations);

/** Spoils a file in one to three ways. */
export function mutate(bytes: Buffer, other: Buffer, random: SeededRandom): Mutant {
  let mutant = bytes;
  const done: string[] = [];
  for (let left = 1 + random.whole(3); left > 0 && mutant.length > 0; left -= 1) {
    const name = random.pick(mutationNames);
    mutant = mutations[name]?.(mutant, random, other) ?? mutant;
    done.push(name);
  }
  return { bytes: mutant, done: done.join(', ') };
}

function piece(bytes: Buffer, random: SeededRandom): [from: number, to: number] {
  const from = random.whole(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.whole(4000))];
}

/** Replaces some of what matches, as text in which each byte is a character. */
function replaceSome(bytes: Buffer, pattern: RegExp, random: SeededRandom, by: () => string): Buffer {
  const share = random.pick([0.002, 0.02, 0.2]);
  return Buffer.from(
    bytes.toString('latin1').replaceAll(pattern, (found) => (random.next() < share ? by() : found)),
    'latin1',
  );
}

function places(bytes: Buffer, word: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) found.push(at + word.length);
  return found;
}
