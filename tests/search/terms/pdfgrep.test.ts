// Counts held against another program's: `pdfgrep -c`, where it is installed. It reads a page line by line as it is printed, so it does
// not find what is broken over lines: a hyphenated word, a phrase with margin numbers or a page's edge within. That is the only way in
// which its counts may be smaller than ours; they are never greater.
import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parsePdf } from '../../../server/parse/parse-pdf.ts';
import { cutPassages } from '../../../server/passages/cut-passages.ts';
import { documentStreams } from '../../../server/search/terms/document-streams.ts';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import { createMatchPlacer } from '../../../server/search/terms/match-places.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import type { Places } from '../../../server/search/terms/token-stream.ts';
import { hasRealFilings, realFilings } from '../../parse/real-filings.ts';
import { askedPlaced } from './asked-document.ts';
import { casesOf } from './random-questions.ts';

const specimens = join(import.meta.dirname, '..', '..', '..', 'docs-corpus', 'filings');
/** Differences that were looked at. */
const explained = new Map([
  ['ca1_00117684624.pdf: the', 'pdfgrep stands alone: pdftotext, of the same makers, counts as we do'],
  [
    'D.Md._1_20-cv-03068-RDB_37_1.pdf: the',
    'an address broken behind a hyphen is mended: `in-`, `the` is read as `inthe`',
  ],
]);
const asked = ['the', 'plaintiffs', 'motion', 'titan', 'the court', 'inbox api'];

function isInstalled(): boolean {
  const installed = spawnSync('pdfgrep', ['--version']).status === 0;
  if (!installed) process.stderr.write('skipped: counts of another program (pdfgrep is not installed)\n');
  return installed;
}

/** PDFs of a folder; PINCITE_CASES has more of them read. */
function pdfsOf(folder: string, few: number): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  const every = Math.max(1, Math.floor(all.length / Math.max(few, casesOf(0) / 1000)));
  return all.toSorted().flatMap((name, at) => (at % every === 0 ? [join(folder, name)] : []));
}

/** Ours: all matches, and how many of them are in one piece. */
async function oursIn(path: string) {
  const { pages } = await parsePdf(new Uint8Array(readFileSync(path)));
  const passages = cutPassages(pages, {
    sha256: basename(path),
    gazetteer: { people: [], organizations: [], products: [] },
    documentType: null,
  });
  const document = askedPlaced(documentStreams(passages, pages));
  const place = createMatchPlacer({
    passage: (ordinal) => passages[ordinal],
    page: (pageNumber) => pages.find((page) => page.pageNumber === pageNumber),
  });
  const isWhole = ({ from, to }: Places): boolean =>
    document.words.partsOf({ from, to }).flatMap((part) => place(part)?.spans ?? []).length === 1;
  return (words: string) => {
    const matches = [`"${words}"`, `in:furniture "${words}"`].flatMap((q) => evaluate(parseQuery(q), document).matches);
    const whole = matches.filter(isWhole);
    return { all: matches.length, whole: whole.length };
  };
}

/** A word as ours: no letter or figure beside it, a possessive apart, and no piece of a word that goes on in the next line. */
function theirs(path: string, words: string): number {
  const pattern = `(?<![\\p{L}\\p{N}])${words.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}]|['’](?!s\\b)\\p{L}|-\\s*\\n)`;
  return Number(spawnSync('pdfgrep', ['-c', '-i', '-P', pattern, path], { encoding: 'utf8' }).stdout);
}

(isInstalled() ? describe : describe.skip)('pdfgrep counts what is in one piece as we do', () => {
  test.each(pdfsOf(specimens, 6).map((path) => [basename(path), path] as const))('%s', async (_, path) => {
    const ours = await oursIn(path);
    for (const words of asked) {
      const { all, whole } = ours(words);
      const count = theirs(path, words);
      expect({ words, count, fits: whole <= count && count <= all }).toEqual({ words, count, fits: true });
    }
  });

  (hasRealFilings('counts of another program on real filings') ? test : test.skip)(
    'real filings',
    async () => {
      const differing: string[] = [];
      for (const path of pdfsOf(join(realFilings, 'court'), 6)) {
        const ours = await oursIn(path);
        for (const words of asked) {
          const { all, whole } = ours(words);
          const count = theirs(path, words);
          if ((count < whole || count > all) && !explained.has(`${basename(path)}: ${words}`))
            differing.push(`${basename(path)}: ${words} ${whole}–${all}, pdfgrep ${count}`);
        }
      }
      expect(differing).toEqual([]);
    },
    60_000 + casesOf(0) * 10,
  );
});
