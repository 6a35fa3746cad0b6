// Which annotations put a tag on a passage: annotations and the passage's spans in → those that overlap it out.
// And what taking a tag off means for one: delete it when nothing else is left on it, else keep the rest.
import type { Annotation } from '../../../server/contract/work-api.ts';
import type { Span } from '../../../server/contract/page.ts';

/** Whether two sets of spans share at least one unit of text on one page. */
export function overlap(one: readonly Span[], other: readonly Span[]): boolean {
  return one.some((a) =>
    other.some((b) => a.pageNumber === b.pageNumber && Math.max(a.from, b.from) < Math.min(a.to, b.to)),
  );
}

/** Annotations with the tag that touch the spans; lost ones stand nowhere. */
export function carriersOf(annotations: readonly Annotation[], tagId: string, spans: readonly Span[]): Annotation[] {
  return annotations.filter(
    (annotation) =>
      annotation.state !== 'lost' && annotation.tagIds.includes(tagId) && overlap(annotation.spans, spans),
  );
}

export type TagRemoval =
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'change'; readonly id: string; readonly tagIds: readonly string[] };

/** How to take a tag off an annotation: a note or another tag keeps it alive. */
export function removalOf({ id, tagIds, note }: Annotation, tagId: string): TagRemoval {
  const rest = tagIds.filter((each) => each !== tagId);
  return rest.length === 0 && note === '' ? { kind: 'delete', id } : { kind: 'change', id, tagIds: rest };
}
