// Words of a form: `?` is one character, `*` any number, `¿` one or none. In: a pattern of the tree. Out: a test of words.
// Without regular expressions, whose time a row of stars could blow up: a word is passed over once for each sign of the pattern.

/** Whether a word has the form. */
export function patternTest(pattern: string): (word: string) => boolean {
  const signs = Array.from(pattern);
  const [start, end] = [fixedStart(pattern), /[^*?¿]*$/.exec(pattern)?.[0] ?? ''];
  // Most words differ at an edge already.
  return (word) => word.startsWith(start) && word.endsWith(end) && fits(signs, Array.from(word));
}

/** What stands in a pattern before its first wildcard. */
export function fixedStart(pattern: string): string {
  return /^[^*?¿]*/.exec(pattern)?.[0] ?? '';
}

function fits(signs: readonly string[], letters: readonly string[]): boolean {
  // `reached[i]`: the signs so far can stand for the first `i` letters.
  let reached = letters.map(() => false);
  reached = [true, ...reached];
  for (const sign of signs) {
    const after = reached.map((_, at) => {
      const before = at > 0 && reached[at - 1] === true;
      if (sign === '?') return before;
      if (sign === '¿') return before || reached[at] === true;
      return before && letters[at - 1] === sign;
    });
    if (sign === '*') {
      const from = reached.indexOf(true);
      reached = reached.map((_, at) => from >= 0 && at >= from);
    } else {
      reached = after;
    }
  }
  return reached.at(-1) === true;
}
