// Poppler, where it is installed: an independent reading of the words of each page, and pictures of pages.
// In: a path. Out: words page by page, as the file is read; nothing of it is kept.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `pdftotext 22.12.0`; null where it is not installed. */
export function popplerVersion(program: 'pdftotext' | 'pdftoppm' = 'pdftotext'): string | null {
  const { error, stderr } = spawnSync(program, ['-v'], { encoding: 'utf8' });
  if (error !== undefined) return null;
  return `${program} ${/version (\S+)/.exec(stderr)?.[1] ?? 'of unknown version'}`;
}

/** A word as poppler divides them, with its box in points from the top left of the page. */
export interface PopplerWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Words of each page, as `pdftotext -bbox` divides them: that form alone neither mends hyphens nor leaves words out.
 * Only what stands within the crop box, as a reader sees the page. Ends early on a file that poppler cannot read.
 */
export async function* pagesByPoppler(path: string): AsyncGenerator<string[], void, void> {
  const child = spawn('pdftotext', ['-bbox', '-cropbox', '-q', path, '-'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  try {
    let words: PopplerWord[] = [];
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      if (line.includes('<page ')) words = [];
      const word = wordIn(line);
      if (word !== null) words.push(word);
      if (line.includes('</page>')) yield joinTouching(words);
    }
  } finally {
    child.kill();
    await ended;
  }
}

/**
 * Poppler ends a word where the size of its letters changes: small capitals come as `N` `OTICE`. Parts that touch on one baseline
 * are one word; so are a figure and its raised `th`. A raised figure alone is the mark of a note and stays apart.
 */
export function joinTouching(words: readonly PopplerWord[]): string[] {
  const joined: string[] = [];
  let last: PopplerWord | undefined;
  for (const word of words) {
    const before = joined.at(-1);
    if (last !== undefined && before !== undefined && touches(last, word))
      joined[joined.length - 1] = before + word.text;
    else joined.push(word.text);
    last = word;
  }
  return joined;
}

/** Where letters stand in their box: the share of its height that lies below the baseline, in most fonts. */
const belowBaseline = 0.195;
/** Widest gap inside a word, as a share of the height: small capitals are often set loosely, and a space is wider. */
const widestGap = { anyLetters: 0.05, smallCapitals: 0.12 };

function touches(one: PopplerWord, next: PopplerWord): boolean {
  return isNextTo(one, next) || isNextTo(turned(one), turned(next));
}

function isNextTo(one: PopplerWord, next: PopplerWord): boolean {
  const [height, other] = [one.bottom - one.top, next.bottom - next.top];
  const most = Math.max(height, other);
  const gap = next.left - one.right;
  const isCapital = !/\p{Ll}/u.test(one.text + next.text);
  const widest = isCapital && Math.abs(height - other) > 0.1 * most ? widestGap.smallCapitals : widestGap.anyLetters;
  if (most <= 0 || gap < -0.1 * most || gap > widest * most) return false;
  if (/\d$/.test(one.text) && /^(?:st|nd|rd|th)\b/i.test(next.text)) return true;
  const baseline = (word: PopplerWord): number => word.bottom - belowBaseline * (word.bottom - word.top);
  return Math.abs(baseline(one) - baseline(next)) < 0.06 * most;
}

/** Text that runs up the side of a page, laid level. */
function turned({ text, left, top, right, bottom }: PopplerWord): PopplerWord {
  return { text, left: -bottom, right: -top, top: left, bottom: right };
}

const wordLine = /^\s*<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)<\/word>/;

/** The word of a line of `-bbox`, its entities undone; null for any other line. */
export function wordIn(line: string): PopplerWord | null {
  const [, left, top, right, bottom, text] = wordLine.exec(line) ?? [];
  if (text === undefined) return null;
  return {
    text: text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, undo),
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function undo(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}

/** A page as PNG; null where pdftoppm is not installed or cannot draw it. */
export function pictureByPoppler(path: string, pageNumber: number, dpi: number): Buffer | null {
  const page = String(pageNumber);
  const args = ['-png', '-cropbox', '-r', String(dpi), '-f', page, '-l', page, '-singlefile', path];
  const { status, stdout } = spawnSync('pdftoppm', args, { maxBuffer: 256 * 1024 ** 2 });
  return status === 0 && stdout.length > 0 ? stdout : null;
}
