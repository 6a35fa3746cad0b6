// What lies over one character: shapes by hand, so that it is clear how much of it they cover and when they were drawn.
import { describe, expect, test } from '@jest/globals';
import type { Rect } from '../../server/contract/geometry.ts';
import type { Fill, ImagePlace } from '../../server/parse/painted-shapes.ts';
import { coversOf } from '../../server/parse/redaction-covers.ts';
import { glyphsOf } from './glyph-rows.ts';

const view: Rect = [0, 0, 612, 792];
const fill = (box: Rect, change: Partial<Fill> = {}): Fill => ({
  box,
  rectangle: true,
  outline: null,
  color: '#000000',
  opaque: true,
  order: 9,
  ...change,
});
const image = (box: Rect, change: Partial<ImagePlace> = {}): ImagePlace => ({ box, opaque: true, order: 9, ...change });

/** A letter of 10 points: 5 wide, its ink from 700 to some 707. */
const [letter] = glyphsOf('A', 100, 700, { order: 5 });
const over = (fills: readonly Fill[], images: readonly ImagePlace[] = [], change = {}) =>
  letter ? coversOf(fills, images, view).over({ ...letter, ...change })?.box : 'no letter';

const whole: Rect = [99, 698, 107, 709];

describe('coversOf', () => {
  test.each([
    ['a box over all of it', over([fill(whole)]), whole],
    ['a box drawn before it', over([fill(whole, { order: 4 })]), undefined],
    ['a pale box', over([fill(whole, { opaque: false })]), undefined],
    ['its lower two thirds', over([fill([99, 699, 107, 704.5])]), [99, 699, 107, 704.5]],
    ['only its foot', over([fill([99, 698, 107, 701])]), undefined],
    ['a line through the middle', over([fill([99, 702.4, 107, 703.6])]), undefined],
    ['a hair line is nothing', over([fill([99, 702.7, 107, 703.2])]), undefined],
    [
      'strips that meet',
      over([
        fill([99, 699, 107, 701.5]),
        fill([99, 701.5, 107, 703.9], { order: 10 }),
        fill([99, 703.9, 107, 706], { order: 11 }),
      ]),
      [99, 701.5, 107, 703.9],
    ],
    ['a shape whose corners nobody knows', over([fill(whole, { rectangle: false })]), undefined],
    [
      'a box askew',
      over([
        fill(whole, {
          rectangle: false,
          outline: [
            [98, 697],
            [108, 698],
            [107, 710],
            [97, 709],
          ],
        }),
      ]),
      whole,
    ],
    ['a tall box is found too', over([fill([90, 0, 120, 792])]), [90, 0, 120, 792]],
    ['an image', over([], [image(whole)]), whole],
    ['a stencil', over([], [image(whole, { opaque: false })]), undefined],
    ['the scan of the whole page', over([], [image(view)]), undefined],
    ['a box under the scan', over([fill(whole, { order: 7 })], [image(view)]), undefined],
    ['a box upon the scan', over([fill(whole, { order: 12 })], [image(view)]), whole],
    ['letters that run upwards', over([fill([92, 699, 101, 706])], [], { angle: 90 }), [92, 699, 101, 706]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
