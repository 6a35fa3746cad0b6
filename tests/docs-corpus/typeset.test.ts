// The corpus as it is committed: made by its sources to the byte, marked as specimens on every page, and with everything in it that
// Pincite has to be able to read. PDFs are looked at through pdf.js, not through the typesetter's own account of them.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences, readSources, typesetAll } from '../../docs-corpus/typeset.ts';
import { docketNumber, specimenMark } from '../../docs-corpus/typesetter/furnish.ts';
import type { Truth } from '../../docs-corpus/typesetter/truth.ts';
import { readDocketJson } from '../../server/intake/docket-json.ts';
import { readGazetteer } from '../../server/intake/gazetteer-file.ts';
import { readPdf } from './typesetter/read-pdf.ts';

const home = join(import.meta.dirname, '..', '..', 'docs-corpus');
const read = (path: string) => readFileSync(join(home, path));
const files = readdirSync(join(home, 'filings')).filter((name) => name.endsWith('.pdf'));
// Written by the typesetter of this repository; the first test compares it with what the typesetter writes now.
const truthOf = (file: string) => JSON.parse(read(`truth/${file.replace(/pdf$/, 'json')}`).toString()) as Truth;
const truths = files.map(truthOf);
const pages = truths.flatMap((truth) => truth.pages.map((page) => ({ ...page, file: truth.file })));
const passages = truths.flatMap((truth) => truth.passages.map((passage) => ({ ...passage, file: truth.file })));
const entryOf = (file: string) => file.split('.').slice(4, 6).join('.');

describe('made by its sources', () => {
  let made: ReadonlyMap<string, Buffer> = new Map();
  beforeAll(async () => {
    made = await typesetAll();
  }, 180_000);

  test('every byte that is committed is what its source makes', () => {
    expect(differences(made)).toEqual([]);
  });

  test('a file that was changed, one that is missing and one without a source are named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pincite-corpus-'));
    try {
      for (const part of ['filings', 'truth']) cpSync(join(home, part), join(folder, part), { recursive: true });
      expect(differences(made, folder)).toEqual([]);
      writeFileSync(join(folder, 'filings', 'docket.json'), '{}');
      rmSync(join(folder, 'truth', 'gov.uscourts.cand.0.9003.0.json'));
      writeFileSync(join(folder, 'filings', 'stray.pdf'), '');
      expect(differences(made, folder).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'filings/docket.json',
        'filings/stray.pdf',
        'truth/gov.uscourts.cand.0.9003.0.json',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('node docs-corpus/typeset.ts --check agrees and writes nothing', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(home, 'typeset.ts'), '--check']);
    expect({ status, stderr: stderr.toString(), stdout: stdout.toString() }).toEqual({
      status: 0,
      stderr: '',
      stdout: '',
    });
  });

  test('its programs import nothing of the server', () => {
    const programs = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(programs.length).toBeGreaterThan(15);
    const imports = programs.flatMap((name) => [
      ...read(name)
        .toString()
        .matchAll(/(?:from|import\()\s*'([^']+)'/g),
    ]);
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.map((match) => match[1] ?? '').filter((target) => target.includes('server'))).toEqual([]);
  });
});

describe('its size', () => {
  test('at least 14 filings, 120 to 180 pages, at most 6 MB', () => {
    expect(files.length).toBeGreaterThanOrEqual(14);
    expect(pages.length).toBeGreaterThanOrEqual(120);
    expect(pages.length).toBeLessThanOrEqual(180);
    const bytes = files.reduce((sum, file) => sum + read(`filings/${file}`).length, 0);
    expect(bytes).toBeLessThanOrEqual(6_000_000);
  });
});

