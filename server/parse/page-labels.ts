// Printed page numbers (`2`, `ii`, `- 2 -`, `Page 3 of 9`, `COMPLAINT – 3`, a transcript's `45`), learned from the whole file.
// Shape in: short texts from the head and foot of each page → shape out: the label of each page, and which text bears it.
// A number is believed when it counts with the pages: one that does so alone, or on few pages, is not. In doubt: null.

/** A text at the head or foot of a page. */
export interface LabelText {
  readonly pageNumber: number;
  readonly text: string;
  readonly zone: 'head' | 'foot';
  /** Middle of the text, as a share of the page's width, 0–1. */
  readonly at: number;
  /** Height above the bottom of the page, in points. */
  readonly v: number;
}

/** A page's label. `alone`: the text holds nothing but the number and its dress (`- 2 -`, `Page 2`). */
export interface FoundLabel {
  readonly label: string;
  readonly source: LabelText;
  readonly alone: boolean;
}

interface Reading extends FoundLabel {
  readonly pageNumber: number;
  readonly form: string;
  readonly value: number;
  /** What must stay the same from page to page: style, form, zone and the difference to the page's rank. */
  readonly series: string;
}

/** How many pages up and down a series looks for company. */
const reach = 8;

/** Points above the sheet's bottom within which a number needs no other witness than the page's rank: not a table's last cell. */
const lowest = 120;

const roman = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

const forms: readonly (readonly [name: string, alone: boolean, pattern: RegExp])[] = [
  ['alone', true, /^[-–—~[(.\s]*(\d{1,5}|[ivxlc]{1,8}|[IVXLC]{1,8})[-–—~\])\s.]*$/],
  ['page', true, /^(?:page|pg\.?|p\.)\s*[-–—:]?\s*(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|\/)\s*\d{1,4})?\s*[-–—]?$/i],
  ['of', true, /^[-–—(\s]*(\d{1,4})\s*(?:of|\/)\s*\d{1,4}[-–—)\s]*$/],
  ['prefixed', true, /^([A-Z]{1,3}-\d{1,4})$/],
  ['suffixed', true, /^(\d{1,3}[a-z])$/],
  ['trailing page', false, /\b(?:page|pg\.?)\s*[-–—:]?\s*(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|\/)\s*\d{1,4})?[.)\s]*$/i],
  ['leading page', false, /^(?:page|pg\.?)\s*(\d{1,4}|[ivxlc]{1,8})\b/i],
  ['inner', false, /(?:^|\s)[-–—]\s*(\d{1,4}|[ivxlc]{1,8})\s*[-–—](?:\s|$)/],
  ['trailing', false, /[\s–—-](\d{1,4}|[ivxlc]{1,8})[\s–—-]*$/],
  ['leading', false, /^[\s–—-]*(\d{1,4}|[ivxlc]{1,8})[\s–—-]/],
];

/** The label of each page that has a believable one. */
export function findPageLabels(texts: readonly LabelText[]): ReadonlyMap<number, FoundLabel> {
  const readings = texts.flatMap(readingsOf);
  const pagesOf = new Map<string, Set<number>>();
  for (const { series, pageNumber } of readings)
    pagesOf.set(series, (pagesOf.get(series) ?? new Set()).add(pageNumber));
  const best = new Map<number, { readonly reading: Reading; readonly support: number }>();
  for (const reading of readings) {
    const support = supportOf(reading, pagesOf.get(reading.series) ?? new Set());
    if (support < 1) continue;
    const rival = best.get(reading.pageNumber);
    if (!rival || support > rival.support) best.set(reading.pageNumber, { reading, support });
  }
  const found = new Map([...best].map(([page, { reading }]) => [page, reading]));
  addInPlace(found, readings);
  addRising(found, readings);
  dropOutOfOrder(found);
  return found;
}

/** `7` between 71 and 74 lost a digit in recognition: no number is better than that one. */
function dropOutOfOrder(found: Map<number, Reading>): void {
  const pages = [...found.values()]
    .filter(({ label }) => /^\d+$/.test(label))
    .toSorted((a, b) => a.pageNumber - b.pageNumber);
  for (const [at, reading] of pages.entries()) {
    const [before, after] = [pages[at - 1], pages[at + 1]];
    if (!before || !after || !isSamePlace(before, reading) || !isSamePlace(reading, after)) continue;
    const isBetween = before.value < reading.value && reading.value < after.value;
    if (before.value < after.value && !isBetween && reading.value !== 1) found.delete(reading.pageNumber);
  }
}

/** Neighbours that show where a file prints its page numbers. */
const anchors = 3;

