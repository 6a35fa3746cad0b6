// The documents as exact search looks at them: with what fields and filters ask of each, kept while the catalog does not change.
// In: a WordSource. Out: documents in the order of the dockets, words and facets of their passages.
import { ecfOf, familyKeyOf } from '../../contract/filing.ts';
import type { StoredDocument } from '../../contract/record.ts';
import type { TaggedPassages, WordSource } from '../../contract/word-index.ts';
import { caseLabelOf, documentFacetNames, documentFacetsOf, documentLabelOf } from '../../engine/document-facets.ts';
import type { SearchedDetails } from '../terms/field-tests.ts';
import { wordsVersion } from '../terms/file-words.ts';
import { PackedWords } from '../terms/packed-words.ts';
import { FacetedFile, FacetValueTable, type FacetNumbers } from './facet-values.ts';
import { KeptWords, makeRoom } from './kept-words.ts';

/** A document to be searched: of all that the catalog knows of it what exact search asks, since there is one for each in mind. */
export interface CorpusDocument {
  readonly id: string;
  /** SHA-256 of the file that it shows. */
  readonly file: string;
  /** Null: its words are not kept. */
  readonly fileId: number | null;
  readonly family: string;
  readonly details: SearchedDetails;
  /** Numbers of its own facet values. */
  readonly values: FacetNumbers;
  /** Of filing, `YYYY-MM`. */
  readonly month: string | null;
  /** Numbers of tags by the ordinal of the passage that carries them. */
  readonly tags: ReadonlyMap<number, FacetNumbers>;
}

/** What is made of a document by itself. */
interface KeptDocument extends Pick<CorpusDocument, 'file' | 'family' | 'details' | 'values' | 'month'> {
  readonly written: string;
}

/** All documents of one state of the catalog. */
export interface Snapshot {
  readonly revision: number;
  /** In the order of the dockets. */
  readonly documents: readonly CorpusDocument[];
  /** Of each the number of its file, or `noFile`. */
  readonly fileIds: Int32Array;
  /** Those whose words the catalog does not have: nobody knows whether they satisfy a question. */
  readonly withoutWords: readonly CorpusDocument[];
  readonly byId: ReadonlyMap<string, CorpusDocument>;
  /** How many documents each family has. */
  readonly familySizes: ReadonlyMap<string, number>;
  /** By file (word-index.ts). */
  readonly facetRevisions: ReadonlyMap<number, number>;
}

export class SearchableCorpus {
  readonly #source: WordSource;
  #snapshot: Snapshot | null = null;
  /** By id: reading a catalog again makes few new ones. */
  #kept = new Map<string, KeptDocument>();
  readonly #words: KeptWords;
  readonly #faceted = new Map<number, { readonly revision: number; readonly file: FacetedFile }>();
  /** What the numbers of values mean. */
  readonly values = new FacetValueTable();

  /** `words`: where words are kept in memory; nowhere, when nothing is said. */
  constructor(source: WordSource, words: KeptWords = new KeptWords(makeRoom(0, 1), 0)) {
    this.#source = source;
    this.#words = words;
  }

