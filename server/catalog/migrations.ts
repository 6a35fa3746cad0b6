// The steps that bring a catalog's tables up to date, each run once, in order; `user_version` counts them.
// Refuses a catalog written by a newer Pincite: reading it with old eyes could lose what the new one stored.
import type { DatabaseSync } from 'node:sqlite';
import { PinciteError } from '../contract/errors.ts';

/** SQL by version; a step that has been released is never changed, only followed. */
export const released: readonly string[] = [
  `
  create table files (
    sha256 text primary key, bytes integer not null, pageCount integer not null, infoJson text not null,
    detailsJson text not null, parserVersion text not null, textDigest text not null
  ) strict, without rowid;

  create table sightings (
    sha256 text not null, filename text not null, source text not null, fromNameJson text not null,
    sidecarJson text not null, documentId text, bytes integer not null,
    primary key (sha256, filename, source)
  ) strict, without rowid;
  create index sightingsByDocument on sightings (documentId);

  create table jobs (
    seq integer primary key autoincrement, id text not null unique, sha256 text, filename text not null,
    source text not null, state text not null check (state in ('queued', 'running', 'done', 'failed')),
    attempts integer not null, pagesDone integer not null, pageCount integer, errorCode text, errorDetail text,
    leaseOwner text, leaseUntil integer, createdAt text not null, updatedAt text not null
  ) strict;
  create index jobsByState on jobs (state, seq);
  create index jobsBySha on jobs (sha256);

  create table cases (
    id text primary key, pacerKey text unique, docketKey text, office text, court text, caseName text,
    docketNumber text, judge text, specimen integer not null
  ) strict, without rowid;
  create index casesByDocket on cases (docketKey);

  create table documents (
    id text primary key, caseId text not null references cases (id), filename text not null,
    detailsJson text not null, readFromJson text not null, type text, filedOn text, entry text,
    attachment integer, specimen integer not null, pageCount integer not null, flagsJson text not null,
    sortKey text not null
  ) strict, without rowid;
  create index documentsByPlace on documents (sortKey);
  create index documentsByEntry on documents (caseId, entry);

  create table documentFiles (
    documentId text not null references documents (id) on delete cascade,
    sha256 text not null references files (sha256), position integer not null,
    primary key (documentId, sha256)
  ) strict, without rowid;
  create index documentFilesBySha on documentFiles (sha256);

  create table pages (
    sha256 text not null references files (sha256) on delete cascade, pageNumber integer not null,
    pageLabel text, stampPage integer, bates text, pageId text, viewJson text not null, rotate integer not null,
    userUnit real not null, text text not null, textVersion text not null, lines blob not null,
    stampsJson text not null, redactionsJson text not null, unreadReason text, unreadDetail text,
    primary key (sha256, pageNumber)
  ) strict;
  create index pagesUnread on pages (sha256, pageNumber, unreadReason) where unreadReason is not null;

  create table passages (
    id text primary key, sha256 text not null references files (sha256) on delete cascade,
    ordinal integer not null, pageNumber integer not null, toPageNumber integer not null, text text not null,
    bodyJson text not null
  ) strict;
  create index passagesByPlace on passages (sha256, ordinal);

  create table outbox (
    seq integer primary key autoincrement, change text not null check (change in ('put', 'delete')),
    documentId text not null
  ) strict;
  create index outboxByDocument on outbox (documentId, seq);

  create table tags (
    seq integer primary key autoincrement, id text not null unique, name text not null,
    parentId text references tags (id) on delete set null, color text not null, definition text not null,
    shortcut text unique
  ) strict;
  create unique index tagsByName on tags (coalesce(parentId, ''), name collate nocase);

  create table annotations (
    id text primary key, documentId text not null, spansJson text not null, quote text not null,
    prefix text not null, suffix text not null, note text not null, author text not null,
    createdAt text not null, state text not null check (state in ('exact', 'moved', 'uncertain', 'lost'))
  ) strict;
  create index annotationsByDocument on annotations (documentId, createdAt);

  create table annotationTags (
    annotationId text not null references annotations (id) on delete cascade,
    tagId text not null references tags (id) on delete cascade,
    primary key (annotationId, tagId)
  ) strict, without rowid;
  create index annotationTagsByTag on annotationTags (tagId);

  create table trays (seq integer primary key autoincrement, id text not null unique, name text not null) strict;
  create table trayItems (
    id text primary key, trayId text not null references trays (id) on delete cascade, position integer not null,
    documentId text not null, passageId text, spansJson text not null, quote text not null, prefix text not null,
    suffix text not null, note text not null
  ) strict;
  create index trayItemsByTray on trayItems (trayId, position);

  create table seen (
    path text primary key, size integer not null, modified real not null, sha256 text not null,
    detailsHash text not null
  ) strict, without rowid;

  create table facts (name text primary key, value text not null) strict, without rowid;
  `,
  // A person's corrections outlive the document's row, as annotations do: a filing that comes back has them again.
  `
  create table corrections (documentId text primary key, detailsJson text not null) strict, without rowid;
  `,
  // Where filings point at one another; what a citation means is found out when it is asked for, since filings come and go.
  `
  create table recordCitations (
    sha256 text not null references files (sha256) on delete cascade, seq integer not null, citationJson text not null,
    primary key (sha256, seq)
  ) strict, without rowid;
  `,
  // What dockets list, by the sidecar that says it: files may be missing, and what is missing can be told only from a list.
  `
  create table docketEntries (
    source text not null, position integer not null, caseId text not null references cases (id), entry text,
    filedOn text, filer text, description text, documentsJson text not null,
    primary key (source, position)
  ) strict, without rowid;
  create index docketEntriesByPlace on docketEntries (caseId, entry);
  `,
  // Names that files print, so that a change of the list of names needs no file to be read anew; and what a person says of names.
  `
  create table fileNames (
    sha256 text not null references files (sha256) on delete cascade,
    kind text not null check (kind in ('person', 'organization')), key text not null, name text not null,
    aliasesJson text not null, sourcesJson text not null, times integer not null, told integer not null,
    primary key (sha256, kind, key)
  ) strict, without rowid;
  create index fileNamesByName on fileNames (kind, key);
  create table nameEdits (
    kind text not null check (kind in ('person', 'organization', 'product')), key text not null, name text not null,
    aliasesJson text, primary key (kind, key)
  ) strict, without rowid;
  alter table files add column namesStale integer not null default 0;
  create index filesByStaleNames on files (namesStale) where namesStale = 1;
  `,
  // Pages without text are recognised one by one; what was recognised outlives a re-parse, since recognising takes seconds a page.
  `
  create table recognitions (
    sha256 text not null references files (sha256) on delete cascade, pageNumber integer not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed')), failures integer not null,
    leaseUntil integer, reason text, detail text, pageData blob,
    primary key (sha256, pageNumber)
  ) strict, without rowid;
  alter table pages add column ocrConfidence real;
  alter table pages add column ocrDpi integer;
  `,
  // Who looks under a redaction does it on record, and the record outlives the document.
  `
  create table audit (
    seq integer primary key autoincrement, at text not null, kind text not null, documentId text not null,
    sha256 text not null, filename text not null
  ) strict;
  `,
  // The words of each file: its bag says whether a question may concern it, its bytes where the words stand. What is deleted of the bag
  // is gone from the file too, as with all text.
  `
  create table wordIndexes (
    id integer primary key, sha256 text not null unique references files (sha256) on delete cascade,
    version text not null, data blob not null, facetsJson text not null
  ) strict;
  create virtual table wordBags using fts5(words, detail=none, tokenize="ascii tokenchars '$%.,'''");
  insert into wordBags (wordBags, rank) values ('secure-delete', 1);
  create virtual table wordsOfBags using fts5vocab(wordBags, row);
  create trigger wordIndexesGone after delete on wordIndexes begin delete from wordBags where rowid = old.id; end;
  `,
  // Reports are kept with every run, since a count that somebody certified must be found again; searches with what was seen of them.
  `
  create table reports (
    seq integer primary key autoincrement, id text not null unique, name text not null, createdAt text not null,
    dialect text not null, filters text not null, facet text, queriesJson text not null
  ) strict;
  create table reportRuns (
    seq integer primary key autoincrement, id text not null unique,
    reportId text not null references reports (id) on delete cascade, at text not null,
    state text not null check (state in ('running', 'done', 'failed', 'interrupted')), failure text,
    resultJson text, rowsJson text, sets blob
  ) strict;
  create index reportRunsByReport on reportRuns (reportId, seq);
  create table savedSearches (
    seq integer primary key autoincrement, id text not null unique, name text not null, parameters text not null,
    createdAt text not null, lookedAt text not null, seenJson text not null
  ) strict;
  `,
  // What is kept in memory is kept until it is another: numbers of words are never used again, facets are numbered when names change, and
  // what is no matter of search or of the fingerprint (the progress of a reading) changes nothing of it.
  `
  alter table wordIndexes rename to oldWordIndexes;
  create table wordIndexes (
    id integer primary key autoincrement, sha256 text not null unique references files (sha256) on delete cascade,
    version text not null, data blob not null, facetsJson text not null, facetsRevision integer not null default 0
  ) strict;
  insert into wordIndexes (id, sha256, version, data, facetsJson)
    select id, sha256, version, data, facetsJson from oldWordIndexes;
  drop trigger wordIndexesGone;
  drop table oldWordIndexes;
  create trigger wordIndexesGone after delete on wordIndexes begin delete from wordBags where rowid = old.id; end;
  create table revisions (name text primary key, number integer not null) strict, without rowid;
  insert into revisions (name, number) values ('search', 0), ('corpus', 0);
  ${[
    ...['documents', 'documentFiles', 'wordIndexes', 'annotations', 'annotationTags', 'tags'].map((of) => [
      'search',
      of,
    ]),
    ...['documents', 'documentFiles', 'files', 'facts', 'nameEdits'].map((of) => ['corpus', of]),
  ]
    .flatMap(([name = '', table = '']) =>
      ['insert', 'update', 'delete'].map(
        (change) =>
          `create trigger ${name}RevisionBy_${table}_${change} after ${change} on ${table} ` +
          `begin update revisions set number = number + 1 where name = '${name}'; end;`,
      ),
    )
    .join('\n  ')}
  `,
  // The tables stay, but lines are written as older programs cannot read them: so these refuse the catalog, and do not fail in it.
  '',
];

