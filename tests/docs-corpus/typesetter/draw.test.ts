// The PDF as an independent reader sees it: words where they were placed, nothing under boxes, an image for a scan, the same bytes twice.
import { describe, expect, test } from '@jest/globals';
import { drawFiling } from '../../../docs-corpus/typesetter/draw.ts';
import { readPdf } from './read-pdf.ts';
import { placedLine, placedPage, sampleSource } from './sample-source.ts';

const factsOf = (facts: Readonly<Record<string, string>> = {}) => sampleSource('Text.', facts).facts;
const read = async (pages: Parameters<typeof drawFiling>[0], facts = factsOf()) =>
  readPdf(await drawFiling(pages, facts));

describe('drawFiling', () => {
  test('words stand where they were placed', async () => {
    const { pages } = await read([placedPage([placedLine('Titan API', { x: 92, y: 640.5 })])]);
    expect(pages[0]?.words).toEqual([{ text: 'Titan API', x: 92, y: 640.5, upright: false }]);
  });
  test('the first segment of a line stands at x, the others at their distance from it', async () => {
    const [segment] = placedLine('A.').segments;
    if (!segment) throw new Error('a line has a segment');
    const line = placedLine('', {
      x: 128,
      segments: [
        { ...segment, dx: 36 },
        { ...segment, dx: 64, text: 'Facts' },
      ],
    });
    const { pages } = await read([placedPage([line])]);
    expect(pages[0]?.words.map(({ text, x }) => [text, x])).toEqual([
      ['A.', 128],
      ['Facts', 156],
    ]);
  });
  test('the mark in the margin is turned upright', async () => {
    const line = placedLine('SPECIMEN', { x: 596, y: 300, upright: true, furniture: 'margin' });
    const { pages } = await read([placedPage([line])]);
    expect(pages[0]?.words).toEqual([expect.objectContaining({ text: 'SPECIMEN', upright: true })]);
  });
  test('each page has its own size', async () => {
    const { pages } = await read([placedPage([]), placedPage([], { width: 792, height: 612 })]);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [612, 792],
      [792, 612],
    ]);
  });
  test('a scan is one image a page, and the stamp is its only text', async () => {
    const lines = [placedLine('Case X', { furniture: 'stamp' }), placedLine('NOTES', { y: 500 })];
    const { pages } = await read([placedPage(lines), placedPage(lines)], factsOf({ scanned: 'true' }));
    expect(pages.map(({ images, words }) => [images, words.map(({ text }) => text)])).toEqual([
      [1, ['Case X']],
      [1, ['Case X']],
    ]);
  });
  test('the file says that it is a specimen, and of what day', async () => {
    const { info } = await read([placedPage([])], factsOf({ attachment: '2' }));
    expect(info).toMatchObject({ Title: 'SPECIMEN - Sample Brief', CreationDate: 'D:20230511120000Z' });
    expect(info.Subject).toMatch(/Specimen filing ECF 9099-2, not a court record/);
  });
  test('the same pages give the same bytes, another page others', async () => {
    const draw = (text: string) => drawFiling([placedPage([placedLine(text)])], factsOf());
    const first = await draw('One');
    expect((await draw('One')).equals(first)).toBe(true);
    expect((await draw('Two')).equals(first)).toBe(false);
  });
});
