// Whether a page must be recognised from its picture: no text, a stamp or a sticker on a scan, letters that are not the letters that are
// seen (a font without a map, or with a wrong one), a poor text layer. Source: DOMAIN §5, scans.
// Shape in: what a page is made of and its body text → shape out: why it is unread, or null. In doubt the text is legible: a table, a
// list of names or another language is none of this. A text layer is judged by its own words; what is drawn under it is not looked at.
import { rectOf } from '../contract/geometry.ts';
import type { Page } from '../contract/page.ts';
import type { PageDraft } from './page-draft.ts';

/** What the decision is made from, besides the words. */
export type PageMake = Pick<PageDraft, 'failure' | 'imageShare' | 'shapes' | 'layerShare' | 'redactions' | 'view'>;

/** A scan with this much text of its own on it (a signature's date, an exhibit sticker) has not been read; a chart with a caption has. */
const fewLetters = 160;
/** A text layer with as few is that of a cover or a photograph. */
const fewLayerLetters = 25;

/** Why a page's text is not what is seen on it; null when it is. `body` is its text without furniture. */
export function unreadOf(page: PageMake, body: string): Page['unread'] {
  const { failure, imageShare, shapes, layerShare } = page;
  if (failure !== null) return { reason: 'unreadable', detail: failure };
  const letters = lettersUpTo(fewLetters, body);
  const isLayer = layerShare > 0.5;
  if (imageShare > 0.5 && letters < (isLayer ? fewLayerLetters : fewLetters)) {
    return awaitsOcr(letters === 0 ? 'is an image without text' : 'is an image with a few words of text');
  }
  // Also where nothing at all is painted: whether a page is blank is for eyes to say, and a count must not pass over it.
  if (letters === 0) {
    if (imageShare > 0.02) return awaitsOcr('has images and no text');
    // Bars over all of its lines: what they left has been read.
    if (redactedShare(page) > 0.2) return null;
    return awaitsOcr(shapes > 60 ? 'is drawn without letters' : 'has no text');
  }
  if (isGarbled(body)) return awaitsOcr('has letters that cannot be mapped to text');
  if (isLayer && isPoorlyRecognised(body)) return awaitsOcr('has a text layer of poor recognition');
  return null;
}

/** Share of the page under redaction boxes, each counted for itself. */
function redactedShare({ redactions, view }: Pick<PageMake, 'redactions' | 'view'>): number {
  const covered = redactions.reduce((sum, { box }) => {
    const [left, bottom, right, top] = rectOf(box);
    return sum + (right - left) * (top - bottom);
  }, 0);
  return covered / Math.max(1, (view[2] - view[0]) * (view[3] - view[1]));
}

/** Counts letters and figures, and stops at `most`: whether there are more is not asked. */
function lettersUpTo(most: number, text: string): number {
  let count = 0;
  // Letters of other scripts cost several times as much to look for as these, which are enough on nearly every page.
  for (let at = 0; at < text.length && count < most; at += 1) if (isPlainLetter(text.charCodeAt(at))) count += 1;
  if (count >= most) return most;
  count = 0;
  const letter = /[\p{L}\p{N}]/gu;
  while (count < most && letter.test(text)) count += 1;
  return count;
}

/** A letter or figure of ASCII. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

function awaitsOcr(what: string): Page['unread'] {
  return { reason: 'awaiting-ocr', detail: `The page ${what}.` };
}

/** Words that no page of English prose does without. */
const common =
  /(?<![\p{L}\p{N}])(?:the|of|and|to|in|for|that|is|on|by|with|as|or|was|be|not|from|at|this|it)(?![\p{L}\p{N}])/giu;
/** Fewer words tell nothing. */
const fewestWords = 12;
/** Shares of the words. */
const limits = { common: 0.05, strange: 0.15 };

/** Whether most of a page's text is nonsense. */
export function isGarbled(body: string): boolean {
  if (isPlainProse(body)) return false;
  const unmapped = body.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  if (unmapped > 20 && unmapped > 0.3 * body.length) return true;
  if (isSymbols(body) || isLonelySigns(body) || hasGlyphNumbers(body)) return true;
  const words = body.split(/\s+/).filter((word) => word.length >= 3 && /\p{L}/u.test(word));
  if (words.length < fewestWords) return false;
  if ((body.match(common)?.length ?? 0) >= limits.common * words.length) return false;
  return words.filter(isStrange).length >= limits.strange * words.length;
}

/** A few of the common words, as they stand between others. */
const plainCommon = /\s(?:the|of|and|to|in|for|that|is|on|by|with|as|or|was|be|not|from|at|this|it)(?=\s)/g;

