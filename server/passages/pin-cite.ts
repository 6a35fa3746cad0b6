// The pinpoint that follows the name of a document: `at 3:4–9`, `¶¶ 12, 14–16`, `, pg. 3`, `at 7 n.3` (Bluebook B17.1.2, and what filings write).
// In: text and where the name ends. Out: the pin and where it ends; null where no pin stands there. A number that belongs to
// something else (`at 3, 15 U.S.C. § 2`) ends the pin before it.
import type { Pin, PinPlace, PinRange } from '../contract/record-citation.ts';

/** A pin with its end in the text. */
export interface FoundPin {
  readonly pin: Pin;
  readonly to: number;
}

export const noPin: Pin = { pages: [], paragraphs: [], note: null };

const dash = String.raw`\s?[-–—‑]\s?`;
const page = String.raw`(?:\d{1,5}(?::\d{1,2})?|[ivxl]{1,7}(?![\p{L}\p{N}]))`;
const pageRange = String.raw`${page}(?:${dash}${page})?`;
const paragraphRange = String.raw`\d{1,4}[a-z]?(?:${dash}\d{1,4}[a-z]?)?`;
/** What shows that the number before it counts something else: a reporter, a code, a unit. */
const elsewhere = String.raw`(?!\d|[-–]?\p{L}{2}|(?:\s?:|\.)\d|\s(?:U\.\s?S|F\.|S\.\s?Ct|Cal|Fed|WL|L\.\s?Ed|N\.|P\.|A\.\d|million|billion|percent|days?|years?|C\.F\.R|Stat)\b|\s?%)`;
const noteMark = String.raw`(?:,?\s?(?:n|fn|nn)\.\s?(\d{1,3})|,?\s(?:n|note)\s(\d{1,3}))`;
const and = String.raw`\s?(?:,|;|&|,?\sand|,?\sor)\s?`;

const opening = /\s?,?\s?(?:at\s?)?(?:(?:pp?|pgs?)\.|pages?)\s?|\s?,?\sat\s|\s?\(at\s/uy;
const openingOfParagraphs = /\s?,?\s?(?:at\s)?(?:¶\s?¶?|paras?\.|paragraphs?)\s?/uy;
const onePage = new RegExp(`(${pageRange})${elsewhere}(?:${noteMark})?`, 'uy');
const oneNote = new RegExp(noteMark, 'uy');
const oneParagraph = new RegExp(`(${paragraphRange})${elsewhere}`, 'uy');
const nextMark = new RegExp(`${and}(?=\\d)`, 'uy');
const nextParagraphs = new RegExp(`${and}¶\\s?¶?\\s?(?=\\d)`, 'uy');
/** A bare page after a title (`Br. 3:14–22`): with lines, or closed off as a citation is. */
const bareLines = new RegExp(String.raw`\s?(?=\d{1,4}:\d{1,2}(?!\d|:))`, 'uy');
const barePage = new RegExp(String.raw`\s(?!\d{4})(?=${pageRange}\s?(?:[,;.)\]]|${noteMark}|$))`, 'uy');

/** Reads the pin at `at`. With `bare`, page numbers may follow without `at`, as after a title. */
export function readPin(text: string, at: number, bare = false): FoundPin | null {
  const paragraphs = readParagraphs(text, at);
  if (paragraphs !== null) return paragraphs;
  const start = endOf(opening, text, at) ?? (bare ? (endOf(bareLines, text, at) ?? endOf(barePage, text, at)) : null);
  if (start === null) return null;
  // `at ¶ 5` and `at 5, ¶ 12` are both written.
  const read = readList(text, start, onePage, nextMark);
  if (read === null) return null;
  const pages = read.items.map(([range]) => pagesOf(range));
  const note = read.items.map(([, note1, note2]) => note1 ?? note2).find((each) => each !== undefined) ?? null;
  const more = readParagraphs(text, read.to);
  return {
    pin: { pages, paragraphs: more?.pin.paragraphs ?? [], note },
    to: more?.to ?? read.to,
  };
}

function readParagraphs(text: string, at: number): FoundPin | null {
  const start = endOf(openingOfParagraphs, text, at);
  if (start === null) return null;
  const paragraphs: PinRange<string>[] = [];
  let to = start;
  for (let next: number | null = start; next !== null; next = endOf(nextParagraphs, text, to)) {
    const read = readList(text, next, oneParagraph, nextMark);
    if (read === null) break;
    paragraphs.push(...read.items.map(([range]) => endsOf(range)));
    ({ to } = read);
  }
  if (paragraphs.length === 0) return null;
  oneNote.lastIndex = to;
  const note = oneNote.exec(text);
  return {
    pin: { pages: [], paragraphs, note: note?.[1] ?? note?.[2] ?? null },
    to: note === null ? to : oneNote.lastIndex,
  };
}

interface List {
  readonly items: readonly (readonly [range: string, ...marks: (string | undefined)[]])[];
  readonly to: number;
}

/** Items one after another; what is no item any more is left to the text. */
function readList(text: string, at: number, item: RegExp, mark: RegExp): List | null {
  const items: List['items'][number][] = [];
  let to = at;
  for (let next: number | null = at; next !== null; next = endOf(mark, text, to)) {
    item.lastIndex = next;
    const found = item.exec(text);
    if (found === null) break;
    items.push([found[1] ?? '', found[2], found[3]]);
    to = item.lastIndex;
  }
  return items.length === 0 ? null : { items, to };
}

/** Where a sticky pattern that matches at `at` ends; null when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function endsOf(range: string): PinRange<string> {
  const [from = '', to = from] = range.split(/\s?[-–—‑]\s?/u);
  return { from, to };
}

function pagesOf(range: string): PinRange<PinPlace> {
  const ends = endsOf(range);
  const from = placeOf(ends.from);
  const to = placeOf(ends.to);
  // `12:3–9` goes on on the same page: the second figure is a line.
  const isLine = from.line !== null && to.line === null;
  return { from, to: isLine ? { page: from.page, line: Number(to.page) } : fullNumber(from, to) };
}

function placeOf(text: string): PinPlace {
  const [number = '', line] = text.split(':');
  return { page: number, line: line === undefined ? null : Number(line) };
}

/** `151–52` means 152: figures that are left out are those of the first number. */
function fullNumber(from: PinPlace, to: PinPlace): PinPlace {
  const [first, last] = [Number(from.page), Number(to.page)];
  if (!(last < first) || to.page.length >= from.page.length) return to;
  return { ...to, page: from.page.slice(0, from.page.length - to.page.length) + to.page };
}
