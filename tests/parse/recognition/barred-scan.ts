// A scan with a text layer, and bars that were drawn into the scan itself: to the parser it looks like any scan.
// Shape in: lines of text with places, bars in points → shape out: bytes. Words are specks where they stand, so that the picture has ink.
import type { Rect } from '../../../server/contract/geometry.ts';
import { rawPdf, streamOf, words } from '../raw-pdf.ts';

/** A line of the layer. */
export interface LayerLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const [width, height] = [612, 792];

/** One page of 612 × 792 points, scanned at 72 dpi. `light`: the words below the bars are printed white on them. */
export function barredScan(lines: readonly LayerLine[], bars: readonly Rect[], light = false): Uint8Array {
  const pixels = new Uint8Array(width * height).fill(250);
  const fill = ([left, bottom, right, top]: Rect, tone: (x: number, y: number) => number): void => {
    for (let y = Math.floor(bottom); y < top; y += 1)
      for (let x = Math.floor(left); x < right; x += 1) pixels[(height - 1 - y) * width + x] = tone(x, y);
  };
  const speckle = (dark: number, ground: number) => (x: number, y: number) => ((x + 2 * y) % 4 === 0 ? dark : ground);
  for (const { text, x, y } of lines) fill([x, y - 2, x + text.length * 5.5, y + 9], speckle(20, 250));
  for (const bar of bars) fill(bar, light ? speckle(250, 10) : () => 12);
  const image = streamOf(
    Array.from(pixels, (pixel) => String.fromCharCode(pixel)).join(''),
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
  );
  const layer = lines.map(({ text, x, y }) => words(text, x, y)).join('');
  return rawPdf(
    [{ content: `q ${width} 0 0 ${height} 0 0 cm /Im Do Q 3 Tr\n${layer}`, resources: '/XObject << /Im 100 0 R >>' }],
    { objects: { 100: image } },
  );
}

/** Prose around what the bars hide; the parser trusts a layer that reads like a page. */
export function barredStatement(secret: string): Uint8Array {
  const lines: LayerLine[] = [
    { text: 'The witness was asked about the report and about the people who had read it', x: 72, y: 700 },
    { text: 'He said that the report was sent every two weeks and that he lives in', x: 72, y: 680 },
    { text: secret, x: 72, y: 660 },
    { text: 'and that nobody else in the house was told of the report or of its use', x: 72, y: 640 },
  ];
  return barredScan(lines, [[66, 654, 330, 672]]);
}