  /** The catalog as it is now. */
  now(): Snapshot {
    const revision = this.#source.revision();
    if (this.#snapshot?.revision === revision) return this.#snapshot;
    const { documents, facetRevisions } = this.#readDocuments();
    const byId = new Map<string, CorpusDocument>();
    const familySizes = new Map<string, number>();
    for (const document of documents) {
      byId.set(document.id, document);
      familySizes.set(document.family, (familySizes.get(document.family) ?? 0) + 1);
    }
    this.#words.retain((fileId) => facetRevisions.has(fileId));
    for (const [fileId, faceted] of this.#faceted) {
      if (facetRevisions.get(fileId) !== faceted.revision) this.#faceted.delete(fileId);
    }
    const fileIds = Int32Array.from(documents, ({ fileId }) => fileId ?? noFile);
    const withoutWords = documents.filter(({ fileId }) => fileId === null);
    this.#snapshot = { revision, documents, fileIds, withoutWords, byId, familySizes, facetRevisions };
    return this.#snapshot;
  }

  #readDocuments(): Pick<Snapshot, 'documents' | 'facetRevisions'> {
    const tags = Map.groupBy(this.#source.tags(), ({ documentId }) => documentId);
    const [documents, kept]: [CorpusDocument[], Map<string, KeptDocument>] = [[], new Map()];
    const facetRevisions = new Map<number, number>();
    for (const { id, fileId, facetsRevision, written, read } of this.#source.documents(wordsVersion)) {
      if (fileId !== null) facetRevisions.set(fileId, facetsRevision);
      const before = this.#kept.get(id);
      const each = before?.written === written ? before : { written, ...this.#make(read()) };
      kept.set(id, each);
      const { file, family, details, values, month } = each;
      documents.push({
        id,
        file,
        fileId,
        family,
        values,
        month,
        ...this.#tagged(details, tags.get(id)),
      });
    }
    this.#kept = kept;
    return { documents, facetRevisions };
  }

  #make(document: StoredDocument): Omit<KeptDocument, 'written'> {
    const facets = documentFacetsOf(document);
    const labels = { document: documentLabelOf(document), case: caseLabelOf(document) };
    const numbers = documentFacetNames.flatMap((name) => {
      const label = name === 'document' || name === 'case' ? labels[name] : null;
      return facets[name].map((value) => this.values.numberOf(name, value, label));
    });
    return {
      file: document.sha256,
      family: familyKeyOf(document),
      details: detailsOf(document),
      values: numbers,
      month: document.details.filedOn?.slice(0, 7) ?? null,
    };
  }

  #tagged(details: SearchedDetails, tagged: readonly TaggedPassages[] = []): Pick<CorpusDocument, 'details' | 'tags'> {
    if (tagged.length === 0) return { details, tags: noTags };
    const byPassage = new Map<number, Set<number>>();
    for (const { tag, ordinals } of tagged) {
      const number = this.values.numberOf('tag', tag.id, tag.name);
      for (const ordinal of ordinals) byPassage.set(ordinal, (byPassage.get(ordinal) ?? new Set()).add(number));
    }
    return {
      details: { ...details, tags: [...new Set(tagged.map(({ tag }) => tag.name))] },
      tags: new Map([...byPassage].map(([ordinal, numbers]) => [ordinal, [...numbers]])),
    };
  }

  /** Documents of a state whose bag of words satisfies the expression, in the order of the dockets. */
  candidates({ documents, fileIds }: Snapshot, expression: string): readonly CorpusDocument[] {
    // A mark for each file is set and asked in a tenth of the time that a set of them takes.
    const marks = new Uint8Array(fileIds.reduce((most, fileId) => Math.max(most, fileId), 0) + 1);
    for (const fileId of this.#source.candidates(expression)) marks[fileId] = 1;
    return documents.filter((_, at) => marks[fileIds[at] ?? noFile] === 1);
  }

  vocabulary(form: string, most: number): readonly string[] | null {
    return this.#source.vocabulary(form, most);
  }

  /** Null: removed a moment ago. */
  words(fileId: number): PackedWords | null {
    const known = this.#words.get(fileId);
    if (known !== null) return new PackedWords(known.bytes, known.from, known.view);
    const bytes = this.#source.words(fileId);
    if (bytes === null) return null;
    this.#words.keep(fileId, bytes);
    return new PackedWords(bytes);
  }

  /** Kept until they are others: a few bytes for each passage. */
  passageFacets(fileId: number): FacetedFile {
    const known = this.#faceted.get(fileId);
    if (known !== undefined) return known.file;
    const file = new FacetedFile(this.#source.facets(fileId), this.values);
    this.#faceted.set(fileId, { revision: this.#snapshot?.facetRevisions.get(fileId) ?? 0, file });
    return file;
  }
}

const noTags: CorpusDocument['tags'] = new Map();
/** In `fileIds`: the catalog has no words of the document. */
const noFile = -1;

function detailsOf({ details, flags }: StoredDocument): SearchedDetails {
  const { title, type, filer, filedOn } = details;
  return { title, type, filer, ecf: ecfOf(details), filedOn, tags: [], flags };
}
