// Sources and lines for the typesetter's tests: complete front matter with a body of the test's own, and lines as they are printed.
import type { Composer } from '../../../docs-corpus/typesetter/composer.ts';
import { noPages } from '../../../docs-corpus/typesetter/page-finder.ts';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import type { FlowItem, PlacedLine, PlacedPage, SetLine } from '../../../docs-corpus/typesetter/set-line.ts';
import { readSource } from '../../../docs-corpus/typesetter/source.ts';
import type { FilingSource } from '../../../docs-corpus/typesetter/source.ts';
import { textOfLine } from '../../../docs-corpus/typesetter/truth.ts';

/** The text of a source; `facts` adds to the front matter, or replaces a line of it. */
export function sampleText(body: string, facts: Readonly<Record<string, string>> = {}): string {
  const all = {
    specimen: 'true',
    entry: '9099',
    filed: '2023-05-11',
    filer: 'Plaintiffs',
    type: 'brief',
    title: 'Sample Brief',
    short: 'Br.',
    paper: 'pleading',
    ...facts,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...lines, '---', body].join('\n');
}

/** A source, read. */
export function sampleSource(body: string, facts: Readonly<Record<string, string>> = {}): FilingSource {
  return readSource(sampleText(body, facts), 'sample.md');
}

/** What a block needs to be set, for a source on its paper. */
export function composerFor(source: FilingSource): Composer {
  return { source, paper: papers[source.facts.paper], pages: noPages, headings: [], levels: [], paragraph: null };
}

/** The lines of a flow. */
export function linesOf(flow: readonly FlowItem[]): SetLine[] {
  return flow.flatMap((item) => (item.item === 'line' ? [item] : []));
}

/** The lines of a flow as they are printed. */
export function printed(flow: readonly FlowItem[]): string[] {
  return linesOf(flow).map(textOfLine);
}

/** A line of one word at a place, for pages made by hand. */
export function placedLine(text: string, change: Partial<PlacedLine> = {}): PlacedLine {
  const face = { family: 'serif', bold: false, italic: false } as const;
  return {
    x: 92,
    y: 700,
    segments: [{ dx: 0, text, face, size: 12, rise: 0, width: 6 * text.length }],
    bars: [],
    upright: false,
    furniture: null,
    number: null,
    passage: null,
    ...change,
  };
}

/** A letter page of lines. */
export function placedPage(lines: readonly PlacedLine[], change: Partial<PlacedPage> = {}): PlacedPage {
  return { width: 612, height: 792, pageNumber: 1, pageLabel: '1', bates: null, lines, rules: [], ...change };
}
