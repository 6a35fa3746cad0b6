// How alike the texts of two files are: found out once, and remembered for as long as both are read the same way.
// In: SHA-256 of two files. Out: their likeness; a file is no version of itself.
import type { Reader } from './database.ts';
import { likenessOf, runsOf, type Likeness } from './text-likeness.ts';

/** How many pairs are remembered. */
const mostPairs = 10_000;

/** Makes the comparison, with a memory of its own. */
export function createLikeness(reader: Reader): (one: string, other: string) => Promise<Likeness> {
  const remembered = new Map<string, Likeness>();

  const runsOfFile = async (sha256: string): Promise<ReadonlySet<string>> => {
    // Passages: the body of the paper, without stamps and footers.
    const rows = await reader
      .selectFrom('passages')
      .select('text')
      .where('sha256', '=', sha256)
      .orderBy('ordinal')
      .execute();
    return runsOf(rows.map(({ text }) => text).join('\n'));
  };

  return async (one, other) => {
    if (one === other) return { shared: 0, ratio: 0 };
    const files = await reader
      .selectFrom('files')
      .select(['sha256', 'textDigest'])
      .where('sha256', 'in', [one, other])
      .orderBy('sha256')
      .execute();
    const key = JSON.stringify(files.map(({ sha256, textDigest }) => [sha256, textDigest]));
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const likeness = likenessOf(await runsOfFile(one), await runsOfFile(other));
    if (remembered.size >= mostPairs) remembered.clear();
    remembered.set(key, likeness);
    return likeness;
  };
}
