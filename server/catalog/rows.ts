// Rows of the catalog ↔ the contract's values. JSON in these columns was written by this folder only, so its shape is ours.
import type { Selectable } from 'kysely';
import type { JobView } from '../contract/document-api.ts';
import type { DocumentFlag } from '../contract/facets.ts';
import type { FilingDetails, ReadDetails } from '../contract/filing.ts';
import type { Rect } from '../contract/geometry.ts';
import type { CitedPage, Page, PageFacts, Redaction, Span, Stamp, UnreadReason } from '../contract/page.ts';
import type { Passage, TextRun } from '../contract/passage.ts';
import { isPoor, poorImage, type ListedReason } from '../contract/recognition.ts';
import type { StoredDocument } from '../contract/record.ts';
import type { Annotation } from '../contract/work-api.ts';
import { packLines, unpackCitedLines, unpackLines } from './line-codec.ts';
import type {
  AnnotationsTable,
  DocumentsTable,
  JobsTable,
  PagesTable,
  PassagesTable,
  TrayItemsTable,
} from './schema.ts';
import type { StoredTrayItem } from './catalog.ts';

type Row<Table> = Selectable<Table>;

/** Reads a JSON column as what this folder wrote there. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type the column was written with
export function json<Value>(text: string): Value {
  return JSON.parse(text) as Value;
}

export function jobOf(row: Row<JobsTable> & { documentId: string | null; otherNamesJson: string | null }): JobView {
  return {
    id: row.id,
    filename: row.filename,
    otherNames: row.otherNamesJson === null ? [] : json<string[]>(row.otherNamesJson),
    state: row.state,
    documentId: row.documentId,
    pagesDone: row.pagesDone,
    pageCount: row.pageCount,
    attempts: row.attempts,
    error: row.errorCode === null ? null : { code: row.errorCode, detail: row.errorDetail ?? '' },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** Columns of a page that its map shows. */
export const pageMapColumns = [
  'pageNumber',
  'pageLabel',
  'stampPage',
  'bates',
  'pageId',
  'viewJson',
  'rotate',
  'userUnit',
  'unreadReason',
  'unreadDetail',
  'ocrConfidence',
  'ocrDpi',
] as const satisfies (keyof PagesTable)[];

export function pageFactsOf(row: Pick<Row<PagesTable>, (typeof pageMapColumns)[number]>): PageFacts {
  return {
    pageNumber: row.pageNumber,
    pageLabel: row.pageLabel,
    stampPage: row.stampPage,
    bates: row.bates,
    pageId: row.pageId,
    view: json<Rect>(row.viewJson),
    rotate: row.rotate,
    userUnit: row.userUnit,
    // A poor page is listed, and read all the same.
    unread:
      row.unreadReason === null || row.unreadReason === poorImage
        ? null
        : { reason: row.unreadReason as UnreadReason, detail: row.unreadDetail ?? '' },
    ...(row.ocrConfidence === null ? {} : { recognized: { confidence: row.ocrConfidence, dpi: row.ocrDpi ?? 0 } }),
  };
}

export function pageOf(row: Row<PagesTable>): Page {
  return {
    ...pageFactsOf(row),
    text: row.text,
    textVersion: row.textVersion,
    lines: unpackLines(row.lines),
    stamps: json<Stamp[]>(row.stampsJson),
    redactions: json<Redaction[]>(row.redactionsJson),
  };
}

/** Columns of a page that is cited. */
export const citedPageColumns = [
  'pageNumber',
  'pageLabel',
  'stampPage',
  'bates',
  'text',
  'lines',
] as const satisfies (keyof PagesTable)[];

export type CitedPageRow = Pick<Row<PagesTable>, (typeof citedPageColumns)[number]>;

export function citedPageOf({ pageNumber, pageLabel, stampPage, bates, text, lines }: CitedPageRow): CitedPage {
  return { pageNumber, pageLabel, stampPage, bates, text, lines: unpackCitedLines(lines) };
}

