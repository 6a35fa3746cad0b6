// What exact search keeps of a file: its words with their places, and the bag by which it is found among all.
// In: passages in reading order, and pages. Out: FileWords. Made when a file is read, so that a question reads no text.
import type { Page } from '../../contract/page.ts';
import type { Passage } from '../../contract/passage.ts';
import type { FileWords } from '../../contract/word-index.ts';
import { tokenizerVersion } from '../../text/tokenizer.ts';
import { bagOfWords } from '../../text/word-bag.ts';
import { documentStreams } from './document-streams.ts';
import { packingVersion, packWords } from './packed-words.ts';

/** Of the rules that make words of a file. */
export const wordsVersion = `${tokenizerVersion}.${packingVersion}`;

/** The words of a file. */
export function wordsOfFile(passages: readonly Passage[], pages: readonly Page[]): FileWords {
  const placed = documentStreams(passages, pages);
  const words = new Set(placed.flatMap(({ stream }) => [...stream.words.keys()]));
  return { version: wordsVersion, bag: bagOfWords(words), data: packWords(placed) };
}
