// What the stamps of a file say of the filing: docket number, entry, attachment, date (DOMAIN.md §2).
// In: pages. Out: facts that most stamped pages agree on; null where they do not. Only the outermost stamp of a page counts.
import type { Page, Stamp } from '../contract/page.ts';

/** Facts of the stamps. */
export interface StampFacts {
  readonly docketNumber: string | null;
  readonly entry: string | null;
  readonly attachment: number | null;
  readonly filedOn: string | null;
  readonly pageCount: number | null;
}

/** Reads the stamps of all pages together. */
export function stampFactsOf(pages: readonly Page[]): StampFacts {
  const stamps = pages.flatMap(({ stamps: [outermost] }) => outermost ?? []);
  const document = agreed(stamps, ({ document: number }) => number);
  // `735-2` is attachment 2 of entry 735; a number of the appellate courts' own systems (`00117684624`) is kept whole.
  const parts = document === null ? null : /^(\d{1,5}(?:\.\d+)?)(?:-(\d{1,4}))?$/.exec(document);
  return {
    docketNumber: agreed(stamps, ({ docketNumber }) => docketNumber),
    entry: parts?.[1] ?? document,
    attachment: parts === null || parts[1] === undefined ? null : Number(parts[2] ?? 0),
    filedOn: agreed(stamps, ({ filedOn }) => filedOn),
    pageCount: agreed(stamps, ({ pageCount }) => pageCount),
  };
}

/** The value of more than two thirds of the stamps that have one: a stray stamp of an exhibit does not name the filing. */
function agreed<Value extends string | number>(
  stamps: readonly Stamp[],
  valueOf: (stamp: Stamp) => Value | null,
): Value | null {
  const values = stamps.flatMap((stamp) => valueOf(stamp) ?? []);
  for (const value of new Set(values)) {
    if (values.filter((each) => each === value).length > (values.length * 2) / 3) return value;
  }
  return null;
}
