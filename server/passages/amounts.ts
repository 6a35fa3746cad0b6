// Money in text: `$150 million`, `$1,234.56`, `USD 40m`, `150 million dollars`, `one hundred fifty million dollars`.
// In: derived text. Out: whole dollars with the words as printed. Ranges give each end; other currencies none.
import type { Amount } from '../contract/passage.ts';

const scales: Record<string, number> = {
  hundred: 100,
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
const scaleWord = 'thousand|million|billion|trillion';
const numberWord = `(?:${[...ones.slice(1), ...tens.slice(1), 'hundred', scaleWord, 'and', 'a'].join('|')})`;

const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
// A single letter stands at the figure (`$40m`); after a space it is another word (`$500 b) …`).
const scale = String.raw`[\s-]?(?:${scaleWord}|mm|mn|bn)|[kmb]`;
const ends = String.raw`(?![\p{L}\d])`;

/** `$150 million`, `US$40m`, `USD 1,234.56`; `C$40` and `HK$40` are no US dollars. */
const withSign = new RegExp(
  String.raw`(?:(?<![\p{L}$])(?:US|U\.S\.)?\s?\$|(?<!\p{L})USD)\s{0,2}(${figure})(?:(${scale})${ends})?`,
  'giu',
);
/** The same as the beginning of a range whose second end says the scale: `$150–200 million`, `between $5 and $10 million`. */
const openRange = new RegExp(
  String.raw`(?:(?:US|U\.S\.)?\$|USD)\s?(\d{1,3}(?:\.\d+)?)\s?(?:[-–—]|to|and)\s?(\$)?\s?(\d{1,3}(?:\.\d+)?)(${scale})${ends}`,
  'giu',
);
/** `150 million dollars`, `a 150-million-dollar deal`, `150 million USD`. */
const withWord = new RegExp(
  String.raw`(?<![\p{L}\d$.,])(${figure})(?:([\s-](?:${scaleWord}|mm|mn|bn)|[kmb]))?[\s-](?:(?:U\.?S\.?|United\sStates)\s)?(?:dollars?|USD)(?!\p{L})`,
  'giu',
);
/** `forty million dollars`, `two million five hundred thousand dollars`, `five hundred dollars`. */
const inWords = new RegExp(
  String.raw`(?<![\p{L}-])((?!${scaleWord})${numberWord}(?:[\s-]${numberWord})*)\s(?:(?:U\.?S\.?|United\sStates)\s)?dollars(?!\p{L})`,
  'giu',
);

/** Amounts in order of place, each printed form once. */
export function amountsIn(text: string): Amount[] {
  // Most text has no money in it.
  if (!/\$|USD|dollar/i.test(text)) return [];
  const found = new Map<number, Amount>();
  const add = (at: number, value: number | null, printed: string): void => {
    const dollars = value === null ? Number.NaN : Math.round(value);
    if (Number.isSafeInteger(dollars)) found.set(at, { dollars, text: printed.trim() });
  };
  for (const [printed, number = '', unit = ''] of matches(text, withSign)) {
    add(printed.at, numberOf(number) * scaleOf(unit), printed.text);
  }
  for (const [printed, low = '', sign, high = '', unit = ''] of matches(text, openRange)) {
    const isBetween = !/\sand\s/.test(printed.text) || /\bbetween\s*$/i.test(text.slice(0, printed.at));
    if (numberOf(low) >= numberOf(high) || !isBetween) continue;
    add(printed.at, numberOf(low) * scaleOf(unit), printed.text);
    if (sign === undefined) {
      const end = printed.text.lastIndexOf(high);
      add(printed.at + end, numberOf(high) * scaleOf(unit), printed.text.slice(end));
    }
  }
  for (const [printed, number = '', unit = ''] of matches(text, withWord)) {
    add(printed.at, numberOf(number) * scaleOf(unit), printed.text);
  }
  for (const [printed, words = ''] of matches(text, inWords)) {
    const lead = /^(?:and|a(?!\s(?:hundred|thousand|million|billion)))\s/i.exec(printed.text)?.[0].length ?? 0;
    add(printed.at + lead, spelled(words), printed.text.slice(lead));
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

type Found = readonly [{ readonly at: number; readonly text: string }, ...(string | undefined)[]];

function matches(text: string, form: RegExp): Found[] {
  return [...text.matchAll(form)].map((match) => [{ at: match.index, text: match[0] }, ...match.slice(1)]);
}

function numberOf(figures: string): number {
  return Number(figures.replaceAll(',', ''));
}

function scaleOf(unit: string): number {
  return scales[unit.replace(/^[\s-]/, '').toLowerCase()] ?? 1;
}

/** The number in words; null when the words are none, or in no order that a number has. */
function spelled(words: string): number | null {
  let [total, part] = [0, 0];
  let lastScale = Number.POSITIVE_INFINITY;
  let known = false;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const [one, ten, factor] = [ones.indexOf(word), tens.indexOf(word), scales[word]];
    if (factor === 100) part = Math.max(1, part) * 100;
    else if (factor !== undefined) {
      if (factor >= lastScale) return null;
      total += Math.max(1, part) * factor;
      [part, lastScale] = [0, factor];
    } else if (one > 0) part += one;
    else if (ten > 0) part += ten * 10;
    else if (word !== 'a' && word !== 'and') return null;
    known ||= factor !== undefined || one > 0 || ten > 0;
  }
  return known ? total + part : null;
}
