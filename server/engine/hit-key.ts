// What the index keeps of a hit beside its text: which passage of which document it is.

/** Names a passage of a document: one file, and so one passage, may serve several documents. */
export interface HitKey {
  readonly passageId: string;
  readonly documentId: string;
}

export function writeHitKey({ passageId, documentId }: HitKey): string {
  return `${documentId} ${passageId}`;
}

/** Reads what `writeHitKey` wrote. */
export function readHitKey(text: string): HitKey {
  const [documentId = '', passageId = ''] = text.split(' ');
  return { passageId, documentId };
}
