// The docket of a case: what is here and what is listed, put together. Main document and attachments are a family under their entry.
// In: documents that are here, and entries that sidecars list. Out: entries in the order of their numbers, with what is missing.
import type { DocketDocument, DocketEntry } from '../contract/docket-api.ts';
import type { ListedDocument, ListedEntry } from '../contract/docket.ts';
import { ecfOf } from '../contract/filing.ts';
import { entryKeyOf } from './identity.ts';

/** A document that is here, with the entry it belongs to. */
export interface DocketFiling {
  readonly entry: string | null;
  readonly document: DocketDocument;
}

/** Puts the docket together. */
export function familiesOf(filings: readonly DocketFiling[], listed: readonly ListedEntry[]): DocketEntry[] {
  const here = Map.groupBy(
    filings.filter(({ entry }) => entry !== null),
    ({ entry }) => entry ?? '',
  );
  const onList = new Map<string, ListedEntry>();
  for (const entry of listed) {
    if (entry.entry !== null) onList.set(entry.entry, joined(onList.get(entry.entry), entry));
  }
  const numbers = [...new Set([...here.keys(), ...onList.keys()])].toSorted((a, b) =>
    compare(entryKeyOf(a), entryKeyOf(b)),
  );
  const numbered = numbers.map((entry) =>
    familyOf(
      entry,
      (here.get(entry) ?? []).map(({ document }) => document),
      onList.get(entry) ?? null,
    ),
  );
  const undocketed = filings.flatMap(({ entry, document }) => (entry === null ? [aloneOf(document)] : []));
  return [...withMinutes(numbered, listed), ...undocketed];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What two sidecars say of one entry; the first one goes before. */
function joined(one: ListedEntry | undefined, other: ListedEntry): ListedEntry {
  if (one === undefined) return other;
  const documents = new Map(other.documents.map((each) => [each.attachment, each]));
  for (const each of one.documents) {
    const same = documents.get(each.attachment);
    documents.set(each.attachment, {
      ...each,
      title: each.title ?? same?.title ?? null,
      pageCount: each.pageCount ?? same?.pageCount ?? null,
      sealed: each.sealed || same?.sealed === true,
    });
  }
  return {
    entry: one.entry,
    filedOn: one.filedOn ?? other.filedOn,
    filer: one.filer ?? other.filer,
    description: one.description ?? other.description,
    documents: [...documents.values()],
  };
}

function familyOf(entry: string, here: readonly DocketDocument[], listed: ListedEntry | null): DocketEntry {
  const missing = here.length === 0 ? listedOnly(entry, listed) : missingOf(entry, here, listed);
  const documents = [...here, ...missing].toSorted((a, b) => a.attachment - b.attachment);
  const said = <Field extends 'filedOn' | 'filer'>(field: Field) => here.find((each) => each[field] !== null)?.[field];
  return {
    entry,
    filedOn: listed?.filedOn ?? said('filedOn') ?? null,
    filer: said('filer') ?? listed?.filer ?? null,
    description: listed?.description ?? null,
    missing: here.length === 0 && documents.length > 0,
    documents,
  };
}

function listedOnly(entry: string, listed: ListedEntry | null): DocketDocument[] {
  return (listed?.documents ?? []).map((document) => absent(entry, document, document.sealed ? 'sealed' : 'listed'));
}

/** Listed documents that are not here, and numbers that must have been given: before each attachment stand all the lower ones. */
function missingOf(entry: string, here: readonly DocketDocument[], listed: ListedEntry | null): DocketDocument[] {
  const known = new Set(here.map(({ attachment }) => attachment));
  const missing = listedOnly(entry, listed).filter(({ attachment }) => !known.has(attachment));
  for (const { attachment } of missing) known.add(attachment);
  const last = Math.max(...known);
  for (let attachment = 0; attachment < last; attachment += 1) {
    if (known.has(attachment)) continue;
    missing.push(absent(entry, { attachment, title: null, pageCount: null, file: null, sealed: false }, 'gap'));
  }
  return missing;
}

function absent(
  entry: string,
  { attachment, title, pageCount, file }: ListedDocument,
  missing: DocketDocument['missing'],
): DocketDocument {
  return {
    id: null,
    attachment,
    ecf: ecfOf({ entry, attachment }),
    title,
    shortTitle: null,
    type: null,
    filer: null,
    filedOn: null,
    filename: file,
    pageCount,
    state: null,
    flags: [],
    unread: null,
    corrected: [],
    versions: [],
    missing,
  };
}

/** A filing that names no entry. */
function aloneOf(document: DocketDocument): DocketEntry {
  const { filedOn, filer } = document;
  return { entry: null, filedOn, filer, description: null, missing: false, documents: [document] };
}

/** Lines without a number stand after the entry that they follow on their list. */
function withMinutes(numbered: readonly DocketEntry[], listed: readonly ListedEntry[]): DocketEntry[] {
  const after = new Map<string | null, DocketEntry[]>();
  let last: string | null = null;
  for (const { entry, filedOn, filer, description } of listed) {
    if (entry !== null) {
      last = entry;
      continue;
    }
    const line: DocketEntry = { entry: null, filedOn, filer, description, missing: false, documents: [] };
    after.set(last, [...(after.get(last) ?? []), line]);
  }
  return [...(after.get(null) ?? []), ...numbered.flatMap((entry) => [entry, ...(after.get(entry.entry) ?? [])])];
}
