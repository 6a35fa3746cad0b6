import { expect, test } from '@jest/globals';
import { createHeadingPath } from '../../server/passages/heading-path.ts';

type Step = [text: string, how: 'centred' | 'left' | 'centred, follows', expected: string[]];

test.each([
  [
    'marks decide the level, a centred heading stands above all',
    [
      ['ARGUMENT', 'centred', ['ARGUMENT']],
      ['I. The Facts', 'left', ['ARGUMENT', 'I. The Facts']],
      ['A. The Inbox API', 'left', ['ARGUMENT', 'I. The Facts', 'A. The Inbox API']],
      ['1. Reports', 'left', ['ARGUMENT', 'I. The Facts', 'A. The Inbox API', '1. Reports']],
      ['B. The Titan API', 'left', ['ARGUMENT', 'I. The Facts', 'B. The Titan API']],
      ['II. The Law', 'left', ['ARGUMENT', 'II. The Law']],
      ['CONCLUSION', 'centred', ['CONCLUSION']],
    ],
  ],
  [
    'where the marked headings are the parts, a centred one without a mark stands below them, and a second line below that',
    [
      ['IX. CLAIMS FOR RELIEF', 'centred', ['IX. CLAIMS FOR RELIEF']],
      ['FIRST CLAIM', 'centred', ['IX. CLAIMS FOR RELIEF', 'FIRST CLAIM']],
      ['Monopolization', 'centred, follows', ['IX. CLAIMS FOR RELIEF', 'FIRST CLAIM', 'Monopolization']],
      ['SECOND CLAIM', 'centred', ['IX. CLAIMS FOR RELIEF', 'SECOND CLAIM']],
      ['X. PRAYER FOR RELIEF', 'centred', ['X. PRAYER FOR RELIEF']],
      ['DEMAND FOR JURY TRIAL', 'centred', ['DEMAND FOR JURY TRIAL']],
    ],
  ],
  [
    'a title and numbered parts, both in the middle, are of one rank',
    [
      ['MEMORANDUM OF POINTS AND AUTHORITIES', 'centred', ['MEMORANDUM OF POINTS AND AUTHORITIES']],
      ['I. INTRODUCTION', 'centred', ['I. INTRODUCTION']],
      ['A. The Dispute', 'left', ['I. INTRODUCTION', 'A. The Dispute']],
      ['II. BACKGROUND', 'centred', ['II. BACKGROUND']],
    ],
  ],
  [
    'sections of an argument stand below it, centred or not',
    [
      ['ARGUMENT', 'centred', ['ARGUMENT']],
      ['I. PLAINTIFFS LACK STANDING', 'centred', ['ARGUMENT', 'I. PLAINTIFFS LACK STANDING']],
    ],
  ],
  [
    'all that follows the cover of an exhibit belongs to it',
    [
      ['EXHIBIT A', 'centred', ['EXHIBIT A']],
      ['ADDENDUM', 'centred', ['EXHIBIT A', 'ADDENDUM']],
      ['1. DEFINITIONS', 'centred', ['EXHIBIT A', '1. DEFINITIONS']],
      ['2. GRANT OF ACCESS', 'centred', ['EXHIBIT A', '2. GRANT OF ACCESS']],
      ['EXHIBIT B', 'centred', ['EXHIBIT B']],
    ],
  ],
  [
    'headings without marks at the margin are each other’s equals',
    [
      ['Table 1. Spend by quarter', 'left', ['Table 1. Spend by quarter']],
      ['Table 2. Spend by product', 'left', ['Table 2. Spend by product']],
    ],
  ],
] as [string, Step[]][])('%s', (_, steps) => {
  const path = createHeadingPath();
  for (const [text, how, expected] of steps) {
    path.enter(text, { centred: how !== 'left', follows: how === 'centred, follows' });
    expect(path.path).toEqual(expected);
  }
});
