// Search-term reports (DOMAIN.md §6) as zod schemas: a list of queries asked of one state of the corpus, kept with all that names it.
// Shape: a list to ask, a report with its runs, a run with one row for each query, and how it differs from an earlier one.
import { z } from 'zod';
import { dialects, facetNameSchema, maxQueryLength, unsearchedSchema } from './search-api.ts';

export const maxReportQueries = 5000;
/** Characters of a pasted or uploaded list. */
export const maxListLength = 2_000_000;

export const listKinds = ['lines', 'csv'] as const;

export const reportRequestSchema = z
  .strictObject({
    name: z.string().trim().min(1, 'Give the report a name.').max(200, 'A name has 200 characters at most.'),
    /** The queries one by one, or a list as it was pasted or uploaded. */
    queries: z
      .array(z.string().max(maxQueryLength * 2))
      .max(maxReportQueries)
      .optional(),
    list: z.string().max(maxListLength).optional(),
    /** `csv`: the queries stand in the column `query` (also `term`, `search`), or in the first. */
    listKind: z.enum(listKinds).default('lines'),
    dialect: z.enum(dialects).default('pincite'),
    /** Filters as GET /api/search takes them: `f.case=…&filedFrom=…`. */
    filters: z.string().max(20_000).default(''),
    /** Documents of each query by the values of this facet. */
    facet: facetNameSchema.nullable().default(null),
  })
  .refine(({ queries, list }) => (queries === undefined) !== (list === undefined), {
    message: 'Give the queries either as “queries” or as “list”.',
  });
export type ReportRequest = z.infer<typeof reportRequestSchema>;

/** A query with its place in the list: the line of a text, the row of a sheet, from 1. */
export const listedQuerySchema = z.object({ line: z.int(), q: z.string() });
export type ListedQuery = z.infer<typeof listedQuerySchema>;

export const reportRowSchema = listedQuerySchema.extend({
  /** In plain words; null when the query cannot be read. */
  explained: z.string().nullable(),
  /** Why it was not asked. `position`: offset in the query. */
  fault: z.object({ detail: z.string(), position: z.int().nullable() }).nullable(),
  hits: z.int(),
  documents: z.int(),
  /** Documents together with all filings of their docket entries. */
  withFamilies: z.int(),
  /** Documents that only this query of the list hits; one that is repeated is one query. */
  unique: z.int(),
  /** The line of an earlier query that asks the same, however written: the totals count it there. Null: none does. */
  sameAs: z.int().nullable(),
  /** Distinct files among those that the documents show. */
  files: z.int(),
  /** By facet, when one was asked for. */
  values: z.array(z.object({ value: z.string(), label: z.string(), documents: z.int() })),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportTotalsSchema = z.object({
  queries: z.int(),
  faults: z.int(),
  hits: z.int(),
  documents: z.int(),
  withFamilies: z.int(),
  files: z.int(),
});

/** What a run was asked of: without it a count means nothing. */
export const reportCorpusSchema = z.object({
  fingerprint: z.string(),
  documents: z.int(),
  files: z.int(),
  pages: z.int(),
  passages: z.int(),
});

export const reportRunSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** `interrupted`: Pincite ended before it was done. */
  state: z.enum(['running', 'done', 'failed', 'interrupted']),
  /** Queries asked, of how many. */
  done: z.int(),
  of: z.int(),
  failure: z.string().nullable(),
  /** Of the run when it is done. */
  result: z
    .object({
      corpus: reportCorpusSchema,
      software: z.object({ version: z.string(), parser: z.string(), grammar: z.string(), tokenizer: z.string() }),
      unsearched: unsearchedSchema,
      /** Whether nothing waits to be read or recognised; else counts may grow by themselves. */
      isFinal: z.boolean(),
      /** Why it is not final, and what else must be known. */
      notices: z.array(z.string()),
      totals: reportTotalsSchema,
    })
    .nullable(),
});
export type ReportRun = z.infer<typeof reportRunSchema>;
export type ReportResult = NonNullable<ReportRun['result']>;

export const reportSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  dialect: z.enum(dialects),
  filters: z.string(),
  facet: facetNameSchema.nullable(),
  queries: z.int(),
  /** Newest first. */
  runs: z.array(reportRunSchema),
});
export type Report = z.infer<typeof reportSchema>;

export const reportsAnswerSchema = z.object({ reports: z.array(reportSchema) });

/** Documents gained and lost since an earlier run, by line of the list. */
export const comparisonSchema = z.object({
  runId: z.string(),
  at: z.string(),
  rows: z.array(z.object({ line: z.int(), gained: z.int(), lost: z.int(), hits: z.int() })),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const reportAnswerSchema = z.object({
  report: reportSchema,
  /** The run that is shown; null while none is done. */
  run: reportRunSchema.nullable(),
  rows: z.array(reportRowSchema),
  /** With the run before it, or the one asked for; null without one. */
  compared: comparisonSchema.nullable(),
});
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;
