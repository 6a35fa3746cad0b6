// How a page lies, and turning it: the angle is found, and a turned picture leads back to every pixel it was made of.
import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../server/parse/matrix.ts';
import {
  darkBelow,
  inkShare,
  lieOf,
  quarterTurned,
  unskewed,
  type GrayPicture,
} from '../../../server/parse/recognition/straighten.ts';
import { proseLines, scanned } from './scans.ts';

const page = { width: 1300, height: 900, lines: proseLines(100, 150) };

describe('lieOf', () => {
  test.each([
    ['straight paper lies straight', 0],
    ['a sheet drawn in at a slight angle', 0.6],
    ['the other way', -1.4],
    ['a careless hand', 3.5],
  ])('%s', (_, askew) => {
    const { skew, across, down } = lieOf(scanned({ ...page, askew }));
    expect(skew).toBeCloseTo(askew, 0);
    expect(Math.abs(skew - askew)).toBeLessThan(0.15);
    expect(across).toBeGreaterThan(down * 1.25);
  });

  test('a page that lies on its side is clearer when read down, and its skew turns the same way', () => {
    const { picture } = quarterTurned(scanned({ ...page, askew: 1 }), 90);
    const { skew, across, down } = lieOf(picture);
    expect(down).toBeGreaterThan(across * 1.25);
    expect(Math.abs(skew - 1)).toBeLessThan(0.15);
  });

  test('an empty sheet, and one that is black all over, lie straight', () => {
    const sheet = (value: number): GrayPicture => ({ width: 60, height: 60, pixels: new Uint8Array(3600).fill(value) });
    expect([lieOf(sheet(255)).skew, lieOf(sheet(0)).skew]).toEqual([0, 0]);
  });
});

describe('quarterTurned', () => {
  // One dark pixel at (4, 1) of a sheet of 6 × 3: wherever it goes, the matrix must lead back to it.
  const spot: GrayPicture = { width: 6, height: 3, pixels: new Uint8Array(18).fill(255) };
  spot.pixels[1 * 6 + 4] = 0;

  test.each([
    [0, [6, 3]],
    [90, [3, 6]],
    [180, [6, 3]],
    [270, [3, 6]],
  ] as const)('by %i degrees, and back', (degrees, size) => {
    const { picture, back } = quarterTurned(spot, degrees);
    expect([picture.width, picture.height]).toEqual(size);
    const at = picture.pixels.indexOf(0);
    const middle = apply(back, (at % picture.width) + 0.5, Math.floor(at / picture.width) + 0.5);
    expect(middle).toEqual([4.5, 1.5]);
  });

  test('clockwise: the left edge comes to stand on top', () => {
    const left: GrayPicture = { width: 2, height: 2, pixels: Uint8Array.of(0, 255, 0, 255) };
    expect([...quarterTurned(left, 90).picture.pixels]).toEqual([0, 0, 255, 255]);
  });
});

describe('unskewed', () => {
  test('lines run level afterwards, and the matrix leads back to where a mark was', () => {
    const source = scanned({
      ...page,
      askew: 2,
      lines: [],
      also: (context) => context.fillRect(995, 295, 10, 10),
    });
    const { picture, back } = unskewed(source, 2);
    const at = picture.pixels.findIndex((value) => value < 60);
    // Undone, the mark stands where it was drawn on the level sheet.
    expect(Math.hypot((at % picture.width) - 1000, Math.floor(at / picture.width) - 300)).toBeLessThan(9);
    const [x, y] = apply(back, at % picture.width, Math.floor(at / picture.width));
    expect(source.pixels[Math.round(y) * source.width + Math.round(x)]).toBeLessThan(120);
  });

  test('nothing to undo: the same picture', () => {
    const source = scanned({ width: 10, height: 10, lines: [] });
    expect(unskewed(source, 0).picture).toBe(source);
  });
});

test('ink: none on white paper, all on black, and the limit lies between grey paper and black letters', () => {
  const gray = (...values: number[]): GrayPicture => ({
    width: values.length,
    height: 1,
    pixels: Uint8Array.from(values),
  });
  expect([inkShare(gray(255, 255)), inkShare(gray(0, 255)), inkShare(gray())]).toEqual([0, 0.5, 0]);
  const paper = Uint8Array.from({ length: 6100 }, (_, at) => (at % 610 === 0 ? 40 : 180));
  expect(darkBelow(paper)).toBeGreaterThan(40);
  expect(darkBelow(paper)).toBeLessThan(180);
});
