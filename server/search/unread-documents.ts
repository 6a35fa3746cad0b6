// The documents that have unread pages, kept until the corpus changes: every answer needs them.
import type { SearchParts } from './search-parts.ts';
import type { UnreadDocument } from './unsearched.ts';

/** Makes a loader; the fingerprint says whether what it holds is still true. */
export function createUnreadDocuments(
  parts: Pick<SearchParts, 'unread' | 'document'>,
): (fingerprint: string) => Promise<readonly UnreadDocument[]> {
  let held: { readonly fingerprint: string; readonly documents: readonly UnreadDocument[] } | null = null;
  return async (fingerprint) => {
    if (held?.fingerprint === fingerprint) return held.documents;
    const byDocument = Map.groupBy(await parts.unread(), ({ documentId }) => documentId);
    const documents: UnreadDocument[] = [];
    for (const [id, pages] of byDocument) {
      const document = await parts.document(id);
      if (document !== null) documents.push({ document, pages });
    }
    held = { fingerprint, documents };
    return documents;
  };
}
