// A run of a search-term report as a table, format apart: what is shown of each query, and what names the corpus it was asked of.
// In: a report, its run, rows and comparison. Out: columns, rows of cells, lines about the whole.
import type { Comparison, Report, ReportResult, ReportRow } from '../contract/report-api.ts';
import { unsearchedLine } from './export-rows.ts';

/** What is written out. */
export interface ReportSheet {
  readonly report: Pick<Report, 'name' | 'dialect' | 'filters' | 'facet'>;
  readonly at: string;
  readonly result: ReportResult;
  readonly rows: readonly ReportRow[];
  readonly compared: Comparison | null;
}

/** A cell: numbers stay numbers where the format has them. */
export type Cell = string | number;

export interface ReportTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly Cell[];
  /** About the whole: corpus, versions, what was not searched. Name and value. */
  readonly facts: readonly (readonly [string, string])[];
}

/** Makes the table. */
export function reportTable({ report, at, result, rows, compared }: ReportSheet): ReportTable {
  const values = valuesOf(rows);
  const since = compared === null ? null : compared.at.slice(0, 10);
  const changes = new Map(compared?.rows.map((row) => [row.line, row]));
  const heads = [
    'line',
    'query',
    'documents',
    'hits',
    'documents with families',
    'unique documents',
    'distinct files',
    ...(since === null ? [] : [`documents gained since ${since}`, `documents lost since ${since}`]),
    ...values.map(({ label }) => `${report.facet ?? ''}: ${label}`),
    'what was asked',
    'not asked because',
  ];
  const { totals } = result;
  return {
    heads,
    rows: rows.map((row) => {
      const change = changes.get(row.line);
      const counts = [
        row.documents,
        row.hits,
        row.withFamilies,
        row.unique,
        row.files,
        ...(since === null ? [] : [change?.gained ?? 0, change?.lost ?? 0]),
        ...values.map(({ value }) => row.values.find((each) => each.value === value)?.documents ?? 0),
      ];
      // What was not asked has no counts: a zero would say that nothing was found.
      return row.fault === null
        ? [row.line, row.q, ...counts, row.explained ?? '', '']
        : [row.line, row.q, ...counts.map(() => ''), '', faultOf(row.fault)];
    }),
    totals: [
      '',
      'any query',
      totals.documents,
      totals.hits,
      totals.withFamilies,
      '',
      totals.files,
      ...(since === null ? [] : ['', '']),
      ...values.map(() => ''),
      '',
      totals.faults === 0 ? '' : `${totals.faults} not asked`,
    ],
    facts: factsOf({ report, at, result }),
  };
}

function factsOf({ report, at, result }: Pick<ReportSheet, 'report' | 'at' | 'result'>): [string, string][] {
  const { corpus, software, unsearched, notices, isFinal } = result;
  const number = (count: number): string => count.toLocaleString('en-US');
  return [
    ['Report', report.name],
    ['Run', at],
    ['Dialect', report.dialect],
    ['Filters', report.filters === '' ? 'none' : report.filters],
    [
      'Corpus',
      `${number(corpus.documents)} documents, ${number(corpus.files)} files, ${number(corpus.pages)} pages (fingerprint ${corpus.fingerprint})`,
    ],
    [
      'Made by',
      `Pincite ${software.version} (parser ${software.parser}, grammar ${software.grammar}, tokenizer ${software.tokenizer})`,
    ],
    [
      'Not searched',
      unsearchedLine({ unsearched }).replace(/^Not searched: /, '') || 'nothing: every page was searched',
    ],
    ['Final', isFinal ? 'yes' : `no: ${notices.join(' ')}`],
  ];
}

/** Every value that any query has, the most frequent first. */
function valuesOf(rows: readonly ReportRow[]): { value: string; label: string }[] {
  const sums = new Map<string, { value: string; label: string; sum: number }>();
  for (const { value, label, documents } of rows.flatMap((row) => row.values)) {
    sums.set(value, { value, label, sum: documents + (sums.get(value)?.sum ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1));
}

function faultOf({ detail, position }: NonNullable<ReportRow['fault']>): string {
  return position === null ? detail : `${detail} (at character ${position + 1})`;
}
