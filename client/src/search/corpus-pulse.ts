// Whether the corpus is still moving: its numbers in → whether to look again, and a mark that changes when answers may have.
import type { CorpusAnswer } from '../../../server/contract/document-api.ts';

type Moving = Pick<CorpusAnswer, 'pendingJobs' | 'pendingOutbox' | 'fingerprint' | 'documents'> & {
  readonly index: Pick<CorpusAnswer['index'], 'state'>;
};

/** Filings are being read, or what was read is not all searchable yet. */
export function isMoving({ pendingJobs, pendingOutbox, index }: Moving): boolean {
  return pendingJobs > 0 || pendingOutbox > 0 || index.state !== 'ready';
}

/** Pages wait for recognition, and it goes on. */
export function isRecognizing({
  recognition,
  unreadablePages,
}: Pick<CorpusAnswer, 'recognition' | 'unreadablePages'>): boolean {
  return recognition === 'on' && unreadablePages.some(({ reason }) => reason === 'awaiting-ocr');
}

/** Equal as long as the same question has the same answer. */
export function markOf({ fingerprint, documents, pendingOutbox, index }: Moving): string {
  return [fingerprint, documents, pendingOutbox, index.state].join(' ');
}
