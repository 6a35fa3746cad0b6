// What the tag menu offers: the code book, what is applied and what was typed in → rows in order, and whether a new tag is offered, out.
// A name is matched anywhere, without regard to case; an exact name is never offered a second time.
import type { Tag } from '../../../server/contract/work-api.ts';

export interface TagRow {
  readonly tag: Tag;
  readonly isApplied: boolean;
}

export interface TagChoice {
  readonly rows: readonly TagRow[];
  /** The name to create, trimmed; null when nothing is typed or such a tag exists. */
  readonly create: string | null;
}

/** Rows that match the typed text: names that begin with it first, otherwise in the order of the code book. */
export function tagChoiceOf(tags: readonly Tag[], applied: ReadonlySet<string>, typed: string): TagChoice {
  const wanted = typed.trim().replace(/\s+/g, ' ');
  const key = wanted.toLowerCase();
  const found = tags.filter(({ name }) => name.toLowerCase().includes(key));
  const begins = found.filter(({ name }) => name.toLowerCase().startsWith(key));
  const ordered = key === '' ? found : [...begins, ...found.filter((tag) => !begins.includes(tag))];
  const isKnown = tags.some(({ name }) => name.toLowerCase() === key);
  return {
    rows: ordered.map((tag) => ({ tag, isApplied: applied.has(tag.id) })),
    create: wanted === '' || isKnown ? null : wanted,
  };
}

/** The tag a digit stands for; null for other keys and free digits. */
export function tagOfDigit(tags: readonly Tag[], key: string): Tag | null {
  return /^\d$/.test(key) ? (tags.find(({ shortcut }) => shortcut === key) ?? null) : null;
}

/** The first free digit, `1` to `9` and then `0`; null when all ten are taken. */
export function freeDigit(tags: readonly Pick<Tag, 'shortcut'>[]): string | null {
  return Array.from('1234567890').find((digit) => tags.every(({ shortcut }) => shortcut !== digit)) ?? null;
}
