// The search routes of API.md as zod schemas: request parameters in, answer out. Unknown parameters are refused by the API.
import { z } from 'zod';
import { facetNames } from './facets.ts';
import { documentTypes } from './filing.ts';
import { passageKinds } from './passage.ts';

export const maxQueryLength = 2000;
export const maxPerPage = 200;

export const dateSchema = z.iso.date().describe('A date, YYYY-MM-DD');
export const facetNameSchema = z.enum(facetNames);
export const sortSchema = z.enum(['relevance', 'filed', '-filed', 'position']);
export type SearchSort = z.infer<typeof sortSchema>;

/** How an exact query is written (DOMAIN.md §6): the same characters mean different things in different tools. */
export const dialects = ['pincite', 'westlaw', 'dtsearch'] as const;
export type Dialect = (typeof dialects)[number];

/** Chosen values by facet: the same facet means OR, different facets AND. */
export type FacetChoice = Partial<Record<(typeof facetNames)[number], readonly string[]>>;

/** A search as the steps see it: decoded from the query string by `api` and by the client's URL codec. */
export interface SearchRequest {
  readonly q: string;
  readonly mode: 'instant' | 'exact' | null;
  /** How an exact question is written. */
  readonly dialect: Dialect;
  readonly include: FacetChoice;
  readonly exclude: FacetChoice;
  readonly filedFrom: string | null;
  readonly filedTo: string | null;
  readonly group: 'document' | 'none';
  readonly sort: SearchSort;
  readonly page: number;
  readonly perPage: number;
  /** Facets to count; null means all. */
  readonly facets: readonly (typeof facetNames)[number][] | null;
}

/** The search everybody starts from: everything, first page. */
export const emptySearch: SearchRequest = {
  q: '',
  mode: null,
  dialect: 'pincite',
  include: {},
  exclude: {},
  filedFrom: null,
  filedTo: null,
  group: 'none',
  sort: 'relevance',
  page: 1,
  perPage: 20,
  facets: null,
};

export const segmentSchema = z.object({ text: z.string(), hit: z.boolean() });
export type Segment = z.infer<typeof segmentSchema>;

export const lineRangeSchema = z.object({ from: z.int(), to: z.int(), toPageNumber: z.int() });

export const documentLineSchema = z.object({
  title: z.string().nullable(),
  shortTitle: z.string().nullable(),
  type: z.enum(documentTypes).nullable(),
  filer: z.string().nullable(),
  filedOn: dateSchema.nullable(),
  caseName: z.string().nullable(),
  docketNumber: z.string().nullable(),
  court: z.string().nullable(),
  ecf: z.string().nullable(),
  filename: z.string(),
  specimen: z.boolean(),
});
export type DocumentLine = z.infer<typeof documentLineSchema>;

export const tagChipSchema = z.object({ id: z.string(), name: z.string(), color: z.string() });
export const citationPairSchema = z.object({ full: z.string(), short: z.string() });

export const spanSchema = z.object({ pageNumber: z.int().min(1), from: z.int().min(0), to: z.int().min(0) });

export const hitSchema = z.object({
  /** Empty: no page of the filing has text, and it is found by its details. */
  passageId: z.string(),
  documentId: z.string(),
  pageNumber: z.int(),
  pageLabel: z.string().nullable(),
  stampPage: z.int().nullable(),
  bates: z.string().nullable(),
  lines: lineRangeSchema.nullable(),
  paragraph: z.string().nullable(),
  kind: z.enum(passageKinds),
  headings: z.array(z.string()),
  segments: z.array(segmentSchema),
  document: documentLineSchema,
  citation: citationPairSchema,
  tags: z.array(tagChipSchema),
  /** Exact mode: which of the document's matches it is, by `index` of its hits. */
  matchIndex: z.int().optional(),
  /** Exact mode: where the match stands; its citation is of this place. */
  spans: z.array(spanSchema).optional(),
  /** Exact mode: the filing satisfies the question without a match in its text; its first passage stands for it. */
  isWhole: z.literal(true).optional(),
  /** With `group=document`: how many hits this document has; absent otherwise. */
  hitsInDocument: z.int().optional(),
});
export type Hit = z.infer<typeof hitSchema>;

export const facetValueSchema = z.object({
  value: z.string(),
  /** What to show where the value is an id (`document`, `tag`, `case`); equals `value` otherwise. */
  label: z.string(),
  count: z.int(),
  selected: z.boolean(),
  excluded: z.boolean(),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

export const unsearchedSchema = z.object({
  pages: z.int(),
  documents: z.int(),
  byReason: z.record(z.string(), z.int()),
});
export type Unsearched = z.infer<typeof unsearchedSchema>;

export const searchAnswerSchema = z.object({
  searchId: z.string(),
  query: z.object({
    q: z.string(),
    mode: z.enum(['instant', 'exact']),
    dialect: z.enum(dialects),
    explained: z.string(),
    /** Instant mode: words found that are not the ones typed (a forgiven typing error, a word that goes on, one that was split). */
    corrected: z.array(z.object({ typed: z.string(), found: z.array(z.string()) })),
    /** Instant mode: words that were not searched. */
    ignored: z.array(z.string()),
  }),
  total: z.object({
    hits: z.int(),
    documents: z.int(),
    unit: z.enum(['passage', 'match']),
    /** Rows of the whole list, where these are not its hits: documents that satisfy an exact question without a match have one too. */
    rows: z.int().optional(),
  }),
  unsearched: unsearchedSchema,
  page: z.int(),
  perPage: z.int(),
  tookMs: z.number(),
  hits: z.array(hitSchema),
  facets: z.partialRecord(facetNameSchema, z.array(facetValueSchema)),
  facetUnit: z.enum(['passage', 'document']),
  /** Passages by filing month (`YYYY-MM`) within the question but without its date range: the histogram. */
  months: z.array(z.object({ month: z.string(), count: z.int() })),
  /** What the engine did not take literally (word limits), in plain words; empty when nothing. */
  notices: z.array(z.string()),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

export const facetSearchAnswerSchema = z.object({ facet: facetNameSchema, values: z.array(facetValueSchema) });

/** An exact query to be read. `forced`: exact mode was chosen by hand, so that small `and`, `or`, `not` connect too. */
export const parseRequestSchema = z.strictObject({
  q: z.string(),
  dialect: z.enum(dialects).default('pincite'),
  forced: z.boolean().default(false),
});
export const parseAnswerSchema = z.object({
  /** What is asked (`server/search/terms/query-tree.ts`): a `kind`, and what belongs to it. */
  tree: z.looseObject({ kind: z.string() }),
  explained: z.string(),
  dialect: z.enum(dialects),
  grammarVersion: z.string(),
  tokenizerVersion: z.string(),
});

export const suggestAnswerSchema = z.object({
  suggestions: z.array(
    z.object({
      kind: z.enum(['document', 'person', 'organization', 'product', 'tag']),
      value: z.string(),
      label: z.string(),
      count: z.int(),
    }),
  ),
});
export type SuggestAnswer = z.infer<typeof suggestAnswerSchema>;

export const quadSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
  .readonly();
export const paintedSpanSchema = spanSchema.extend({ boxes: z.array(quadSchema) });

export const documentHitsAnswerSchema = z.object({
  total: z.int(),
  hits: z.array(z.object({ index: z.int(), spans: z.array(paintedSpanSchema), passageIds: z.array(z.string()) })),
});
export type DocumentHitsAnswer = z.infer<typeof documentHitsAnswerSchema>;
