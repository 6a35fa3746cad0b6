// The pieces that words are made of: letters and figures without a gap, and signs that are words. Reading goes over all that is indexed
// and over every hit that is shown, so what is plain ASCII is read letter by letter, and only the rest by a pattern — which is the rule.
// In: a text. Out: one piece after another, by its offsets.

/** Offsets in the text, UTF-16, end exclusive. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

// Marks and invisible signs (soft hyphen, joiners) belong to the letter before them; a zero-width space parts words. Figures in
// raised or enclosed form (`²`, `½`) are words of their own, so that a note mark does not stick to what it stands at.
const letters = String.raw`\p{L}\p{Nl}`;
const attached = String.raw`(?:\p{M}|(?![\u200B\uFEFF])\p{Cf})*`;
const plainPiece = new RegExp(`[$%§¶]|\\p{No}+|(?:[${letters}\\p{Nd}]${attached})+`, 'gu');
const wildPiece = new RegExp(`[$%§¶]|\\p{No}+|(?:[${letters}\\p{Nd}*?]${attached})+`, 'gu');

/** What an ASCII character is; with `wild`, `*` and `?` are letters. */
type Kind = 'letter' | 'sign' | 'gap';
const kinds = (wild: boolean): readonly Kind[] =>
  Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    if (/[A-Za-z0-9]/.test(character) || (wild && /[*?]/.test(character))) return 'letter';
    return /[$%]/.test(character) ? 'sign' : 'gap';
  });
const [plainKinds, wildKinds] = [kinds(false), kinds(true)];

/** The first piece at or behind an offset; null when there is none. With `wild`, `*` and `?` count as letters. */
export function pieceFrom(text: string, start: number, wild: boolean): Piece | null {
  const known = wild ? wildKinds : plainKinds;
  let from = start;
  while (known[text.charCodeAt(from)] === 'gap') from += 1;
  const kind = known[text.charCodeAt(from)];
  if (kind === 'sign') return { from, to: from + 1 };
  if (kind === 'letter') {
    let to = from + 1;
    while (known[text.charCodeAt(to)] === 'letter') to += 1;
    // What is beyond ASCII may go on with the piece.
    if (to === text.length || known[text.charCodeAt(to)] !== undefined) return { from, to };
  }
  const pattern = wild ? wildPiece : plainPiece;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}
