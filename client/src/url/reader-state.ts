// What the address of the Reader says: the question whose hits are painted, the page, the hit or passage, the panels on both sides.
// One pair, `readReaderState` and `writeReaderState`; a part that cannot be read falls back to its default and is named in `problem`.
import { emptySearch, type SearchRequest } from '../../../server/contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../../../server/text/search-parameters.ts';
import { parametersOf, recordOf } from './query-string.ts';

export const readerPanels = ['passages', 'citations', 'details', 'none'] as const;
export type ReaderPanel = (typeof readerPanels)[number];

/** What stands to the left of the pages: their thumbnails, or the outline. */
export const readerStrips = ['pages', 'outline'] as const;
export type ReaderStrip = (typeof readerStrips)[number];

export interface ReaderState {
  readonly request: SearchRequest;
  /** 1-based PDF page in view. */
  readonly at: number;
  /** 1-based number of the current hit; null: the first one of the passage, or from the page on. */
  readonly hit: number | null;
  readonly passageId: string | null;
  /** Null: as the width of the window suggests. */
  readonly panel: ReaderPanel | null;
  /** Null: closed. */
  readonly strip: ReaderStrip | null;
}

export interface ReadReaderState extends ReaderState {
  readonly problem: string | null;
}

const own = ['at', 'hit', 'passage', 'panel', 'strip'] as const;

export function readReaderState(record: Readonly<Record<string, unknown>>): ReadReaderState {
  const parameters = parametersOf(record);
  const [at, hit, passage, panel, strip] = own.map((name) => parameters.get(name));
  for (const name of own) parameters.delete(name);
  const place = {
    at: wholeOf(at) ?? 1,
    hit: wholeOf(hit),
    passageId: passage === undefined || passage === '' ? null : passage,
    panel: readerPanels.find((each) => each === panel) ?? null,
    strip: readerStrips.find((each) => each === strip) ?? null,
  };
  try {
    return { ...place, request: decodeSearch(parameters), problem: null };
  } catch (error) {
    return { ...place, request: emptySearch, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes the state as the record of a query string; what is at its default is left out. */
export function writeReaderState(state: ReaderState): Record<string, string | string[]> {
  const parameters = encodeSearch(state.request);
  parameters.set('at', String(state.at));
  if (state.passageId !== null) parameters.set('passage', state.passageId);
  if (state.hit !== null) parameters.set('hit', String(state.hit));
  if (state.panel !== null) parameters.set('panel', state.panel);
  if (state.strip !== null) parameters.set('strip', state.strip);
  return recordOf(parameters);
}

/** A whole number from 1 on, else null. */
function wholeOf(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
