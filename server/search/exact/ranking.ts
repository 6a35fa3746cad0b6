// Order by relevance: BM25 (k1 = 1.2, b = 0.75), where the terms are the operands of the query's Boolean connectors — a word, a phrase,
// a whole proximity — and their frequency in a document is the number of their matches there.
// In: matches of each operand by document. Out: scores, once all documents were seen.
import type { Tally } from '../terms/evaluate.ts';
import type { QueryNode } from '../terms/query-tree.ts';

const k1 = 1.2;
const b = 0.75;
/** How alike a text is comes before everything else. */
const overAll = 1000;

/** A document with its score; to be asked when all were evaluated. */
export interface Ranked {
  readonly score: () => number;
}

export interface Ranking {
  /** A document of so many words: tell it what it matches. */
  document(length: number): { readonly tally: Tally } & Ranked;
}

/** Ranks documents of a corpus of so many. */
export function createRanking(corpusSize: number): Ranking {
  const containing = new Map<QueryNode, number>();
  let [documents, words] = [0, 0];
  return {
    document(length) {
      documents += 1;
      words += length;
      const frequencies: (readonly [QueryNode, number])[] = [];
      let known: number | null = null;
      let likeness = 0;
      return {
        tally: (operand, matches, alike) => {
          if (matches === 0) return;
          if (alike !== undefined) {
            likeness += alike;
            return;
          }
          frequencies.push([operand, matches]);
          containing.set(operand, (containing.get(operand) ?? 0) + 1);
        },
        score: () => {
          if (known !== null) return known;
          const relative = length / Math.max(1, words / documents);
          known = frequencies.reduce((sum, [operand, frequency]) => {
            const found = containing.get(operand) ?? 0;
            const rarity = Math.log(1 + (corpusSize - found + 0.5) / (found + 0.5));
            return sum + (rarity * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relative));
          }, likeness * overAll);
          return known;
        },
      };
    },
  };
}
