// Text reduced to what two readings of the same words share: no white space, no hyphens, straight quotes, small letters.
// In: text. Out: the key and, for each of its units, the offset it came from. Line breaks and hyphenation vanish, so a quote
// is found again whichever way the lines fall.

/** `key[i]` stands at `text[at[i]]`. */
export interface MatchKey {
  readonly key: string;
  readonly at: readonly number[];
}

const folds = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['‛', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['…', '...'],
]);
// White space, hyphens and dashes of every kind, soft hyphens and other marks of format, the mark of a hole.
const dropped = /[\s\p{Pd}\p{Cf}█]/u;

/** Makes the key of `text`; `shift` is added to every offset. */
export function matchKeyOf(text: string, shift = 0): MatchKey {
  let key = '';
  const at: number[] = [];
  let offset = shift;
  for (const sign of text) {
    if (!dropped.test(sign)) {
      // NFKC opens ligatures: one sign may become several units of the key.
      const folded = folds.get(sign) ?? sign.normalize('NFKC').toLowerCase();
      key += folded;
      for (let unit = 0; unit < folded.length; unit += 1) at.push(offset);
    }
    offset += sign.length;
  }
  return { key, at };
}
