// Puts a tag on, or takes it off, the answers that are already here, so that the page shows it before the index has caught up.
// An answer and a change in → the same answer with the change out; an answer that it does not concern is returned as it is.
import type { PassageView } from '../../../server/contract/document-api.ts';
import type { Hit, SearchAnswer } from '../../../server/contract/search-api.ts';

export type TagChip = Hit['tags'][number];

export interface TagEdit {
  readonly passageId: string;
  readonly tag: TagChip;
  readonly isOn: boolean;
}

/** Chips after the change; each tag once. */
export function chipsAfter(chips: readonly TagChip[], { tag, isOn }: Pick<TagEdit, 'tag' | 'isOn'>): TagChip[] {
  const others = chips.filter(({ id }) => id !== tag.id);
  return isOn ? [...others, tag] : others;
}

/** A search's answer after the change. */
export function searchAfter(answer: SearchAnswer, edit: TagEdit): SearchAnswer {
  if (!answer.hits.some(({ passageId }) => passageId === edit.passageId)) return answer;
  return {
    ...answer,
    hits: answer.hits.map((hit) =>
      hit.passageId === edit.passageId ? { ...hit, tags: chipsAfter(hit.tags, edit) } : hit,
    ),
  };
}

/** A list of passages after the change. */
export function passagesAfter(answer: { passages: PassageView[] }, edit: TagEdit): { passages: PassageView[] } {
  if (!answer.passages.some(({ id }) => id === edit.passageId)) return answer;
  return {
    passages: answer.passages.map((passage) =>
      passage.id === edit.passageId ? { ...passage, tags: chipsAfter(passage.tags, edit) } : passage,
    ),
  };
}
