// THE list of index fields: what is searched, filtered, sorted and shown. Settings and requests are both made from it,
// so that a request can never name a field the index does not know.
// Shape: a name → its uses; nothing here touches Meilisearch.
import type { FacetName } from '../contract/facets.ts';

/** What a field is for. `equality`: facets and filters by value; `comparison`: ranges. */
interface FieldUse {
  readonly searchable?: true;
  readonly filter?: 'equality' | 'comparison';
  readonly sortable?: true;
  readonly displayed?: true;
}

/**
 * Fields of one record. Only the passage's own text is searched: a hit must always be visible on the page, and a word of
 * the document's title would make every passage of that document a hit without a mark.
 */
const fields = {
  id: { displayed: true },
  text: { searchable: true, displayed: true },
  /** Which passage it is (hit-key.ts); the index does not look into it. */
  hit: { displayed: true },
  document: { filter: 'equality' },
  documentLabel: { filter: 'equality' },
  case: { filter: 'equality' },
  caseLabel: { filter: 'equality' },
  tag: { filter: 'equality' },
  tagLabel: { filter: 'equality' },
  court: { filter: 'equality' },
  type: { filter: 'equality' },
  filer: { filter: 'equality' },
  judge: { filter: 'equality' },
  year: { filter: 'equality' },
  entry: { filter: 'equality' },
  person: { filter: 'equality' },
  organization: { filter: 'equality' },
  product: { filter: 'equality' },
  amount: { filter: 'equality' },
  kind: { filter: 'equality' },
  flag: { filter: 'equality' },
  /** `YYYY-MM`, for the histogram. */
  month: { filter: 'equality' },
  /** `20240323`: a number, because ranges are over numbers. */
  filedOn: { filter: 'comparison', sortable: true },
  /** Where the document stands in the dockets (see index-record.ts); sorts as text. */
  place: { sortable: true },
  /** 0-based order of the passage in its document. */
  position: { sortable: true },
} as const satisfies Record<string, FieldUse>;

export type IndexField = keyof typeof fields;

type FieldsWith<Use> = { [Name in IndexField]: (typeof fields)[Name] extends Use ? Name : never }[IndexField];

/** Fields a filter may name by value. */
export type ValueField = FieldsWith<{ filter: 'equality' }>;
/** Fields a filter may name by range. */
export type RangeField = FieldsWith<{ filter: 'comparison' }>;
/** Fields results may be sorted by. */
export type SortField = FieldsWith<{ sortable: true }>;

/** Name of the index. Its number is the version of the record: another one is another index, filled anew. */
export const indexUid = 'pincite-passages-2';
/** What names of older versions begin with; they are dropped. */
export const indexUidPrefix = 'pincite-passages-';
export const primaryKey = 'id';

const names = Object.keys(fields) as IndexField[]; // the keys of the table above

function useOf(name: IndexField): FieldUse {
  return fields[name];
}

export const searchableFields = names.filter((name) => useOf(name).searchable === true);
export const displayedFields = names.filter((name) => useOf(name).displayed === true);
export const sortableFields = names.filter((name): name is SortField => useOf(name).sortable === true);
export const valueFields = names.filter((name): name is ValueField => useOf(name).filter === 'equality');
export const rangeFields = names.filter((name): name is RangeField => useOf(name).filter === 'comparison');

/** How a facet is kept: `filter` holds its values; `count` the same with a label where the value is an id. */
export interface FacetFields {
  readonly filter: ValueField;
  readonly count: ValueField;
}

const labelled: Partial<Record<FacetName, ValueField>> = {
  document: 'documentLabel',
  case: 'caseLabel',
  tag: 'tagLabel',
};

/** The fields of a facet: each facet of the contract is a field of the same name. */
export function facetFieldsOf(facet: FacetName): FacetFields {
  return { filter: facet, count: labelled[facet] ?? facet };
}

/** Parts id from label in a labelled value: a control character that neither holds. */
const labelSeparator = '\u001f';
/** Meilisearch compares facet values up to 468 bytes and confuses longer ones: 100 characters have at most 400 bytes. */
const maxLabelLength = 100;

/** `id␟label`: the id first, because the index compares only the beginning of a long value. */
export function labelledValue(id: string, label: string): string {
  return `${id}${labelSeparator}${facetValue(label)}`;
}

/** Back to id and label; a value without a label is its own label. */
export function partsOfLabelled(value: string): { readonly id: string; readonly label: string } {
  const at = value.indexOf(labelSeparator);
  return at < 0 ? { id: value, label: value } : { id: value.slice(0, at), label: value.slice(at + 1) };
}

/** What the engine compares when it compares facet values: capitals and forms of the same character do not matter to it. */
export function facetKey(value: string): string {
  return value.trim().normalize('NFKD').toLowerCase();
}

/** A text fit to be a facet value: well-formed, without control characters, at most 100 characters. */
export function facetValue(text: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(clean);
  return characters.length <= maxLabelLength ? clean : `${characters.slice(0, maxLabelLength - 1).join('')}…`;
}
