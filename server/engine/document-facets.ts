// The facet values that a document gives to all its passages, from one place: the index stores them, and the search uses the
// same ones to say which unread documents a filter would have let through.
// In: a stored document. Out: values by facet (absent when unknown) and its filing date as a number.
import type { FacetName } from '../contract/facets.ts';
import { sideOf } from '../contract/filer-side.ts';
import { ecfOf } from '../contract/filing.ts';
import type { StoredDocument } from '../contract/record.ts';
import { facetValue } from './index-fields.ts';

/** Facets decided by the document; the others (`person … kind, tag`) are decided by the passage. */
export const documentFacetNames = [
  'case',
  'court',
  'type',
  'filer',
  'judge',
  'year',
  'document',
  'entry',
  'flag',
] as const satisfies readonly FacetName[];
export type DocumentFacetName = (typeof documentFacetNames)[number];

/** Values by facet; a facet nothing is known of has none. */
export function documentFacetsOf(document: StoredDocument): Record<DocumentFacetName, readonly string[]> {
  const { details } = document;
  return {
    case: [document.caseId],
    court: known(details.court),
    type: known(details.type),
    // One side is one value, however its papers print it; who is on no side stands as printed.
    filer: known(sideOf(details.filer, details.caseName) ?? details.filer),
    judge: known(details.judge),
    year: known(details.filedOn?.slice(0, 4) ?? null),
    document: [document.id],
    entry: known(details.entry),
    flag: document.flags,
  };
}

/** `20240323` for `2024-03-23`: days as numbers that sort and compare; null for null. */
export function dayNumberOf(date: string | null): number | null {
  return date === null ? null : Number(date.replaceAll('-', ''));
}

/** What people call the document: its short title, title, or file name, with its entry. */
export function documentLabelOf(document: StoredDocument): string {
  const { details } = document;
  const name = details.shortTitle ?? details.title ?? document.filename;
  const ecf = ecfOf(details);
  return ecf === null ? name : `${ecf} · ${name}`;
}

/** What people call the case: its caption, else its docket number, else its id. */
export function caseLabelOf(document: StoredDocument): string {
  return document.details.caseName ?? document.details.docketNumber ?? document.caseId;
}

function known(value: string | null): readonly string[] {
  const clean = value === null ? '' : facetValue(value);
  return clean === '' ? [] : [clean];
}
