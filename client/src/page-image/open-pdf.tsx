// The PDFs that are open in this window, the last few of them: the page beside the list and the reader share one opening, so that a
// hit opens at once. Document in → pdf.js' document out; rejects with the reason why it cannot be opened.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler's `?url` makes the default export
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { addressOf } from '../api/client.ts';
import { pdfAssets } from './pdf-assets.ts';
import { createPdfCache } from './pdf-cache.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

const pdfs = createPdfCache<PDFDocumentProxy>({
  open: (documentId) =>
    getDocument({ ...pdfAssets, url: addressOf('documentFile', { params: { id: documentId } }) }).promise,
  close: (pdf) => void pdf.loadingTask.destroy(),
  limit: 4,
});

export const openPdf = pdfs.open;
