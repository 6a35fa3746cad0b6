// One picture, however it lies: the words, where they stand on the sheet as it came, and which way they run.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { recognizePicture } from '../../../server/parse/recognition/recognize-picture.ts';
import { quarterTurned } from '../../../server/parse/recognition/straighten.ts';
import { startTesseract, type Tesseract } from '../../../server/parse/recognition/tesseract.ts';
import { pleadingScan, prose, proseLines, scanned } from './scans.ts';

const expected = prose.join(' ');
const sheet = { width: 1300, height: 900, lines: proseLines(100, 150) };

// Tesseract takes seconds, and more on a busy machine.
jest.setTimeout(60_000);

describe('recognizePicture', () => {
  let tesseract: Tesseract;
  beforeAll(async () => {
    tesseract = await startTesseract({ languages: ['eng'], dataFolder: null });
  });
  afterAll(() => tesseract.end());

  test.each([
    ['askew', 0, 1.5],
    ['on its left side', 90, 0],
    ['upside down, and askew', 180, -1],
    ['on its right side', 270, 0],
  ] as const)('%s', async (_, turn, askew) => {
    const { picture, back } = quarterTurned(scanned({ ...sheet, askew }), turn);
    const { words, direction, confidence } = await recognizePicture(tesseract, picture, 300);
    expect(words.map(({ text }) => text).join(' ')).toBe(expected);
    expect(confidence).toBeGreaterThan(85);
    // The reading direction on the turned sheet: a quarter turn, and the skew on top of it.
    const angle = ((turn + askew) * Math.PI) / 180;
    expect(direction[0]).toBeCloseTo(Math.cos(angle), 1);
    expect(direction[1]).toBeCloseTo(Math.sin(angle), 1);
    // Turned back, the first word begins where it was drawn: 600 left of and 300 above the middle, askew about it.
    const [a, b, c, d, e, f] = back;
    const { x = 0, y = 0 } = words[0] ?? {};
    const skew = (askew * Math.PI) / 180;
    const drawn = [
      650 - 550 * Math.cos(skew) + 300 * Math.sin(skew),
      450 - 550 * Math.sin(skew) - 300 * Math.cos(skew),
    ];
    expect(Math.hypot(a * x + c * y + e - (drawn[0] ?? 0), b * x + d * y + f - (drawn[1] ?? 0))).toBeLessThan(10);
  });

  test.each([0, 1.5])('a bar over words is told where it lies on the sheet, %d degrees askew', async (askew) => {
    const also = (to: { fillRect(x: number, y: number, w: number, h: number): void }): void =>
      to.fillRect(300, 195, 500, 48);
    const { words, bars } = await recognizePicture(tesseract, scanned({ ...sheet, askew, also }), 300);
    expect(words.map(({ text }) => text).join(' ')).toContain('agreed that the records');
    expect(bars).toHaveLength(1);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = bars[0] ?? [];
    // Its middle, turned about that of the sheet with everything else; its length and height.
    const turn = (askew * Math.PI) / 180;
    const [dx, dy] = [550 - 650, 219 - 450];
    const middle = [650 + dx * Math.cos(turn) - dy * Math.sin(turn), 450 + dx * Math.sin(turn) + dy * Math.cos(turn)];
    expect(Math.hypot((x1 + x3) / 2 - (middle[0] ?? 0), (y1 + y3) / 2 - (middle[1] ?? 0))).toBeLessThan(6);
    expect(Math.abs(Math.hypot(x2 - x1, y2 - y1) - 500)).toBeLessThan(8);
    expect(Math.abs(Math.hypot(x3 - x2, y3 - y2) - 48)).toBeLessThan(8);
  });

  test('pleading paper: each line has its number, the page its own, and what runs up the margin is read too', async () => {
    const { words } = await recognizePicture(tesseract, scanned(pleadingScan), 240);
    const level = words.filter(({ turn }) => turn === 0);
    const numbers = level.filter(({ x, y }) => x < 220 && y < 1950).toSorted((one, other) => one.y - other.y);
    expect(numbers.map(({ text }) => text)).toEqual(Array.from({ length: 28 }, (_, at) => String(at + 1)));
    expect(level.filter(({ y }) => y > 1950).map(({ text }) => text)).toEqual(['3']);
    const upwards = words.filter(({ turn }) => turn === 90).map(({ text }) => text);
    expect(upwards.join(' ')).toBe('Harper Stone Miller Partners');
  });
});

test('an empty sheet is not even looked at', async () => {
  const see = (): never => {
    throw new Error('looked');
  };
  const sheetOfPaper = scanned({ width: 400, height: 400, lines: [] });
  expect(await recognizePicture({ see }, sheetOfPaper, 300)).toEqual({
    direction: [1, 0],
    confidence: 0,
    ink: 0,
    words: [],
    bars: [],
  });
});