/** A number of its own where the other pages have theirs: the roman `i` before them, inserted pages, a page that counts anew. */
function addInPlace(found: Map<number, Reading>, readings: readonly Reading[]): void {
  const known = [...found.values()].filter(({ alone }) => alone);
  for (const reading of readings) {
    if (found.has(reading.pageNumber) || !reading.alone) continue;
    const there = known.filter((other) => isSamePlace(reading, other));
    if (there.length >= anchors && isInOrder(reading, there)) found.set(reading.pageNumber, reading);
  }
}

/** Between its neighbours, or the first of a new count; recognised text loses digits, and `1` for `15` is no page number. */
function isInOrder(reading: Reading, others: readonly Reading[]): boolean {
  if (!/^\d+$/.test(reading.label)) return true;
  const arabic = others.filter(({ label }) => /^\d+$/.test(label)).toSorted((a, b) => a.pageNumber - b.pageNumber);
  const before = arabic.findLast(({ pageNumber }) => pageNumber < reading.pageNumber)?.value ?? 0;
  const after = arabic.find(({ pageNumber }) => pageNumber > reading.pageNumber)?.value ?? Infinity;
  return (
    (before < reading.value && reading.value < after) || (reading.value === 1 && (after <= 2 || after === Infinity))
  );
}

/** Numbers at one place that rise without counting each page: excerpts of a transcript. */
function addRising(found: Map<number, Reading>, readings: readonly Reading[]): void {
  const open = readings.filter(({ alone, pageNumber }) => alone && !found.has(pageNumber));
  for (const first of open) {
    if (found.has(first.pageNumber)) continue;
    const run = open
      .filter((other) => other === first || isSamePlace(first, other))
      .toSorted((a, b) => a.pageNumber - b.pageNumber);
    const rises = run.every((reading, i) => {
      const before = run[i - 1];
      return !before || (before.pageNumber < reading.pageNumber && before.value < reading.value);
    });
    if (!rises || run.length < (first.form === 'page' ? 2 : anchors)) continue;
    for (const reading of run) found.set(reading.pageNumber, reading);
  }
}

function isSamePlace(one: Reading, other: Reading): boolean {
  return (
    one.form === other.form &&
    one.source.zone === other.source.zone &&
    Math.abs(one.source.v - other.source.v) <= 6 &&
    Math.abs(one.source.at - other.source.at) <= 0.04
  );
}

function readingsOf(source: LabelText): Reading[] {
  // A footer with a title fits; a longer line is prose, and a hostile one could keep the patterns busy.
  // `8.` opens a numbered paragraph.
  if (source.text.length > 200 || /^\d+[.)]$/.test(source.text)) return [];
  for (const [name, alone, pattern] of forms) {
    const label = pattern.exec(source.text)?.[1];
    if (label === undefined) continue;
    const counted = valueOf(label);
    if (!counted) continue;
    const place = alone ? Math.round(source.at * 4) : 'any';
    const series = [name, counted.style, source.zone, place, counted.value - source.pageNumber].join('|');
    return [{ label, source, alone, pageNumber: source.pageNumber, form: name, value: counted.value, series }];
  }
  return [];
}

/** How many neighbours count along; a number alone at the foot that equals the page's rank has half a witness more. */
function supportOf({ pageNumber, alone, series, source }: Reading, pages: ReadonlySet<number>): number {
  let neighbours = 0;
  for (let page = pageNumber - reach; page <= pageNumber + reach; page++)
    if (page !== pageNumber && pages.has(page)) neighbours++;
  const inStep = series.endsWith('|0');
  const needed = alone ? 1 : 2;
  if (neighbours < needed) return alone && inStep && source.zone === 'foot' && source.v < lowest ? 1 : 0;
  return neighbours + (alone ? 3 : 0) + (source.zone === 'foot' ? 0.5 : 0) + (inStep ? 0.25 : 0);
}

function valueOf(label: string): { readonly value: number; readonly style: string } | null {
  const prefixed = /^([A-Z]{1,3})-(\d+)$/.exec(label);
  if (prefixed) return { value: Number(prefixed[2]), style: prefixed[1] ?? '' };
  // `23a`: the appendix of a petition.
  const suffixed = /^(\d+)([a-z])$/.exec(label);
  if (suffixed) return { value: Number(suffixed[1]), style: suffixed[2] ?? '' };
  if (/^\d+$/.test(label)) return { value: Number(label), style: 'arabic' };
  if (!roman.test(label)) return null;
  return { value: romanValue(label), style: label === label.toLowerCase() ? 'roman' : 'ROMAN' };
}

function romanValue(numeral: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const values = numeral
    .toLowerCase()
    .split('')
    .map((letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
