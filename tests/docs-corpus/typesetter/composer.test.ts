// What all blocks share: runs as a filing shows them, measures, gaps, the first line on a number.
import { describe, expect, test } from '@jest/globals';
import {
  asLines,
  beginOnNumber,
  gap,
  measureOf,
  passageOf,
  readRuns,
  styleOf,
  textOf,
} from '../../../docs-corpus/typesetter/composer.ts';
import { breakLines } from '../../../docs-corpus/typesetter/line-breaker.ts';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import { sampleSource } from './sample-source.ts';

const open = sampleSource('Text.');
const redacted = sampleSource('Text.', { redacted: 'true' });

describe('the text of a passage', () => {
  test.each([
    ['marks are gone', 'The *Titan* API and the **Inbox** API', open, 'The Titan API and the Inbox API'],
    ['a space that does not break is a space', 'See § 2 and No. 4', open, 'See § 2 and No. 4'],
    ['an unsealed filing shows everything', 'paid {{$150 million}} in {{!2017}}.', open, 'paid $150 million in 2017.'],
    ['a box leaves nothing', 'paid {{$150 million}} in 2017.', redacted, 'paid in 2017.'],
    ['a word stands for what it replaces', 'paid {{!$150 million}} in 2017.', redacted, 'paid [REDACTED] in 2017.'],
  ])('%s', (_, text, source, expected) => {
    expect(textOf(readRuns(text, source))).toBe(expected);
  });
});

describe('measures and gaps', () => {
  test.each([
    ['no insets', measureOf(papers.pleading), { first: 0, rest: 0, width: 456, align: 'left' }],
    ['a block quote', measureOf(papers.pleading, 48, 48), { first: 48, rest: 48, width: 360, align: 'left' }],
    ['a first line of its own', measureOf(papers.letter, 0, 0, 36), { first: 36, rest: 0, width: 468, align: 'left' }],
  ])('%s', (_, measure, expected) => {
    expect(measure).toEqual(expected);
  });

  test.each([
    ['a letter has gaps between paragraphs', papers.letter, 10, [{ item: 'gap', height: 10 }]],
    ['pleading paper keeps to its numbers', papers.pleading, 10, []],
    ['no gap of nothing', papers.letter, 0, []],
  ])('%s', (_, paper, height, expected) => {
    expect(gap(paper, height)).toEqual(expected);
  });
});

describe('beginOnNumber', () => {
  const passage = passageOf('heading', 'Text', []);
  const broken = breakLines(
    readRuns('one two three', open),
    measureOf(papers.pleading, 0, 440),
    styleOf(papers.pleading),
  );
  const lines = asLines(broken, passage, papers.pleading.single);

  test('on pleading paper the first line stands on a number and the rest follow single-spaced', () => {
    expect(lines).toHaveLength(3);
    const set = beginOnNumber(lines, papers.pleading).map(({ onGrid, leading }) => ({ onGrid, leading }));
    expect(set).toEqual([
      { onGrid: true, leading: 24 },
      { onGrid: false, leading: 12 },
      { onGrid: false, leading: 12 },
    ]);
  });

  test('on paper without numbers nothing changes', () => {
    expect(beginOnNumber(lines, papers.letter)).toEqual(lines);
  });
});
