// Tables of contents and of authorities: headings, or authorities with the words that show where they are cited -> lines with leaders
// and page labels, which come from a first pass over the filing. Refuses an authority that is cited nowhere and a heading that is nowhere.
import { asLines, beginOnNumber, gap, measureOf, passageOf, readRuns, styleOf, textOf } from './composer.ts';
import type { Composer } from './composer.ts';
import { widthOf } from './fonts.ts';
import { breakLines } from './line-breaker.ts';
import type { BrokenLine } from './line-breaker.ts';
import type { FlowItem, Segment } from './set-line.ts';
import type { Block } from './source.ts';

/** Room kept free at the right for leaders and page labels, in points. */
const labelRoom = 60;
const hang = 24;

/** `I. TEXT ........ 12`: the lines of one entry, its outline mark hanging at `inset`. */
function leaderLines(text: string, label: string, inset: number, at: Composer): BrokenLine[] {
  const { paper } = at;
  const style = styleOf(paper);
  const face = { family: style.family, bold: false, italic: false };
  const width = paper.right - paper.left;
  const plain = (dx: number, words: string): Segment => {
    const size = style.size;
    return { dx, text: words, face, size, rise: 0, width: widthOf(words, face, size) };
  };
  const [, mark, rest] = /^((?:[IVX]+|[A-Z]|\d+)\.)\s+(.*)$/.exec(text) ?? [];
  const left = mark === undefined ? inset : inset + hang;
  const measure = { first: left, rest: inset + hang, width: width - inset - hang - labelRoom, align: 'left' as const };
  const lines = breakLines(readRuns(rest ?? text, at.source), measure, style);
  const first = lines[0];
  if (first && mark !== undefined) lines[0] = { ...first, segments: [plain(inset, mark), ...first.segments] };
  const last = lines.at(-1);
  if (!last) return lines;
  const end = Math.max(...last.segments.map((segment) => segment.dx + segment.width));
  const number = plain(0, label);
  const dot = widthOf('.', face, style.size);
  const dots = plain(0, '.'.repeat(Math.max(3, Math.floor((width - number.width - end - 10) / dot))));
  const stop = width - number.width;
  lines[lines.length - 1] = {
    ...last,
    segments: [...last.segments, { ...dots, dx: stop - 6 - dots.width }, { ...number, dx: stop }],
  };
  return lines;
}

function entry(text: string, label: string, inset: number, at: Composer): FlowItem[] {
  const { paper, source } = at;
  if (label === '') throw new Error(`ECF ${source.facts.entry}: “${text}” is listed, but stands on no numbered page.`);
  const passage = passageOf('contents', textOf(readRuns(text, source)), at.headings);
  const lines = asLines(leaderLines(text, label, inset, at), passage, paper.single);
  // All lines of an entry stay together: a leader at the head of a page leads from nothing.
  const kept = lines.map((line, index) => ({ ...line, keep: index < lines.length - 1 }));
  return [...beginOnNumber(kept, paper), ...gap(paper, 10)];
}

/** The head of the column of page labels. */
function columnHead(words: string, at: Composer): FlowItem[] {
  const runs = readRuns(`__${words}__`, at.source);
  const broken = breakLines(runs, measureOf(at.paper, 0, 0, 0, 'right'), styleOf(at.paper));
  return asLines(broken, passageOf('contents', words, at.headings), at.paper.leading, { onGrid: true, keep: true });
}

/** Sets the table of contents: every heading of the filing but those of the tables themselves. */
export function setContents(at: Composer): FlowItem[] {
  const entries = at.source.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.text.startsWith('TABLE OF')) return [];
    const heading = textOf(readRuns(block.text, at.source));
    return entry(block.text, at.pages.ofHeading(heading), (block.level - 1) * hang, at);
  });
  return [...columnHead('Page', at), ...entries];
}

/** Sets the table of authorities. A line is `# Group`, or `authority as cited | words by which it is found in the text`. */
export function setAuthorities(fence: Block & { kind: 'fence' }, at: Composer): FlowItem[] {
  let group: readonly string[] = [];
  const entries = fence.lines.flatMap((line): FlowItem[] => {
    if (line.trim() === '') return [];
    if (line.startsWith('# ')) {
      const runs = readRuns(line.slice(2), at.source);
      group = [textOf(runs)];
      const broken = breakLines(runs, measureOf(at.paper), styleOf(at.paper, { bold: true }));
      const passage = passageOf('heading', textOf(runs), at.headings);
      return asLines(broken, passage, at.paper.leading, { onGrid: true, keep: true });
    }
    const [name = '', words = ''] = line.split('|').map((part) => part.trim());
    return entry(name, at.pages.ofWords(words), 0, { ...at, headings: [...at.headings, ...group] });
  });
  return [...columnHead('Page(s)', at), ...entries];
}
