// Money in text: `$150 million`, `$1,234.56`, `USD 40m`, `150 million dollars`, `forty million dollars`.
// In: derived text. Out: whole dollars with the words as printed. Ranges give each end; other currencies none.
import type { Amount } from '../contract/passage.ts';

const scales: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mm: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWord = `(?:${[...ones, ...tens, 'hundred', 'and', 'a'].join('|')})`;

const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const scale = '(?:thousand|million|billion|trillion|mm|mn|bn|[kmb])';
const forms = [
  // $150 million, US$40m, USD 1,234.56 — a sum in figures with its sign before it.
  new RegExp(String.raw`(?:(?:US|U\.S\.)?\$|USD)\s?(${figure})(?:[\s-]?(${scale})(?![\p{L}\d]))?`, 'giu'),
  // 150 million dollars; the word is the sign.
  new RegExp(String.raw`(?<![\p{L}\d$.,])(${figure})[\s-](${scale}[\s-])?(?:U\.?S\.?\s)?dollars(?!\p{L})`, 'giu'),
  // forty million dollars, one hundred fifty million dollars.
  new RegExp(
    String.raw`(?<!\p{L})(${numberWord}(?:[\s-]${numberWord})*)\s(thousand|million|billion)\sdollars(?!\p{L})`,
    'giu',
  ),
];

/** Amounts in order of place, each printed form once. */
export function amountsIn(text: string): Amount[] {
  const found = new Map<number, Amount>();
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const [printed, number = '', unit = ''] = match;
      const value = /^\d/.test(number) ? Number(number.replaceAll(',', '')) : spelled(number);
      if (value === null) continue;
      const dollars = Math.round(value * (scales[unit.trim().replace('-', '').toLowerCase()] ?? 1));
      if (Number.isSafeInteger(dollars)) found.set(match.index, { dollars, text: printed.trim() });
    }
  }
  const seen = new Set<string>();
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([, amount]) => amount)
    .filter(({ dollars, text: printed }) => {
      const key = `${dollars} ${printed}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

/** Number below a thousand in words; null when the words are none. */
function spelled(words: string): number | null {
  let total = 0;
  let known = false;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const [one, ten] = [ones.indexOf(word), tens.indexOf(word)];
    if (word === 'hundred') total = Math.max(1, total) * 100;
    else if (one > 0) total += one;
    else if (ten > 0) total += ten * 10;
    else if (word === 'a') total += total === 0 ? 1 : 0;
    else if (word !== 'and') return null;
    known ||= word !== 'and';
  }
  return known ? total : null;
}
