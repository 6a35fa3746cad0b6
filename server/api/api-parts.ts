// What the API calls on: the steps, already connected by `app.ts`. The routes hold no state of their own.
import type { Redaction } from '../contract/page.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { BlobStore } from '../intake/blob-store.ts';
import type { IndexState } from '../indexing/indexer.ts';
import type { Search } from '../search/create-search.ts';

export interface ApiParts {
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly search: Search;
  readonly reports: {
    /** Queues a run; its id, or null when there is no such report. */
    run(reportId: string): Promise<string | null>;
    /** Queries asked so far; null when the run is not under way. */
    done(runId: string): number | null;
    stop(runId: string): boolean;
  };
  readonly index: {
    state(): IndexState;
    reindex(): Promise<number>;
    /** Resolves when the index has followed the catalog, or after a moment if it cannot. */
    settled(): Promise<void>;
    /** Version of the engine that answers, as `1.21.0`. */
    readonly engineVersion: string;
  };
  readonly names: {
    /** The list of names has changed. Resolves when passages follow it, or after a moment when that takes longer. */
    follow(): Promise<void>;
  };
  readonly recognition: {
    readonly state: 'on' | 'off';
    /** Calls back when a page was recognised or given up; returns the way to stop. */
    listen(listener: () => void): () => void;
  };
  readonly jobs: {
    /** Something was queued. */
    wake(): void;
    /** Calls back with the id of each job that changed; returns the way to stop. */
    listen(listener: (jobId: string) => void): () => void;
  };
  /** Takes one uploaded file in, or rejects with the reason. */
  readonly takeIn: (
    path: string,
    name: string,
  ) => Promise<{ jobId: string; documentId: string | null; known: boolean; filename: string }>;
  /** Folder for uploads on their way. */
  readonly uploadFolder: string;
  /** Copies of badly redacted files without the hidden words. */
  readonly burnt: {
    /** The copy, and what its findings make it; rejects when it cannot be made. */
    copyOf(file: {
      readonly sha256: string;
      readonly path: string;
      readonly name: string;
      readonly redactions: readonly Redaction[];
    }): Promise<{ readonly path: string; readonly key: string }>;
    remove(sha256: string): Promise<void>;
  };
  /** Whether a badly redacted file may be had as it was filed. */
  readonly originals: 'on-request' | 'never';
  readonly clientFolder: string;
  readonly maxFileBytes: number;
  readonly version: string;
  readonly parserVersion: string;
  /** A fault of ours, with the id that the answer carries. */
  readonly onFault: (id: string, error: unknown) => void;
  readonly now: () => Date;
}
