// A filing's passages and pages → the stretches that the evaluator reads.
// In: passages in reading order, pages. Out: the body (with block quotes) as one stretch, so that proximity crosses lines, pages and
// stamps; each footnote; the furniture of each page. Margin numbers of lines are left out: every page has them all. A passage
// says where paragraphs begin in it: several short ones may stand in one, and a long one in several.
import type { Page } from '../../contract/page.ts';
import type { Passage } from '../../contract/passage.ts';
import { tokenStream, type StreamKind, type TokenStream } from './token-stream.ts';

/** A stretch with the way back. */
export interface PlacedStream {
  readonly stream: TokenStream;
  readonly pieces: readonly Piece[];
}

/** What stands at `at` in the text of a stretch. */
interface Piece {
  readonly at: number;
  readonly ref: PieceRef;
}

/** A passage of the file, or a line of furniture in the text of a page, which belongs to none. */
export type PieceRef =
  | { readonly kind: 'passage'; readonly ordinal: number }
  | { readonly kind: 'line'; readonly pageNumber: number; readonly from: number; readonly to: number };

/** The stretches of a filing: its body, its footnotes, the furniture of its pages. */
export function documentStreams(passages: readonly Passage[], pages: readonly Page[]): PlacedStream[] {
  const body = new StreamText('body');
  const notes: StreamText[] = [];
  let lastNote: Passage | null = null;
  for (const passage of passages) {
    const isNote = passage.kind === 'footnote';
    const paragraphs = passage.paragraphs ?? [0];
    const goesOn = paragraphs[0] !== 0;
    const isSameNote =
      isNote && lastNote !== null && (goesOn || (passage.note !== null && passage.note === lastNote.note));
    if (isNote && !isSameNote) notes.push(new StreamText('footnote'));
    const text = isNote ? (notes.at(-1) ?? body) : body;
    text.add(passage.text, { kind: 'passage', ordinal: passage.ordinal }, paragraphs);
    if (isNote) lastNote = passage;
  }
  return [body, ...notes, ...pages.map(furnitureOf)].filter((text) => !text.isEmpty()).map((text) => text.read());
}

function furnitureOf({ pageNumber, text, lines }: Page): StreamText {
  const furniture = new StreamText('furniture');
  for (const { from, to, furniture: kind } of lines) {
    if (kind === null || kind === 'line-number') continue;
    furniture.add(text.slice(from, to), { kind: 'line', pageNumber, from, to }, [0]);
  }
  return furniture;
}

/** The text of a stretch as it grows. */
class StreamText {
  readonly #kind: StreamKind;
  readonly #pieces: Piece[] = [];
  readonly #paragraphs: number[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  constructor(kind: StreamKind) {
    this.#kind = kind;
  }

  isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** `paragraphs`: offsets in the text at which paragraphs begin. */
  add(text: string, ref: PieceRef, paragraphs: readonly number[]): void {
    // One sign parts passages and belongs to none.
    const goesOn = paragraphs[0] !== 0;
    const joint = this.#pieces.length === 0 ? '' : goesOn ? ' ' : '\n';
    const at = this.#length + joint.length;
    if (this.#pieces.length === 0 && goesOn) this.#paragraphs.push(at);
    for (const start of paragraphs) this.#paragraphs.push(at + start);
    this.#pieces.push({ at, ref });
    this.#parts.push(joint, text);
    this.#length = at + text.length;
  }

  read(): PlacedStream {
    return { stream: tokenStream(this.#kind, this.#parts.join(''), this.#paragraphs), pieces: this.#pieces };
  }
}
