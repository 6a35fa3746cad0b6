// How the instant search reads what was typed, and what it tells about that: it forgives, so it must not pretend.
// In: the words as typed. Out: words for the engine, an explanation, notices. The engine knows words, "phrases" and -exclusion.

/** The typed question as the engine gets it. */
export interface ReadQuery {
  readonly words: string;
  /** In plain words, what is searched. */
  readonly explained: string;
  /** What is ignored or read otherwise than one might think. */
  readonly notices: readonly string[];
}

/** Meilisearch looks at this many words of a question and ignores the rest. */
const wordLimit = 10;

const connector =
  /(?:^|\s)(?:AND|OR|NOT|BUT NOT|NEAR\/\d+|[wW]\/(?:\d+|[sp])|pre\/\d+|[+/](?:\d+|[sp])|atleast\d+\(.*\))(?=\s|$)|\w[!*](?=\s|$)/;

/** Reads a question. */
export function readQuery(typed: string): ReadQuery {
  const q = straightQuotes(typed).replaceAll(/\s+/g, ' ').trim();
  const notices: string[] = [];
  const parts = q.match(/-?"[^"]*"?|\S+/g) ?? [];
  const excluded = parts.filter((part) => /^-[^\s-]/.test(part)).map((part) => part.slice(1).replaceAll('"', ''));
  const wanted = parts.filter((part) => !/^-[^\s-]/.test(part));
  if (excluded.length > 0) {
    notices.push(`Passages with ${list(excluded)} are left out, because a leading “-” asks for that.`);
  }
  if ((q.match(/"/g)?.length ?? 0) % 2 === 1) {
    notices.push('A quotation mark is missing: everything after the last one is searched as one phrase.');
  }
  if (connector.test(q)) {
    notices.push(
      'Connectors such as AND, OR, w/5 and ! are read as plain words here: the instant search finds passages with all words. ' +
        'Its counts are no answer to a terms-and-connectors question.',
    );
  }
  const words = q.match(/[\p{L}\p{N}$%§¶]+/gu) ?? [];
  if (words.length > wordLimit) {
    notices.push(
      `The question has ${words.length} words; the instant search looks at the first ${wordLimit}: ${words.slice(0, wordLimit).join(' ')}. ` +
        `Ignored: ${words.slice(wordLimit, wordLimit + 20).join(' ')}${words.length > wordLimit + 20 ? ' …' : ''}.`,
    );
  }
  return { words: q, explained: explain(wanted, excluded), notices };
}

function explain(wanted: readonly string[], excluded: readonly string[]): string {
  if (wanted.length === 0 && excluded.length === 0) return 'all passages';
  const phrases = wanted.filter((part) => part.startsWith('"')).map((part) => part.replaceAll('"', '').trim());
  const words = wanted.filter((part) => !part.startsWith('"'));
  const parts = [
    ...(words.length === 0
      ? []
      : [`${words.length === 1 ? '' : 'all of '}${list(words)}, small typing errors forgiven`]),
    ...(phrases.length === 0 ? [] : [`the ${phrases.length === 1 ? 'phrase' : 'phrases'} ${list(phrases)}`]),
  ];
  const having = parts.length === 0 ? 'passages' : `passages with ${parts.join(', and with ')}`;
  return excluded.length === 0 ? having : `${having}, without ${list(excluded)}`;
}

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}

/** Typographic quotes come with what is pasted from a filing; the engine knows straight ones. */
function straightQuotes(text: string): string {
  return text.replaceAll(/[“”„«»]/g, '"').replaceAll(/[‘’]/g, "'");
}
