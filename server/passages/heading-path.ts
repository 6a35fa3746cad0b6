// The headings a passage stands under, outermost first: `Exhibit B`, `II. ARGUMENT`, `A. The Inbox API`.
// In: headings in order. Out: the path after each. Levels come from marks (I., A., 1., (a)), from what is centred, and from equals.
import { outlineMarkOf } from './line-signs.ts';

/** How a heading stands. */
export interface HeadingPlace {
  /** In the middle of the page. */
  readonly centred: boolean;
  /** Directly below another heading, without text between. */
  readonly follows: boolean;
}

/** Keeps the path while a file is walked through. */
export interface HeadingPath {
  readonly path: readonly string[];
  /** A heading was met. */
  enter(text: string, place: HeadingPlace): void;
}

interface OpenHeading {
  readonly level: number;
  readonly text: string;
  /** Level of its mark; null without one. */
  readonly mark: number | null;
  readonly centred: boolean;
}

/** The cover of an exhibit: all that follows belongs to it (DOMAIN.md §5). */
const cover = /^EXHIBIT\s+[A-Z0-9]{1,3}$/i;
/** What closes a paper stands on its own, whatever part was open. */
const closing =
  /^(?:DEMAND FOR (?:A )?(?:JURY|TRIAL)|JURY (?:TRIAL )?DEMAND|ATTESTATION|CERTIFICAT|PROOF OF SERVICE|VERIFICATION)/i;
/** A part whose sections are the marked headings below it, even when they are centred like itself. */
const partOfSections = /^(?:LEGAL\s+)?(?:ARGUMENT|DISCUSSION|ANALYSIS)\b/i;

/** A path that begins empty. */
export function createHeadingPath(): HeadingPath {
  let open: OpenHeading[] = [];
  return {
    get path() {
      return open.map(({ text }) => text);
    },
    enter(text, place) {
      const mark = outlineMarkOf(text)?.level ?? null;
      const level = levelOf(text, mark, place, open);
      open = [...open.filter((each) => each.level < level), { level, text, mark, centred: place.centred }];
    },
  };
}

function levelOf(
  text: string,
  mark: number | null,
  { centred, follows }: HeadingPlace,
  open: readonly OpenHeading[],
): number {
  if (cover.test(text)) return -1;
  if (closing.test(text)) return 0;
  const parts = open.filter(({ level }) => level >= 0);
  const last = parts.at(-1);
  if (mark !== null) {
    const equal = parts.find((each) => each.mark === mark);
    if (equal !== undefined) return equal.level;
    // `MEMORANDUM` and `I. INTRODUCTION`, both centred, are parts of one rank; so are a contract's title and its `1. DEFINITIONS`.
    const [first] = parts;
    const sameRank = parts.length === 1 && first?.mark === null && first.centred && !partOfSections.test(first.text);
    return centred && (first === undefined || sameRank) ? Math.min(mark, 0) : mark;
  }
  if (last === undefined) return centred ? 0 : 5;
  // A second line below a title: `FIRST CLAIM FOR RELIEF`, `Attempted Monopolization`.
  if (follows && centred && last.mark === null && last.centred) return last.level + 0.25;
  if (centred) {
    // Without a mark a centred heading opens a part (`ARGUMENT`), unless the parts are the marked ones.
    const [part] = parts;
    return part?.mark === 1 ? part.level + 0.5 : 0;
  }
  // Another one is a section under what is open, never under its equal.
  return last.mark === null && !last.centred ? last.level : last.level + 0.5;
}
