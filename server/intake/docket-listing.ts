// What the readers of sidecars have in common: the shape of what they say, the listing that rows of files amount to, and how a fault
// is named. In: details by file. Out: dockets with their entries; a row that names no entry is on no docket.
import type { z } from 'zod';
import type { ListedDocket, ListedDocument, ListedEntry } from '../contract/docket.ts';
import type { FilingDetails } from '../contract/filing.ts';
import { readRecapName } from './recap-name.ts';

/** Details by file name. */
export type SidecarDetails = ReadonlyMap<string, Partial<FilingDetails>>;

/** What a sidecar says, and a message for each part of it that could not be used (the others are). */
export interface ReadSidecar {
  readonly details: SidecarDetails;
  /** What it says of documents whose files it may not know by name: found by RECAP name, or by entry and attachment. */
  readonly places: readonly Partial<FilingDetails>[];
  readonly dockets: readonly ListedDocket[];
  readonly problems: readonly string[];
}

/** `at entries.3.filedOn, Invalid ISO date`: the first fault with its place in the whole. */
export function faultOf({ issues: [issue] }: z.ZodError, before: readonly PropertyKey[]): string {
  const place = [...before, ...(issue?.path ?? [])].map(String).join('.');
  return `at ${place === '' ? 'its top' : place}, ${issue?.message ?? 'something is wrong'}`;
}

type Loose<Value> = { [Name in keyof Value]?: Value[Name] | null | undefined };

/** Leaves out what is not said. */
export function known(details: Loose<FilingDetails>): Partial<FilingDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null && value !== undefined));
}

/** The dockets that rows of files amount to, one a case; a RECAP name says what its row leaves out. */
export function docketsOf(details: SidecarDetails): ListedDocket[] {
  const rows = [...details].flatMap(([file, said]) => {
    const row = { file, ...readRecapName(file), ...said };
    return row.entry === undefined || row.entry === null ? [] : [{ ...row, entry: row.entry }];
  });
  const byCase = Map.groupBy(rows, ({ court, pacerCaseId, docketNumber }) =>
    JSON.stringify([court ?? null, pacerCaseId ?? docketNumber ?? null]),
  );
  return [...byCase.values()].map((ofCase): ListedDocket => {
    const first = <Field extends keyof FilingDetails>(field: Field) =>
      ofCase.find((row) => (row[field] ?? null) !== null)?.[field] ?? null;
    return {
      court: first('court'),
      pacerCaseId: first('pacerCaseId'),
      docketNumber: first('docketNumber'),
      caseName: first('caseName'),
      judge: first('judge'),
      specimen: ofCase.some(({ specimen }) => specimen === true),
      entries: [...Map.groupBy(ofCase, ({ entry }) => entry)].map(([entry, family]) => entryOf(entry, family)),
    };
  });
}

function entryOf(entry: string, rows: readonly (Partial<FilingDetails> & { readonly file: string })[]): ListedEntry {
  const sorted = rows.toSorted((a, b) => (a.attachment ?? 0) - (b.attachment ?? 0));
  const documents = new Map<number, ListedDocument>();
  for (const { attachment, title, file } of sorted) {
    const place = attachment ?? 0;
    // Two files of one place are two downloads of the same filing.
    if (documents.has(place)) continue;
    documents.set(place, { attachment: place, title: title ?? null, pageCount: null, file, sealed: false });
  }
  return {
    entry,
    filedOn: sorted.find(({ filedOn }) => filedOn)?.filedOn ?? null,
    filer: sorted.find(({ filer }) => filer)?.filer ?? null,
    description: null,
    documents: [...documents.values()],
  };
}
