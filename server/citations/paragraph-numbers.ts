// The numbers of numbered paragraphs as they are cited together: neighbours as a range, others apart (Bluebook rule 3.3).
// In: the paragraph of each passage, in reading order. Out: `34`, `34–36`, `34, 37`; null unless each passage has a number.

/** Writes the numbers. */
export function paragraphNumbers(paragraphs: readonly (string | null)[]): string | null {
  const numbers = [...new Set(paragraphs)];
  const runs: { first: string; last: string }[] = [];
  for (const number of numbers) {
    // Without a number it cannot be cited by paragraphs alone.
    if (number === null) return null;
    const run = runs.at(-1);
    if (run !== undefined && follows(run.last, number)) run.last = number;
    else runs.push({ first: number, last: number });
  }
  if (runs.length === 0) return null;
  return runs.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ');
}

function follows(one: string, other: string): boolean {
  return /^\d+$/.test(one) && /^\d+$/.test(other) && Number(other) === Number(one) + 1;
}
