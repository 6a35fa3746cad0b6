// The list of pages recognition is measured on: each is there, and the kinds that issue 4 asks about are.
import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ocrPages } from './ocr-pages.ts';

const root = join(import.meta.dirname, '..', '..');
const folders = { specimens: join(root, 'docs-corpus', 'filings'), filings: join(root, '..', 'shared', 'filings') };

test('each page’s file, and its published text, is there', () => {
  const isThere = existsSync(folders.filings);
  if (!isThere) process.stderr.write('../shared/filings is not there: only the specimen is looked for.\n');
  const paths = ocrPages
    .filter(({ from }) => from === 'specimens' || isThere)
    .flatMap(({ from, file, truth }) => [
      join(folders[from], file),
      ...(truth.endsWith('.txt') ? [join(folders.filings, 'truth', truth)] : []),
    ]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('text pages of eight files and more, drawn clean and worn; no page twice', () => {
  for (const kind of ['clean', 'worn'] as const) {
    const own = ocrPages.filter(({ scan, truth }) => scan === kind && truth === 'own');
    expect(new Set(own.map(({ file }) => file)).size).toBeGreaterThanOrEqual(8);
  }
  const names = ocrPages.map(({ file, pageNumber, scan }) => `${file} ${pageNumber} ${scan}`);
  expect(new Set(names).size).toBe(names.length);
});
