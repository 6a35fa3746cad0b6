import { describe, expect, test } from '@jest/globals';
import { createEntityFinder } from '../../server/passages/entities.ts';
import { root } from '../integration/running-program.ts';
import { syntheticFilings, mostPages, type SyntheticFiling } from './synthetic-filings.ts';
import { readWordStock } from './word-stock.ts';

const stock = readWordStock(root);
const findEntities = createEntityFinder({
  people: [],
  organizations: [],
  products: [{ name: 'Titan API', aliases: [] }],
});
const record = (passages: number, seed: number): SyntheticFiling[] => [
  ...syntheticFilings({ passages, seed, stock, findEntities }),
];
const filings = record(1500, 1);
const passages = filings.flatMap(({ reading }) => reading.passages);

describe('a synthetic record', () => {
  test('the same seed gives the same filings to the last figure, another one others', () => {
    // As text: a comparison of the values themselves takes half a minute.
    expect(JSON.stringify(record(1500, 1)) === JSON.stringify(filings)).toBe(true);
    expect(record(30, 2)[0]?.reading.passages[0]?.text).not.toBe(passages[0]?.text);
  });

  test.each([1, 999, 1500])('has exactly %d passages', (wanted) => {
    expect(record(wanted, 3).reduce((sum, { reading }) => sum + reading.passages.length, 0)).toBe(wanted);
  });

  test('no two filings are the same file, and no two passages have one id', () => {
    expect(new Set(filings.map(({ file }) => file.sha256)).size).toBe(filings.length);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });

  test('each run of a passage points at its own words on the page, within the passage’s spans', () => {
    const wrong = filings.flatMap(({ reading }) =>
      reading.passages.flatMap(({ id, text, runs, spans }) =>
        runs
          .filter(({ at, pageNumber, from, length }) => {
            const there = reading.pages[pageNumber - 1]?.text.slice(from, from + length);
            const covered = spans.some(
              (span) => span.pageNumber === pageNumber && span.from <= from && from + length <= span.to,
            );
            return there !== text.slice(at, at + length) || !covered;
          })
          .map((run) => ({ id, run })),
      ),
    );
    expect(wrong).toEqual([]);
    expect(
      passages.every(({ text, runs }) => text.length === runs.reduce((sum, run) => sum + run.length + 1, -1)),
    ).toBe(true);
  });

  test('each page’s lines are its text, and no page of a passage is beyond the PDF that stands in', () => {
    const pages = filings.flatMap(({ reading }) => reading.pages);
    const wrong = pages.filter(
      ({ text, lines }) => lines.map(({ from, to }) => text.slice(from, to)).join('\n') !== text,
    );
    expect(wrong).toEqual([]);
    expect(Math.max(...passages.map(({ pageNumber }) => pageNumber))).toBeLessThanOrEqual(mostPages);
  });

  test('is like the real one: mostly paragraphs of some 60 words, some pages without text, names and amounts', () => {
    const words = passages.reduce((sum, { text }) => sum + text.split(' ').length, 0) / passages.length;
    expect(words).toBeGreaterThan(45);
    expect(words).toBeLessThan(75);
    // 0.716 in the real ones; 1,500 passages leave room for chance, which a changed specimen deals anew.
    const paragraphs = passages.filter(({ kind }) => kind === 'paragraph').length / passages.length;
    expect(paragraphs).toBeGreaterThan(0.65);
    expect(paragraphs).toBeLessThan(0.78);
    expect(filings.flatMap(({ reading }) => reading.pages).some(({ unread }) => unread !== null)).toBe(true);
    expect(passages.some(({ entities }) => entities.products.includes('Titan API'))).toBe(true);
    expect(passages.some(({ entities }) => entities.amounts.length > 0)).toBe(true);
  });

  test('gives every facet of the document more than one value to count', () => {
    const details = filings.map(({ reading }) => reading.details.details);
    for (const field of ['court', 'docketNumber', 'judge', 'type', 'filer', 'filedOn', 'entry'] as const) {
      expect(new Set(details.map((each) => each[field])).size).toBeGreaterThan(1);
    }
  });
});
