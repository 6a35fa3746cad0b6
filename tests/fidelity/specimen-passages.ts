// A specimen's passages against its truth: words in order, kinds, where passages begin, page and line of their ends, ¶ numbers, headings.
// In: the parser's passages, the truth's. Out: figures and each passage that is wrong. The truth has whole passages, the parser may
// cut or gather them: words are laid side by side, and only ends that both sides have are compared.
import type { Passage } from '../../server/contract/passage.ts';
import { share, type Figures } from './figures.ts';
import type { TruePassage } from './specimen-truth.ts';
import { alignWords } from './word-alignment.ts';
import { wordsOf } from './words.ts';

export interface PassageFault {
  readonly pageNumber: number;
  readonly fault: string;
}

interface Word<P> {
  readonly word: string;
  readonly passage: P;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Compares all passages of a file. */
export function readSpecimenPassages(
  passages: readonly Passage[],
  truth: readonly TruePassage[],
): { readonly figures: Figures; readonly faults: readonly PassageFault[] } {
  const [expected, read] = [spread(truth), spread(passages)];
  const partners = alignWords(
    expected.map(({ word }) => word),
    read.map(({ word }) => word),
  );
  const faults: PassageFault[] = [];
  const right = { words: 0, kinds: 0, starts: 0, places: 0, headings: 0, paragraphs: 0 };
  let [starts, places, begun] = [0, 0, 0];
  const wrongKinds = new Map<TruePassage, string>();
  const missing = new Map<TruePassage, string[]>();
  for (const [at, { passage: true_, isFirst, isLast, word }] of expected.entries()) {
    const say = (fault: string): void => void faults.push(faultOf(true_, fault));
    const gathers = true_.kind === 'testimony' || true_.kind === 'caption';
    if (isFirst && !gathers) starts += 1;
    const found = read[partners[at] ?? -1];
    if (found === undefined) {
      missing.set(true_, [...(missing.get(true_) ?? []), word]);
      continue;
    }
    const { passage } = found;
    right.words += 1;
    if (passage.kind === true_.kind) right.kinds += 1;
    else if (wrongKinds.get(true_) !== passage.kind) {
      wrongKinds.set(true_, passage.kind);
      say(`taken for ${passage.kind}`);
    }
    if (isFirst && !gathers) {
      if (found.isFirst) right.starts += 1;
      else say(`does not begin a passage, “${word}” stands inside of ${passage.kind} ${passage.ordinal}`);
    }
    if (isFirst && found.isFirst) {
      places += 1;
      begun += 1;
      const [is, should] = [place(passage.pageNumber, passage.lines?.from), place(true_.pageNumber, true_.lines?.from)];
      if (is === should) right.places += 1;
      else say(`begins at ${should}, read ${is}`);
      if (passage.paragraph === true_.paragraph) right.paragraphs += 1;
      else say(`is ¶ ${String(true_.paragraph)}, read ${String(passage.paragraph)}`);
      const [path, truePath] = [passage.headings, true_.headings].map((all) => all.map(plainHeading).join(' › '));
      if (path === truePath) right.headings += 1;
      else say(`stands under ${truePath || 'no heading'}, read ${path || 'none'}`);
    }
    if (isLast && found.isLast) {
      places += 1;
      const lastPage = passage.spans.at(-1)?.pageNumber ?? passage.pageNumber;
      const [is, should] = [place(lastPage, passage.lines?.to), place(true_.toPageNumber, true_.lines?.to)];
      if (is === should) right.places += 1;
      else say(`ends at ${should}, read ${is}`);
    }
  }
  for (const [passage, words] of missing)
    faults.push(faultOf(passage, `${words.length} words are missing: ${some(words)}`));
  return {
    figures: {
      'passage words': share(right.words, expected.length),
      'passage kinds': share(right.kinds, right.words),
      'passage starts': share(right.starts, starts),
      'passage places': share(right.places, places),
      'passage headings': share(right.headings, begun),
      'paragraph numbers': share(right.paragraphs, begun),
    },
    faults,
  };
}

function spread<P extends { readonly text: string }>(passages: readonly P[]): Word<P>[] {
  return passages.flatMap((passage) => {
    const words = wordsOf(passage.text);
    return words.map((word, at) => ({ word, passage, isFirst: at === 0, isLast: at === words.length - 1 }));
  });
}

function place(pageNumber: number, line: number | undefined): string {
  return line === undefined ? `page ${pageNumber}` : `page ${pageNumber} line ${line}`;
}

function plainHeading(text: string): string {
  return wordsOf(text).join(' ').toLowerCase();
}

function faultOf(passage: TruePassage, fault: string): PassageFault {
  return { pageNumber: passage.pageNumber, fault: `${passage.kind} “${beginning(passage)}”: ${fault}` };
}

function some(words: readonly string[]): string {
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ');
}

function beginning({ text }: TruePassage): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
