import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { isTestimony } from '../../server/passages/testimony.ts';
import { setPage } from './page-maker.ts';

const page = (texts: readonly string[], numbered = true) =>
  bodyLinesOf([
    setPage(
      1,
      texts.map((text, at) => ({ text, number: numbered ? at + 1 : null })),
    ),
  ]);

test.each([
  ['questions and answers', page(['Q. Did you?', 'A. I did.', 'Q. When?', 'A. In May.']), true],
  ['prose with one name', page(['A partner said so.', 'The court agreed with it.', 'Nothing else was said.']), false],
  ['no line numbers', page(['Q. Did you?', 'A. I did.'], false), false],
  ['nothing', [], false],
])('%s', (_, lines, expected) => {
  expect(isTestimony(lines)).toBe(expected);
});
