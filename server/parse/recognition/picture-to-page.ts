// Words in pixels of a page picture → words in the page's user space.
// Shape in: what the recognition process says, and the picture's matrix → shape out: RecognizedPage.
import type { Quad } from '../../contract/geometry.ts';
import type { RecognizedPage } from '../../contract/recognition.ts';
import { apply, type Matrix } from '../matrix.ts';
import type { PictureWords } from './recognize-picture.ts';

/** Puts the words of a picture on its page. */
export function onPage(
  pageNumber: number,
  { direction: [dx, dy], confidence, ink, words, bars }: PictureWords,
  { toPage, dpi }: { readonly toPage: Matrix; readonly dpi: number },
): RecognizedPage {
  const [a, b, c, d] = toPage;
  const [alongX, alongY] = [a * dx + c * dy, b * dx + d * dy];
  const scale = Math.hypot(alongX, alongY);
  const degrees = (Math.atan2(alongY, alongX) * 180) / Math.PI;
  return {
    pageNumber,
    angle: wholeWhereStraight((degrees + 360) % 360),
    confidence: Math.round(confidence * 10) / 10,
    dpi,
    ink: Math.round(ink * 1e5) / 1e5,
    ...(bars.length === 0 ? {} : { bars: bars.map((bar) => moved(bar, toPage)) }),
    words: words.map((word) => {
      const [x, y] = apply(toPage, word.x, word.y);
      return {
        text: word.text,
        confidence: Math.round(word.confidence),
        line: word.line,
        ...(word.turn === 0 ? {} : { turn: word.turn }),
        x: hundredths(x),
        y: hundredths(y),
        advances: word.advances.map((advance) => hundredths(advance * scale)),
        size: hundredths(word.size * scale),
      };
    }),
  };
}

function moved([x1, y1, x2, y2, x3, y3, x4, y4]: Quad, toPage: Matrix): Quad {
  const place = (x: number, y: number): readonly [number, number] => {
    const [left, bottom] = apply(toPage, x, y);
    return [hundredths(left), hundredths(bottom)];
  };
  return [...place(x1, y1), ...place(x2, y2), ...place(x3, y3), ...place(x4, y4)];
}

/** Upright text is exactly upright, so that it is laid out like text that was typeset. */
function wholeWhereStraight(degrees: number): number {
  const nearest = Math.round(degrees / 90) * 90;
  return (Math.abs(degrees - nearest) < 0.03 ? nearest : Math.round(degrees * 1000) / 1000) % 360;
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
