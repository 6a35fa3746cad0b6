// The truth beside the specimens is found by the file's name.
import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readSpecimenTruth } from './specimen-truth.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs-corpus', 'truth');

test('a specimen has pages of lines and passages', () => {
  const truth = readSpecimenTruth(folder, 'deep/gov.uscourts.cand.0.9009.0.pdf');
  expect(truth?.pages[0]?.lines.some(({ number }) => number === 1)).toBe(true);
  expect(truth?.passages.some(({ kind }) => kind === 'testimony')).toBe(true);
});

test('another file has none', () => {
  expect(readSpecimenTruth(folder, 'gov.uscourts.cand.369872.735.2.pdf')).toBeNull();
});
