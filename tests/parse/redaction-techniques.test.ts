// Every way of redacting badly that we know is found, and its twin of the same shape is not. Real PDFs through all of the parser.
import { describe, expect, test } from '@jest/globals';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { rawPdf, type RawPdfExtras, type RawPdfPage } from './raw-pdf.ts';
import { harmless, secret, techniques } from './redaction-techniques.ts';

async function read(page: RawPdfPage, extras: RawPdfExtras = {}) {
  const { pages } = await parsePdf(rawPdf([page], extras));
  const [only] = pages;
  if (!only) throw new Error('no page');
  return {
    words: secret.split(' ').filter((word) => only.text.includes(word)),
    bad: only.redactions.filter(({ bad }) => bad).map(({ how, characters }) => [how, characters]),
    boxes: only.redactions.filter(({ bad }) => bad).map(({ box }) => box),
  };
}

describe('redactions that hide nothing from a computer', () => {
  test.each(techniques)('$name', async ({ bad, how, extras }) => {
    const { words, bad: found } = await read(bad, extras);
    expect(words).toEqual([]);
    expect(found).toEqual([[how, secret.replace(' ', '').length]]);
  });

  test.each(techniques)('no alarm, and no word lost: $name / $why', async ({ twin, extras }) => {
    const { words, bad: found } = await read(twin, extras);
    expect(words).toEqual(secret.split(' '));
    expect(found).toEqual([]);
  });

  test.each(harmless)('no alarm either: $name', async ({ page }) => {
    const { words, bad: found } = await read(page);
    expect(words).toEqual(secret.split(' '));
    expect(found).toEqual([]);
  });

  test('the finding lies where the words lie', async () => {
    const [covered] = techniques;
    const { boxes } = await read(covered?.bad ?? { content: '' });
    expect(boxes.map((box) => box.map(Math.round))).toEqual([[158, 696, 264, 696, 264, 709, 158, 709]]);
  });
});
