// The table of faults in published texts, and what it makes of a text's words.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedFaults, withoutFaults } from './published-faults.ts';
import { wordsOf } from './words.ts';

const table = '# what it is\na.txt\tFOOTSWIT CH\t1\tFOOTSWITCH\tone word\na.txt\t0\t2\t\ta bullet\n';

describe('readPublishedFaults', () => {
  test.each([
    ['without a reason', 'a.txt\t0\t2\t\t'],
    ['without a number', 'a.txt\t0\tmany\t\ta bullet'],
    ['without words', 'a.txt\t—\t1\t\ta dash'],
    ['cut short', 'a.txt\t0\t2'],
  ])('a row %s is refused', (_, row) => {
    expect(() => readPublishedFaults(row)).toThrow(/has no file, text, times, printed and why/);
  });
});

describe('withoutFaults', () => {
  const faults = readPublishedFaults(table).get('a.txt') ?? [];

  test('words are put right as often as the table says, and no oftener', () => {
    const words = wordsOf('0 Two FOOTSWIT CH inputs 0 of 0 volts');
    expect(withoutFaults(words, faults)).toEqual(['Two', 'inputs', 'of', '0', 'volts', 'FOOTSWITCH']);
  });

  test('a fault that the text does not have is refused: the text is another than was looked at', () => {
    expect(() => withoutFaults(wordsOf('0 FOOTSWIT CH'), faults)).toThrow(/“0” less often/);
  });
});

test('each row of the committed table is about a text that is there', () => {
  const faults = readPublishedFaults(readFileSync(join(import.meta.dirname, 'published-faults.tsv'), 'utf8'));
  expect(faults.size).toBeGreaterThan(0);
  const truths = join(import.meta.dirname, '..', '..', '..', 'shared', 'filings', 'truth');
  if (!existsSync(truths)) {
    process.stderr.write('../shared/filings is not there: the table is not held against its texts.\n');
    return;
  }
  for (const [file, rows] of faults)
    expect(() => withoutFaults(wordsOf(readFileSync(join(truths, file), 'utf8')), rows)).not.toThrow();
});
