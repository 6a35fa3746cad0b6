// Recognised words that lie under boxes: what a box hides on paper must not come back through its picture.
// Shape in: a recognised page and boxes → shape out: the page without the words whose middle lies in one of them.
import { rectOf, type Quad } from '../contract/geometry.ts';
import type { RecognizedPage, RecognizedWord } from '../contract/recognition.ts';

/** The page without those words; the same object when there are none. */
export function withoutCovered(page: RecognizedPage, boxes: readonly Quad[]): RecognizedPage {
  if (boxes.length === 0) return page;
  const rects = boxes.map(rectOf);
  const words = page.words.filter((word) => {
    const [x, y] = middleOfWord(word, page.angle);
    return !rects.some(([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top);
  });
  return words.length === page.words.length ? page : { ...page, words };
}

/** The middle of a word's ink: half its width along, a third of its size up. `angle` is that of its page. */
export function middleOfWord({ x, y, advances, size, turn }: RecognizedWord, angle: number): readonly [number, number] {
  const radians = ((angle + (turn ?? 0)) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const along = advances.reduce((sum, advance) => sum + advance, 0) / 2;
  const up = size / 3;
  return [x + cos * along - sin * up, y + sin * along + cos * up];
}
