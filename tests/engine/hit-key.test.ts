// A hit's key there and back.
import { expect, test } from '@jest/globals';
import { readHitKey, writeHitKey } from '../../server/engine/hit-key.ts';

test.each([
  { passageId: 'f00d-ab12-0', documentId: 'Q_x-9', why: 'ids as they are made' },
  { passageId: 'same', documentId: 'same', why: 'order decides, not looks' },
])('document and passage come back as they were ($why)', ({ passageId, documentId }) => {
  expect(readHitKey(writeHitKey({ passageId, documentId }))).toEqual({ passageId, documentId });
});

test('what is no key names nothing', () => {
  expect(readHitKey('')).toEqual({ passageId: '', documentId: '' });
});
