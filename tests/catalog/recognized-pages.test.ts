// What is kept of a recognised page, and what is forgotten when a bad redaction is found on it later.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { RecognizedPage } from '../../server/contract/recognition.ts';
import { packRecognized, unpackRecognized } from '../../server/catalog/recognized-pages.ts';
import { incoming, pageOf, readingOf, shaOf, store, temporaryCatalog } from './readings.ts';

const word = { text: 'motion', confidence: 92, line: 0, x: 72, y: 700, advances: [6, 6, 3, 3, 6, 6], size: 12 };
const recognized = (pageNumber: number): RecognizedPage => ({
  pageNumber,
  angle: 0,
  confidence: 91.5,
  dpi: 300,
  ink: 0.05,
  words: [word, { ...word, text: 'denied', y: 600 }],
});
const exhibit = shaOf('exhibit.pdf');
const scan = (pageNumber: number, extra = {}) =>
  pageOf(pageNumber, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' }, ...extra });

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

test('packed and unpacked it is the same', () => {
  expect(unpackRecognized(packRecognized(recognized(3)))).toEqual(recognized(3));
});

test('words under a bad redaction that is found later are forgotten', async () => {
  await store(own.catalog, incoming('exhibit.pdf'), [scan(1)]);
  await own.catalog.recognitions.take(1000);
  await own.catalog.recognitions.put(exhibit, recognized(1));
  await own.catalog.jobs.readAgain(exhibit);
  const job = await own.catalog.jobs.lease('tester', 1000);
  const box = [70, 690, 110, 690, 110, 720, 70, 720] as const;
  const redactions = [{ pageNumber: 1, box, bad: true, characters: 6 }];
  await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(exhibit, [scan(1, { redactions })]));
  expect(await own.catalog.recognitions.outcomes(exhibit)).toEqual([
    { kind: 'recognized', page: { ...recognized(1), words: recognized(1).words.slice(1) } },
  ]);
});
