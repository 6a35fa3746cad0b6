// A run of a search-term report as a table, format apart: what is shown of each query, and what names the corpus it was asked of.
// In: a report, its run, rows and comparison. Out: columns, rows of cells, lines about the whole.
import type { Comparison, Report, ReportResult, ReportRow } from '../contract/report-api.ts';
import { maxQueryLength } from '../contract/search-api.ts';
import { unsearchedLine } from './export-rows.ts';
import { filterWords } from './filter-words.ts';

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

export interface TableLine {
  /** Of the list; empty for the totals. */
  readonly line: Cell;
  readonly query: string;
  /** One for each of `countHeads`; empty where nothing was asked. */
  readonly counts: readonly Cell[];
  /** How the query was read. */
  readonly asked: string;
  /** Why it was not asked. */
  readonly notAsked: string;
}

export interface ReportTable {
  readonly countHeads: readonly string[];
  readonly rows: readonly TableLine[];
  readonly totals: TableLine;
  /** About the whole: corpus, versions, what was not searched. Name and value. */
  readonly facts: readonly (readonly [string, string])[];
}

/** How many values of a facet a format has room for, and which formats have more. */
export interface ValueLimit {
  readonly most: number;
  readonly fuller: string;
}

/** Makes the table; the most frequent values of the facet come first, and what is left out is said among the facts. */
export function reportTable(sheet: ReportSheet, limit: ValueLimit | null = null): ReportTable {
  const { report, result, rows, compared } = sheet;
  const all = valuesOf(rows);
  const values = all.slice(0, limit?.most);
  const since = compared === null ? null : compared.at.slice(0, 10);
  const changes = new Map(compared?.rows.map((row) => [row.line, row]));
  const { totals } = result;
  return {
    countHeads: [
      'documents',
      'hits',
      'documents with families',
      'unique documents',
      'distinct files',
      ...(since === null ? [] : [`documents gained since ${since}`, `documents lost since ${since}`]),
      ...values.map(({ label }) => `${report.facet ?? ''}: ${label}`),
    ],
    rows: rows.map((row): TableLine => {
      const change = changes.get(row.line);
      const byValue = new Map(row.values.map(({ value, documents }) => [value, documents]));
      const counts = [
        row.documents,
        row.hits,
        row.withFamilies,
        row.unique,
        row.files,
        // A query that was not asked then cannot be compared.
        ...(since === null ? [] : [change?.gained ?? '', change?.lost ?? '']),
        ...values.map(({ value }) => byValue.get(value) ?? 0),
      ];
      const query = shownQuery(row.q);
      // What was not asked has no counts: a zero would say that nothing was found.
      return row.fault === null
        ? { line: row.line, query, counts, asked: askedOf(row), notAsked: '' }
        : { line: row.line, query, counts: counts.map(() => ''), asked: '', notAsked: faultOf(row.fault) };
    }),
    totals: {
      line: '',
      query: 'any query',
      counts: [
        totals.documents,
        totals.hits,
        totals.withFamilies,
        '',
        totals.files,
        ...(since === null ? [] : ['', '']),
        ...values.map(() => ''),
      ],
      asked: repeatedText(rows),
      notAsked: totals.faults === 0 ? '' : `${number(totals.faults)} not asked`,
    },
    facts: [
      ...factsOf(sheet),
      ...(limit === null || all.length <= limit.most
        ? []
        : [
            [
              'Not shown',
              `of ${number(all.length)} values of “${report.facet ?? ''}” the ${number(all.length - limit.most)} least frequent; ${limit.fuller}`,
            ] as const,
          ]),
    ],
  };
}

/** The heads of a table whose lines are written as `cellsOf` writes them. */
export function headsOf({ countHeads }: ReportTable): string[] {
  return ['line', 'query', ...countHeads, 'what was asked', 'not asked because'];
}

/** A line of the table as one row. */
export function cellsOf({ line, query, counts, asked, notAsked }: TableLine): Cell[] {
  return [line, query, ...counts, asked, notAsked];
}

function factsOf({ report, at, result, compared }: ReportSheet): [string, string][] {
  const { corpus, software, unsearched, notices, isFinal } = result;
  return [
    ['Report', report.name],
    ['Run', at],
    ['Dialect', report.dialect],
    ['Filters', filterWords(report.filters)],
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
    ...(isFinal && notices.length > 0 ? [['Note', notices.join(' ')] satisfies [string, string]] : []),
    ...(compared === null ? [] : [['Compared with', `the run of ${compared.at}`] satisfies [string, string]]),
  ];
}

/** Every value that any query has, the most frequent first. */
function valuesOf(rows: readonly ReportRow[]): { value: string; label: string }[] {
  const sums = new Map<string, { value: string; label: string; sum: number }>();
  for (const row of rows) {
    for (const { value, label, documents } of row.values) {
      sums.set(value, { value, label, sum: documents + (sums.get(value)?.sum ?? 0) });
    }
  }
  return [...sums.values()].toSorted((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1));
}

function askedOf({ explained, sameAs }: ReportRow): string {
  return [explained ?? '', ...(sameAs === null ? [] : [`the same question as line ${sameAs}`])].join('; ');
}

/** How many queries ask what an earlier line asks, and what that means; empty when none does. */
export function repeatedText(rows: readonly ReportRow[]): string {
  const repeated = rows.filter(({ sameAs }) => sameAs !== null).length;
  if (repeated === 0) return '';
  return `${number(repeated)} ${repeated === 1 ? 'query repeats' : 'queries repeat'} an earlier line; the totals count each question once`;
}

function faultOf({ detail, position }: NonNullable<ReportRow['fault']>): string {
  return position === null ? detail : `${detail} (at character ${number(position + 1)})`;
}

/** A list may hold a whole book where a query should be; it was refused for its length, and its beginning tells which it is. */
function shownQuery(q: string): string {
  return q.length <= maxQueryLength ? q : `${q.slice(0, 300).toWellFormed()}… (${number(q.length)} characters)`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