/** Throws `catalog-unavailable` unless the tables are those of this program. */
export function checkVersion(database: DatabaseSync, path: string): void {
  const version = versionOf(database);
  if (version > released.length) throw newer(path, version, released.length);
  if (version < released.length) {
    throw new PinciteError(
      'catalog-unavailable',
      `The catalog ${path} was written by an older Pincite. Start Pincite once with this --data folder, which brings it up to date, then try again.`,
    );
  }
}

function newer(path: string, version: number, known: number): PinciteError {
  return new PinciteError(
    'catalog-unavailable',
    `The catalog ${path} was written by a newer Pincite (tables version ${version}, this program knows ${known}). ` +
      'Update Pincite, or start it with another --data folder.',
  );
}

function versionOf(database: DatabaseSync): number {
  const row: unknown = database.prepare('pragma user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0;
}

/** Brings the tables up to date. Throws `catalog-unavailable` when the catalog is newer than this program; `steps` are for tests. */
export function migrate(database: DatabaseSync, path: string, steps: readonly string[] = released): void {
  const version = versionOf(database);
  if (version > steps.length) throw newer(path, version, steps.length);
  for (const [at, sql] of steps.entries()) {
    if (at < version) continue;
    database.exec('begin immediate');
    try {
      database.exec(sql);
      database.exec(`pragma user_version = ${at + 1}`);
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  }
}
