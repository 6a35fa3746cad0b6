// The bars of the filing dates: passages by month in → bins of one width (month, quarter or year) with gaps filled out,
// and a range of bins ↔ a range of dates. Months are `YYYY-MM`, dates `YYYY-MM-DD`, inclusive.

export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

export interface Bin {
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Indices of bins, both inclusive. */
export interface BinRange {
  readonly first: number;
  readonly last: number;
}

/** Bars that fit beside one another and can still be told apart. */
const mostBins = 48;

/** Bins over all months from the first to the last; empty without months. */
export function binsOf(counts: readonly MonthCount[], most = mostBins): Bin[] {
  const known = counts
    .filter(({ month }) => /^\d{4}-\d{2}$/.test(month))
    .map((each) => ({ ...each, at: indexOf(each.month) }));
  if (known.length === 0) return [];
  const [low, high] = [Math.min(...known.map(({ at }) => at)), Math.max(...known.map(({ at }) => at))];
  const width = [1, 3, 12, 60, 120].find((months) => span(low, high, months) <= most) ?? 120;
  const first = Math.floor(low / width);
  const bins = Array.from({ length: span(low, high, width) }, (_, at) => ({
    from: monthOf((first + at) * width),
    to: monthOf((first + at + 1) * width - 1),
    count: 0,
  }));
  for (const { at, count } of known) {
    const bin = bins[Math.floor(at / width) - first];
    if (bin !== undefined) bin.count += count;
  }
  return bins;
}

/** A range of bins as one; null when it reaches beyond them. */
export function mergedBin(bins: readonly Bin[], { first, last }: BinRange): Bin | null {
  const [from, to] = [bins[first]?.from, bins[last]?.to];
  if (from === undefined || to === undefined) return null;
  return { from, to, count: bins.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0) };
}

/** First day of the first bin to the last day of the last. */
export function datesOf(bins: readonly Bin[], range: BinRange): { readonly from: string; readonly to: string } | null {
  const [first, last] = [bins[range.first], bins[range.last]];
  if (first === undefined || last === undefined) return null;
  return { from: `${first.from}-01`, to: lastDayOf(last.to) };
}

/** The bins a range of dates touches; open ends reach to the edge. Null when it touches none. */
export function rangeOf(bins: readonly Bin[], from: string | null, to: string | null): BinRange | null {
  const touched = bins.flatMap((bin, at) =>
    (from === null || lastDayOf(bin.to) >= from) && (to === null || `${bin.from}-01` <= to) ? [at] : [],
  );
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Height of a bar, 0 to 1; the root keeps small months visible beside large ones, and any count at all has a foot. */
export function heightOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(0.06, Math.sqrt(count / most));
}

/** What a bin covers, in words: `Mar 2024`, `Jan 2024–Mar 2024`, `2024`. */
export function binText(bin: Bin, monthText: (month: string) => string): string {
  if (bin.from === bin.to) return monthText(bin.from);
  const isYear = bin.from.endsWith('-01') && bin.to.endsWith('-12');
  const [from, to] = [bin.from.slice(0, 4), bin.to.slice(0, 4)];
  if (isYear) return from === to ? from : `${from}–${to}`;
  return `${monthText(bin.from)}–${monthText(bin.to)}`;
}

function span(low: number, high: number, width: number): number {
  return Math.floor(high / width) - Math.floor(low / width) + 1;
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOf(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function lastDayOf(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(days).padStart(2, '0')}`;
}
