// Where the bytes of filings lie, named by their SHA-256 (ARCHITECTURE §5: a folder now, an object store later).

/** Stored bytes. */
export interface StoredBlob {
  readonly sha256: string;
  readonly bytes: number;
  /** False when the same bytes were there already. */
  readonly isNew: boolean;
}

export interface BlobStore {
  /**
   * Copies a file in. Rejects with `disk-full` (nothing half-written stays), `too-large`, `empty-file`, `not-a-pdf`
   * (the first kilobyte decides), `unreadable-folder` when the file cannot be read; `name` is what the message calls it.
   */
  put(path: string, name: string): Promise<StoredBlob>;
  has(sha256: string): Promise<boolean>;
  /** Local path of stored bytes. */
  pathOf(sha256: string): string;
  remove(sha256: string): Promise<void>;
}
