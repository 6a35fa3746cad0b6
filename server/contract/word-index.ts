// What exact search keeps of the files, and asks of where it is kept: the catalog stores it without knowing what the bytes mean.
// Shape: the words of a file on the way in; documents, candidates, words and facets on the way out.
import type { CitedPage, Page } from './page.ts';
import type { Entities, Passage, PassageKind } from './passage.ts';
import type { StoredDocument } from './record.ts';

/** The words of a file, made by search from its passages and pages. */
export interface FileWords {
  /** Of the rules by which they were made: words of another version are not asked. */
  readonly version: string;
  /** Each word once, as the table of candidates holds them (server/text/word-bag.ts). */
  readonly bag: string;
  /** Where each word stands. */
  readonly data: Uint8Array;
}

/** What facets ask of a passage. */
export interface FacetedPassage {
  readonly kind: PassageKind;
  readonly entities: Pick<Entities, 'people' | 'organizations' | 'products'> & {
    readonly amounts: readonly Pick<Entities['amounts'][number], 'dollars'>[];
  };
}

/** A document, with where the words of the file that it shows are kept. */
export interface IndexedDocument {
  readonly id: string;
  /** The number of the words, which is never another's; null: they are not kept (yet, or of another version). */
  readonly fileId: number | null;
  /** Another number whenever what facets ask of the file's passages is another. */
  readonly facetsRevision: number;
  /** Another text whenever what `read` gives is another. */
  readonly written: string;
  /** The document itself. */
  readonly read: () => StoredDocument;
}

/** Which passages of a document carry a tag. */
export interface TaggedPassages {
  readonly documentId: string;
  readonly tag: { readonly id: string; readonly name: string };
  readonly ordinals: readonly number[];
}

/** The catalog as exact search asks it; everything is answered at once, from a connection of its own. */
export interface WordSource {
  /** Another number after every change of documents, words or tags. */
  revision(): number;
  /** All documents in the order of the dockets, with words of this version, one after another: whoever needs all keeps what is needed. */
  documents(version: string): Iterable<IndexedDocument>;
  /** Files whose bag satisfies the expression. */
  candidates(expression: string): readonly number[];
  /** Words of all files that have this form (`*` any number of characters, `?` one); null when there are more than `most`. */
  vocabulary(form: string, most: number): readonly string[] | null;
  /** Null: not there any more. */
  words(fileId: number): Uint8Array | null;
  /** By ordinal. */
  facets(fileId: number): readonly FacetedPassage[];
  tags(): readonly TaggedPassages[];
  /** All that is read meanwhile is of one state of the catalog, whatever is written beside it. */
  steadily<Answer>(read: () => Answer): Answer;
  close(): void;
}

/** A place of a file's passages: of one document among those that show the file. */
export interface PassagePlace {
  readonly documentId: string;
  readonly ordinal: Passage['ordinal'];
}

/** A page of the file that a document shows. */
export interface PagePlace {
  readonly documentId: string;
  readonly pageNumber: number;
}

/** The page itself, or what of it was asked for. */
export interface PageOfDocument<OfPage extends CitedPage = Page> {
  readonly documentId: string;
  readonly page: OfPage;
}
