// Titles and bookmarks of a badly redacted file say nothing that its pages do not show.
import { describe, expect, test } from '@jest/globals';
import { quadOf } from '../../server/contract/geometry.ts';
import { withoutUnseenWords } from '../../server/parse/redaction-info.ts';
import { fragment } from './glyph-rows.ts';

const bad = { pageNumber: 1, box: quadOf([0, 0, 9, 9]), bad: true, characters: 8, how: 'covered' } as const;
const good = { pageNumber: 1, box: quadOf([0, 0, 9, 9]), bad: false, characters: 0 };
const page = { fragments: [fragment('Brief of the Plaintiff', 72, 700)], asides: [fragment('Margin', 20, 400)] };
const info = {
  pageCount: 1,
  title: 'Brief of Peregrine',
  author: 'plaintiff',
  outline: [
    { title: 'The BRIEF', pageNumber: 1, depth: 0 },
    { title: 'Peregrine’s statement', pageNumber: 1, depth: 1 },
    { title: 'Margin', pageNumber: 1, depth: 1 },
  ],
};

describe('withoutUnseenWords', () => {
  test('a title or bookmark with a word that no page shows is left out; the rest stays', () => {
    expect(withoutUnseenWords(info, [{ ...page, redactions: [bad] }])).toEqual({
      pageCount: 1,
      title: null,
      author: 'plaintiff',
      outline: [info.outline[0], info.outline[2]],
    });
  });

  test.each([
    ['no redactions', []],
    ['good ones: nothing was hidden from the parser', [good]],
  ])('%s: all stays', (_, redactions) => {
    expect(withoutUnseenWords(info, [{ ...page, redactions }])).toEqual(info);
  });
});
