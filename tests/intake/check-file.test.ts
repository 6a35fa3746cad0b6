// What may go to the parser, decided from size and first kilobyte.
import { describe, expect, test } from '@jest/globals';
import { checkFile, headLength } from '../../server/intake/check-file.ts';

const limit = 2 * 1_048_576;
const bytes = (text: string) => new TextEncoder().encode(text);
/** Local header of a zip entry, as zips begin. */
const zip = (name: string, content: string) => bytes(`PK\x03\x04\x14\0\0\0\0\0${'\0'.repeat(16)}${name}${content}`);

describe('taken', () => {
  const rows: [string, Uint8Array, string][] = [
    ['%PDF-1.7\n', bytes('%PDF-1.7\n'), 'as the standard wants it'],
    ['a mail header before it', bytes('Content-Type: application/pdf\r\n\r\n%PDF-1.4'), 'some portals leave it there'],
    ['the last place in the kilobyte', bytes(`${' '.repeat(headLength - 5)}%PDF-`), 'readers look that far'],
    ['PKWARE as a word', bytes('PKWARE manual %PDF-1.4'), 'two letters make no zip'],
  ];
  test.each(rows)('%s', (_what, head) => {
    expect(() => checkFile('a.pdf', head.length, head, limit)).not.toThrow();
  });

  test('a file of exactly the limit', () => {
    expect(() => checkFile('a.pdf', limit, bytes('%PDF-1.7'), limit)).not.toThrow();
  });
});

describe('refused with the name of the file and the remedy', () => {
  const rows: [string, number, Uint8Array, string, RegExp, string][] = [
    ['nothing', 0, bytes(''), 'empty-file', /^a\.pdf is empty \(0 bytes\)\. Download it again/, 'a broken download'],
    [
      'a byte too many',
      limit + 1,
      bytes('%PDF-1.7'),
      'too-large',
      /a\.pdf has 3 MB; the limit is 2 MB.*--max-file/,
      'a limit says its setting',
    ],
    [
      'a login page',
      40,
      bytes('<html>Please log in to PACER'),
      'not-a-pdf',
      /a\.pdf is not a PDF.*Only PDF/,
      'saved from the browser',
    ],
    ['a zip', 40, zip('word/document.xml', '<w:p>'), 'not-a-pdf', /zip or Office file.*unpack it/, 'a Word file'],
    [
      'a zip of stored PDFs',
      40,
      zip('735.pdf', '%PDF-1.7'),
      'not-a-pdf',
      /zip or Office file.*unpack it/,
      'its first PDF must not pass for all of them',
    ],
    ['an empty zip', 22, bytes('PK\x05\x06'), 'not-a-pdf', /zip or Office file/, 'has no entry to begin with'],
    [
      'a header after the kilobyte',
      2000,
      bytes(' '.repeat(headLength)),
      'not-a-pdf',
      /not a PDF/,
      'no reader opens it',
    ],
  ];
  test.each(rows)('%s', (_what, size, head, code, says) => {
    expect(() => checkFile('a.pdf', size, head, limit)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(says) }),
    );
  });
});
