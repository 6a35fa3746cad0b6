// What the search needs of the rest: the engine, and small windows on the catalog. Handed in by `app.ts`.
import type { Page } from '../contract/page.ts';
import type { StoredDocument, StoredPassage, UnreadPage } from '../contract/record.ts';
import type { SearchEngine } from '../engine/search-engine.ts';

export interface SearchParts {
  readonly engine: SearchEngine;
  readonly fingerprint: () => Promise<string>;
  readonly unread: () => Promise<readonly UnreadPage[]>;
  readonly document: (id: string) => Promise<StoredDocument | null>;
  readonly passagesById: (
    ids: readonly { passageId: string; documentId: string | null }[],
  ) => Promise<readonly StoredPassage[]>;
  readonly page: (documentId: string, pageNumber: number) => Promise<Page | null>;
  /** How many documents wait for the index: they are missing in every count. */
  readonly waiting?: () => Promise<number>;
  readonly cite: (passage: StoredPassage) => { readonly full: string; readonly short: string };
}
