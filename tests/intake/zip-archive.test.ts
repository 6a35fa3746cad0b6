// Zips: what is in them comes out file by file, nothing by a name of theirs, and what is made to do harm is named.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isZip, unpackArchive } from '../../server/intake/zip-archive.ts';
import { pdfBytes, temporaryFolder } from './filings.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const limits = { entries: 10, bytes: 5_000_000, bytesPerFile: 3_000_000 };
type Packed = readonly (readonly [name: string, bytes: Buffer])[];

async function pack(files: Packed): Promise<string> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  const path = join(folder.path, 'case.zip');
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** What came out: name and content, or name and reason. */
async function unpacked(path: string, own = limits): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const entry of unpackArchive(path, 'case.zip', folder.path, own))
    found.push([
      entry.name,
      'refusal' in entry ? `${entry.refusal.code}: ${entry.refusal.message}` : readFileSync(entry.path, 'latin1'),
    ]);
  return found;
}

/** A name that the packer would not write, put over one of the same length. */
async function packAs(name: string): Promise<string> {
  const stand = 'x'.repeat(name.length);
  const path = await pack([[stand, pdfBytes('a')]]);
  const bytes = readFileSync(path).toString('latin1').replaceAll(stand, name);
  writeFileSync(path, Buffer.from(bytes, 'latin1'));
  return path;
}

test('files of folders come out, what systems add does not', async () => {
  const path = await pack([
    ['klein/735.pdf', pdfBytes('735')],
    ['klein/sealed/735.pdf', pdfBytes('sealed')],
    ['__MACOSX/klein/._735.pdf', pdfBytes('fork')],
    ['klein/.DS_Store', Buffer.from('x')],
    ['notes.txt', Buffer.from('kept for the intake to refuse')],
  ]);
  expect(await isZip(path)).toBe(true);
  expect(await unpacked(path)).toEqual([
    ['735.pdf', pdfBytes('735').toString('latin1')],
    ['735.pdf', pdfBytes('sealed').toString('latin1')],
    ['notes.txt', 'kept for the intake to refuse'],
  ]);
});

test.each([
  ['../../../evil.pdf', 'climbs out'],
  ['/etc/cron.d/evil.pdf', 'from the root'],
  ['a/../../evil.pdf', 'climbs out on the way'],
  ['C:/windows/evil.pdf', 'from a drive'],
])('%s is refused by name and written nowhere (%s)', async (name) => {
  const path = await packAs(name);
  expect(await unpacked(path)).toEqual([
    ['evil.pdf', expect.stringMatching(/^bad-archive: case\.zip: evil\.pdf has a path that leads out/)],
  ]);
  expect(readdirSync(folder.path)).toEqual(['case.zip']);
});

const entries: [string, Packed, RegExp][] = [
  [
    'a zip within',
    [['more.zip', Buffer.from('PK\x03\x04')]],
    /^bad-archive: case\.zip: more\.zip is an archive within/,
  ],
  [
    'a file over the limit',
    [['big.pdf', Buffer.alloc(3_500_000, 'pdf')]],
    /^too-large: case\.zip: big\.pdf is larger.*--max-file/,
  ],
  ['a bomb', [['bomb.pdf', Buffer.alloc(2_000_000)]], /^bad-archive: case\.zip: bomb\.pdf is packed tighter/],
];
test.each(entries)('%s is refused, the rest comes out', async (_, bad, reason) => {
  const found = await unpacked(await pack([...bad, ['735.pdf', pdfBytes('735')]]));
  expect(found).toEqual([
    [bad[0]?.[0], expect.stringMatching(reason)],
    ['735.pdf', pdfBytes('735').toString('latin1')],
  ]);
});

test('an encrypted file is refused with what to do', async () => {
  const path = await pack([['735.pdf', pdfBytes('735')]]);
  const bytes = readFileSync(path);
  // Bit 0 of the flags of both headers (APPNOTE 4.4.4).
  bytes[6] = (bytes[6] ?? 0) | 1;
  const central = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  bytes[central + 8] = (bytes[central + 8] ?? 0) | 1;
  writeFileSync(path, bytes);
  expect(await unpacked(path)).toEqual([['735.pdf', expect.stringMatching(/is encrypted.*password/)]]);
});

const wholes: [string, () => Promise<string>, object, string][] = [
  [
    'more files than may be',
    () =>
      pack([
        ['a.pdf', pdfBytes('a')],
        ['b.pdf', pdfBytes('b')],
      ]),
    { entries: 1 },
    'at most 1',
  ],
  [
    'more bytes than may be',
    () =>
      pack([
        ['a.pdf', pdfBytes('a')],
        ['b.pdf', pdfBytes('b')],
      ]),
    { bytes: 30 },
    'unpacks to',
  ],
  ['an Office file', () => pack([['[Content_Types].xml', Buffer.from('<x/>')]]), {}, 'is an Office file'],
  ['nothing in it', () => pack([]), {}, 'holds no file'],
  [
    'no end',
    async () => {
      const path = await pack([['a.pdf', pdfBytes('a')]]);
      writeFileSync(path, readFileSync(path).subarray(0, 60));
      return path;
    },
    {},
    'cannot be unpacked',
  ],
];
test.each(wholes)('an archive with %s is refused as a whole', async (_, make, own, says) => {
  await expect(unpacked(await make(), { ...limits, ...own })).rejects.toThrow(says);
  expect(readdirSync(folder.path)).toEqual(['case.zip']);
});

test('a file is no zip by its name', async () => {
  const path = join(folder.path, 'case.zip');
  writeFileSync(path, pdfBytes('a'));
  expect(await isZip(path)).toBe(false);
});
