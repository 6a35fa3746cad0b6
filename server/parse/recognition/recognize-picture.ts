// One page picture → its words: turned upright, straightened, seen by Tesseract, and the words put back to where they stand in it.
// Shape in: grey pixels → shape out: words in pixels of the picture as it came, with the direction they run in.
import type { Quad } from '../../contract/geometry.ts';
import { apply, multiply, type Matrix } from '../matrix.ts';
import { cleaned, type Leader } from './clean-picture.ts';
import { confidenceOf, withLeaders, wordsOf, type PixelWord } from './page-words.ts';
import { withPilcrows } from './pilcrows.ts';
import { inkShare, lieOf, quarterTurned, unskewed, type GrayPicture } from './straighten.ts';
import type { SeenBox, SeenLine, Strip, Tesseract } from './tesseract.ts';

/** What a picture says; pixels, y downwards. */
export interface PictureWords {
  /** Unit vector of the reading direction. */
  readonly direction: readonly [number, number];
  readonly confidence: number;
  readonly ink: number;
  /** `x`, `y`: where the baseline begins. Advances run along `direction`. */
  readonly words: readonly PixelWord[];
  /** Where words are blacked out: corners as in `Quad`. */
  readonly bars: readonly Quad[];
}

type Quarter = 0 | 90 | 180 | 270;

/** A reading so sure is the right way up. */
const sureOf = 70;
/** A few words can be seen upside down too. */
const enoughWords = 25;
/** Less sure than this after two tries: the lines run the other way. */
const doubtfulOf = 50;
/** A page with less ink than this is blank: dust and the holes of a binder. */
const leastInk = 0.0004;
/** Words of which Tesseract is so sure say where the text stands. */
const believedFrom = 60;
/** Dark pixels of the thinnest digit. */
const leastDigit = 60;
/** Lines that show so much clearer one way than the other tell how the page lies. */
const clearer = 1.25;

/** Recognises a picture. */
export async function recognizePicture(
  tesseract: Pick<Tesseract, 'see'>,
  picture: GrayPicture,
  dpi: number,
): Promise<PictureWords> {
  const ink = inkShare(picture);
  if (ink < leastInk) return { direction: [1, 0], confidence: 0, ink, words: [], bars: [] };
  // Rules and borders would be taken for lines of text.
  const { skew, across, down } = lieOf(cleaned(picture, dpi).picture);
  let best: (PictureWords & { readonly worth: number }) | null = null;
  let tried = 0;
  for (const quarter of likelyFirst(across, down)) {
    const found = await readTurned(tesseract, picture, dpi, quarter, skew);
    // Lines that run down belong to a page that lies otherwise.
    const level = found.words.filter(({ turn }) => turn === 0).length;
    const worth = found.confidence * Math.sqrt(level);
    if (best === null || worth > best.worth) best = { ...found, ink, worth };
    tried += 1;
    if (found.confidence >= sureOf && level >= enoughWords && level > found.words.length / 2) break;
    if (tried === 2 && best.confidence >= doubtfulOf && best.words.length >= enoughWords) break;
  }
  const { direction = [1, 0] as const, confidence = 0, words = [], bars = [] } = best ?? {};
  return { direction, confidence, ink, words, bars };
}

/** The ways a page may lie, the likely ones first; another is tried only when what is seen makes no sense. */
function likelyFirst(across: number, down: number): readonly Quarter[] {
  return down > across * clearer ? [90, 270, 0, 180] : [0, 180, 90, 270];
}

async function readTurned(
  tesseract: Pick<Tesseract, 'see'>,
  picture: GrayPicture,
  dpi: number,
  quarter: Quarter,
  skew: number,
): Promise<Omit<PictureWords, 'ink'>> {
  const upright = quarterTurned(picture, quarter);
  const level = unskewed(upright.picture, skew);
  const back = multiply(upright.back, level.back);
  const { picture: clean, leaders, bars, marginRule } = cleaned(level.picture, dpi);
  // Columns of numbers are easily taken for words that run down the page: where a rule sets them apart, they are read by themselves.
  const seen = await tesseract.see(marginRule === null ? clean : withoutNumbers(clean, marginRule), dpi);
  const alone: SeenLine[] = [];
  const margin = marginRule === null ? marginBeside(clean, seen) : marginStrip(clean, marginRule[0]);
  for (const strip of [footBelow(clean, seen), margin, numbersAfter(clean, leaders)]) {
    if (strip !== null) alone.push(...(await tesseract.see(clean, dpi, strip)));
  }
  const words = withLeaders(wordsOf(placed(withPilcrows(clean, seen), alone)), leaders);
  return {
    direction: directionOf(back),
    confidence: confidenceOf(words),
    words: words.map((word) => {
      const [x, y] = apply(back, word.x, word.y);
      return { ...word, x, y };
    }),
    bars: bars.map(({ x0, y0, x1, y1 }) => [
      ...apply(back, x0, y1),
      ...apply(back, x1, y1),
      ...apply(back, x1, y0),
      ...apply(back, x0, y0),
    ]),
  };
}

/**
 * The strip below the last line, when something is printed there: Tesseract takes a page number that stands alone for dirt, and a
 * printed page number is what people cite.
 */
