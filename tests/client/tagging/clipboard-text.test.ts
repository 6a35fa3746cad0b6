import { expect, test } from '@jest/globals';
import { clipboardTextOf, escaped, quoted } from '../../../client/src/tagging/clipboard-text.ts';

test.each([
  ['  two\nlines ', '“two lines”', 'white space is one space'],
  ['he said “yes”', '“he said ‘yes’”', 'quotation marks within become single'],
])('%j → %s (%s)', (quote, expected) => {
  expect(quoted(quote)).toBe(expected);
});

test('text of a filing is escaped, HTML of the server is kept', () => {
  const text = clipboardTextOf([
    { quote: '<b>', text: 'Id. at 3.', html: '<i>Id.</i> at 3.' },
    { quote: null, text: 'R & D.', html: null },
  ]);
  expect(text.plain).toBe('“<b>” Id. at 3.\n\nR & D.');
  expect(text.html).toBe('<p>“&lt;b&gt;” <i>Id.</i> at 3.</p><p>R &amp; D.</p>');
  expect(escaped('"')).toBe('&quot;');
});
