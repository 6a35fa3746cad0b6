// The rows of a case's docket: entries with their families, long runs of what is missing drawn together, the filter applied.
// Shape: the docket of the API and the address's state in → rows out; nothing is dropped but by the filter.
import type { DocketAnswer, DocketDocument, DocketEntry } from '../../../server/contract/docket-api.ts';
import { dateText } from '../search/format.ts';
import type { DocketState, Only } from './docket-state.ts';

/** So many missing in a row are drawn together: a downloaded list of a docket has hundreds. */
const shortestRun = 4;

/** Missing neighbours, drawn together until somebody opens them. */
export interface MissingRun<Item> {
  readonly kind: 'run';
  readonly key: string;
  readonly isOpen: boolean;
  readonly items: readonly Item[];
}

export type FamilyRow = { readonly kind: 'document'; readonly document: DocketDocument } | MissingRun<DocketDocument>;

/** An entry: its main document, and below it the attachments. */
export interface EntryRow {
  readonly kind: 'entry';
  readonly key: string;
  readonly entry: DocketEntry;
  /** Null: the entry has no paper. */
  readonly main: DocketDocument | null;
  readonly isOpen: boolean;
  /** False while a filter holds the families open. */
  readonly canFold: boolean;
  readonly attachments: number;
  /** Empty while the family is folded in. */
  readonly family: readonly FamilyRow[];
}

export type DocketRow = EntryRow | MissingRun<EntryRow>;

/** The rows of one case. */
export function docketRows(
  { caseId, entries }: Pick<DocketAnswer, 'caseId' | 'entries'>,
  { filter, only, toggled }: Pick<DocketState, 'filter' | 'only' | 'toggled'>,
): readonly DocketRow[] {
  const isToggled = (key: string): boolean => toggled.includes(key);
  const isFiltered = filter.trim() !== '' || only !== null;
  const rows = entries.flatMap((entry, at): EntryRow[] => {
    const documents = isFiltered ? matching(entry, filter, only) : entry.documents;
    if (documents === null) return [];
    // A filing that names no entry is its own: the place of its row names it.
    const key = `${caseId}/${entry.entry ?? documents[0]?.id ?? `line ${at}`}`;
    const [first] = entry.documents;
    const isMain = first !== undefined && (first.attachment === 0 || entry.entry === null);
    const main = isMain ? first : null;
    const attachments = documents.filter((each) => each !== main);
    const isOpen = isFiltered || !isToggled(key);
    const family = isOpen ? drawnTogether(attachments, isFiltered, key, isToggled) : [];
    return [{ kind: 'entry', key, entry, main, isOpen, canFold: !isFiltered, attachments: attachments.length, family }];
  });
  if (isFiltered) return rows;
  return runsIn(rows, isNothingHere).flatMap((run): DocketRow[] => {
    if (run.length < shortestRun || !run.every(isNothingHere)) return run;
    const key = `${caseId}/${run[0]?.entry.entry ?? ''}..${run.at(-1)?.entry.entry ?? ''}`;
    return [{ kind: 'run', key, isOpen: isToggled(key), items: run }];
  });
}

function drawnTogether(
  documents: readonly DocketDocument[],
  isFiltered: boolean,
  entryKey: string,
  isToggled: (key: string) => boolean,
): FamilyRow[] {
  const isMissing = ({ missing }: DocketDocument): boolean => missing !== null;
  return runsIn(documents, isMissing).flatMap((run): FamilyRow[] => {
    if (isFiltered || run.length < shortestRun || !run.every(isMissing)) {
      return run.map((document) => ({ kind: 'document', document }));
    }
    const key = `${entryKey}-${run[0]?.attachment ?? ''}..${run.at(-1)?.attachment ?? ''}`;
    return [{ kind: 'run', key, isOpen: isToggled(key), items: run }];
  });
}

function isNothingHere({ entry }: EntryRow): boolean {
  return entry.entry !== null && entry.documents.every(({ id }) => id === null);
}

/** Neighbours that are alike in one respect, together. */
function runsIn<Item>(items: readonly Item[], of: (item: Item) => boolean): Item[][] {
  const runs: Item[][] = [];
  let was: boolean | null = null;
  for (const item of items) {
    const is = of(item);
    if (is === was) runs.at(-1)?.push(item);
    else runs.push([item]);
    was = is;
  }
  return runs;
}

/** The documents of an entry that the filter leaves; null: not even the entry. An entry whose own words match keeps all. */
function matching(entry: DocketEntry, filter: string, only: Only | null): readonly DocketDocument[] | null {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const has = (text: string): boolean => words.every((word) => beginsAWord(text, word));
  const own = textOf([
    ...namesOf(entry.entry),
    entry.filer,
    entry.description,
    ...datesOf(entry.filedOn),
    entry.documents[0]?.attachment === 0 ? entry.documents[0].title : null,
  ]);
  const isOwn = has(own);
  const documents = entry.documents.filter(
    (document) => (isOwn || has(`${own} ${documentText(document)}`)) && (only === null || isIn(document, only)),
  );
  return documents.length > 0 || (isOwn && only === null) ? documents : null;
}

/** At the beginning of a word; a single letter must be the word, or the B of `exhibit b` would be that of every brief. */
function beginsAWord(text: string, start: string): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const isWhole = start.length > 1 || !isLetter(at + 1);
    if (isWhole && (at === 0 || !isLetter(at - 1))) return true;
  }
  return false;
}

/** Whether a document is in this condition. */
export function isIn({ missing, unread, flags, corrected }: DocketDocument, only: Only): boolean {
  switch (only) {
    case 'missing':
      return missing !== null;
    case 'unread':
      return unread !== null;
    case 'redacted':
      return flags.includes('redacted') || flags.includes('badly-redacted');
    case 'corrected':
      return corrected.length > 0;
  }
}

function documentText(document: DocketDocument): string {
  const { ecf, title, shortTitle, type, filer, filedOn, filename } = document;
  return textOf([...namesOf(ecf), title, shortTitle, type, filer, filename, ...datesOf(filedOn)]);
}

function namesOf(ecf: string | null): string[] {
  return ecf === null ? [] : [ecf, `ecf no. ${ecf}`];
}

function datesOf(date: string | null): string[] {
  return date === null ? [] : [date, dateText(date).replaceAll('\u00a0', ' ')];
}

function textOf(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
}
