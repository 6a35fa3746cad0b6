// Folders as they are walked: what counts as a filing, what is passed over, what cannot be read.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { scanFolder } from '../../server/intake/scan-folder.ts';
import { temporaryFolder } from './filings.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const put = (...names: string[]) => {
  for (const name of names) {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), '');
  }
};
const scan = async () => {
  const notices: string[] = [];
  const folders = await scanFolder(folder.path, (line) => notices.push(line));
  return { folders: folders.map((each) => ({ ...each, path: relative(folder.path, each.path) })), notices };
};

describe('what is found', () => {
  test('PDFs in the order of their names, sidecars by theirs, folder by folder', async () => {
    put('b.pdf', 'a.PDF', 'notes.txt', 'docket.csv', 'docket.json', 'gazetteer.json', 'sub/c.pdf', 'sub/Docket.json');
    expect(await scan()).toEqual({
      folders: [
        { path: '', pdfs: ['a.PDF', 'b.pdf'], sidecars: ['docket.json', 'docket.csv'], hasGazetteer: true },
        { path: 'sub', pdfs: ['c.pdf'], sidecars: [], hasGazetteer: false },
      ],
      notices: [],
    });
  });

  test('dockets of RECAP’s archive under its own names, and those in XML, of which somebody must be told', async () => {
    put(
      'gov.uscourts.cand.1.docket.json',
      'docket.csv',
      'gov.uscourts.cand.1.docket.xml',
      'docket.xml',
      'old-docket.json',
    );
    expect((await scan()).folders[0]?.sidecars).toEqual([
      'docket.csv',
      'gov.uscourts.cand.1.docket.json',
      'docket.xml',
      'gov.uscourts.cand.1.docket.xml',
    ]);
  });

  test('a folder without PDFs is no error here: who asked says what that means', async () => {
    expect((await scan()).folders).toEqual([{ path: '', pdfs: [], sidecars: [], hasGazetteer: false }]);
  });

  const passedOver: [string, string][] = [
    ['.hidden.pdf', 'a half-finished download'],
    ['.git/a.pdf', 'a hidden folder'],
    ['node_modules/pdfkit/a.pdf', 'packages bring PDFs of their own'],
    ['a.pdf.part', 'not finished'],
    ['folder.pdf/notes.txt', 'a folder is no filing'],
  ];
  test.each(passedOver)('%s is passed over (%s)', async (name) => {
    put(name);
    expect((await scan()).folders.flatMap(({ pdfs }) => pdfs)).toEqual([]);
  });

  test('a link to a PDF is followed, a link to a folder is not: it may lead in a circle', async () => {
    put('elsewhere/a.pdf');
    symlinkSync(join(folder.path, 'elsewhere', 'a.pdf'), join(folder.path, 'link.pdf'));
    symlinkSync(folder.path, join(folder.path, 'elsewhere', 'circle'));
    const { folders } = await scan();
    expect(folders.map(({ path, pdfs }) => [path, pdfs])).toEqual([
      ['', ['link.pdf']],
      ['elsewhere', ['a.pdf']],
    ]);
  });
});

describe('what cannot be read', () => {
  const rows: [string, (path: string) => void, RegExp][] = [
    ['is not there', () => undefined, /ENOENT/],
    ['is a file', (path) => writeFileSync(path, ''), /ENOTDIR/],
    ['is a link to itself', (path) => symlinkSync(path, path), /ELOOP/],
  ];
  test.each(rows)('a corpus folder that %s is refused with its name and the remedy', async (_what, make, says) => {
    const path = join(folder.path, 'corpus');
    make(path);
    const scanned = scanFolder(path, () => undefined);
    await expect(scanned).rejects.toMatchObject({ code: 'unreadable-folder', message: expect.stringMatching(says) });
    await expect(scanned).rejects.toThrow(`The folder ${path} cannot be read`);
    await expect(scanned).rejects.toThrow(/--corpus/);
  });

  test('a folder below that cannot be read is named, the others are read', async () => {
    // Longer than any path may be, so that not even root can list it: built in two halves, one moved into the other.
    const deep = (at: string, depth: number) =>
      join(at, ...Array.from({ length: depth }, (_, level) => `${level}`.padEnd(200, 'x')));
    const outer = deep(join(folder.path, 'a'), 10);
    mkdirSync(outer, { recursive: true });
    mkdirSync(deep(join(folder.path, 'b'), 12), { recursive: true });
    put('z/good.pdf');
    renameSync(join(folder.path, 'b'), join(outer, 'b'));
    try {
      const { folders, notices } = await scan();
      expect(folders.at(-1)).toMatchObject({ path: 'z', pdfs: ['good.pdf'] });
      expect(notices).toEqual([
        expect.stringMatching(/^The folder .*x cannot be read \(.*\); the other folders are\.$/),
      ]);
    } finally {
      // Else it could not be removed either.
      renameSync(join(outer, 'b'), join(folder.path, 'b'));
    }
  });
});