/**
 * What nearly every page is, and one look at each letter tells: too many plain letters for any of the rules below to call it
 * nonsense. Words are counted in its disfavour: all there are, and of those with a letter only the ones with a plain one.
 */
function isPlainProse(body: string): boolean {
  // White space of other kinds would part words that are counted as one here; pages have none.
  if (/[^\S \n]/.test(body)) return false;
  let [letters, printed, words, lettered] = [0, 0, 0, 0];
  let inWord = false;
  let hasLetter = false;
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    // Letters without a map are up there.
    if (code >= 0xd800) return false;
    if (code === 0x20 || code === 0x0a) {
      inWord = false;
      continue;
    }
    printed += 1;
    if (!inWord) {
      inWord = true;
      hasLetter = false;
      words += 1;
    }
    if (!isPlainLetter(code)) continue;
    letters += 1;
    if (!hasLetter) {
      hasLetter = true;
      lettered += 1;
    }
  }
  if (letters < 0.7 * printed || words - lettered > 0.24 * lettered || body.includes('(cid:')) return false;
  plainCommon.lastIndex = 0;
  let met = 0;
  while (met < limits.common * words && plainCommon.test(body)) met += 1;
  return met >= limits.common * words;
}

/** Letters shifted to signs: `8,*,0<,+ (50,3A9`. Dot leaders, rules and figures are not counted. */
function isSymbols(body: string): boolean {
  const printed = body.replace(/[\s._–—·~|=•-]+/g, '');
  const signs = printed.match(/[^\p{L}\p{N}$%()'’“”"/§¶•]/gu)?.length ?? 0;
  return printed.length >= 80 && signs > 0.3 * printed.length;
}

/** Words without a letter or figure that are no dash, bullet, leader or sign of law: most letters of a font have no map. */
function isLonelySigns(body: string): boolean {
  const words = body.split(/\s+/).filter((word) => word !== '' && !/^[._–—·~|=•*\-…☐☑✓$§¶&#/]+$/.test(word));
  const signs = words.filter((word) => !/[\p{L}\p{N}]/u.test(word)).length;
  return words.length >= 30 ? signs > 0.24 * words.length : words.length >= 15 && signs > 0.35 * words.length;
}

/** `(cid:31)`: a program has written down glyphs for which it had no letters. */
function hasGlyphNumbers(body: string): boolean {
  const numbers = body.match(/\(cid:\d+\)/g) ?? [];
  return numbers.length > 5 && numbers.join('').length > 0.2 * body.length;
}

/** As a word of a scanner that saw well: letters with their apostrophes, a number, a sign of its own. */
const wellSeen =
  /^[^\p{L}\p{N}]{0,2}(?:\p{L}[\p{L}'’.-]*\p{L}|[AaIO]|\p{Lu}\.?|\d[\d,.:/%()-]*[A-Za-z]{0,2}|[§¶]+|&|[–—]|-{1,3}|•)[^\p{L}\p{N}]{0,3}$/u;

/** Whether a quarter of a text layer's words is dirt: signs alone, capitals in the middle, no vowel. */
export function isPoorlyRecognised(body: string): boolean {
  const words = body.split(/\s+/).filter((word) => word !== '' && !/^[._–—·-]+$/.test(word));
  if (words.length < 40) return false;
  const poor = words.filter((word) => {
    if (!wellSeen.test(word)) return true;
    const letters = word.replace(/[^A-Za-z]/g, '');
    if (letters.length >= 4 && !/[aeiouy]/i.test(letters)) return true;
    return /[a-z][A-Z]/.test(word) && !/^\W*(?:Mc|Mac|De|La|O['’])/.test(word);
  });
  return poor.length > 0.25 * words.length;
}

/** No word of any language: `7LWOH`, `H[LVWLQJ`, `&RUQLVK`, four capitals and more without a vowel, `WĂŐĞ`. */
function isStrange(word: string): boolean {
  const bare = word.replace(/^[("“‘'[]+|[)"”’'\].,;:?!]+$/g, '');
  if (/[@/]|www/i.test(bare)) return false;
  return (
    /\p{L}[!"#$%*+<=>?\\^`{|}~±²³´µ¶¿×]\p{L}|^[!"#$%&*+,\-.<=>?@\\^_`{|}~\d]\p{Lu}{3,}|\p{Lu}[[\];]\p{Lu}/u.test(
      bare,
    ) ||
    (/^[A-Z]{4,}$/.test(bare) && !/[AEIOUY]/.test(bare)) ||
    (bare.match(/[\u0100-\u024f]/g)?.length ?? 0) * 2 > bare.length
  );
}
