// Applies, removes and creates tags: shows the change at once, tells the server, and asks anew what counts tags.
// A refused change is taken back and the reason is shown.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Span } from '../../../server/contract/page.ts';
import type { Tag } from '../../../server/contract/work-api.ts';
import { call } from '../api/client.ts';
import { annotationsQuery, keys, passagesQuery, tagsQuery } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { carriersOf, removalOf } from './carried-tags.ts';
import { freeDigit } from './tag-choice.ts';
import { passagesAfter, searchAfter, type TagChip, type TagEdit } from './tagged-answers.ts';

/** What a tag can be put on: a passage, or a selection of page text. */
export type Taggable =
  | { readonly documentId: string; readonly passageId: string; readonly pageNumber: number }
  | { readonly documentId: string; readonly spans: readonly Span[] };

export interface Tagging {
  /** Both resolve to whether the server took the change. */
  readonly apply: (target: Taggable, tag: TagChip) => Promise<boolean>;
  readonly remove: (target: Taggable, tag: TagChip) => Promise<boolean>;
  /** The new tag, with the first free digit as its key; null when it was refused. */
  readonly create: (name: string) => Promise<Tag | null>;
}

export function useTagging(): Tagging {
  const client = useQueryClient();
  return {
    apply: (target, tag) =>
      changing(client, target, { tag, isOn: true }, async () => {
        const { documentId } = target;
        await call('createAnnotation', {
          body:
            'passageId' in target
              ? { documentId, passageId: target.passageId, tagIds: [tag.id] }
              : { documentId, spans: target.spans, tagIds: [tag.id] },
        });
      }),
    remove: (target, tag) =>
      changing(client, target, { tag, isOn: false }, async () => {
        const spans = await spansOf(client, target);
        const { annotations } = await client.fetchQuery({ ...annotationsQuery(target.documentId), staleTime: 0 });
        for (const carrier of carriersOf(annotations, tag.id, spans)) {
          const removal = removalOf(carrier, tag.id);
          const params = { id: removal.id };
          if (removal.kind === 'delete') await call('deleteAnnotation', { params });
          else await call('changeAnnotation', { params, body: { tagIds: removal.tagIds } });
        }
      }),
    create: async (name) => {
      try {
        const { tags } = await client.ensureQueryData(tagsQuery());
        const tag = await call('createTag', { body: { name, shortcut: freeDigit(tags) } });
        client.setQueryData(tagsQuery().queryKey, { tags: [...tags, tag] });
        return tag;
      } catch (error) {
        tellFailure(`The tag “${name}” was not created`, error);
        return null;
      }
    },
  };
}

async function changing(
  client: QueryClient,
  target: Taggable,
  change: Pick<TagEdit, 'tag' | 'isOn'>,
  send: () => Promise<void>,
): Promise<boolean> {
  const show = (isOn: boolean) => {
    if ('passageId' in target) paint(client, { passageId: target.passageId, tag: change.tag, isOn });
  };
  show(change.isOn);
  try {
    await send();
  } catch (error) {
    show(!change.isOn);
    tellFailure(`“${change.tag.name}” was not ${change.isOn ? 'applied' : 'removed'}`, error);
    return false;
  }
  tell(
    <>
      {change.isOn ? 'Tagged' : 'No longer tagged'} <strong>{change.tag.name}</strong>
    </>,
  );
  for (const queryKey of [keys.tags, keys.annotations, keys.trays]) void client.invalidateQueries({ queryKey });
  // The server answered when the index had it, or after a while: then the corpus says so, and is asked until it has.
  for (const queryKey of [keys.corpus, keys.search, [...keys.document(target.documentId), 'passages']]) {
    void client.invalidateQueries({ queryKey });
  }
  return true;
}

/** Shows the change in every answer that is here. */
function paint(client: QueryClient, edit: TagEdit): void {
  client.setQueriesData<Parameters<typeof searchAfter>[0]>(
    { queryKey: keys.search, predicate: ({ queryKey }) => queryKey[1] !== 'facet' },
    (answer) => (answer === undefined ? undefined : searchAfter(answer, edit)),
  );
  client.setQueriesData<Parameters<typeof passagesAfter>[0]>(
    { queryKey: keys.documents, predicate: ({ queryKey }) => queryKey[2] === 'passages' },
    (answer) => (answer === undefined ? undefined : passagesAfter(answer, edit)),
  );
}

async function spansOf(client: QueryClient, target: Taggable): Promise<readonly Span[]> {
  if ('spans' in target) return target.spans;
  const { passages } = await client.ensureQueryData(passagesQuery(target.documentId, target.pageNumber));
  return passages.find(({ id }) => id === target.passageId)?.spans ?? [];
}
