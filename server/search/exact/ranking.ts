// Order by relevance: BM25 (k1 = 1.2, b = 0.75), where the terms are the operands of the query's Boolean connectors — a word, a phrase,
// a whole proximity — and their frequency in a document is the number of their matches there.
// In: matches of each operand by document. Out: scores, once all documents were seen.
import type { Tally } from '../terms/evaluate.ts';
import type { QueryNode } from '../terms/query-tree.ts';

const k1 = 1.2;
const b = 0.75;
/** How alike a text is comes before everything else. */
const overAll = 1000;

/** Ranks documents of a corpus of so many. Each is begun, evaluated, and kept or not; what is kept of one are a few numbers. */
export class Ranking {
  readonly #corpusSize: number;
  /** Of each operand its number, and how many documents it matches. */
  readonly #operands = new Map<QueryNode, number>();
  readonly #containing: number[] = [];
  #documents = 0;
  #words = 0;
  /** Of the document that was begun last: its length, likeness, and operands with their frequencies in turn. */
  #length = 0;
  #likeness = 0;
  readonly #found: number[] = [];
  // Of the documents that were kept: the same, where `ends` says for each how far its operands go.
  readonly #lengths: number[] = [];
  readonly #likenesses: number[] = [];
  readonly #frequencies: number[] = [];
  readonly #ends: number[] = [];

  constructor(corpusSize: number) {
    this.#corpusSize = corpusSize;
  }

  /** Begins a document of so many words. */
  begin(length: number): void {
    this.#documents += 1;
    this.#words += length;
    this.#length = length;
    this.#likeness = 0;
    this.#found.length = 0;
  }

  /** Hears what the document matches. */
  readonly tally: Tally = (operand, matches, alike) => {
    if (matches === 0) return;
    if (alike !== undefined) {
      this.#likeness += alike;
      return;
    }
    const number = this.#operands.get(operand) ?? this.#operands.size;
    this.#operands.set(operand, number);
    this.#containing[number] = (this.#containing[number] ?? 0) + 1;
    this.#found.push(number, matches);
  };

  /** The document that was begun last is one of the answer. */
  keep(): void {
    this.#lengths.push(this.#length);
    this.#likenesses.push(this.#likeness);
    for (const number of this.#found) this.#frequencies.push(number);
    this.#ends.push(this.#frequencies.length);
  }

  /** Scores of the documents that were kept, in their order; to be asked when all were seen. */
  scores(): Float64Array {
    const average = Math.max(1, this.#words / this.#documents);
    const rarities = this.#containing.map((found) => Math.log(1 + (this.#corpusSize - found + 0.5) / (found + 0.5)));
    return Float64Array.from(this.#lengths, (length, document) => {
      const relative = length / average;
      let score = (this.#likenesses[document] ?? 0) * overAll;
      const end = this.#ends[document] ?? 0;
      for (let at = this.#ends[document - 1] ?? 0; at < end; at += 2) {
        const [operand, frequency] = [this.#frequencies[at] ?? 0, this.#frequencies[at + 1] ?? 0];
        const rarity = rarities[operand] ?? 0;
        score += (rarity * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relative));
      }
      return score;
    });
  }
}
