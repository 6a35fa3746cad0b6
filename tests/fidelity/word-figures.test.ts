// Words page by page: which pages count, and which are called out.
import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../server/contract/page.ts';
import { setPage } from '../passages/page-maker.ts';
import { readWords } from './word-figures.ts';

async function* given(pages: readonly string[]): AsyncGenerator<string[], void, void> {
  for (const page of pages) yield page.split(' ');
}

const unread = { unread: { reason: 'awaiting-ocr', detail: 'The page has no text.' } } as const;
const prose = Array.from({ length: 60 }, (_, at) => (at % 6 === 0 ? 'the' : `word${at}`)).join(' ');
const garbage = Array.from({ length: 60 }, (_, at) => `7KH${at}`).join(' ');
const redacted: Partial<Page> = {
  redactions: [{ pageNumber: 1, box: [0, 0, 1, 0, 1, 1, 0, 1], bad: true, characters: 6 }],
};

describe('readWords', () => {
  test('sums pages and keeps what differs', async () => {
    const pages = [setPage(1, [{ text: 'The Titan API' }]), setPage(2, [{ text: 'as agreed' }])];
    const { figures, faults } = await readWords(pages, given(['The Titan API', 'was agreed']));
    expect(figures['word recall']).toEqual({ good: 4, of: 5 });
    expect(figures['word precision']).toEqual({ good: 4, of: 5 });
    expect(faults).toEqual([{ pageNumber: 2, missed: ['was'], extra: ['as'], unread: false }]);
  });

  test.each<[string, Page, string, object, number]>([
    [
      'text under boxes is neither compared nor shown',
      setPage(1, [{ text: 'x' }], redacted),
      'secret',
      { good: 0, of: 0 },
      0,
    ],
    ['a page that awaits recognition is not measured', setPage(1, [], unread), 'EXHIBIT B', { good: 0, of: 0 }, 0],
    ['unless poppler finds a page of words', setPage(1, [], unread), prose, { good: 0, of: 0 }, 1],
    ['which are none where the font’s map is broken', setPage(1, [], unread), garbage, { good: 0, of: 0 }, 0],
    [
      'furniture of an unread page was read',
      setPage(1, [{ text: prose, furniture: 'line-number' }], unread),
      prose,
      { good: 0, of: 0 },
      0,
    ],
  ])('%s', async (_, page, expected, recall, unreadPages) => {
    const { figures, faults } = await readWords([page], given([expected]));
    expect(figures['word recall']).toEqual(recall);
    expect(figures['unread with words']).toEqual({ count: unreadPages });
    expect(faults).toHaveLength(unreadPages);
  });

  test.each([
    ['yes', 0],
    ['blank', 0],
    ['no', 1],
    ['missed', 1],
  ] as const)('a page that a person saw to need recognition (%s) is unread rightly', async (need, unreadPages) => {
    const { figures } = await readWords([setPage(1, [], unread)], given([prose]), new Map([[1, need]]));
    expect(figures['unread with words']).toEqual({ count: unreadPages });
  });

  test('a file that poppler cannot read has no figures', async () => {
    expect(await readWords([setPage(1, [{ text: 'x' }])], given([]))).toEqual({ figures: {}, faults: [] });
  });
});
