// What the setting of every block shares: the runs of a text as this filing shows them, its style, its measure, its passage.
// Pure; paper and source in, styles, measures and lines out. Refuses nothing.
import { redact, runsOf, unseal } from './inline.ts';
import type { BaseStyle, Run } from './inline.ts';
import type { BrokenLine, Measure } from './line-breaker.ts';
import type { PageFinder } from './page-finder.ts';
import type { Paper } from './papers.ts';
import type { FlowItem, PassageKind, SetLine, SourcePassage } from './set-line.ts';
import type { FilingSource } from './source.ts';

/** What every block needs to be set. */
export interface Composer {
  readonly paper: Paper;
  readonly source: FilingSource;
  /** Where headings and authorities stand, for the tables that list them. */
  readonly pages: PageFinder;
  readonly headings: readonly string[];
  /** Their levels: 0 for the cover of an exhibit, which all that follows stands under. */
  readonly levels: readonly number[];
  /** Number of the paragraph that a quote or a table goes on. */
  readonly paragraph: string | null;
}

/** The headings that one of this level stands under; 1 is the outermost below an exhibit's cover. */
export function headingsAbove({ headings, levels }: Composer, level: number): readonly string[] {
  return headings.filter((_, at) => (levels[at] ?? level) < level);
}

/** The text of a passage: its runs joined, withheld words and the raised numbers of footnotes gone. */
export function textOf(runs: readonly Run[]): string {
  return runs
    .filter((run) => run.secret === null && !run.note)
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00A0', ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Runs of a text as this filing shows them. */
export function readRuns(text: string, source: FilingSource): Run[] {
  const runs = runsOf(text);
  return source.facts.redacted ? redact(runs) : unseal(runs);
}

/** Body style of a paper, with changes. */
export function styleOf(paper: Paper, change: Partial<BaseStyle> = {}): BaseStyle {
  return { family: paper.family, bold: false, italic: false, size: paper.size, ...change };
}

/** Broken lines as lines of a passage. */
export function asLines(
  broken: readonly BrokenLine[],
  passage: SourcePassage | null,
  leading: number,
  flags: { readonly onGrid?: boolean; readonly keep?: boolean } = {},
): SetLine[] {
  return broken.map((line) => ({
    item: 'line',
    ...line,
    leading,
    passage,
    onGrid: flags.onGrid ?? false,
    keep: flags.keep ?? false,
  }));
}

/** Lines of which the first stands on a number of the paper, where it has numbers; the rest follow it single-spaced. */
export function beginOnNumber(lines: readonly SetLine[], paper: Paper): SetLine[] {
  return lines.map((line, index) =>
    index === 0 && paper.numbers !== null ? { ...line, leading: paper.leading, onGrid: true } : line,
  );
}

/** Measure of a block between two insets. */
export function measureOf(paper: Paper, left = 0, right = 0, first = left, align: Measure['align'] = 'left'): Measure {
  return { first, rest: left, width: paper.right - paper.left - left - right, align };
}

/** A passage under the headings in force. */
export function passageOf(
  kind: PassageKind,
  text: string,
  headings: readonly string[],
  paragraph: string | null = null,
): SourcePassage {
  return { kind, text, paragraph, headings };
}

/** A gap where the paper has one: pleading paper keeps to its lines. */
export function gap(paper: Paper, height: number): FlowItem[] {
  return paper.numbers === null && height > 0 ? [{ item: 'gap', height }] : [];
}
