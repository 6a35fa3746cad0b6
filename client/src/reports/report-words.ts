// A report in words and links: what was not searched, when it ran, which question of the Search place a count stands for.
// In: parts of a report. Out: texts, and search requests that give the very count.
import type { FacetName } from '../../../server/contract/facets.ts';
import type { Report, ReportRow, ReportRun } from '../../../server/contract/report-api.ts';
import {
  emptySearch,
  maxQueryLength,
  type SearchRequest,
  type Unsearched,
} from '../../../server/contract/search-api.ts';
import { decodeSearch } from '../../../server/text/search-parameters.ts';
import { countOf, countText, reasonText } from '../search/format.ts';

const times = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** `Nov 25, 2026, 4:46 AM`, in the reader's own time; another text as it is. */
export function timeText(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : times.format(time).replaceAll(' ', '\u00a0').replaceAll(',\u00a0', ', ');
}

/** The filters of a report as a question; none when an older version wrote what this one does not know. */
export function filtersOf({ filters }: Pick<Report, 'filters'>): SearchRequest {
  try {
    return decodeSearch(new URLSearchParams(filters));
  } catch {
    // The table itself says by which filters it was made; only links from it have none.
    return emptySearch;
  }
}

type Asked = Pick<Report, 'dialect' | 'filters' | 'facet'>;

/** The question whose count stands in a row; null for a text that is no query because of its length. */
export function questionOf(report: Asked, { q }: Pick<ReportRow, 'q'>): SearchRequest | null {
  return q.length > maxQueryLength ? null : { ...filtersOf(report), q, mode: 'exact', dialect: report.dialect };
}

/** The same within one value of the facet; null where the filters say more of that facet than a question can. */
export function questionWithin(report: Asked, row: Pick<ReportRow, 'q'>, value: string): SearchRequest | null {
  const question = questionOf(report, row);
  if (question === null || report.facet === null) return null;
  const facet: FacetName = report.facet;
  const chosen = question.include[facet] ?? [];
  if (chosen.length > 0 && !chosen.includes(value)) return null;
  return { ...question, include: { ...question.include, [facet]: [value] } };
}

/** What was not searched, each reason with its pages; empty when everything was. */
export function unsearchedTexts({ byReason }: Unsearched): string[] {
  return Object.entries(byReason).map(([reason, pages]) => `${countOf(pages, 'page')}: ${reasonText(reason)}`);
}

/** How a run stands, in a few words. */
export function runText({ state, done, of, result }: ReportRun): string {
  switch (state) {
    case 'running':
      return done === 0
        ? `Waiting to begin, ${countOf(of, 'query', 'queries')}`
        : `${countText(done)} of ${countOf(of, 'query', 'queries')} asked`;
    case 'failed':
      return 'Failed';
    case 'interrupted':
      return `Stopped at ${countText(done)} of ${countText(of)}`;
    case 'done':
      return result === null
        ? 'Done'
        : `${countOf(result.totals.documents, 'document')}, ${countOf(result.totals.hits, 'hit')}`;
  }
}

/** `+14`, `−2`; a zero is a dash, nothing is nothing. */
export function changeText(count: number | undefined, sign: '+' | '−'): string {
  if (count === undefined) return '';
  return count === 0 ? '–' : `${sign}${countText(count)}`;
}

/** A name for a new report. */
export function suggestedName(now: Date): string {
  const day = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric' }).format(now);
  return `Search terms, ${day}`;
}

/** The queries of a report as a list to change, one a line. */
export function listOfRows(rows: readonly Pick<ReportRow, 'q'>[]): string {
  return rows.map(({ q }) => q.replaceAll(/\s*[\r\n]+\s*/g, ' ')).join('\n');
}
