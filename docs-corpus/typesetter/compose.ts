// Blocks of a source -> the flow of lines and gaps that fills its pages, each line tied to the passage it belongs to.
// Fences (captions, e-mail heads, slides, tables of contents) are set in fences.ts. Refuses a call of a footnote that is not there.
import {
  asLines,
  beginOnNumber,
  gap,
  headingsAbove,
  measureOf,
  passageOf,
  readRuns,
  styleOf,
  textOf,
} from './composer.ts';
import type { Composer } from './composer.ts';
import { setFence } from './fences.ts';
import type { Face } from './fonts.ts';
import { breakLines } from './line-breaker.ts';
import type { BrokenLine } from './line-breaker.ts';
import type { PageFinder } from './page-finder.ts';
import type { Paper } from './papers.ts';
import type { FlowItem, SetLine } from './set-line.ts';
import type { Block, FilingSource } from './source.ts';
import { setTable } from './tables.ts';

const hanging = (label: string, dx: number, face: Face, size: number): BrokenLine['segments'][number] => ({
  dx,
  text: label,
  face,
  size,
  rise: 0,
  width: 0,
});

function setHeading(block: Block & { kind: 'heading' }, at: Composer): FlowItem[] {
  const { paper } = at;
  const runs = readRuns(block.text, at.source);
  const passage = passageOf('heading', textOf(runs), headingsAbove(at, block.level));
  const style = styleOf(paper, { bold: true, italic: block.level === 3 });
  const match = /^([IVX]+\.|[A-Z]\.|\d+\.)\s+(.*)$/.exec(block.text);
  const inset = (block.level - 1) * 36;
  let broken: BrokenLine[];
  if (block.level > 1 && match?.[1] !== undefined && match[2] !== undefined) {
    broken = breakLines(readRuns(match[2], at.source), { ...measureOf(paper, inset + 28, 24), whole: true }, style);
    const face = { family: style.family, bold: true, italic: style.italic };
    broken = broken.map((line, index) =>
      index > 0 ? line : { ...line, segments: [hanging(match[1] ?? '', inset, face, style.size), ...line.segments] },
    );
  } else {
    const align = block.level === 1 ? 'center' : 'left';
    broken = breakLines(runs, { ...measureOf(paper, 36, 36, 36, align), whole: true }, style);
  }
  const lines = beginOnNumber(asLines(broken, passage, paper.single, { keep: true }), paper);
  return [...gap(paper, paper.gap), ...lines, ...gap(paper, paper.gap / 2)];
}

function setCentered({ text, level }: Block & { kind: 'centered' }, at: Composer): FlowItem[] {
  const { paper } = at;
  const runs = readRuns(text, at.source);
  const broken = breakLines(runs, measureOf(paper, 0, 0, 0, 'center'), styleOf(paper));
  const passage =
    level === null
      ? passageOf('paragraph', textOf(runs), at.headings)
      : passageOf('heading', textOf(runs), headingsAbove(at, level));
  return [...asLines(broken, passage, paper.leading, { onGrid: paper.numbers !== null }), ...gap(paper, paper.gap)];
}

function setQuote(text: string, at: Composer): FlowItem[] {
  const { paper } = at;
  const runs = readRuns(text, at.source);
  const broken = breakLines(runs, measureOf(paper, 48, 48), styleOf(paper));
  const lines = asLines(broken, passageOf('quote', textOf(runs), at.headings, at.paragraph), paper.single);
  return [{ item: 'gap', height: paper.numbers === null ? 0 : 4 }, ...lines, ...gap(paper, paper.gap)];
}

function setTestimony({ speaker, text }: Block & { kind: 'testimony' }, at: Composer): FlowItem[] {
  const { paper } = at;
  const isQuestion = /^[QA]\.$/.test(speaker);
  const spoken = `${speaker}${isQuestion ? '   ' : '  '}${text}`.replace(/ {2,}/g, '\u00A0\u00A0\u00A0');
  const runs = readRuns(spoken, at.source);
  const broken = breakLines(runs, measureOf(paper, 0, 0, isQuestion ? 36 : 72), styleOf(paper));
  const passage = passageOf('testimony', textOf(runs), at.headings);
  return asLines(broken, passage, paper.leading, { onGrid: paper.numbers !== null });
}

function setParagraph(block: Block & { kind: 'paragraph' }, at: Composer, number: () => number): FlowItem[] {
  const { paper } = at;
  const label = block.numbered ? String(number()) : null;
  const runs = readRuns(label === null ? block.text : `${label}.\u00A0\u00A0\u00A0\u00A0${block.text}`, at.source);
  const broken = breakLines(runs, measureOf(paper, 0, 0, block.flush ? 0 : paper.indent), styleOf(paper));
  const passage = passageOf('paragraph', textOf(runs), at.headings, label);
  return [...asLines(broken, passage, paper.leading, { onGrid: paper.numbers !== null }), ...gap(paper, paper.gap)];
}

/** Sets a block; `number` gives the next number of a numbered paragraph. */
function setBlock(block: Block, at: Composer, number: () => number): FlowItem[] {
  switch (block.kind) {
    case 'page':
      return [{ item: 'page', restart: block.restart }];
    case 'heading':
      return setHeading(block, at);
    case 'table':
      return setTable(block.rows, at);
    case 'fence':
      return setFence(block, at);
    case 'centered':
      return setCentered(block, at);
    case 'quote':
      return setQuote(block.text, at);
    case 'testimony':
      return setTestimony(block, at);
    default:
      return setParagraph(block, at, number);
  }
}

/** Composes a whole source. `pages` serves the tables of contents and authorities. */
export function compose(source: FilingSource, paper: Paper, pages: PageFinder): FlowItem[] {
  const items: FlowItem[] = [];
  let at: Composer = { paper, source, pages, headings: [], levels: [], paragraph: null };
  let count = 0;
  for (const block of source.blocks) {
    items.push(...setBlock(block, at, () => ++count));
    at = { ...at, ...afterBlock(block, at, count) };
  }
  return items;
}

/** The headings and the numbered paragraph that what follows the block stands under. */
function afterBlock(block: Block, at: Composer, count: number): Partial<Composer> {
  if (block.kind === 'paragraph') return { paragraph: block.numbered ? String(count) : null };
  if (block.kind === 'fence' && (block.name === 'slip' || block.name === 'slide'))
    return under(/^EXHIBIT \w+$/.test(block.argument) ? 0 : 1, block.argument, at);
  if (block.kind === 'heading' || (block.kind === 'centered' && block.level !== null))
    return under(block.level ?? 1, block.text, at);
  return {};
}

function under(level: number, text: string, at: Composer): Partial<Composer> {
  return {
    headings: [...headingsAbove(at, level), textOf(readRuns(text, at.source))],
    levels: [...at.levels.filter((other) => other < level), level],
    paragraph: null,
  };
}

/** The lines of one footnote: its number raised, ten points, single-spaced. */
export function composeNote(
  number: string,
  source: FilingSource,
  paper: Paper,
  headings: readonly string[],
): SetLine[] {
  const text = source.notes.get(number);
  if (text === undefined) throw new Error(`ECF ${source.facts.entry}: footnote ${number} is called but not written.`);
  const size = paper.size - 2;
  const runs = readRuns(`[^${number}] ${text}`, source);
  const broken = breakLines(runs, measureOf(paper), styleOf(paper, { size }));
  const passage = passageOf('footnote', textOf(runs), headings);
  return asLines(
    broken.map((line) => ({ ...line, calls: [] })),
    passage,
    size + 1.5,
  );
}
