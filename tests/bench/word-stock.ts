// What synthetic filings are written with: words by how often they are used, and stretches of real sentences.
// In: the passages of the specimens' ground truth. Out: a stock of words. No other text is ever taken.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WordStock {
  /** Each word once, the most used first; the long tail is coined (see `wordStockOf`). */
  readonly words: readonly string[];
  /** Passages as words, as printed: stretches of them keep together what belongs together (`inbox api`). */
  readonly passages: readonly (readonly string[])[];
}

/** How many different words a record of 300,000 passages has, about: names, numbers and misprints included. */
export const stockSize = 40_000;

/** Reads the passages of `docs-corpus/truth`. */
export function readWordStock(root: string): WordStock {
  const folder = join(root, 'docs-corpus', 'truth');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => textsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return wordStockOf(texts, stockSize);
}

/** Makes a stock of `size` words: those of the texts, then words coined from their halves, and numbers. */
export function wordStockOf(texts: readonly string[], size: number): WordStock {
  const passages = texts
    .map((text) => text.split(/\s+/).filter((word) => word !== ''))
    .filter(({ length }) => length > 0);
  const uses = new Map<string, number>();
  for (const printed of passages.flat()) {
    const [word] = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/u.exec(printed.toLowerCase()) ?? [];
    if (word !== undefined) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const known = [...uses].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const words = new Set(known.slice(0, size));
  const long = known.filter((word) => /^\p{L}{5,}$/u.test(word));
  for (let coined = 0; words.size < size && long.length > 0; coined += 1) {
    const first = long[coined % long.length] ?? '';
    // A step that grows by one a round pairs each word with every other before it begins anew.
    const second = long[(coined * 7 + Math.floor(coined / long.length) + 1) % long.length] ?? '';
    words.add(coined % 5 === 4 ? String(1000 + coined) : first.slice(0, 4) + second.slice(-4));
    if (coined > size * 100) break;
  }
  return { words: [...words], passages };
}

function textsOf(truth: unknown): string[] {
  const passages: unknown = typeof truth === 'object' && truth !== null ? Reflect.get(truth, 'passages') : null;
  if (!Array.isArray(passages)) return [];
  return passages.flatMap((passage: unknown) => {
    const text: unknown = typeof passage === 'object' && passage !== null ? Reflect.get(passage, 'text') : null;
    return typeof text === 'string' ? [text] : [];
  });
}
