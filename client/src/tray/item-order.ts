// Moving an item within a list: ids, which one, where to → the new order out. Nothing is lost and nothing doubled.

/** Moves an item to an index (of the list without it), kept within the list; an unknown id changes nothing. */
export function movedTo(ids: readonly string[], id: string, index: number): string[] {
  if (!ids.includes(id)) return [...ids];
  const rest = ids.filter((each) => each !== id);
  return rest.toSpliced(Math.max(0, Math.min(index, rest.length)), 0, id);
}

/** Moves an item up (-1) or down (1). */
export function movedBy(ids: readonly string[], id: string, by: 1 | -1): string[] {
  return movedTo(ids, id, ids.indexOf(id) + by);
}
