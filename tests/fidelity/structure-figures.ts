// What a file was cut into: passages by kind, words in passages of a fitting size, sentences that were cut.
// In: passages of a file, in order. Out: figures and the cuts.
import type { Passage } from '../../server/contract/passage.ts';
import { passageKinds } from '../../server/contract/passage.ts';
import { count, share, type Figures } from './figures.ts';
import { wordsOf } from './words.ts';

export interface CutFault {
  readonly pageNumber: number;
  readonly fault: string;
}

/** Sizes issue 3 asks for where structure allows, in words. */
const fitting = { least: 40, most: 250 };

/** Kinds that consist of sentences. */
const prose: ReadonlySet<Passage['kind']> = new Set(['paragraph', 'quote', 'footnote', 'testimony']);

/** Measures a file. */
export function readStructure(passages: readonly Passage[]): {
  readonly figures: Figures;
  readonly faults: readonly CutFault[];
} {
  let [words, inFitting] = [0, 0];
  for (const { text } of passages) {
    const size = wordsOf(text).length;
    words += size;
    if (size >= fitting.least && size <= fitting.most) inFitting += size;
  }
  const faults = cutsIn(passages);
  const kinds = passageKinds.map(
    (kind) => [kind, count(passages.filter((each) => each.kind === kind).length)] as const,
  );
  return {
    figures: {
      'fitting words': share(inFitting, words),
      'cut sentences': count(faults.length),
      passages: count(passages.length),
      ...Object.fromEntries(kinds),
    },
    faults,
  };
}

/**
 * A passage without an end of a sentence, and the next of its kind begins with a small letter: one sentence in two passages.
 * Notes stand behind the text of their page, so those between two parts of a paragraph are passed over.
 */
function cutsIn(passages: readonly Passage[]): CutFault[] {
  return passages.flatMap((passage, at): CutFault[] => {
    if (!prose.has(passage.kind) || endsSentence(passage.text)) return [];
    const next = passages.slice(at + 1, at + 12).find(({ kind }) => kind !== 'footnote' || passage.kind === 'footnote');
    if (next === undefined || next.kind !== passage.kind || !/^\p{Ll}{2}/u.test(next.text)) return [];
    if (passage.kind === 'footnote' && next.note !== passage.note && next.note !== null) return [];
    const where = next.pageNumber === passage.pageNumber ? '' : `, on page ${next.pageNumber}`;
    return [
      {
        pageNumber: passage.spans.at(-1)?.pageNumber ?? passage.pageNumber,
        fault: `${passage.kind} ${passage.ordinal} ends inside a sentence; ${next.ordinal} goes on${where}`,
      },
    ];
  });
}

/** Whether the text ends as a sentence does; a colon or dash before a quote and the semicolon of a list end one as well. */
export function endsSentence(text: string): boolean {
  return /[.?!:;—–][\s"”’'»)\]]*\d{0,3}$/u.test(text.trimEnd());
}
