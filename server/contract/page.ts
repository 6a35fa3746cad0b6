// A page as the parser hands it on: canonical text, lines with geometry, furniture marked, page numbers, findings.
// Offsets are UTF-16 units into `text`, end exclusive; geometry is PDF user space in points (see geometry.ts).
import type { Quad, Rect } from './geometry.ts';

/** Page furniture: text that belongs to the page and not to the filing's argument; never part of a passage. */
export type Furniture = 'stamp' | 'line-number' | 'page-number' | 'bates' | 'header' | 'footer' | 'margin';

/** One line of page text (a furniture fragment on the same baseline, such as a margin number, is a line of its own). */
export interface PageLine {
  /** Offsets in the page's text, end exclusive; lines are joined by one `\n` that belongs to no line. */
  readonly from: number;
  readonly to: number;
  /** The pleading or transcript line number this line stands at; null where the page has none or the rule is in doubt. */
  readonly number: number | null;
  readonly furniture: Furniture | null;
  /** Baseline origin, in points. */
  readonly x: number;
  readonly y: number;
  /** Unit vector of the reading direction; `[1, 0]` for upright text. */
  readonly direction: readonly [number, number];
  /** Distances from the baseline, in points, both ≥ 0. */
  readonly ascent: number;
  readonly descent: number;
  /** One advance in points per UTF-16 unit, along `direction`; gaps between words are the advance of their space. */
  readonly advances: readonly number[];
  /** Dominant font size in points, and whether most of the line is bold or italic. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Spans (page offsets) of raised, smaller figures: footnote marks. */
  readonly superscripts: readonly (readonly [number, number])[];
}

/** A CM/ECF stamp as printed (DOMAIN.md §2); every field that could not be read is null. */
export interface Stamp {
  /** As printed: `3:20-cv-08570-JD`, `20-16276`. */
  readonly docketNumber: string;
  /** `735`, `28.1`, `735-2`, `00117684624`; null in forms without a document number. */
  readonly document: string | null;
  /** `YYYY-MM-DD`. */
  readonly filedOn: string | null;
  readonly page: number | null;
  readonly pageCount: number | null;
  /** `Page ID #:365` → `365`. */
  readonly pageId: string | null;
  readonly text: string;
}

/**
 * How text was hidden that is still in the file. `covered`: under a box, an image or an annotation; `overwritten`: the same, with
 * other words on top; `marked`: under a Redact annotation that was not applied; `same-colour`: as its ground, or white on paper;
 * `hidden-layer`, `clipped`, `outside` the page, `invisible` (without ink and without a scan), `tiny`: the page does not show it.
 */
export type HidingWay =
  'covered' | 'overwritten' | 'marked' | 'same-colour' | 'hidden-layer' | 'clipped' | 'outside' | 'invisible' | 'tiny';

/** A redaction: a box with nothing beneath, or (`bad`) one over live text; the words under it are never kept. */
export interface Redaction {
  readonly pageNumber: number;
  readonly box: Quad;
  readonly bad: boolean;
  /** How many letters and digits were dropped (0 for a good one). */
  readonly characters: number;
  /** How they were hidden; a good one has none. */
  readonly how?: HidingWay;
}

/** What the picture of a page hides of its text layer: boxes in user space. */
export interface Bars {
  readonly pageNumber: number;
  readonly boxes: readonly Quad[];
}

/** Why a page is not searched. `awaiting-ocr`: it has no text (or only furniture) and must be recognised first. */
export type UnreadReason = 'awaiting-ocr' | 'unreadable' | 'time-limit' | 'memory-limit';

/** How well a page was recognised from its picture. */
export interface Recognition {
  /** Mean over its letters, 0–100. */
  readonly confidence: number;
  /** Pixels per inch it was recognised at. */
  readonly dpi: number;
}

/** One page; `pageNumber` is 1-based. */
export interface Page {
  readonly pageNumber: number;
  /** Printed page number (`2`, `ii`, a transcript's own `45`); null when unknown. */
  readonly pageLabel: string | null;
  /** Page number in the outermost stamp. */
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly pageId: string | null;
  /** CropBox within MediaBox, in points. */
  readonly view: Rect;
  readonly rotate: number;
  readonly userUnit: number;
  readonly text: string;
  /** Hash of `text`: everything that points at offsets keeps it. */
  readonly textVersion: string;
  readonly lines: readonly PageLine[];
  /** Outermost (latest filed) first. */
  readonly stamps: readonly Stamp[];
  readonly redactions: readonly Redaction[];
  /** Null when the page was read. */
  readonly unread: { readonly reason: UnreadReason; readonly detail: string } | null;
  /** How well its text was recognised from its picture; absent where the file itself gives the text. */
  readonly recognized?: Recognition;
  /** Its text is a layer without ink over a picture: what the picture hides must not be read. */
  readonly isLayer?: true;
}

/** What a citation asks of a line. */
export type CitedLine = Pick<PageLine, 'from' | 'to' | 'number' | 'furniture'>;

/** A page as it is cited: its text and numbers, and nothing that only painting needs. */
export interface CitedPage extends Pick<Page, 'pageNumber' | 'pageLabel' | 'stampPage' | 'bates' | 'text'> {
  readonly lines: readonly CitedLine[];
}

/** What the page map tells of a page: neither its text nor its lines. */
export type PageFacts = Pick<
  Page,
  | 'pageNumber'
  | 'pageLabel'
  | 'stampPage'
  | 'bates'
  | 'pageId'
  | 'view'
  | 'rotate'
  | 'userUnit'
  | 'unread'
  | 'recognized'
>;

/** What PDF information a file carries beside its pages. */
export interface FileInfo {
  readonly pageCount: number;
  /** The PDF's own page labels (`/PageLabels`), null where it has none. */
  readonly title: string | null;
  readonly author: string | null;
  readonly outline: readonly { readonly title: string; readonly pageNumber: number | null; readonly depth: number }[];
}

/** A place in page text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly pageNumber: number;
  readonly from: number;
  readonly to: number;
}
