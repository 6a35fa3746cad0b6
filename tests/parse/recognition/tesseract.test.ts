// The real Tesseract, started as the product starts it: from node_modules, without a network.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTesseract, type Tesseract } from '../../../server/parse/recognition/tesseract.ts';
import { scanned } from './scans.ts';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

describe('startTesseract', () => {
  let tesseract: Tesseract;
  beforeAll(async () => {
    tesseract = await startTesseract({ languages: ['eng'], dataFolder: null });
  });
  afterAll(() => tesseract.end());

  const page = scanned({
    width: 1000,
    height: 300,
    lines: [
      { text: '7', x: 60, y: 150 },
      { text: 'Plaintiff moves for relief', x: 250, y: 150 },
    ],
  });

  test('sees words with boxes where they were drawn', async () => {
    const line = (await tesseract.see(page, 300)).find(({ words: all }) => all.some(({ text }) => text === 'moves'));
    const words = line?.words.filter(({ x0 }) => x0 > 200) ?? [];
    expect(words.map(({ text }) => text)).toEqual(['Plaintiff', 'moves', 'for', 'relief']);
    expect(Math.abs((words[0]?.x0 ?? 0) - 250)).toBeLessThan(6);
    expect(Math.abs((line?.baseline.y0 ?? 0) - 150)).toBeLessThan(6);
    expect(words[0]?.symbols.map(({ text }) => text).join('')).toBe('Plaintiff');
  });

  test('of a strip it sees what is there, at its place on the page', async () => {
    const lines = await tesseract.see(page, 300, { place: 'margin', left: 20, top: 40, width: 150, height: 200 });
    expect(lines.map(({ place }) => place)).toEqual(['margin']);
    const [word] = lines.flatMap(({ words }) => words);
    expect(word?.text).toBe('7');
    expect(Math.abs((word?.x0 ?? 0) - 62)).toBeLessThan(8);
    expect(Math.abs((word?.y1 ?? 0) - 150)).toBeLessThan(8);
  });
});
