// Keeps the last few opened PDFs, so that stepping through the hits of one filing opens it once.
// In: a way to open and to close. Out: `open(id)`, which shares one opening; a failed one is forgotten, the oldest beyond the limit is closed.

export interface PdfCache<Opened> {
  readonly open: (documentId: string) => Promise<Opened>;
}

export interface PdfCachePorts<Opened> {
  readonly open: (documentId: string) => Promise<Opened>;
  readonly close: (opened: Opened) => void;
  readonly limit: number;
}

export function createPdfCache<Opened>({ open, close, limit }: PdfCachePorts<Opened>): PdfCache<Opened> {
  // A Map keeps the order of insertion: the first is the one used longest ago.
  const opened = new Map<string, Promise<Opened>>();

  return {
    open(documentId) {
      const known = opened.get(documentId);
      if (known !== undefined) {
        opened.delete(documentId);
        opened.set(documentId, known);
        return known;
      }
      const opening = open(documentId);
      opened.set(documentId, opening);
      opening.catch(() => {
        if (opened.get(documentId) === opening) opened.delete(documentId);
      });
      const oldest = opened.size > limit ? opened.entries().next().value : undefined;
      if (oldest !== undefined) {
        opened.delete(oldest[0]);
        // An opening that fails has nothing to close, and its caller has been told.
        oldest[1].then(close, () => undefined);
      }
      return opening;
    },
  };
}
