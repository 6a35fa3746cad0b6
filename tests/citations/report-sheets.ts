// Runs of search-term reports for tests, with everything a list and a corpus can hold.
import type { ReportSheet } from '../../server/citations/report-table.ts';
import type { ReportResult, ReportRow } from '../../server/contract/report-api.ts';

/** A row with what differs. */
export function reportedRow(row: Partial<ReportRow> = {}): ReportRow {
  return {
    line: 1,
    q: 'titan',
    explained: 'documents that hold “titan”',
    fault: null,
    hits: 12,
    documents: 4,
    withFamilies: 6,
    unique: 1,
    sameAs: null,
    files: 3,
    values: [],
    ...row,
  };
}

/** What names the corpus of a run, with what differs. */
export function resultOf(result: Partial<ReportResult> = {}): ReportResult {
  return {
    corpus: { fingerprint: 'ab_cd_ef', documents: 1234, files: 1200, pages: 56_789, passages: 300_000 },
    software: { version: '0.1.0', parser: '9.8.7', grammar: '3', tokenizer: '2' },
    unsearched: { pages: 0, documents: 0, byReason: {} },
    isFinal: true,
    notices: [],
    totals: { queries: 1, faults: 0, hits: 12, documents: 4, withFamilies: 6, files: 3 },
    ...result,
  };
}

/** A run of a report. */
export function reportSheetOf(rows: readonly ReportRow[], sheet: Partial<ReportSheet> = {}): ReportSheet {
  return {
    report: { name: 'Agreed terms', dialect: 'pincite', filters: '', facet: null },
    at: '2026-01-02T03:04:05.000Z',
    result: resultOf(),
    rows,
    compared: null,
    ...sheet,
  };
}
