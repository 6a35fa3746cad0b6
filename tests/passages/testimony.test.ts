import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { testimonyPagesOf } from '../../server/passages/testimony.ts';
import { setPage } from './page-maker.ts';

const onePage = (texts: readonly string[], numbered = true) =>
  bodyLinesOf([
    setPage(
      1,
      texts.map((text, at) => ({ text, number: numbered ? at + 1 : null })),
    ),
  ]);

test.each([
  ['questions and answers', onePage(['Q. Did you?', 'A. I did.', 'Q. When?', 'A. In May.']), true],
  [
    'prose with one name',
    onePage(['A partner said so.', 'The court agreed with it.', 'Nothing else was said.']),
    false,
  ],
  ['no line numbers', onePage(['Q. Did you?', 'A. I did.'], false), false],
  ['nothing', [], false],
])('%s', (_, lines, expected) => {
  expect(testimonyPagesOf(lines).has(1)).toBe(expected);
});

describe('pages of a file', () => {
  const numbered = (pageNumber: number, texts: readonly string[], last = 25) =>
    setPage(
      pageNumber,
      Array.from({ length: last }, (_, at) => ({ text: texts[at % texts.length] ?? '', number: at + 1 })),
    );
  const turnsOf = (count: number) => Array.from({ length: count }, (_, at) => `THE COURT: Word ${at}.`);
  const monologue = ['and so it went on for as long as anybody would listen'];
  const turns = ['Q. Did you?', 'A. I did.', 'and nothing else was', 'said at that time by'];
  const pagesOf = (...pages: ReturnType<typeof setPage>[]) => [...testimonyPagesOf(bodyLinesOf(pages))];

  test.each([
    [
      'a closing of ten pages within a transcript',
      [
        ...[1, 2, 3, 4, 5].map((page) => numbered(page, turns)),
        ...[6, 7, 8, 9, 10, 11].map((page) => numbered(page, monologue)),
        numbered(12, turns),
      ],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
    [
      'title and index before the first question, the certificate behind the last answer',
      [
        numbered(1, ['APPEARANCES: many']),
        numbered(2, turns),
        numbered(3, turns),
        numbered(4, ['I certify that this is so']),
      ],
      [2, 3],
    ],
    [
      'a hearing, where turns are few and long',
      [1, 2].map((page) =>
        numbered(page, ['THE COURT: Good morning.', ...Array.from({ length: 9 }, () => monologue[0] ?? '')]),
      ),
      [1, 2],
    ],
    [
      'closing arguments: a transcript’s paper, and a word of the court every few pages',
      Array.from({ length: 12 }, (_, at) =>
        numbered(
          at + 1,
          at === 0
            ? ['COUNSEL FOR THE PLAINTIFF:', 'Doe & Roe']
            : [...(at % 2 === 0 ? [] : turnsOf(2)), ...Array.from({ length: 25 }, () => monologue[0] ?? '')],
        ),
      ),
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
    [
      'a brief that ends early on its last page, where lines begin with an article',
      [
        ...[1, 2, 3].map((page) => numbered(page, monologue, 28)),
        numbered(
          4,
          ['A partner said so', 'A friend did not', ...Array.from({ length: 12 }, () => 'and that was all')],
          14,
        ),
      ],
      [],
    ],
    [
      'pleading paper that quotes a question and its answer',
      [numbered(1, ['Q. Did you?', 'A. I did.', ...Array.from({ length: 8 }, () => monologue[0] ?? '')], 28)],
      [],
    ],
  ] as [string, ReturnType<typeof setPage>[], number[]][])('%s', (_, pages, expected) => {
    expect(pagesOf(...pages)).toEqual(expected);
  });
});
