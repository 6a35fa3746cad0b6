// Pictures of text for the tests of recognition: set in a real typeface, drawn on a canvas, as a scanner would deliver them.
// In: lines with places in pixels. Out: a grey picture, or a PDF whose page is that picture.
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import type { GrayPicture } from '../../../server/parse/recognition/straighten.ts';
import { makePdf } from '../make-pdf.ts';

const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'), 'Tinos');

/** A line of text; `x`, `y`: where its baseline begins, in pixels from the top left. */
export interface ScannedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In pixels; 50 is 12 points at 300 dpi. */
  readonly size?: number;
}

export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ScannedLine[];
  /** Degrees clockwise by which the paper lay askew. */
  readonly askew?: number;
  /** More to draw: rules, dirt. */
  readonly also?: (context: ReturnType<Canvas['getContext']>) => void;
}

/** Eight lines of prose that any dictionary knows. */
export const prose = [
  'The court heard argument on the motion and took',
  'the matter under submission. Counsel for both sides',
  'agreed that the records would be produced within',
  'thirty days. The hearing was continued to the first',
  'week of October, when the witness is expected to',
  'testify about the messages that were sent. Nothing',
  'in this order decides whether those messages may be',
  'admitted into evidence at the trial of the action.',
] as const;

/** The lines of `prose`, one below the other. */
export function proseLines(x: number, y: number, size = 50): ScannedLine[] {
  return prose.map((text, index) => ({ text, x, y: y + index * size * 1.6, size }));
}

function draw({ width, height, lines, askew = 0, also }: Scan): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((askew * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = '#000000';
  for (const { text, x, y, size = 50 } of lines) {
    context.font = `${size}px Tinos`;
    context.fillText(text, x, y);
  }
  also?.(context);
  return canvas;
}

/** The picture of a scan. */
export function scanned(scan: Scan): GrayPicture {
  const { data } = draw(scan).getContext('2d').getImageData(0, 0, scan.width, scan.height);
  const pixels = Uint8Array.from({ length: data.length / 4 }, (_, index) => data[index * 4] ?? 255);
  return { width: scan.width, height: scan.height, pixels };
}

/** A PDF of one page that is nothing but the picture; pixels at 300 dpi. */
export function scannedPdf(
  scan: Scan,
  also: (document: PDFKit.PDFDocument) => void = () => undefined,
): Promise<Uint8Array> {
  const png = draw(scan).toBuffer('image/png');
  const size: [number, number] = [(scan.width * 72) / 300, (scan.height * 72) / 300];
  return makePdf((document) => {
    document.addPage({ size });
    document.image(png, 0, 0, { width: size[0], height: size[1] });
    also(document);
  });
}

/** Pleading paper at 240 dpi: 28 numbered lines right of a double rule, a page number at the foot, a firm's name up the margin. */
export const pleadingScan: Scan = {
  width: 1300,
  height: 2100,
  lines: [
    ...Array.from({ length: 28 }, (_, at) => [
      { text: String(at + 1), x: at < 9 ? 150 : 130, y: 200 + at * 60, size: 40 },
      { text: prose[at % prose.length] ?? '', x: 280, y: 200 + at * 60, size: 40 },
    ]).flat(),
    { text: '3', x: 700, y: 2020, size: 40 },
  ],
  also(context) {
    context.fillRect(225, 60, 4, 1950);
    context.fillRect(235, 60, 4, 1950);
    context.translate(70, 1300);
    context.rotate(-Math.PI / 2);
    context.font = '32px Tinos';
    context.fillText('Harper Stone Miller Partners', 0, 0);
  },
};
