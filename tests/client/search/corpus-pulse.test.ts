import { expect, test } from '@jest/globals';
import { isMoving, isRecognizing, markOf } from '../../../client/src/search/corpus-pulse.ts';

const still: Parameters<typeof isMoving>[0] = {
  pendingJobs: 0,
  pendingOutbox: 0,
  fingerprint: 'f',
  documents: 3,
  index: { state: 'ready' },
};

test.each<[typeof still, boolean, string]>([
  [still, false, 'all is read and searchable'],
  [{ ...still, pendingJobs: 1 }, true, 'a filing is being read'],
  [{ ...still, pendingOutbox: 5 }, true, 'what was read is on its way to the index'],
  [{ ...still, index: { state: 'behind' } }, true, 'the index says so itself'],
  [{ ...still, index: { state: 'unavailable' } }, true, 'it may come back'],
])('%# moves: %s, %s (%s)', (corpus, moving) => {
  expect(isMoving(corpus)).toBe(moving);
});

test.each<[typeof still, boolean, string]>([
  [{ ...still, pendingJobs: 7 }, true, 'a queue alone changes no answer'],
  [{ ...still, fingerprint: 'g' }, false, 'other text'],
  [{ ...still, documents: 4 }, false, 'one filing more'],
  [{ ...still, pendingOutbox: 1 }, false, 'part of it is not searchable yet'],
  [{ ...still, index: { state: 'behind' } }, false, 'the index fell behind'],
])('%# the answers are the same: %s, %s (%s)', (corpus, same) => {
  expect(markOf(corpus) === markOf(still)).toBe(same);
});

test.each<[Parameters<typeof isRecognizing>[0], boolean, string]>([
  [{ recognition: 'on', unreadablePages: [] }, false, 'nothing waits'],
  [{ recognition: 'on', unreadablePages: [unread('unreadable'), unread('awaiting-ocr')] }, true, 'a page waits'],
  [{ recognition: 'on', unreadablePages: [unread('poor-image')] }, false, 'it will not get better'],
  [{ recognition: 'off', unreadablePages: [unread('awaiting-ocr')] }, false, 'it waits in vain'],
])('%# is being recognised: %s, %s (%s)', (corpus, recognizing) => {
  expect(isRecognizing(corpus)).toBe(recognizing);
});

function unread(reason: string) {
  return { documentId: 'd', filename: 'a.pdf', pageNumber: 1, reason };
}
