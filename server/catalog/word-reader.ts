// The catalog as exact search asks it, in a thread of its own: a connection that only reads and answers at once (ARCHITECTURE §4).
// In: a path. Out: documents, candidates, words.
import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Selectable } from 'kysely';
import type { Span } from '../contract/page.ts';
import type { FacetedPassage, IndexedDocument, TaggedPassages, WordSource } from '../contract/word-index.ts';
import { spansOverlap } from '../text/derived-text.ts';
import { openReading } from './database.ts';
import { unpackFaceted } from './faceted-passages.ts';
import { documentOf, json, passageOf } from './rows.ts';
import type { DocumentsTable, PassagesTable } from './schema.ts';

/** Opens the catalog at `path` for exact search. Throws `catalog-unavailable`. */
export function openWordSource(path: string): WordSource {
  return new WordReader(openReading(path));
}

type DocumentRow = Selectable<DocumentsTable> & {
  readonly sha256: string;
  readonly fileId: number | null;
  readonly facetsRevision: number | null;
};
interface TaggedRow {
  readonly documentId: string;
  readonly spansJson: string;
  readonly id: string;
  readonly name: string;
}

class WordReader implements WordSource {
  readonly #database: DatabaseSync;
  readonly #documents: StatementSync;
  readonly #candidates: StatementSync;
  readonly #vocabulary: StatementSync;
  readonly #words: StatementSync;
  readonly #facets: StatementSync;
  readonly #tagged: StatementSync;
  readonly #near: StatementSync;
  readonly #revision: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#revision = database.prepare("select number from revisions where name = 'search'");
    this.#documents = database.prepare(`
      select documents.*, documentFiles.sha256, wordIndexes.id as fileId, wordIndexes.facetsRevision
      from documents
      join documentFiles on documentFiles.documentId = documents.id and documentFiles.position = 0
      left join wordIndexes on wordIndexes.sha256 = documentFiles.sha256 and wordIndexes.version = ?
      order by documents.sortKey, documents.id`);
    // In one row: to make thousands, of one number each, takes as long as to find them.
    this.#candidates = database.prepare(
      'select json_group_array(rowid) as fileIds from wordBags where wordBags match ?',
    );
    this.#vocabulary = database.prepare('select term from wordsOfBags where term glob ? limit ?');
    this.#words = database.prepare('select data from wordIndexes where id = ?');
    this.#facets = database.prepare('select facetsJson from wordIndexes where id = ?');
    this.#tagged = database.prepare(`
      select annotations.documentId, annotations.spansJson, tags.id, tags.name
      from annotations
      join annotationTags on annotationTags.annotationId = annotations.id
      join tags on tags.id = annotationTags.tagId
      where annotations.state != 'lost'
      order by annotations.documentId`);
    this.#near = database.prepare(`
      select passages.* from passages
      join documentFiles on documentFiles.sha256 = passages.sha256 and documentFiles.position = 0
      where documentFiles.documentId = ? and passages.pageNumber <= ? and passages.toPageNumber >= ?`);
  }

  revision(): number {
    return (this.#revision.get() as { number: number }).number;
  }

  *documents(version: string): Generator<IndexedDocument> {
    for (const each of this.#documents.iterate(version)) {
      // The columns are those of the statement.
      const row = each as unknown as DocumentRow;
      yield {
        id: row.id,
        fileId: row.fileId,
        facetsRevision: row.facetsRevision ?? 0,
        written: hash('sha1', [row.sha256, row.caseId, row.detailsJson, row.flagsJson, row.filename].join('\n')),
        read: () => documentOf(row, { files: [row.sha256], sources: [], state: 'ready' }),
      };
    }
  }

  candidates(expression: string): number[] {
    const { fileIds } = this.#candidates.get(expression) as { fileIds: string };
    return json<number[]>(fileIds);
  }

  vocabulary(form: string, most: number): string[] | null {
    // `[` opens a set of characters in GLOB.
    const words = this.#vocabulary.all(form.replaceAll('[', '[[]'), most + 1);
    return words.length > most ? null : words.map(({ term }) => String(term));
  }

  words(fileId: number): Uint8Array | null {
    const data = this.#words.get(fileId)?.['data'];
    return data instanceof Uint8Array ? data : null;
  }

  facets(fileId: number): FacetedPassage[] {
    const text = this.#facets.get(fileId)?.['facetsJson'];
    return typeof text === 'string' ? unpackFaceted(text) : [];
  }

  tags(): TaggedPassages[] {
    const rows = this.#tagged.all() as unknown as TaggedRow[];
    return rows.map(({ documentId, spansJson, id, name }) => {
      const spans = json<Span[]>(spansJson);
      const numbers = spans.map(({ pageNumber }) => pageNumber);
      const near = this.#near.all(
        documentId,
        Math.max(...numbers),
        Math.min(...numbers),
      ) as unknown as Selectable<PassagesTable>[];
      const ordinals = near
        .map(passageOf)
        .filter((passage) => spansOverlap(spans, passage.spans))
        .map(({ ordinal }) => ordinal);
      return { documentId, tag: { id, name }, ordinals };
    });
  }

  steadily<Answer>(read: () => Answer): Answer {
    // With the first statement that reads, SQLite holds on to the state it finds.
    this.#database.exec('begin');
    try {
      return read();
    } finally {
      // A fault of the disk may have ended it already.
      if (this.#database.isTransaction) this.#database.exec('rollback');
    }
  }

  close(): void {
    this.#database.close();
  }
}
