// What a page says of itself after recognition.
import { expect, test } from '@jest/globals';
import type { RecognitionOutcome, RecognizedPage } from '../../../server/contract/recognition.ts';
import { asRecognized } from '../../../server/parse/recognition/recognized-page.ts';
import { setPage } from '../../passages/page-maker.ts';

const waiting = setPage(2, [], { unread: { reason: 'awaiting-ocr', detail: 'The page is an image without text.' } });
const word = { text: 'motion', confidence: 90, line: 0, x: 0, y: 0, advances: [1, 1, 1, 1, 1, 1], size: 12 };
const outcome = (page: Partial<RecognizedPage>): RecognitionOutcome => ({
  kind: 'recognized',
  page: { pageNumber: 2, angle: 0, confidence: 90, dpi: 300, ink: 0.05, words: [], ...page },
});

test.each<[string, RecognitionOutcome, string | null, object | undefined]>([
  ['words: the page is read, and how well', outcome({ words: [word] }), null, { confidence: 90, dpi: 300 }],
  ['poor words are read all the same', outcome({ words: [word], confidence: 41 }), null, { confidence: 41, dpi: 300 }],
  ['blank paper is read: there is nothing on it', outcome({ ink: 0.0004 }), null, undefined],
  ['a picture without words is not', outcome({ ink: 0.3 }), 'unreadable', undefined],
  ['a sheet that is black all over is not', outcome({ ink: 0.99 }), 'unreadable', undefined],
  [
    'a page that failed three times says why',
    { kind: 'failed', pageNumber: 2, reason: 'time-limit', detail: 'It took too long.' },
    'time-limit',
    undefined,
  ],
])('%s', (_, given, reason, recognized) => {
  const page = asRecognized(waiting, given);
  expect([page.unread?.reason ?? null, page.recognized]).toEqual([reason, recognized]);
});
