// A page of a PDF as a scanner would deliver it: a PDF whose page is nothing but a picture.
// In: bytes, a page, how it is scanned. Out: bytes of the scan. `clean` is the page at 300 dpi, level; `worn` is 200 dpi, black and
// white only, askew, with specks, as an office machine sends it. The same page gives the same scan.
import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import type { GrayPicture } from '../../server/parse/recognition/straighten.ts';
import { openForDrawing } from '../../server/parse/recognition/render-page.ts';
import { makePdf } from '../parse/make-pdf.ts';

export type ScanKind = 'clean' | 'worn';

const kinds: Record<ScanKind, { readonly dpi: number; readonly askew: number; readonly specks: number }> = {
  clean: { dpi: 300, askew: 0, specks: 0 },
  worn: { dpi: 200, askew: 1.3, specks: 260 },
};
/** Darker than this is black where there is only black and white. */
const blackBelow = 150;

/** Scans a page. */
export async function scanOf(bytes: Uint8Array, pageNumber: number, kind: ScanKind): Promise<Uint8Array> {
  const { dpi, askew, specks } = kinds[kind];
  const document = await openForDrawing(bytes);
  try {
    const picture = await document.draw(pageNumber, [], dpi);
    const canvas = kind === 'clean' ? canvasOf(picture) : worn(canvasOf(picture), askew, specks);
    const size: [number, number] = [(picture.width * 72) / picture.dpi, (picture.height * 72) / picture.dpi];
    const png = canvas.toBuffer('image/png');
    return await makePdf((made) => {
      made.addPage({ size });
      made.image(png, 0, 0, { width: size[0], height: size[1] });
    });
  } finally {
    await document.close();
  }
}

function canvasOf({ width, height, pixels }: GrayPicture): Canvas {
  const canvas = createCanvas(width, height);
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  pixels.forEach((value, at) => data.fill(value, 4 * at, 4 * at + 3));
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

/** Turned about its middle by some degrees, made black and white, with specks of one or two dots. */
function worn(source: Canvas, askew: number, specks: number): Canvas {
  const { width, height } = source;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((askew * Math.PI) / 180);
  context.drawImage(source, -width / 2, -height / 2);
  context.resetTransform();
  const picture = context.getImageData(0, 0, width, height);
  for (let at = 0; at < picture.data.length; at += 4)
    picture.data.fill((picture.data[at] ?? 255) < blackBelow ? 0 : 255, at, at + 3);
  context.putImageData(picture, 0, 0);
  context.fillStyle = '#000000';
  let seed = 13;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let speck = 0; speck < specks; speck++) context.fillRect(next(width), next(height), 1 + next(2), 1 + next(2));
  return canvas;
}