function footBelow({ width, height, pixels }: GrayPicture, lines: readonly SeenLine[]): Strip | null {
  const believed = lines.flatMap(({ words }) => words.filter(({ confidence }) => confidence >= believedFrom));
  const bottom = Math.max(0, ...believed.map(({ y1 }) => y1));
  const top = Math.max(bottom + Math.round(height * 0.004), Math.round(height * 0.85));
  if (lines.length === 0 || top > height * 0.98) return null;
  let dark = 0;
  for (let y = top; y < height * 0.985; y++) {
    for (let x = Math.round(width * 0.06); x < width * 0.94; x++) if ((pixels[y * width + x] ?? 255) < 128) dark++;
  }
  return dark < leastDigit ? null : { place: 'foot', left: 0, top, width, height: height - top };
}

/** The picture without the column before the margin's rule; a firm's name or a sticker beyond it stays. */
function withoutNumbers(picture: GrayPicture, [left, right]: readonly [number, number]): GrayPicture {
  const { width, height } = picture;
  const from = columnBefore(picture, left);
  const pixels = picture.pixels.slice();
  for (let y = 0; y < height; y++) pixels.fill(255, y * width + from, y * width + right + 2);
  return { width, height, pixels };
}

/** The strip left of the text, when a column of something is printed there: on pleading paper the numbers of the lines. */
function marginBeside({ width, height, pixels }: GrayPicture, lines: readonly SeenLine[]): Strip | null {
  const starts = lines
    .flatMap(({ words }) => words.slice(0, 1))
    .filter(({ text, confidence }) => confidence >= believedFrom && !/^\d{1,2}$/.test(text))
    .map(({ x0 }) => x0)
    .toSorted((a, b) => a - b);
  const right = (starts[Math.floor(starts.length / 10)] ?? 0) - Math.round(width * 0.008);
  return starts.length < 5 ? null : marginStrip({ width, height, pixels }, right);
}

/** What stands left of `right`, when it is a column. */
function marginStrip(picture: GrayPicture, right: number): Strip | null {
  const { width, height, pixels } = picture;
  if (right < width * 0.05) return null;
  const left = columnBefore(picture, right);
  // In how many bands down the page something is printed.
  const band = Math.ceil(height / 60);
  let bands = 0;
  for (let top = 0; top < height; top += band) {
    let dark = 0;
    for (let y = top; y < Math.min(height, top + band); y++) {
      for (let x = left; x < right; x++) if ((pixels[y * width + x] ?? 255) < 128) dark++;
    }
    if (dark >= leastDigit) bands++;
  }
  return bands < 12 ? null : { place: 'margin', left, top: 0, width: right - left, height };
}

/** Where the column of print that ends before `right` begins: a firm's name that runs up the margin beside it would spoil its numbers. */
function columnBefore({ width, height, pixels }: GrayPicture, right: number): number {
  const edge = Math.round(width * 0.02);
  const [gap, air] = [Math.round(width * 0.012), Math.round(width * 0.004)];
  let [begin, blank] = [right, 0];
  for (let x = right - 1; x >= edge && (begin === right || blank < gap); x--) {
    let dark = 0;
    for (let y = 0; y < height; y++) if ((pixels[y * width + x] ?? 255) < 128) dark++;
    if (dark > 4) [begin, blank] = [x, 0];
    else blank++;
  }
  return Math.max(0, Math.min(begin, right) - air);
}

/** The column of page numbers right of the leader dots of a table of contents: without the dots they stand alone. */
function numbersAfter({ width, height }: GrayPicture, leaders: readonly Leader[]): Strip | null {
  const rows = Map.groupBy(leaders, ({ y }) => Math.round(y / (height * 0.005)));
  if (rows.size < 4) return null;
  const ends = [...rows.values()].map((row) => Math.max(...row.map(({ x1 }) => x1))).toSorted((a, b) => a - b);
  // The longest number begins where the shortest line of dots ends; one row in ten may have lost its last dots.
  const left = (ends[Math.floor(ends.length / 10)] ?? 0) + 3;
  return width - left < width * 0.03 ? null : { place: 'contents', left, top: 0, width: width - left, height };
}

/** Lines of the page, with what was looked for by itself; a column is believed where it was looked at alone. */
function placed(seen: readonly SeenLine[], alone: readonly SeenLine[]): SeenLine[] {
  const columns = alone.filter(({ place }) => place === 'margin').flatMap(({ words }) => words);
  const [left, right] = [Math.min(...columns.map(({ x0 }) => x0)), Math.max(...columns.map(({ x1 }) => x1))];
  const numbers = alone.filter(({ place }) => place !== 'margin').flatMap(({ words }) => words);
  const isSeenAlone = (word: SeenBox): boolean =>
    ((word.x0 + word.x1) / 2 < right && word.x1 > left) ||
    numbers.some(({ x0, x1, y0, y1 }) => x0 < word.x1 && x1 > word.x0 && y0 < word.y1 && y1 > word.y0);
  const others = seen.map((line) => ({ ...line, words: line.words.filter((word) => !isSeenAlone(word)) }));
  return [...others, ...alone];
}

/** Turning keeps lengths: the matrix' first row is the direction. */
function directionOf([a, b]: Matrix): readonly [number, number] {
  return [a, b];
}
