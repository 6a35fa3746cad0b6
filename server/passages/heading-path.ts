// The headings a passage stands under, outermost first: `II. ARGUMENT`, `A. The Inbox API`.
// In: headings in order. Out: the path after each. Levels come from their marks (I., A., 1., (a)); a centred one stands above all.
import { outlineMarkOf } from './line-signs.ts';

/** Keeps the path while a file is walked through. */
export interface HeadingPath {
  readonly path: readonly string[];
  /** A heading was met; `centred`: it stands in the middle of the page. */
  enter(text: string, centred: boolean): void;
}

/** A path that begins empty. */
export function createHeadingPath(): HeadingPath {
  let open: { level: number; text: string }[] = [];
  return {
    get path() {
      return open.map(({ text }) => text);
    },
    enter(text, centred) {
      const level = levelOf(text, centred, open);
      open = [...open.filter((each) => each.level < level), { level, text }];
    },
  };
}

function levelOf(text: string, centred: boolean, open: readonly { readonly level: number }[]): number {
  const marked = outlineMarkOf(text);
  if (marked !== null) return marked.level;
  const [first, last] = [open[0]?.level, open.at(-1)?.level ?? 0];
  // Without a mark a centred heading opens a part (`ARGUMENT`), unless the parts are the marked ones
  // (`IX. CLAIMS FOR RELIEF`, then `FIRST CLAIM`); another one a section under what is open, never under its equal.
  if (centred) return first === 1 ? 1.5 : 0;
  return last === 0 || last === 5 ? 5 : last + (Number.isInteger(last) ? 0.5 : 0);
}