describe.each(files)('%s', (file) => {
  test('each page bears the mark of a specimen and its stamp, and there are as many as in its truth', async () => {
    const { pages: drawn, info } = await readPdf(read(`filings/${file}`));
    const truth = truthOf(file);
    const scanned = truth.pages[0]?.text !== null;
    expect(String(info.Title)).toMatch(/^SPECIMEN - /);
    expect(drawn).toHaveLength(truth.pages.length);
    for (const [index, page] of drawn.entries()) {
      const words = page.words.map(({ text }) => text).join('\n');
      expect(words).toContain(`Case ${docketNumber}`);
      expect(words).toContain(`Page ${index + 1} of ${drawn.length}`);
      // A scan has its mark in the image, where everybody sees it and no machine reads it.
      expect(scanned ? (truth.pages[index]?.text ?? '') : words).toContain(specimenMark);
      expect(page.images).toBe(scanned ? 1 : 0);
    }
  });
});

describe('its docket', () => {
  const docket = readDocketJson(read('filings/docket.json').toString(), 'docket.json');
  const details = new Map(files.map((file) => [file, docket.details.get(file)]));

  test('the product reads it, and it names each filing as a specimen of the specimen’s case', () => {
    for (const [file, found] of details)
      expect({ file, ...found }).toMatchObject({
        file,
        specimen: true,
        docketNumber,
        pacerCaseId: '0',
        caseName: 'In re Specimen Filings (modelled on Klein v. Meta)',
      });
  });
  test('and the gazetteer', () => {
    const { products } = readGazetteer(read('filings/gazetteer.json').toString(), 'gazetteer.json');
    expect(products.map(({ name }) => name)).toEqual(expect.arrayContaining(['Titan API', 'Inbox API']));
  });
  test.each([
    'complaint',
    'letter brief',
    'opposition',
    'declaration',
    'exhibit',
    'order',
    'deposition',
    'transcript',
    'motion',
    'notice',
    'stipulation',
  ])('has a filing of the type %s', (type) => {
    expect([...details.values()].map((found) => found?.type)).toContain(type);
  });
  test('every filing that another cites is there', () => {
    const cited = readSources().flatMap(({ name }) =>
      [
        ...read(`sources/${name}`)
          .toString()
          .matchAll(/\b9\d{3}(?:-\d)?\b/g),
      ].map(([number]) => number),
    );
    const known = new Set(files.map(entryOf).flatMap((entry) => [entry.replace('.', '-'), entry.split('.')[0] ?? '']));
    expect(cited.length).toBeGreaterThan(100);
    expect([...new Set(cited.filter((number) => !known.has(number)))]).toEqual([]);
  });
});

