import { expect, test } from '@jest/globals';
import { createHeadingPath } from '../../server/passages/heading-path.ts';

test('marks decide the level, a centred heading stands above all', () => {
  const path = createHeadingPath();
  const steps: [string, boolean, string[]][] = [
    ['ARGUMENT', true, ['ARGUMENT']],
    ['I. The Facts', false, ['ARGUMENT', 'I. The Facts']],
    ['A. The Inbox API', false, ['ARGUMENT', 'I. The Facts', 'A. The Inbox API']],
    ['1. Reports', false, ['ARGUMENT', 'I. The Facts', 'A. The Inbox API', '1. Reports']],
    ['B. The Titan API', false, ['ARGUMENT', 'I. The Facts', 'B. The Titan API']],
    ['II. The Law', false, ['ARGUMENT', 'II. The Law']],
    ['CONCLUSION', true, ['CONCLUSION']],
  ];
  for (const [text, centred, expected] of steps) {
    path.enter(text, centred);
    expect(path.path).toEqual(expected);
  }
});

test('where the marked headings are the parts, a centred one without a mark stands below them', () => {
  const path = createHeadingPath();
  const steps: [string, boolean, string[]][] = [
    ['IX. CLAIMS FOR RELIEF', true, ['IX. CLAIMS FOR RELIEF']],
    ['FIRST CLAIM FOR RELIEF', true, ['IX. CLAIMS FOR RELIEF', 'FIRST CLAIM FOR RELIEF']],
    ['SECOND CLAIM FOR RELIEF', true, ['IX. CLAIMS FOR RELIEF', 'SECOND CLAIM FOR RELIEF']],
    ['X. PRAYER FOR RELIEF', true, ['X. PRAYER FOR RELIEF']],
  ];
  for (const [text, centred, expected] of steps) {
    path.enter(text, centred);
    expect(path.path).toEqual(expected);
  }
});
