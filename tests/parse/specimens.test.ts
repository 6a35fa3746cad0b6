// The parser against the typesetter's truth: every page of every specimen filing, line by line.
// Body lines must agree in order, words and number; furniture in words; and the page numbers of each page.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../server/contract/page.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';

/** What is read of a truth file. */
interface TruePage {
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly pageId: string | null;
  readonly lines: readonly {
    readonly number: number | null;
    readonly text: string;
    readonly furniture: string | null;
  }[];
}

const corpus = join(import.meta.dirname, '..', '..', 'docs-corpus');
const truths = existsSync(join(corpus, 'truth'))
  ? readdirSync(join(corpus, 'truth')).filter((file) => file.endsWith('.json'))
  : [];
if (truths.length === 0) process.stdout.write(`skipped: no truth about specimen filings in ${corpus}\n`);

function readTruth(file: string): readonly TruePage[] {
  // Written by the typesetter of this repository.
  const truth = JSON.parse(readFileSync(join(corpus, 'truth', file), 'utf8')) as {
    readonly pages: readonly TruePage[];
  };
  return truth.pages;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

function bodyOf(lines: TruePage['lines']): string[] {
  return lines
    .filter(({ furniture }) => furniture === null)
    .map(({ number, text }) => `${number ?? '–'} ${plain(text)}`);
}

function furnitureOf(lines: TruePage['lines']): string[] {
  return lines
    .filter(({ furniture }) => furniture !== null)
    .map(({ text }) => plain(text))
    .toSorted((a, b) => a.localeCompare(b));
}

function seen(page: Page): TruePage['lines'] {
  return page.lines.map(({ number, from, to, furniture }) => ({ number, text: page.text.slice(from, to), furniture }));
}

(truths.length > 0 ? describe : describe.skip)('specimen filings', () => {
  test('there are filings to compare', () => {
    expect(truths.length).toBeGreaterThan(0);
  });

  test.each(truths)(
    '%s',
    async (file) => {
      const truth = readTruth(file);
      const { pages } = await parsePdf(readFileSync(join(corpus, 'filings', file.replace(/json$/, 'pdf'))));
      expect(pages).toHaveLength(truth.length);
      for (const page of truth) {
        const read = pages[page.pageNumber - 1];
        if (!read) throw new Error(`page ${page.pageNumber} is missing`);
        const where = `page ${page.pageNumber}`;
        expect([where, ...bodyOf(seen(read))]).toEqual([where, ...bodyOf(page.lines)]);
        expect([where, ...furnitureOf(seen(read))]).toEqual([where, ...furnitureOf(page.lines)]);
        const { pageLabel, stampPage, bates, pageId } = read;
        expect({ where, pageLabel, stampPage, bates, pageId }).toEqual({
          where,
          pageLabel: page.pageLabel,
          stampPage: page.stampPage,
          bates: page.bates,
          pageId: page.pageId,
        });
      }
    },
    60_000,
  );
});
