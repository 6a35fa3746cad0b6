// Rows that travel between steps: a stored document, a stored passage with its document, and what the index needs of them.
import type { DocumentFlag } from './facets.ts';
import type { FilingDetails, ReadDetails } from './filing.ts';
import type { FileInfo, Page } from './page.ts';
import type { ListedReason } from './recognition.ts';
import type { Passage } from './passage.ts';

/** What parsing one file yields, without its pages (those stream). */
export interface ParsedFile {
  readonly info: FileInfo;
  readonly pages: readonly Page[];
}

/** A document as stored: identity, details with corrections applied, state. */
export interface StoredDocument {
  readonly id: string;
  /** SHA-256 of its first file. */
  readonly sha256: string;
  readonly files: readonly string[];
  readonly filename: string;
  readonly caseId: string;
  readonly details: FilingDetails;
  readonly readFrom: ReadDetails['readFrom'];
  readonly pageCount: number;
  readonly state: 'queued' | 'parsing' | 'indexing' | 'ready' | 'failed';
  readonly flags: readonly DocumentFlag[];
  /** Where the file came from: paths or `upload`. */
  readonly sources: readonly string[];
}

/** Of a document what a list of hits shows, and what its citation needs. */
export type ListedDocument = Pick<StoredDocument, 'id' | 'filename' | 'details'>;

/** One passage of one document, as the index needs it; with less of the document, as a list of hits does. */
export interface StoredPassage<OfDocument extends ListedDocument = StoredDocument> {
  /** Document id + passage id: one file may serve several documents. */
  readonly key: string;
  readonly document: OfDocument;
  readonly passage: Passage;
  readonly tags: readonly { readonly id: string; readonly name: string; readonly color: string }[];
}

/** A change the index must follow, in order (ARCHITECTURE §2.1). */
export interface OutboxEntry {
  readonly seq: number;
  readonly change: 'put' | 'delete';
  readonly documentId: string;
}

/** A page not searched, or not to be relied on, within some filter. */
export interface UnreadPage {
  readonly documentId: string;
  readonly pageNumber: number;
  readonly reason: ListedReason;
}
