// Poppler's words: its lines read, its parts of small capitals joined, and the program itself where it is installed.
import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePdf, put } from '../parse/make-pdf.ts';
import { joinTouching, pagesByPoppler, pictureByPoppler, popplerVersion, wordIn, type PopplerWord } from './poppler.ts';

describe('wordIn', () => {
  test.each<[string, string | undefined, string]>([
    ['    <word xMin="1.5" yMin="2" xMax="3" yMax="4">Facebook</word>', 'Facebook', 'a word'],
    ['<word xMin="-1" yMin="2" xMax="3" yMax="4">AT&amp;T &lt;b&gt; &#167; &#xA7;</word>', 'AT&T <b> § §', 'entities'],
    [
      '<word xMin="1" yMin="2" xMax="3" yMax="4">&nbsp;&#1114112;</word>',
      '&nbsp;&#1114112;',
      'what is no entity stays',
    ],
    ['  <page width="612" height="792">', undefined, 'a page is no word'],
    ['<title>word</title>', undefined, 'nor is the title'],
  ])('%s', (line, text) => {
    expect(wordIn(line)?.text).toBe(text);
  });
});

/** `left` to `right`, letters of `size` on the baseline 100 (downwards). */
function word(text: string, left: number, right: number, size: number, raised = 0): PopplerWord {
  const height = 1.107 * size;
  const bottom = 100 - raised + 0.195 * height;
  return { text, left, right, top: bottom - height, bottom };
}

describe('joinTouching', () => {
  test.each<[PopplerWord[], string[], string]>([
    [[word('N', 100, 107, 10), word('OTICE', 107.03, 130, 8)], ['NOTICE'], 'small capitals (cacd.793085, p. 2)'],
    [[word('T', 100, 104, 8), word('ROUTMAN', 104.6, 137, 6)], ['TROUTMAN'], 'set loosely (cacd.775358, p. 2)'],
    [[word('THE', 100, 120, 8), word('Court', 120.7, 140, 10)], ['THE', 'Court'], 'small letters are held to less'],
    [[word('privilege', 100, 140, 12), word('12', 140, 146, 8, 4)], ['privilege', '12'], 'the mark of a note'],
    [[word('19', 100, 112, 12), word('th', 112, 117, 8, 4)], ['19th'], 'a raised ending of an ordinal number'],
    [[word('of', 100, 110, 12), word('the', 113, 125, 12)], ['of', 'the'], 'a space'],
    [[word('one', 400, 420, 12), word('two', 100, 120, 12)], ['one', 'two'], 'the next line'],
    [[word('12', 100, 112, 12), word('1', 100, 106, 12)], ['12', '1'], 'printed over one another'],
  ])('%#', (words, joined) => {
    expect(joinTouching(words)).toEqual(joined);
  });

  test('up the side of a page', () => {
    const upwards = (text: string, bottom: number, top: number, size: number): PopplerWord => {
      const right = 50 + 0.195 * 1.107 * size;
      return { text, bottom, top, right, left: right - 1.107 * size };
    };
    expect(joinTouching([upwards('A', 407.2, 403.8, 5), upwards('TTORNEYS', 403.4, 378, 4)])).toEqual(['ATTORNEYS']);
    expect(joinTouching([upwards('AT', 407.2, 400, 5), upwards('LAW', 396, 380, 5)])).toEqual(['AT', 'LAW']);
  });
});

const installed = popplerVersion() !== null && popplerVersion('pdftoppm') !== null;
if (!installed) process.stdout.write('skipped: poppler is not installed\n');

(installed ? describe : describe.skip)('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-poppler-'));
  const path = join(folder, 'two.pdf');

  test('gives the words of each page, those of an empty one too', async () => {
    const bytes = await makePdf((document) => {
      document.addPage();
      put(document, 'One well-known page', 72, 100);
      document.addPage();
    });
    writeFileSync(path, bytes);
    const pages: string[][] = [];
    for await (const words of pagesByPoppler(path)) pages.push(words);
    expect(pages).toEqual([['One', 'well-known', 'page'], []]);
    expect(pictureByPoppler(path, 1, 30)?.subarray(1, 4).toString()).toBe('PNG');
  });

  test('a file it cannot read has no pages and no picture', async () => {
    writeFileSync(path, 'no PDF');
    const pages: string[][] = [];
    for await (const words of pagesByPoppler(path)) pages.push(words);
    expect(pages).toEqual([]);
    expect(pictureByPoppler(path, 1, 30)).toBeNull();
    rmSync(folder, { recursive: true });
  });

  test('its version is named, so that another one is another measure', () => {
    expect(popplerVersion()).toMatch(/^pdftotext \d+\.\d+/);
  });
});
