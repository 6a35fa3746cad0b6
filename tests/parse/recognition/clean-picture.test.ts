// What is taken from a picture before it is read, and what must stay.
import { describe, expect, test } from '@jest/globals';
import { cleaned } from '../../../server/parse/recognition/clean-picture.ts';
import type { GrayPicture } from '../../../server/parse/recognition/straighten.ts';
import { proseLines, scanned, type Scan } from './scans.ts';

const sheet = { width: 1200, height: 900 };
const words = [{ text: 'Notice of motion, i.e. a paper filed…', x: 150, y: 400 }];

function darkIn({ width, pixels }: GrayPicture, left: number, top: number, right: number, bottom: number): number {
  let dark = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if ((pixels[y * width + x] ?? 255) < 128) dark++;
  return dark;
}

describe('cleaned', () => {
  test.each<[string, NonNullable<Scan['also']>, readonly [number, number, number, number]]>([
    ['the rule beside the numbers of pleading paper', (to) => to.fillRect(100, 20, 5, 860), [90, 0, 120, 900]],
    ['a rule of a table', (to) => to.fillRect(150, 600, 900, 3), [0, 590, 1200, 610]],
    ['a black bar over a name', (to) => to.fillRect(300, 550, 260, 50), [290, 540, 570, 610]],
    ['dust in the margin', (to) => to.fillRect(40, 300, 4, 4), [30, 290, 60, 310]],
  ])('%s goes, the words stay as they are', (_, also, [left, top, right, bottom]) => {
    const plain = scanned({ ...sheet, lines: words });
    const dirty = scanned({ ...sheet, lines: words, also });
    const { picture } = cleaned(dirty, 300);
    expect(darkIn(dirty, left, top, right, bottom)).toBeGreaterThan(10);
    expect(darkIn(picture, left, top, right, bottom)).toBe(0);
    expect(darkIn(picture, 150, 350, 1100, 420)).toBe(darkIn(plain, 150, 350, 1100, 420));
  });

  test('the dots of a leader line go and are told; the words on both sides stay', () => {
    const lines = [
      { text: 'ARGUMENT', x: 150, y: 400 },
      { text: '.'.repeat(30), x: 430, y: 400 },
      { text: '12', x: 1000, y: 400 },
    ];
    const { picture, leaders } = cleaned(scanned({ ...sheet, lines }), 300);
    expect(leaders).toHaveLength(1);
    expect(leaders[0]).toMatchObject({ dots: 30 });
    expect(Math.abs((leaders[0]?.y ?? 0) - 400)).toBeLessThan(4);
    expect(darkIn(picture, 430, 380, 900, 410)).toBe(0);
    expect(darkIn(picture, 150, 350, 425, 410)).toBeGreaterThan(1000);
    expect(darkIn(picture, 1000, 350, 1060, 410)).toBeGreaterThan(200);
  });

  test('the dots over letters, full stops and an ellipsis are no leader and no dust', () => {
    const source = scanned({ ...sheet, lines: words });
    const { picture, leaders } = cleaned(source, 300);
    expect(leaders).toEqual([]);
    expect(darkIn(picture, 0, 0, 1200, 900)).toBe(darkIn(source, 0, 0, 1200, 900));
  });
});

describe('bars over words', () => {
  const withBar = (x: number, y: number, width: number, height: number, label = '') =>
    cleaned(
      scanned({
        ...sheet,
        lines: proseLines(100, 150),
        also(context) {
          context.fillRect(x, y, width, height);
          context.fillStyle = '#ffffff';
          context.fillText(label, x + 10, y + height - 8);
        },
      }),
      300,
    ).bars;

  test('are told, the dark parts of letters not', () => {
    expect(withBar(300, 195, 500, 48)).toEqual([{ x0: 300, y0: 195, x1: 800, y1: 243 }]);
    expect(cleaned(scanned({ ...sheet, lines: proseLines(100, 150) }), 300).bars).toEqual([]);
  });

  test('also where letters touch them', () => {
    // From above the baseline at 230 down to the tops of the next line's letters, which end at 276.
    const [found, ...others] = withBar(300, 236, 500, 42);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ y0: 236, y1: 278 });
    expect([(found?.x0 ?? 0) > 260, (found?.x1 ?? 0) < 840]).toEqual([true, true]);
  });

  test('a button, which has round corners, is none', () => {
    const also: NonNullable<Scan['also']> = (context) => {
      context.beginPath();
      context.roundRect(300, 800, 367, 79, 39);
      context.fill();
    };
    expect(cleaned(scanned({ width: 1200, height: 1000, lines: proseLines(100, 150), also }), 300).bars).toEqual([]);
  });

  test.each([
    ['a rule', 100, 800, 900, 12, ''],
    ['black that the scanner left at the edge', 0, 800, 900, 60, ''],
    ['a square: a mark, a box that is ticked', 300, 820, 60, 60, ''],
    ['a picture higher than two lines', 900, 560, 300, 300, ''],
    ['a heading printed white on black', 300, 800, 500, 60, 'ORDER GRANTED'],
  ])('%s is none', (_, x, y, width, height, label) => {
    expect(withBar(x, y, width, height, label)).toEqual([]);
  });
});
