// The only door to tesseract.js: a grey picture → the lines and words that Tesseract sees in it, in pixels.
// Nothing is fetched: program and English come from node_modules, other languages from a folder of `<language>.traineddata(.gz)`.
// Refuses a language that is in neither, naming the folder.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createWorker, OEM, PSM, type Line, type RecognizeOptions } from 'tesseract.js';
import { dataOf, type LanguageChoice } from './language-data.ts';
import type { GrayPicture } from './straighten.ts';

/** A line as seen: pixels, y downwards. */
export interface SeenLine {
  readonly words: readonly SeenWord[];
  /** Two points of the baseline. */
  readonly baseline: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  /** From the deepest descender to the highest ascender. */
  readonly height: number;
  /** Looked for by itself (`Strip`). */
  readonly place?: Strip['place'];
}

/** The box of some ink, in pixels, y downwards. */
export interface SeenBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface SeenWord extends SeenBox {
  readonly text: string;
  readonly confidence: number;
  readonly symbols: readonly ({ readonly text: string } & SeenBox)[];
}

/**
 * A part of a picture, in pixels, that is looked at by itself: the foot of the page, where its number stands; the margin, where
 * lines are numbered; the column of page numbers that leader dots lead to.
 */
export interface Strip {
  readonly place: 'foot' | 'margin' | 'contents';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A running Tesseract. */
export interface Tesseract {
  /** Reads a page, or, of a strip of it, words that stand alone. */
  see(picture: GrayPicture, dpi: number, strip?: Strip): Promise<readonly SeenLine[]>;
  end(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** Starts Tesseract (0.3 s) with its languages. */
export async function startTesseract(choice: LanguageChoice): Promise<Tesseract> {
  const { languages } = choice;
  const [first = 'eng', ...others] = languages;
  const english = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: english,
    cacheMethod: 'none',
    gzip: true,
    workerPath: require.resolve('tesseract.js/src/worker-script/node/index.js'),
    corePath: dirname(require.resolve('tesseract.js-core/package.json')),
    // Faults come with the promise.
    errorHandler: () => undefined,
  });
  if (first !== 'eng' || others.length > 0) {
    for (const language of languages) {
      const path = dataOf(language, choice.dataFolder);
      if (path === null) continue;
      const bytes = await readFile(path);
      await worker.FS('writeFile', [`./${language}.traineddata`, path.endsWith('.gz') ? gunzipSync(bytes) : bytes]);
    }
    // One name only, so that tesseract.js does not load what was just written.
    await worker.reinitialize(
      [languages.join('+')].map((code) => ({ code, data: code })),
      OEM.LSTM_ONLY,
    );
  }
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return {
    async see(picture, dpi, strip) {
      // Parameters of Tesseract are passed through; the types name only those of tesseract.js.
      const options = {
        user_defined_dpi: String(Math.round(dpi)),
        ...(strip === undefined ? {} : parametersFor(strip)),
      } as Partial<RecognizeOptions>;
      const image = graymap(strip === undefined ? picture : partOf(picture, strip));
      const { data } = await worker.recognize(image, options, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.map((line) =>
        strip === undefined ? lineOf(line, 0, 0) : { ...lineOf(line, strip.left, strip.top), place: strip.place },
      );
    },
    async end() {
      await worker.terminate();
    },
  };
}

function parametersFor({ place }: Strip): Record<string, string> {
  if (place === 'foot') return { tessedit_pageseg_mode: PSM.SINGLE_BLOCK };
  const letters = place === 'margin' ? '0123456789' : '0123456789,ivxl';
  return { tessedit_pageseg_mode: PSM.SINGLE_BLOCK, tessedit_char_whitelist: letters };
}

function partOf({ width, pixels }: GrayPicture, strip: Strip): GrayPicture {
  const part = new Uint8Array(strip.width * strip.height);
  for (let y = 0; y < strip.height; y++) {
    const from = (strip.top + y) * width + strip.left;
    part.set(pixels.subarray(from, from + strip.width), y * strip.width);
  }
  return { width: strip.width, height: strip.height, pixels: part };
}

/** A line with its boxes moved to where they are on the page. */
function lineOf({ baseline, rowAttributes, words }: Line, left: number, top: number): SeenLine {
  const moved = ({ x0, y0, x1, y1 }: SeenBox): SeenBox => ({
    x0: x0 + left,
    y0: y0 + top,
    x1: x1 + left,
    y1: y1 + top,
  });
  return {
    baseline: moved(baseline),
    height: rowAttributes.rowHeight,
    words: words.map(({ text, confidence, bbox, symbols }) => ({
      text,
      confidence,
      ...moved(bbox),
      symbols: symbols.map((symbol) => ({ text: symbol.text, ...moved(symbol.bbox) })),
    })),
  };
}

/** The simplest file of a picture there is (PGM), which Tesseract reads without a decoder. */
function graymap({ width, height, pixels }: GrayPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}
