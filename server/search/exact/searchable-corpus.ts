// The documents as exact search looks at them: with what fields and filters ask of each, kept while the catalog does not change.
// In: a WordSource. Out: documents in the order of the dockets, words and facets of their passages.
import { ecfOf, familyKeyOf } from '../../contract/filing.ts';
import type { StoredDocument } from '../../contract/record.ts';
import type { TaggedPassages, WordSource } from '../../contract/word-index.ts';
import { documentFacetNames, documentFacetsOf, type DocumentFacetName } from '../../engine/document-facets.ts';
import { facetKey } from '../../engine/index-fields.ts';
import type { SearchedDetails } from '../terms/field-tests.ts';
import { wordsVersion } from '../terms/file-words.ts';
import { PackedWords } from '../terms/packed-words.ts';
import { FacetedFile, FacetValueTable } from './facet-values.ts';

/** Facet values as they are shown, with the keys by which they are compared. */
export interface FacetValues {
  readonly values: readonly string[];
  readonly keys: readonly string[];
}

/** A document to be searched. */
export interface CorpusDocument {
  readonly document: StoredDocument;
  /** Null: its words are not kept. */
  readonly fileId: number | null;
  /** Its place in the order of the dockets. */
  readonly place: number;
  readonly details: SearchedDetails;
  readonly facets: Readonly<Record<DocumentFacetName, FacetValues>>;
  /** Tags by the ordinal of the passage that carries them. */
  readonly tags: ReadonlyMap<number, readonly TaggedPassages['tag'][]>;
}

/** Bytes of words that are kept in memory, at most. */
const keptBytes = 48 * 1_048_576;

/** All documents of one state of the catalog. */
interface Snapshot {
  readonly revision: number;
  readonly documents: readonly CorpusDocument[];
  readonly byFile: ReadonlyMap<number, readonly CorpusDocument[]>;
  readonly byId: ReadonlyMap<string, CorpusDocument>;
  /** How many documents each family has. */
  readonly familySizes: ReadonlyMap<string, number>;
}

export class SearchableCorpus {
  readonly #source: WordSource;
  #snapshot: Snapshot | null = null;
  /** By the document they were made of: reading a catalog again makes few new ones. */
  readonly #read = new WeakMap<StoredDocument, Pick<CorpusDocument, 'facets'>>();
  /** By file; those that were asked for first. */
  readonly #words = new Map<number, Uint8Array>();
  #bytes = 0;
  readonly #faceted = new Map<number, FacetedFile>();
  /** What the numbers of passages' values mean. */
  readonly values = new FacetValueTable();

  constructor(source: WordSource) {
    this.#source = source;
  }

  /** The catalog as it is now. */
  now(): Snapshot {
    const revision = this.#source.revision();
    if (this.#snapshot?.revision === revision) return this.#snapshot;
    this.#words.clear();
    this.#faceted.clear();
    this.#bytes = 0;
    const tags = Map.groupBy(this.#source.tags(), ({ documentId }) => documentId);
    const documents = this.#source.documents(wordsVersion).map(({ document, fileId }, place): CorpusDocument => {
      const tagged = tags.get(document.id) ?? [];
      return {
        document,
        fileId,
        place,
        details: detailsOf(document, tagged),
        facets: this.#facetsOf(document),
        tags: tagsByPassage(tagged),
      };
    });
    const byFile = new Map<number, CorpusDocument[]>();
    for (const document of documents) {
      if (document.fileId === null) continue;
      const others = byFile.get(document.fileId);
      if (others === undefined) byFile.set(document.fileId, [document]);
      else others.push(document);
    }
    const byId = new Map(documents.map((each) => [each.document.id, each]));
    const familySizes = new Map<string, number>();
    for (const { document } of documents) {
      const family = familyKeyOf(document);
      familySizes.set(family, (familySizes.get(family) ?? 0) + 1);
    }
    this.#snapshot = { revision, documents, byFile, byId, familySizes };
    return this.#snapshot;
  }

  candidates(expression: string): readonly number[] {
    return this.#source.candidates(expression);
  }

  vocabulary(form: string, most: number): readonly string[] | null {
    return this.#source.vocabulary(form, most);
  }

  /** Null: removed a moment ago. */
  words(fileId: number): PackedWords | null {
    const known = this.#words.get(fileId);
    if (known !== undefined) return new PackedWords(known);
    const bytes = this.#source.words(fileId);
    if (bytes === null) return null;
    // Questions go through the files in one order: to make room for the last ones would throw out those that come first next time.
    if (this.#bytes + bytes.length <= keptBytes) {
      this.#words.set(fileId, bytes);
      this.#bytes += bytes.length;
    }
    return new PackedWords(bytes);
  }

  /** Kept while the catalog does not change: a few bytes for each passage. */
  passageFacets(fileId: number): FacetedFile {
    const known = this.#faceted.get(fileId) ?? new FacetedFile(this.#source.facets(fileId), this.values);
    this.#faceted.set(fileId, known);
    return known;
  }

  #facetsOf(document: StoredDocument): CorpusDocument['facets'] {
    const known = this.#read.get(document);
    if (known !== undefined) return known.facets;
    const facets = withKeys(documentFacetsOf(document), documentFacetNames);
    this.#read.set(document, { facets });
    return facets;
  }
}

function withKeys<Name extends string>(
  values: Readonly<Record<Name, readonly string[]>>,
  names: readonly Name[],
): Record<Name, FacetValues> {
  const facets: Partial<Record<Name, FacetValues>> = {};
  for (const name of names) facets[name] = { values: values[name], keys: values[name].map(keyOf) };
  // Every name has been put in.
  return facets as Record<Name, FacetValues>;
}

/** Names repeat in thousands of passages, and normalising one takes longer than looking it up. */
const keys = new Map<string, string>();
const mostKeys = 100_000;

function keyOf(value: string): string {
  const known = keys.get(value);
  if (known !== undefined) return known;
  if (keys.size >= mostKeys) keys.clear();
  const key = facetKey(value);
  keys.set(value, key);
  return key;
}

function detailsOf({ details, flags }: StoredDocument, tagged: readonly TaggedPassages[]): SearchedDetails {
  const { title, type, filer, filedOn } = details;
  return {
    title,
    type,
    filer,
    ecf: ecfOf(details),
    filedOn,
    tags: [...new Set(tagged.map(({ tag }) => tag.name))],
    flags,
  };
}

function tagsByPassage(tagged: readonly TaggedPassages[]): Map<number, TaggedPassages['tag'][]> {
  const byPassage = new Map<number, TaggedPassages['tag'][]>();
  for (const { tag, ordinals } of tagged) {
    for (const ordinal of ordinals) {
      const tags = byPassage.get(ordinal) ?? [];
      if (!tags.some(({ id }) => id === tag.id)) tags.push(tag);
      byPassage.set(ordinal, tags);
    }
  }
  return byPassage;
}