/** Why a page is listed beside every count; null when it is not. */
export function listedReasonOf({ unread, recognized }: Pick<Page, 'unread' | 'recognized'>): ListedReason | null {
  return unread?.reason ?? (isPoor(recognized) ? poorImage : null);
}

export function pageRow(sha256: string, page: Page): Row<PagesTable> {
  return {
    sha256,
    pageNumber: page.pageNumber,
    pageLabel: page.pageLabel,
    stampPage: page.stampPage,
    bates: page.bates,
    pageId: page.pageId,
    viewJson: JSON.stringify(page.view),
    rotate: page.rotate,
    userUnit: page.userUnit,
    text: page.text,
    textVersion: page.textVersion,
    lines: packLines(page.lines),
    stampsJson: JSON.stringify(page.stamps),
    redactionsJson: JSON.stringify(page.redactions),
    unreadReason: listedReasonOf(page),
    unreadDetail: page.unread?.detail ?? null,
    ocrConfidence: page.recognized?.confidence ?? null,
    ocrDpi: page.recognized?.dpi ?? null,
  };
}

type PassageBody = Omit<Passage, 'id' | 'ordinal' | 'text' | 'pageNumber' | 'runs' | 'spans'> & {
  readonly runs: readonly (readonly [number, number, number, number])[];
  readonly spans: readonly (readonly [number, number, number])[];
};

export function passageOf(row: Row<PassagesTable>): Passage {
  const { runs, spans, ...body } = json<PassageBody>(row.bodyJson);
  return {
    ...body,
    id: row.id,
    ordinal: row.ordinal,
    text: row.text,
    pageNumber: row.pageNumber,
    runs: runs.map(([at, pageNumber, from, length]): TextRun => ({ at, pageNumber, from, length })),
    spans: spans.map(([pageNumber, from, to]): Span => ({ pageNumber, from, to })),
  };
}

export function passageRow(sha256: string, passage: Passage): Row<PassagesTable> {
  const { id, ordinal, text, pageNumber, runs, spans, ...rest } = passage;
  const body: PassageBody = {
    ...rest,
    runs: runs.map((run) => [run.at, run.pageNumber, run.from, run.length]),
    spans: spans.map((span) => [span.pageNumber, span.from, span.to]),
  };
  const toPageNumber = spans.reduce((last, span) => Math.max(last, span.pageNumber), pageNumber);
  return { id, sha256, ordinal, pageNumber, toPageNumber, text, bodyJson: JSON.stringify(body) };
}

/** What belongs to a document besides its own row. */
export interface DocumentExtras {
  readonly files: readonly string[];
  readonly sources: readonly string[];
  readonly state: StoredDocument['state'];
}

export function documentOf(row: Row<DocumentsTable>, { files, sources, state }: DocumentExtras): StoredDocument {
  return {
    id: row.id,
    sha256: files[0] ?? '',
    files,
    filename: row.filename,
    caseId: row.caseId,
    details: json<FilingDetails>(row.detailsJson),
    readFrom: json<ReadDetails['readFrom']>(row.readFromJson),
    pageCount: row.pageCount,
    state,
    flags: json<DocumentFlag[]>(row.flagsJson),
    sources,
  };
}

export function annotationOf(row: Row<AnnotationsTable>, tagIds: readonly string[]): Annotation {
  const { spansJson, ...rest } = row;
  return { ...rest, spans: json<Span[]>(spansJson), tagIds: [...tagIds] };
}

export function trayItemOf(row: Row<TrayItemsTable>): StoredTrayItem {
  return {
    id: row.id,
    documentId: row.documentId,
    passageId: row.passageId,
    spans: json<Span[]>(row.spansJson),
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    note: row.note,
  };
}

/** Two notes on the same place as one; a note that came twice (a request sent again) is written once. */
export function joinNotes(one: string, other: string): string {
  if (other === '' || `\n${one}\n`.includes(`\n${other}\n`)) return one;
  return one === '' ? other : `${one}\n${other}`;
}
