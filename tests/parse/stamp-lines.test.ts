// Stamps among the fragments of a page: wrapped, shared with other text, doubled, and mentioned in prose.
import { describe, expect, test } from '@jest/globals';
import { markStamps } from '../../server/parse/stamp-lines.ts';
import { fragment } from './glyph-rows.ts';

const box = [0, 0, 612, 792] as const;
const stamp = 'Case 3:20-cv-08570-JD Document 741 Filed 04/03/24 Page 3 of 12';
const older = 'Case 5:20-cv-08570-LHK Document 55 Filed 01/05/21 Page 9 of 40';

describe('markStamps', () => {
  test('a stamp at the top', () => {
    const { marked, stamps } = markStamps([fragment(stamp, 100, 770), fragment('Body text', 72, 600)], box);
    expect([...marked].map(({ text }) => text)).toEqual([stamp]);
    expect(stamps).toMatchObject([{ document: '741', page: 3 }]);
  });

  test('a stamp at the bottom', () => {
    expect(markStamps([fragment(stamp, 100, 20)], box).stamps).toHaveLength(1);
  });

  test('the same words in the middle of the page are quoted, not stamped', () => {
    expect(markStamps([fragment(stamp, 100, 400)], box).stamps).toEqual([]);
  });

  test('wrapped over two lines', () => {
    const first = fragment('Case 8:16-cv-01261-DOC-KES Document 40 Filed 08/05/16 Page 1 of 4 Page ID', 60, 770);
    const second = fragment('#:365', 280, 758);
    const { marked, stamps } = markStamps([first, second], box);
    expect(stamps).toMatchObject([{ pageId: '365' }]);
    expect(marked.size).toBe(2);
  });

  test('two stamps printed over each other, each with its own second line (cacd.657892.171.2)', () => {
    const lines = [
      fragment('Case 2:16-cv-00000-AB-JC Document 167-1 Filed 02/01/19 Page 10 of 30 Page ID', 60, 770),
      fragment('Case 2:16-cv-00000-AB-JC Document 171-2 Filed 02/02/19 Page 11 of 31 Page ID', 60, 770),
      fragment('#:3438', 280, 758),
      fragment('#:7583', 280, 758),
    ];
    const { marked, stamps } = markStamps(lines, box);
    expect(stamps.map(({ document, pageId }) => [document, pageId])).toEqual([
      ['171-2', '7583'],
      ['167-1', '3438'],
    ]);
    expect(marked.size).toBe(4);
  });

  test('a page number on the same baseline is cut off and stays', () => {
    const { fragments, marked } = markStamps([fragment(`${stamp}   2`, 100, 770)], box);
    expect(fragments.map(({ text }) => text)).toEqual([stamp, '2']);
    expect(fragments.map((part) => marked.has(part))).toEqual([true, false]);
  });

  test('broken into pieces', () => {
    const pieces = [
      fragment(stamp.slice(0, 21), 100, 770, { row: 1 }),
      fragment(stamp.slice(22), 220, 770, { row: 1 }),
    ];
    expect(markStamps(pieces, box)).toMatchObject({ stamps: [{ document: '741' }] });
  });

  test('two stamps: the latest filed first', () => {
    const { stamps } = markStamps([fragment(older, 100, 775), fragment(stamp, 100, 760)], box);
    expect(stamps.map(({ document }) => document)).toEqual(['741', '55']);
  });
});
