// Messages between pool and process survive the way; garbage is refused.
import { describe, expect, test } from '@jest/globals';
import { decodeMessage, encodeMessage, type ParserMessage } from '../../server/parse/parser-messages.ts';

const messages: readonly ParserMessage[] = [
  { kind: 'progress', pagesDone: 3, pageCount: 10 },
  { kind: 'failed', code: 'encrypted-pdf', message: 'a.pdf is locked' },
  { kind: 'done', info: { pageCount: 1, title: 'Order “re” sealing', author: null, outline: [] } },
];

describe('parser messages', () => {
  test.each(messages.map((message) => [message.kind, message] as const))('%s', (_, message) => {
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });

  test('geometry travels with three decimals', () => {
    const text = encodeMessage({ kind: 'progress', pagesDone: 1.23456789, pageCount: 2 }).toString();
    expect(text).toContain('1.235');
  });

  test.each([
    ['no JSON', 'pages!', /JSON/],
    ['no object', '7', /no message/],
    ['no kind', '{}', /no message/],
    ['an unknown kind', '{"kind":"exec"}', /exec/],
  ])('refused: %s', (_, body, says) => {
    expect(() => decodeMessage(Buffer.from(body))).toThrow(says);
  });
});
