// How much of one text stands in another: runs of five words that both have (shingles; Broder, “On the resemblance and containment of
// documents”, 1997). In: two texts. Out: two shares. Redaction marks break runs; a text of a few words is like no other.

/** How two texts agree, 0 to 1. */
export interface Likeness {
  /** Share of the shorter text's runs that the longer one has. */
  readonly shared: number;
  /** Length of the shorter one by that of the longer one. */
  readonly ratio: number;
}

const wordsPerRun = 5;
/** Below this the agreement says nothing: every certificate of service has so much in common. */
const fewestRuns = 30;

/** The runs of a text. */
export function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const part of text.toLowerCase().split(/\[redacted\]/)) {
    const words = part.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let at = 0; at + wordsPerRun <= words.length; at += 1) runs.add(words.slice(at, at + wordsPerRun).join(' '));
  }
  return runs;
}

/** How two texts agree, by their runs. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): Likeness {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  if (shorter.size < fewestRuns) return { shared: 0, ratio: 0 };
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared += 1;
  return { shared: shared / shorter.size, ratio: shorter.size / longer.size };
}
