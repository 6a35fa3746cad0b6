// The stamps of a folder as an independent reading has them (`truth/stamps.tsv`), and the parser's stamps measured against it.
// In: the table's text; pages of a file. Out: figures and what is wrong with which page. Its own patterns, none of the parser's:
// the same rule would make the same mistakes. A field that the table's line does not show is not compared.
import type { Page, Stamp } from '../../server/contract/page.ts';
import { count, share, type Figures } from './figures.ts';

/** A stamp as the table shows it; null for what its line does not hold (it is wrapped, or mixed with another one). */
export interface TrueStamp {
  readonly docketNumber: string | null;
  readonly document: string | null;
  readonly filedOn: string | null;
  readonly page: number | null;
  readonly pageCount: number | null;
  readonly pageId: string | null;
}

/** By file (relative to the folder, `/` between names), then by page. */
export type StampTruth = ReadonlyMap<string, ReadonlyMap<number, TrueStamp>>;

/** Reads tables; the first row of each is a heading. What a later table says of a page that an earlier one has is not heard. */
export function readStampTruth(...tables: readonly string[]): StampTruth {
  const truth = new Map<string, Map<number, TrueStamp>>();
  for (const row of tables.flatMap((table) => table.split('\n').slice(1))) {
    const [file, page, line] = row.split('\t');
    if (file === undefined || page === undefined || line === undefined) continue;
    const stamps = truth.get(file) ?? new Map<number, TrueStamp>();
    if (!stamps.has(Number(page))) stamps.set(Number(page), readTrueStamp(line));
    truth.set(file, stamps);
  }
  return truth;
}

/** Reads one line of the table. */
export function readTrueStamp(line: string): TrueStamp {
  const first = (pattern: RegExp): RegExpExecArray | null => pattern.exec(line);
  const date = first(/(?:Filed:?\s*|,\s*)(\d\d)\/(\d\d)\/(\d{4}|\d\d)\b/);
  const pages = first(/\b(?:Page|Pg):?\s?(\d+)(?: of (\d+))?/);
  return {
    docketNumber: first(/(?:\d+:)?\d\d-(?:[a-z]{2}-)?\d{4,5}(?:-[A-Z]{1,4})*/i)?.[0] ?? null,
    document: first(/\b(?:Document|Doc)\b:?(?: ?#:?)? ([\d-]+)/)?.[1] ?? null,
    filedOn: date === null ? null : `${(date[3] ?? '').padStart(4, '20')}-${date[1] ?? ''}-${date[2] ?? ''}`,
    page: pages === null ? null : Number(pages[1]),
    pageCount: pages?.[2] === undefined ? null : Number(pages[2]),
    pageId: first(/\b(?:Page|Pg) ?ID(?: #)?:? ?(\d+)/)?.[1] ?? null,
  };
}

/** What is wrong on one page. */
export interface StampFault {
  readonly pageNumber: number;
  readonly fault: string;
}

/** Measures a file. `truth`: its stamped pages; undefined for a file without any, where every stamp is a false one. */
export function readStamps(
  pages: readonly Page[],
  truth: ReadonlyMap<number, TrueStamp> | undefined,
): { readonly figures: Figures; readonly faults: readonly StampFault[] } {
  let [found, fields, agreeing, wrong] = [0, 0, 0, 0];
  const faults: StampFault[] = [];
  for (const { pageNumber, stamps } of pages) {
    const expected = truth?.get(pageNumber);
    if (expected === undefined) {
      if (stamps.length === 0) continue;
      wrong += 1;
      faults.push({ pageNumber, fault: `not in the table: ${stamps.map(({ text }) => text).join(' | ')}` });
      continue;
    }
    if (stamps.length === 0) {
      faults.push({ pageNumber, fault: 'no stamp was found' });
      continue;
    }
    found += 1;
    const rows = stamps.map((stamp) => compareFields(expected, stamp));
    // Of two stamps, one over the other, the table may show either.
    const [best] = rows.toSorted((one, other) => one.differing.length - other.differing.length);
    if (best === undefined) continue;
    fields += best.compared;
    agreeing += best.compared - best.differing.length;
    for (const fault of best.differing) faults.push({ pageNumber, fault });
  }
  const figures: Figures = {
    ...(truth === undefined
      ? {}
      : { 'stamps found': share(found, truth.size), 'stamp fields': share(agreeing, fields) }),
    'false stamps': count(wrong),
  };
  return { figures, faults };
}

const fieldNames = ['docketNumber', 'document', 'filedOn', 'page', 'pageCount', 'pageId'] as const;

function compareFields(expected: TrueStamp, stamp: Stamp): { readonly compared: number; readonly differing: string[] } {
  const known = fieldNames.filter((name) => expected[name] !== null);
  const differing = known
    .filter((name) => String(expected[name]).toLowerCase() !== String(stamp[name]).toLowerCase())
    .map((name) => `${name} is ${String(expected[name])}, read ${String(stamp[name])}`);
  return { compared: known.length, differing };
}
