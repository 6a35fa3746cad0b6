// Which PDFs are measured, and what they are called.
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { keyOf, openFilingsFolder } from './filings-folder.ts';

const room = mkdtempSync(join(tmpdir(), 'pincite-fidelity-folder-'));
const root = join(room, 'repository');
const specimens = join(root, 'docs-corpus', 'filings');
mkdirSync(join(specimens, 'deep', 'er'), { recursive: true });
writeFileSync(join(specimens, 'deep', 'er', 'B.PDF'), 'b');
writeFileSync(join(specimens, 'a.pdf'), 'a');
writeFileSync(join(specimens, 'docket.json'), '{}');
afterAll(() => rmSync(room, { recursive: true }));

function open(wanted: string | null): { readonly corpus: string; readonly names: string[]; readonly said: string[] } {
  const said: string[] = [];
  const { corpus, files } = openFilingsFolder(root, wanted, (line) => void said.push(line));
  return { corpus, names: files.map(({ name }) => name), said };
}

describe('openFilingsFolder', () => {
  test('without the real filings the specimens are measured, and it says so', () => {
    const { corpus, names, said } = open(null);
    expect(corpus).toBe('docs-corpus/filings');
    expect(names).toEqual(['a.pdf', 'deep/er/B.PDF']);
    expect(said.join()).toMatch(/\.\.\/shared\/filings is not there/);
  });

  test('a folder by name goes by its own name', () => {
    expect(open(join(specimens, 'deep'))).toEqual({ corpus: 'deep', names: ['er/B.PDF'], said: [] });
    expect(open(specimens).corpus).toBe('docs-corpus/filings');
  });

  test('the real filings beside the repository come first', () => {
    mkdirSync(join(room, 'shared', 'filings'), { recursive: true });
    writeFileSync(join(room, 'shared', 'filings', 'c.pdf'), 'c');
    expect(open(null)).toEqual({ corpus: '../shared/filings', names: ['c.pdf'], said: [] });
  });

  test.each<[string, RegExp]>([
    [join(room, 'nowhere'), /is no folder/],
    [join(specimens, 'a.pdf'), /is no folder/],
  ])('%s is refused', (folder, message) => {
    expect(() => open(folder)).toThrow(message);
  });

  test('a folder without PDFs is refused', () => {
    mkdirSync(join(room, 'empty'));
    expect(() => open(join(room, 'empty'))).toThrow(/has no PDFs/);
  });
});

test('keyOf: the beginning of the SHA-256 and the name', async () => {
  const path = join(specimens, 'a.pdf');
  const { key, sha256 } = await keyOf({ path, name: basename(path) });
  // printf a | sha256sum
  expect(key).toBe('ca978112ca1b a.pdf');
  expect(sha256).toMatch(/^ca978112ca1b[\da-f]{52}$/);
});
