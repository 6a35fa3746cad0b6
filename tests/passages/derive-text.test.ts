import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { deriveText, hyphenWordsOf } from '../../server/passages/derive-text.ts';
import { setPage } from './page-maker.ts';

const derive = (texts: readonly string[], elsewhere = '') => {
  const lines = bodyLinesOf([
    setPage(
      1,
      texts.map((text) => ({ text })),
    ),
  ]);
  const words = hyphenWordsOf(bodyLinesOf([setPage(2, [{ text: elsewhere }])]));
  return deriveText(lines, words).text;
};

describe('hyphens at line ends', () => {
  const rows: [string[], string, string, string][] = [
    [['commu-', 'nications'], '', 'communications', 'mended'],
    [['cross-', 'device signals'], '', 'cross-device signals', 'a prefix that keeps it'],
    [['whistle-', 'blower'], 'the whistle-blower said', 'whistle-blower', 'the file writes it with one'],
    [['re-', 'moved'], 'it was removed', 'removed', 'the file writes it without one'],
    [['Hewlett-', 'Packard'], '', 'Hewlett-Packard', 'a capital follows'],
    [['see example.org/crisis-in-', 'the-ukraine'], '', 'see example.org/crisis-in-the-ukraine', 'an address'],
    [['and/or re-', 'moved'], 'it was removed', 'and/or removed', 'a slash in another word'],
    [['1998-', '2004'], '', '1998-2004', 'figures'],
    [['a dash –', 'and more'], '', 'a dash – and more', 'a dash is no hyphen'],
    [['end of line', 'next line'], '', 'end of line next line', 'a space for the break'],
  ];
  test.each(rows)('%j with “%s” → %s (%s)', (texts, elsewhere, expected) => {
    expect(derive(texts, elsewhere)).toBe(expected);
  });
});

test('a raised note mark is left out of the text, and the runs skip it', () => {
  const page = setPage(1, [{ text: 'was private.3 The rest' }]);
  const [line] = bodyLinesOf([page]);
  if (line === undefined) throw new Error('no line');
  const marked = { ...line, line: { ...line.line, superscripts: [[12, 13]] as const } };
  const { text, runs } = deriveText([marked], hyphenWordsOf([]));
  expect(text).toBe('was private. The rest');
  expect(runs.map(({ from, length }) => [from, length])).toEqual([
    [0, 12],
    [13, 9],
  ]);
});
