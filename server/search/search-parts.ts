// What the search needs of the rest: the engine, and small windows on the catalog. Handed in by `app.ts`.
import type { CitedPage, Page, Span } from '../contract/page.ts';
import type { Passage } from '../contract/passage.ts';
import type { ListedDocument, StoredDocument, StoredPassage, UnreadPage } from '../contract/record.ts';
import type { PageOfDocument, PagePlace, PassagePlace } from '../contract/word-index.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import type { ExactEngine } from './exact/exact-engine.ts';

/** What the exact mode needs besides. */
export interface ExactParts {
  readonly engine: ExactEngine;
  readonly passagesAt: (places: readonly PassagePlace[]) => Promise<readonly StoredPassage<ListedDocument>[]>;
  readonly pagesAt: (places: readonly PagePlace[]) => Promise<readonly PageOfDocument[]>;
  readonly citedPagesAt: (places: readonly PagePlace[]) => Promise<readonly PageOfDocument<CitedPage>[]>;
  /** Where a match stands, and its citations; null when a page of it is not there. */
  readonly citeMatch: (match: {
    readonly document: ListedDocument;
    readonly spans: readonly Span[];
    readonly pages: readonly CitedPage[];
    readonly passages: readonly Passage[];
  }) => CitedMatch | null;
}

/** One end of a match, in all numbers that its page has. */
export interface MatchEnd {
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly line: number | null;
}

export interface CitedMatch {
  readonly from: MatchEnd;
  readonly to: MatchEnd;
  readonly paragraph: string | null;
  readonly full: string;
  readonly short: string;
}

export interface SearchParts {
  readonly engine: SearchEngine;
  readonly exact: ExactParts;
  readonly fingerprint: () => Promise<string>;
  readonly unread: () => Promise<readonly UnreadPage[]>;
  readonly document: (id: string) => Promise<StoredDocument | null>;
  readonly passagesById: (
    ids: readonly { passageId: string; documentId: string | null }[],
  ) => Promise<readonly StoredPassage<ListedDocument>[]>;
  readonly page: (documentId: string, pageNumber: number) => Promise<Page | null>;
  /** How many documents wait for the index: they are missing in every count. */
  readonly waiting?: () => Promise<number>;
  readonly cite: (passage: StoredPassage<ListedDocument>) => { readonly full: string; readonly short: string };
}
