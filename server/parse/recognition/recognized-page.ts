// What a page says of itself after it was recognised: how well, and, where nothing came of it, why.
// Shape in: a page as laid out, and the outcome → shape out: the page; blank paper counts as read.
import type { Page } from '../../contract/page.ts';
import type { RecognitionOutcome } from '../../contract/recognition.ts';

/** A sheet with less ink than this has nothing on it but dust and the holes of a binder. */
const blankInk = 0.0015;
/** A sheet with more was redacted as a whole. */
const blackInk = 0.9;

/** Marks a page. */
export function asRecognized(page: Page, outcome: RecognitionOutcome): Page {
  if (outcome.kind === 'failed') {
    return { ...page, unread: { reason: outcome.reason, detail: outcome.detail } };
  }
  const { confidence, dpi, ink, words } = outcome.page;
  if (words.length > 0) return { ...page, unread: null, recognized: { confidence, dpi } };
  if (ink < blankInk) return { ...page, unread: null };
  const detail =
    ink > blackInk
      ? 'The page is black all over.'
      : 'The page is a picture in which no words were recognised: a drawing, handwriting, or print too faint.';
  return { ...page, unread: { reason: 'unreadable', detail } };
}
