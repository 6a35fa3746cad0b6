// How the instant search reads what was typed, and what it tells about that: it forgives, so it must not pretend.
// In: the words as typed. Out: a question for the engine, an explanation, notices. The engine knows words, "phrases" and
// exclusions; it gets words and quotation marks of ours only, so that it reads nothing otherwise than is explained here.
import { wordsOf } from '../engine/search-words.ts';
import { oneTypoFrom } from '../engine/settings.ts';
import { usesConnectors } from './mode-choice.ts';

/** The typed question as the engine gets it. */
export interface ReadQuery {
  /** Exclusions first, since the engine stops reading at its limit. */
  readonly words: string;
  /** In plain words, what is searched. */
  readonly explained: string;
  /** Words that the engine looks at, exclusions apart. */
  readonly wanted: readonly string[];
  /** Words past the engine's limit. */
  readonly ignored: readonly string[];
  /** What is ignored or read otherwise than one might think. */
  readonly notices: readonly string[];
}

/** Meilisearch looks at ten words or phrases of a question and ignores the rest. */
const termLimit = 10;
/** Words of one phrase, and excluded words and phrases, that it certainly still reads (it stops at 1,000 tokens in all). */
const phraseLimit = 100;
const exclusionLimit = 50;

/** A word or phrase as typed, with the words it consists of. */
interface Part {
  readonly shown: string;
  readonly words: readonly string[];
  readonly kind: 'words' | 'phrase';
}

/** Reads a question. */
export function readQuery(typed: string): ReadQuery {
  const q = straightQuotes(typed).replaceAll(/\s+/g, ' ').trim();
  const { wanted, excluded, endsInWord } = partsOf(q);
  const taken = take(wanted);
  const left = excluded.slice(0, exclusionLimit);
  const goesOn = endsInWord && taken.ignored.length === 0 && !isCode(wanted.at(-1)?.words.at(-1) ?? '');
  const words = [
    ...left.map(({ words: inside }) => `-"${inside.slice(0, phraseLimit).join(' ')}"`),
    ...taken.parts.map(({ kind, words: inside }) =>
      kind === 'phrase' ? `"${inside.join(' ')}"` : inside.map((word) => (isCode(word) ? `"${word}"` : word)).join(' '),
    ),
  ].join(' ');
  const notices: string[] = [];
  if (left.length > 0) {
    notices.push(`Passages with ${list(left.map(shownOf))} are left out, because a leading “-” asks for that.`);
  }
  if (excluded.length > left.length) {
    notices.push(`Only the first ${exclusionLimit} words with a leading “-” are left out.`);
  }
  if ((q.match(/"/g)?.length ?? 0) % 2 === 1) {
    notices.push('A quotation mark is missing: everything after the last one is searched as one phrase.');
  }
  if (usesConnectors(q)) {
    notices.push(
      'Connectors such as AND, OR, w/5, ! and fields such as type: are read as plain words here: the instant search finds passages ' +
        'with all words. Its counts are no answer to a terms-and-connectors question.',
    );
  }
  if (taken.ignored.length > 0) {
    notices.push(
      `The instant search looks at ${termLimit} words or phrases of a question, and at ${phraseLimit} words of a phrase.`,
    );
  }
  if (q !== '' && words === '') notices.push(`There is no word in ${list([q])} to search for: everything is shown.`);
  return {
    words: goesOn ? words : `${words} `.trimStart(),
    explained: explain(taken.parts, left, goesOn),
    wanted: taken.parts.flatMap(({ words: inside }) => inside),
    ignored: taken.ignored,
    notices,
  };
}

/** Words, phrases and exclusions of a question; marks that belong to no word ask for nothing. */
function partsOf(q: string) {
  const wanted: Part[] = [];
  const excluded: Part[] = [];
  let endsInWord = false;
  for (const match of q.matchAll(/(-?)("[^"]*"?|[^\s"]+)/g)) {
    const [, sign = '', text = ''] = match;
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const isPhrase = text.startsWith('"');
    const shown = clip(isPhrase ? text.replaceAll('"', '').trim() : text);
    const part: Part = { shown, words, kind: isPhrase ? 'phrase' : 'words' };
    const isExcluded = sign === '-' && !text.startsWith('-') && /^$|\s/.test(q.charAt(match.index - 1));
    if (isExcluded) excluded.push(part);
    else wanted.push(part);
    endsInWord = !isExcluded && !isPhrase;
  }
  return { wanted, excluded, endsInWord };
}

/** What the engine looks at, and the words that it would ignore. */
function take(wanted: readonly Part[]): { readonly parts: readonly Part[]; readonly ignored: readonly string[] } {
  const parts: Part[] = [];
  const ignored: string[] = [];
  let room = termLimit;
  for (const part of wanted) {
    const most = part.kind === 'words' ? room : room > 0 ? phraseLimit : 0;
    const words = part.words.slice(0, most);
    ignored.push(...part.words.slice(most));
    if (words.length === 0) continue;
    const isCut = words.length < part.words.length;
    parts.push({ ...part, words, shown: isCut ? clip(words.join(' ')) : part.shown });
    room -= part.kind === 'words' ? words.length : 1;
  }
  return { parts, ignored };
}

function explain(wanted: readonly Part[], excluded: readonly Part[], goesOn: boolean): string {
  if (wanted.length === 0 && excluded.length === 0) return 'all passages';
  const phrases = wanted.filter(({ kind }) => kind === 'phrase').map(shownOf);
  const words = wanted.filter(({ kind }) => kind === 'words').map(shownOf);
  const parts = [
    ...(words.length === 0
      ? []
      : [
          `${words.length === 1 ? '' : 'all of '}${list(words)} (small typing errors forgiven${goesOn ? ', the last word may go on' : ''})`,
        ]),
    ...(phrases.length === 0 ? [] : [`the ${phrases.length === 1 ? 'phrase' : 'phrases'} ${list(phrases)}`]),
  ];
  const having = parts.length === 0 ? 'passages' : `passages with ${parts.join(', and with ')}`;
  return excluded.length === 0 ? having : `${having}, without ${list(excluded.map(shownOf))}`;
}

/** `META000123` is not `META000124`: the engine forgives no error in numbers, but it would in these. */
function isCode(word: string): boolean {
  return /\p{N}/u.test(word) && /\p{L}/u.test(word) && Array.from(word).length >= oneTypoFrom;
}

function shownOf({ shown }: Part): string {
  return shown;
}

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `“${clip(word)}”`);
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}

function clip(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}

/** Typographic quotes come with what is pasted from a filing; the engine knows straight ones. */
function straightQuotes(text: string): string {
  return text.replaceAll(/[“”„«»]/g, '"').replaceAll(/[‘’]/g, "'");
}
