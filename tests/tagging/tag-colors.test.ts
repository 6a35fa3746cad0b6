// Colours for tags: each new tag looks different while that is possible, and its name can be read on it.
import { describe, expect, test } from '@jest/globals';
import { nextTagColor, tagColors } from '../../server/tagging/tag-colors.ts';

type Triple = readonly [number, number, number];

/** Linear RGB as it is seen (Machado, Oliveira, Fernandes 2009, severity 1). */
const eyes: Record<string, readonly [Triple, Triple, Triple]> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no green cones': [
    [0.367, 0.861, -0.228],
    [0.28, 0.673, 0.047],
    [-0.012, 0.043, 0.969],
  ],
  'no red cones': [
    [0.152, 1.053, -0.205],
    [0.115, 0.786, 0.099],
    [-0.004, -0.048, 1.052],
  ],
};

/** `#rrggbb` through someone's eyes, in CIELAB (D65). */
function seen(color: string, eye: readonly [Triple, Triple, Triple]): Triple {
  const light = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const mixed = (row: Triple): number => row.reduce((sum, part, at) => sum + part * (light[at] ?? 0), 0);
  const [r, g, b] = [Math.max(0, mixed(eye[0])), Math.max(0, mixed(eye[1])), Math.max(0, mixed(eye[2]))];
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [
    root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505),
    root(0.2126 * r + 0.7152 * g + 0.0722 * b),
    root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('the next colour', () => {
  test('goes through all of them before one comes again', () => {
    const used: string[] = [];
    for (let tag = 0; tag < tagColors.length * 2; tag += 1) used.push(nextTagColor(used));
    expect(used.slice(0, tagColors.length)).toEqual([...tagColors]);
    expect(used.slice(tagColors.length)).toEqual([...tagColors]);
  });

  test.each<[string[], string | undefined, string]>([
    [[], tagColors[0], 'the first tag'],
    [[tagColors[0]], tagColors[1], 'the first is taken'],
    [[tagColors[0].toUpperCase()], tagColors[1], 'taken, written in capitals'],
    [['#123456'], tagColors[0], 'a colour of a person’s own takes none'],
    [tagColors.filter((_, at) => at !== 4), tagColors[4], 'the one that was given up'],
    [[...tagColors, tagColors[0]], tagColors[1], 'the one used least, in the fixed order'],
  ])('after %j comes %s (%s)', (used, expected) => {
    expect(nextTagColor(used)).toBe(expected);
  });
});

describe('the colours', () => {
  test('are twelve, each once, as the API writes them', () => {
    expect(new Set(tagColors).size).toBe(12);
    for (const color of tagColors) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  // A difference of 2 can be seen side by side; 15 is another colour.
  test.each(Object.entries(eyes))('differ for %s', (_, eye) => {
    const alike = tagColors.flatMap((one, at) =>
      tagColors.slice(0, at).filter((other) => {
        const [a, b] = [seen(one, eye), seen(other, eye)];
        return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 15;
      }),
    );
    expect(alike).toEqual([]);
  });

  test('are neither as light as paper nor as dark as a dark page', () => {
    const eye = eyes['full colour vision'];
    const lightness = tagColors.map((color) => (eye === undefined ? 0 : seen(color, eye)[0]));
    expect(Math.min(...lightness)).toBeGreaterThan(30);
    expect(Math.max(...lightness)).toBeLessThan(80);
  });
});
