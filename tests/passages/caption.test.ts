import { describe, expect, test } from '@jest/globals';
import { readCaption } from '../../server/passages/caption.ts';
import { captionLines } from './caption-lines.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

const read = (lines: readonly SetLine[]) => readCaption([setPage(1, lines)]);

describe('a caption in two columns', () => {
  test('is read as a lawyer reads it', () => {
    expect(read([...captionLines, full('INTRODUCTION of the opposition follows here.')])).toEqual({
      court: 'cand',
      caseName: 'Maxine Roe v. Example Platforms, Inc.',
      docketNumber: '3:20-cv-08570-JD',
      title: 'Plaintiffs’ Opposition to Motion to Seal',
      judge: 'Jane Q. Public',
    });
  });
  test('In re keeps its form', () => {
    const lines = captionLines.filter(({ text }) => !/ROE|others|Plaintiffs, |^v\.|EXAMPLE|Defendant/.test(text));
    const inRe = [
      ...lines.slice(0, 4),
      { text: 'IN RE SPECIMEN FILINGS )', end: 318 },
      ...lines.slice(4),
      { text: 'This Document Relates To: All Plaintiffs, Defendants )', end: 318 },
    ];
    expect(read(inRe).caseName).toBe('In re Specimen Filings');
  });
});

test.each([
  ['a letter', [{ text: 'Dear Magistrate Judge,' }]],
  ['an empty page', []],
])('%s has no caption, and nothing is guessed', (_, lines) => {
  expect(read(lines)).toEqual({ court: null, caseName: null, docketNumber: null, title: null, judge: null });
});
