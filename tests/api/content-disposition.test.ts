// Names of files in a header: every name arrives, none breaks out.
import { describe, expect, test } from '@jest/globals';
import { contentDisposition } from '../../server/api/content-disposition.ts';

describe('content disposition', () => {
  const rows: [string, string, string][] = [
    ['735-2.pdf', `inline; filename="735-2.pdf"; filename*=UTF-8''735-2.pdf`, 'plain'],
    [
      'a "b" \\ 50%.pdf',
      `inline; filename="a _b_ _ 50_.pdf"; filename*=UTF-8''a%20%22b%22%20%5C%2050%25.pdf`,
      'quotes',
    ],
    [
      "O'Brien (1)*.pdf",
      `inline; filename="O'Brien (1)*.pdf"; filename*=UTF-8''O%27Brien%20%281%29%2a.pdf`,
      'RFC 8187',
    ],
    [
      'опись 📎.pdf',
      `inline; filename="_____ __.pdf"; filename*=UTF-8''${encodeURIComponent('опись 📎.pdf')}`,
      'not ASCII',
    ],
    [
      'x\r\nSet-Cookie: a=b',
      `inline; filename="x__Set-Cookie: a=b"; filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a%3Db`,
      'header',
    ],
    [
      'half \ud83d.pdf',
      `inline; filename="half _.pdf"; filename*=UTF-8''half%20%EF%BF%BD.pdf`,
      'half a sign throws in URIs',
    ],
  ];
  test.each(rows)('%j (%#)', (name, header) => {
    expect(contentDisposition('inline', name)).toBe(header);
  });

  test('a file to be saved says so', () => {
    expect(contentDisposition('attachment', 'a.csv')).toMatch(/^attachment; /);
  });
});
