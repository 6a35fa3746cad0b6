// The text of `like("…")` → what is asked: its words, marks and hyphens apart. Refuses a text without words, and one too long.
import { tokensOf } from '../../text/tokenizer.ts';
import { maxLikeWords } from './likeness.ts';
import { queryFault } from './query-fault.ts';
import type { QueryNode } from './query-tree.ts';

/** The node of a text that begins at `textFrom` in the query. */
export function likeNode({ text, textFrom }: { readonly text: string; readonly textFrom: number }): QueryNode {
  const words = tokensOf(text)
    .filter(({ position, lastPosition }) => position === lastPosition)
    .map(({ word }) => word);
  if (words.length === 0) throw queryFault(textFrom, 'There is no word in the text.', 'words to look for');
  if (words.length > maxLikeWords) {
    throw queryFault(
      textFrom,
      `The text has ${words.length} words.`,
      `${maxLikeWords} at most`,
      'Take its most telling part.',
    );
  }
  return { kind: 'like', text: text.replaceAll(/\s+/g, ' ').trim(), words };
}
