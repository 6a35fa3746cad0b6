// How names of people are written: `Mark E. Zuckerberg`, `WILLIAM F. LEE`, `O’Brien`, `van der Berg`, `Doe, Jane`.
// In: words. Out: a name in usual letters, or null for what cannot be one (a court, a street, a statute, a heading).
import { ordinaryWords } from './ordinary-words.ts';

/** A word of a name: capital first, or all capitals; `O’Brien`, `Smith-Jones`. */
const word = String.raw`\p{Lu}(?:[’'\p{Ll}\p{Lu}-]*[\p{Ll}\p{Lu}])`;
const initial = String.raw`\p{Lu}\.(?:-?\p{Lu}\.)?`;
const particle = '(?:de|da|di|del|della|der|den|van|von|la|le|bin|al|el|ten|ter|dos)';
const suffix = String.raw`(?:,?\s(?:Jr|Sr|JR|SR)\.?|,?\s(?:II|III|IV)\b)`;

/** Two to four words that may be a name, in running text; lines are one. */
export const personPattern = String.raw`(?:${word}|${initial})(?:\s(?:${word}|${initial}|${particle})){0,3}?\s(?:${particle}\s)?${word}${suffix}?`;
const whole = new RegExp(`^${personPattern}$`, 'u');

/** Words of a row of capitalised words, and what may stand in small letters among them. */
export const runWord = String.raw`${initial}|${word}`;
export const runParticle = particle;

/** Before a name, and no part of it. */
export const honorific = String.raw`(?:Mr|Ms|Mrs|Dr|Prof|Professor|Judge|Justice|Hon|Honorable|Senator|Sen|Dean|Chief\sJudge|Magistrate\sJudge|MR|MS|MRS|DR|JUDGE|DEAN)\.?`;

/** A name in usual letters; null for what is none. Takes `Doe, Jane` and `Jane Doe <j@x>`, and lets `Esq.` and degrees go. */
export function personNameOf(printed: string): string | null {
  const plain = printed
    .normalize('NFC')
    .replaceAll(/\[[^\]]*\]|<[^>]*>|\([^)]*\)|["“”*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(new RegExp(`^(?:The\\s)?(?:${honorific}\\s)+`, 'u'), '')
    .replace(
      /[\s,]*(?:\b(?:Esq(?:uire)?|ESQ(?:UIRE)?|Ph\.?D|M\.?D|J\.?D|M\.?B\.?A|C\.?P\.?A|P\.?C|P\.?A|P\.?E)\b\.?[\s,]*)+$/u,
      '',
    )
    .replace(/^[\s,;:.\-–—]+|[\s,;:_\-–—]+$/g, '')
    .trim();
  const turned = turnedName(plain);
  if (!whole.test(turned)) return null;
  const words = turned.replaceAll(',', '').split(' ');
  if (words.some(isOrdinary)) return null;
  // `A. B.` is no name, nor is one with a possessive in it, nor letters that no vowel parts.
  const long = words.filter((each) => !/^\p{Lu}\./u.test(each));
  if (
    long.length < 1 ||
    long.length > 3 + Number(words.some((each) => /^\p{Ll}/u.test(each))) ||
    words[0] === 'U.S.' ||
    /[’']s?\s|[’']s?$/i.test(turned) ||
    long.some((each) => each.length > 18)
  )
    return null;
  if (long.every((each) => each.length < 3)) return null;
  if (
    long.some((each) => /^\p{Lu}{2,}$/u.test(each)) &&
    long.some((each) => /\p{Ll}{2}/u.test(each) && !/^Mc|^Mac/u.test(each))
  ) {
    // `Inbox API`, `Meta LLC`: capitals beside usual letters are no name, but for a generation.
    if (long.some((each) => /^\p{Lu}{2,}$/u.test(each) && !/^(?:II|III|IV|JR|SR)$/.test(each))) return null;
  }
  return words
    .map(usualLetters)
    .join(' ')
    .replace(/ (Jr|Sr)\.?$/, ', $1.');
}

/** Whether a word is one that no person is called. */
export function isOrdinary(each: string): boolean {
  return (
    !/^\p{Lu}\.$/u.test(each) &&
    ordinaryWords.has(each.toLowerCase().replace(/[’']s$|[.,;]$|-appell\w+$|-petitioner$/, ''))
  );
}

/** `Doe, Jane A.` → `Jane A. Doe`; a generation stays at the end. */
function turnedName(text: string): string {
  const match = /^([\p{L}’'-]+(?: [\p{L}’'-]+)?), (\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?| \p{Lu}[\p{L}’'-]+)?)$/u.exec(text);
  if (match === null || /^(?:Jr|Sr|II|III|IV)$/i.test(match[2] ?? '')) return text;
  return `${(match[2] ?? '').replace(/ (\p{Lu})$/u, ' $1.')} ${match[1]}`;
}

/** `ZUCKERBERG` → `Zuckerberg`, `MCKOOL` → `McKool`, `O’BRIEN` → `O’Brien`; what has small letters stays. */
export function usualLetters(text: string): string {
  if (/^Mc\p{Lu}{2,}$/u.test(text)) return `Mc${text.charAt(2)}${text.slice(3).toLowerCase()}`;
  if (text !== text.toUpperCase() || /^\p{Lu}\.|^(?:II|III|IV)$/u.test(text)) return text;
  return text
    .toLowerCase()
    .replaceAll(/(^|[-’'\s.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/[’']S$/, (end) => end.toLowerCase());
}

/** First and last word, which tell whether two spellings are one name: `nancy ross` for `Nancy G. Ross, Jr.` */
export function personKey(name: string): string {
  const words = namedWords(name);
  return `${words[0] ?? ''} ${words.at(-1) ?? ''}`;
}

/** The last name, without a generation. */
export function lastNameOf(name: string): string {
  return (
    name
      .replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '')
      .split(' ')
      .at(-1) ?? name
  );
}

function namedWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/,? (?:jr|sr|ii|iii|iv)\.?$/, '')
    .replaceAll('’', "'")
    .split(' ');
}
