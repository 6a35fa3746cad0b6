// Dates in text: `March 23, 2024`, `Mar. 23, 2024`, `3/23/24`, `23rd day of March, 2024`; `March 2024` is a month.
// In: derived text. Out: ISO dates (`2024-03-23`, a month `2024-03`), each once, sorted. A date without its year is not guessed.
import { casual } from 'chrono-node';

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const year = String.raw`(?:19|20)\d\d`;

/** All forms of a date with its year; chrono, which reads laxly outside of them, says which day it is. Hyphens stand in docket numbers, too. */
const written = new RegExp(
  [
    String.raw`\b${month}\s+${day}(?:\s?[-–]\s?${day})?,?\s+${year}\b`,
    String.raw`\b${day}\s+(?:day\s+of\s+)?${month},?\s+${year}\b`,
    String.raw`\b${month},?\s+(?:of\s+)?${year}\b`,
    String.raw`(?<![\d/.$])\d{1,2}/\d{1,2}/(?:${year}|\d\d)(?![\d/])`,
    String.raw`(?<![\d-])${year}-\d\d-\d\d(?![\d-])`,
  ].join('|'),
  'giu',
);

/** What every form has, quickly looked for. */
const mayHold = /(?:19|20)\d\d|\d\/\d{1,2}\/\d\d/;

/** Dates in a text, each once, the earliest first. */
export function datesIn(text: string): string[] {
  const dates = new Set<string>();
  if (!mayHold.test(text)) return [];
  for (const [words] of text.matchAll(written)) {
    // `MAY 2020` may be a month; `may 2020` is a verb and a number.
    if (/^may\s+\d{4}/.test(words)) continue;
    const plain = words
      .replace(/[–]/g, '-')
      .replace(/\s+day\s+of\s+/i, ' ')
      .replace(/\s+of\s+/i, ' ');
    const read = simplyRead(plain);
    if (read !== null) {
      dates.add(read);
      continue;
    }
    for (const { start, end } of casual.parse(plain)) {
      for (const said of [start, end]) {
        const date = said === null || said === undefined ? null : isoOf(said);
        if (date !== null) dates.add(date);
      }
    }
  }
  return [...dates].toSorted();
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month's name or a short form of it; chrono takes no stop after `June` and `July`. */
const named = String.raw`(?<month>[a-z]{3,9})(?:(?<!ju[nl][ey])\.)?`;
const ordinal = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
/** What nearly every date is. */
const simple = new RegExp(
  [
    String.raw`^${named}\s+${ordinal},?\s+(?<year>\d{4})$`,
    String.raw`^${ordinal}\s+${named},?\s+(?<year>\d{4})$`,
    String.raw`^(?<number>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4}|\d\d)$`,
    String.raw`^(?<year>\d{4})-(?<number>\d\d)-(?<day>\d\d)$`,
    String.raw`^${named},?\s+(?<year>\d{4})$`,
  ].join('|'),
  'i',
);

/** A date of a simple form and a day of the calendar; null for the rest, which chrono reads at fifty times the cost. */
function simplyRead(words: string): string | null {
  const { year: printed, month: name, number, day: d } = simple.exec(words)?.groups ?? {};
  const m = name === undefined ? Number(number) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (printed === undefined || !(m >= 1 && m <= 12)) return null;
  // Of two figures: this century up to 50, as chrono has it.
  const y = printed.length === 4 ? printed : `${Number(printed) > 50 ? '19' : '20'}${printed}`;
  const inYear = `${y}-${String(m).padStart(2, '0')}`;
  if (d === undefined) return inYear;
  return Number(d) >= 1 && Number(d) <= daysIn(Number(y), m) ? `${inYear}-${d.padStart(2, '0')}` : null;
}

interface Said {
  isCertain(part: 'day' | 'month' | 'year'): boolean;
  get(part: 'day' | 'month' | 'year'): number | null;
}

/** Null unless year and month are said and, with the day, are a day of the calendar. */
function isoOf(said: Said): string | null {
  if (!said.isCertain('year') || !said.isCertain('month')) return null;
  const [y, m, d] = [said.get('year'), said.get('month'), said.get('day')];
  if (y === null || m === null) return null;
  const prefix = `${y}-${String(m).padStart(2, '0')}`;
  if (!said.isCertain('day') || d === null) return prefix;
  return d < 1 || d > daysIn(y, m) ? null : `${prefix}-${String(d).padStart(2, '0')}`;
}

function daysIn(y: number, m: number): number {
  return new Date(Date.UTC(y, m, 0)).getUTCDate();
}