describe('what Pincite has to read', () => {
  const body = pages.map((page) => ({
    ...page,
    body: page.lines.filter(({ furniture }) => furniture === null),
  }));
  const found = (words: string) => [
    ...new Set(passages.filter(({ text }) => text.toLowerCase().includes(words)).map(({ file }) => entryOf(file))),
  ];

  test.each([
    'titan api',
    'inbox api',
    '150 million',
    'cross-device intent signals',
    '750 million',
    'fortnightly report',
  ])('“%s” is in several filings', (words) => {
    expect(found(words).length).toBeGreaterThanOrEqual(4);
  });
  test.each(['§', '¶', '—', '“', '”', '’', '–'])('the sign %s', (sign) => {
    expect(passages.filter(({ text }) => text.includes(sign)).length).toBeGreaterThan(2);
  });
  test.each(['paragraph', 'heading', 'quote', 'footnote', 'table', 'testimony', 'caption', 'signature', 'contents'])(
    'passages of the kind %s',
    (kind) => {
      expect(passages.filter((passage) => passage.kind === kind).length).toBeGreaterThan(3);
    },
  );
  test('footnotes that run over to the next page', () => {
    const over = passages.filter(
      ({ kind, pageNumber, toPageNumber }) => kind === 'footnote' && toPageNumber > pageNumber,
    );
    expect(over.map(({ file }) => entryOf(file))).toContain('9008.0');
  });
  test('words broken over lines, and over pages', () => {
    const isBroken = (text: string | undefined) => /[a-z]-$/.test(text ?? '');
    expect(body.filter((page) => page.body.some(({ text }) => isBroken(text))).length).toBeGreaterThan(20);
    const last = body.filter((page) => {
      const numbered = page.body.filter(({ number }) => number !== null);
      return isBroken(numbered.at(-1)?.text);
    });
    expect(last.length).toBeGreaterThan(0);
  });
  test('printed page numbers that differ from the PDF’s, roman ones, and pages with none', () => {
    expect(
      pages.filter(({ pageLabel, pageNumber }) => pageLabel !== null && pageLabel !== String(pageNumber)).length,
    ).toBeGreaterThan(30);
    expect(pages.filter(({ pageLabel }) => /^[ivx]+$/.test(pageLabel ?? '')).length).toBeGreaterThan(3);
    expect(pages.filter(({ pageLabel }) => pageLabel === null).length).toBeGreaterThan(3);
  });
  test('two stamps on each page of the stipulation', () => {
    const stamps = pages
      .filter(({ file }) => entryOf(file) === '9002.0')
      .map(({ lines }) => lines.filter(({ furniture }) => furniture === 'stamp').length);
    expect(new Set(stamps)).toEqual(new Set([2]));
  });
  test('pages of testimony have 25 numbers, pleadings and orders 28', () => {
    const counts = (entry: string) =>
      new Set(
        pages
          .filter(({ file }) => entryOf(file) === entry)
          .map(({ lines }) => lines.filter(({ furniture }) => furniture === 'line-number').length),
      );
    expect([counts('9009.0'), counts('9010.0')]).toEqual([new Set([25]), new Set([25])]);
    expect([counts('9001.0'), counts('9008.0')]).toEqual([new Set([28]), new Set([28])]);
  });
  test('the citation that the README shows', () => {
    for (const entry of ['9004.0', '9013.0']) {
      const passage = passages.find(
        ({ file, text }) => entryOf(file) === entry && text.startsWith('Meta answers that'),
      );
      const page = pages.find(({ file, pageNumber }) => file === passage?.file && pageNumber === passage?.pageNumber);
      expect({ label: page?.pageLabel, lines: passage?.lines }).toEqual({
        label: '3',
        lines: { from: 14, to: 22, toPageNumber: page?.pageNumber },
      });
    }
  });
});

describe('the redacted letter and its unsealed version', () => {
  const [redacted, unsealed] = ['9004.0', '9013.0'].map((entry) => truths.find(({ file }) => entryOf(file) === entry));
  const wordsOf = (truth: Truth | undefined) => JSON.stringify(truth).toLowerCase();

  test.each(['150 million', '750 million', 'thirty-one', 'ten million', 'viewing intent', 'a music service'])(
    '“%s” is in the unsealed one alone',
    (words) => {
      expect(wordsOf(unsealed)).toContain(words);
      expect(wordsOf(redacted)).not.toContain(words);
    },
  );
  test('boxes in the one, none in the other', () => {
    expect(redacted?.redactions.length).toBeGreaterThan(10);
    expect(wordsOf(redacted)).toContain('[redacted]');
    expect(unsealed?.redactions).toEqual([]);
  });
  test('page for page and line for line they are the same but for what was withheld', () => {
    const linesOf = (truth: Truth | undefined) =>
      truth?.pages
        .slice(1)
        .map(({ lines }) =>
          lines.flatMap(({ furniture, number, text, y }) =>
            furniture === null ? [{ key: `${number} ${y}`, text }] : [],
          ),
        ) ?? [];
    const [before, after] = [linesOf(redacted), linesOf(unsealed)];
    expect(before.length).toBe(after.length);
    const differing = before.flatMap((lines, page) =>
      lines.filter(({ key, text }) => after[page]?.find((line) => line.key === key)?.text !== text),
    );
    // Lines with a box in them, and those after a word that took less room.
    expect(differing.length).toBeLessThan((redacted?.redactions.length ?? 0) + 12);
    for (const [page, lines] of before.entries())
      for (const { key } of lines) expect(after[page]?.map((line) => line.key)).toContain(key);
  });
});
