// Opens the catalog's SQLite file for Kysely: one connection that writes, one that only reads (ARCHITECTURE §2.1).
// In: a path. Out: two typed query builders. SQLite's own failures come out as PinciteErrors with a remedy.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type Transaction } from 'kysely';
import { messageOf, PinciteError } from '../contract/errors.ts';
import { checkVersion, migrate } from './migrations.ts';
import type { Tables } from './schema.ts';

/** Either connection, or the writing one inside a transaction. */
export type Reader = Kysely<Tables>;
export type Writer = Transaction<Tables>;

export interface CatalogDatabase {
  readonly reader: Reader;
  /** Runs `change` in one transaction; nothing in it may wait for anything but the database. Calls run one after another. */
  readonly write: <Result>(change: (writer: Writer) => Promise<Result>) => Promise<Result>;
  /** Grows with every transaction that was committed: what is cached of the catalog is good while it stays. */
  changes(): number;
  close(): Promise<void>;
}

/** How many prepared statements are kept; batches of different lengths are different statements. */
const statementLimit = 300;

/** For what every list reads on its way to a few rows anywhere in the file; the usual 2 MB hold half of that. */
const readerCacheKb = 8000;

/** Opens (and makes) the catalog at `path`. Throws `catalog-unavailable`. */
export function openDatabase(path: string): CatalogDatabase {
  const main = open(path, false);
  try {
    main.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;');
    // What a better parser found hidden is deleted from the text, and then from the file too.
    main.exec('pragma secure_delete = on;');
    migrate(main, path);
  } catch (error) {
    main.close();
    throw asRefusal(error, path);
  }
  const second = openSecond(main, path);
  second.exec(`pragma cache_size = -${readerCacheKb}`);
  const writer = kyselyOn(main, path);
  const reader = kyselyOn(second, path);
  let changes = 0;
  return {
    reader,
    changes: () => changes,
    async write(change) {
      const result = await writer.transaction().execute(change);
      changes += 1;
      return result;
    },
    async close() {
      await reader.destroy();
      await writer.destroy();
      // Kysely leaves a connection open that was never asked for anything.
      for (const connection of [second, main]) if (connection.isOpen) connection.close();
    },
  };
}

/**
 * Opens a catalog that is there for reading only, beside a program that may be writing it. Its tables must be those of this program.
 * Throws `catalog-unavailable`.
 */
export function openDatabaseForReading(path: string): CatalogDatabase {
  const connection = openReading(path);
  const reader = kyselyOn(connection, path);
  try {
    checkVersion(connection, path);
  } catch (error) {
    connection.close();
    throw asRefusal(error, path);
  }
  return {
    reader,
    changes: () => Number(connection.prepare('pragma data_version').get()?.['data_version']),
    write: () =>
      Promise.reject(new PinciteError('catalog-unavailable', `The catalog ${path} is open for reading only.`)),
    async close() {
      await reader.destroy();
      if (connection.isOpen) connection.close();
    },
  };
}

/** A connection that only reads, of a catalog that is there. Throws `catalog-unavailable`. */
export function openReading(path: string): DatabaseSync {
  return open(path, true);
}

function open(path: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly, timeout: 5000 });
  } catch (error) {
    throw asRefusal(error, path);
  }
}

function openSecond(main: DatabaseSync, path: string): DatabaseSync {
  try {
    return open(path, true);
  } catch (error) {
    main.close();
    throw error;
  }
}

function kyselyOn(database: DatabaseSync, path: string): Kysely<Tables> {
  const statements = new Map<string, { readonly statement: StatementSync; readonly reader: boolean }>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const prepared = { statement, reader: statement.columns().length > 0 };
    if (statements.size >= statementLimit) statements.clear();
    statements.set(sql, prepared);
    return prepared;
  };
  const guarded = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw asRefusal(error, path);
    }
  };
  const adapter: SqliteDatabase = {
    close: () => database.close(),
    prepare: (sql) =>
      guarded(() => {
        const { statement, reader } = prepare(sql);
        return {
          reader,
          all: (parameters) => guarded(() => statement.all(...values(parameters))),
          run: (parameters) =>
            guarded(() => {
              // A full disk ends the transaction by itself; that there is none to roll back must not hide the reason.
              if (sql === 'rollback' && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
              return statement.run(...values(parameters));
            }),
          iterate: (parameters) => guarded(() => statement.iterate(...values(parameters))),
        };
      }),
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapter }) });
}

/** Kysely hands parameters on untyped; what is not a value of SQLite is a fault of ours and thrown by SQLite itself. */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/** SQLite's primary result codes that have a remedy (sqlite.org/rescode.html). */
const remedies: Record<number, readonly ['disk-full' | 'catalog-unavailable', string]> = {
  8: ['catalog-unavailable', 'may not be written. Check the rights of the --data folder.'],
  10: ['catalog-unavailable', 'could not be read or written by the disk. Check the disk, then start again.'],
  11: ['catalog-unavailable', 'is damaged. Restore it from a copy, or start with another --data folder.'],
  13: ['disk-full', 'could not grow: the disk is full. Nothing stored is lost; make room and retry.'],
  14: ['catalog-unavailable', 'cannot be opened. Check that the --data folder exists and may be written.'],
  26: ['catalog-unavailable', 'is not a catalog of Pincite. Move it away, or start with another --data folder.'],
};

function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof PinciteError) return error;
  const code = resultCodeOf(error);
  const remedy = code === null ? undefined : remedies[code];
  if (remedy === undefined) return error;
  return new PinciteError(remedy[0], `The catalog ${path} ${remedy[1]} (${messageOf(error)})`, { cause: error });
}

/** SQLite's extended result code of whatever was thrown; null for other errors. */
function extendedCodeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

/** SQLite's primary result code of whatever was thrown; null for other errors. */
export function resultCodeOf(error: unknown): number | null {
  const code = extendedCodeOf(error);
  return code === null ? null : code & 0xff;
}

/** Whether a unique index or a primary key refused the row; other broken constraints are faults of ours. */
export function isDuplicate(error: unknown): boolean {
  const code = extendedCodeOf(error);
  return code === 2067 || code === 1555;
}

/** `items` in slices of `size`: SQLite takes at most 32,766 parameters a statement. */
export function* slices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
