// The fixed forms of a filing: counsel block, name of the court, caption, signature, letterhead, slip-sheet, e-mail head, slide.
// Tables of contents and of authorities are set in reference-tables.ts. A fence of a source -> flow. Refuses nothing more than the reader of sources did.
import { asLines, gap, headingsAbove, measureOf, passageOf, readRuns, styleOf, textOf } from './composer.ts';
import type { Composer } from './composer.ts';
import { runsOf } from './inline.ts';
import type { BaseStyle } from './inline.ts';
import { breakLines } from './line-breaker.ts';
import type { BrokenLine } from './line-breaker.ts';
import type { Paper } from './papers.ts';
import { setAuthorities, setContents } from './reference-tables.ts';
import { besideEachOther } from './tables.ts';
import type { FlowItem, PassageKind, SetLine } from './set-line.ts';
import type { Block, FenceName } from './source.ts';

type Fence = Block & { kind: 'fence' };

/** On a transcript even single-spaced lines stand on the numbers. */
const fillsGrid = (paper: Paper) => paper.numbers?.pitch === paper.single;

/** Lines as typed, each on its own line, one passage. */
function setTyped(
  fence: Fence,
  at: Composer,
  kind: PassageKind,
  place: {
    readonly left?: number;
    readonly align?: 'left' | 'center' | 'right';
    readonly style?: Partial<BaseStyle>;
    readonly leading?: number;
  },
): SetLine[] {
  const { paper } = at;
  const text = fence.lines.map((line) => textOf(readRuns(line, at.source))).join(' ');
  const passage = passageOf(kind, text.replace(/ +/g, ' ').trim(), kind === 'paragraph' ? at.headings : []);
  const style = styleOf(paper, place.style ?? {});
  const measure = measureOf(paper, place.left ?? 0, 0, place.left ?? 0, place.align ?? 'left');
  return fence.lines.flatMap((line) =>
    asLines(
      breakLines(readRuns(line, at.source), measure, style),
      line.trim() === '' ? null : passage,
      place.leading ?? paper.single,
      { onGrid: place.leading === undefined && fillsGrid(paper) },
    ),
  );
}

function setCaption(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const divider = fence.lines.indexOf('===');
  const half = (paper.right - paper.left) / 2;
  const style = styleOf(paper);
  const set = (lines: readonly string[], left: number): BrokenLine[] =>
    lines.flatMap((line) =>
      breakLines(readRuns(line, at.source), { first: left, rest: left, width: half - 24, align: 'left' }, style),
    );
  const left = set(fence.lines.slice(0, divider), 0);
  const right = set(fence.lines.slice(divider + 1), half + 16);
  const height = Math.max(left.length, right.length);
  const face = { family: style.family, bold: false, italic: false };
  const brackets: BrokenLine[] = Array.from({ length: height }, () => ({
    segments: [{ dx: half - 4, text: ')', face, size: style.size, rise: 0, width: 4 }],
    bars: [],
    calls: [],
  }));
  const lines = besideEachOther([left, brackets, right]);
  const text = fence.lines
    .filter((line) => line !== '===')
    .map((line) => textOf(readRuns(line, at.source)))
    .join(' ');
  const passage = passageOf('caption', text.replace(/ +/g, ' ').trim(), []);
  const items: FlowItem[] = asLines(lines, passage, paper.single, { onGrid: fillsGrid(paper) });
  const last = items.at(-1);
  if (last?.item === 'line')
    items[items.length - 1] = {
      ...last,
      bars: [...last.bars, { dx: 0, dy: -3, width: half, height: 0.7, redaction: false }],
    };
  return [{ item: 'gap', height: 12 }, ...items, { item: 'gap', height: 14 }];
}

function setEmail(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const rule = { dx: 0, dy: paper.size + 3, width: paper.right - paper.left, height: 0.8, redaction: false };
  const passage = passageOf(
    'paragraph',
    fence.lines.map((line) => textOf(readRuns(line, at.source))).join(' '),
    at.headings,
  );
  const lines = fence.lines.flatMap((line) => {
    const colon = line.indexOf(':');
    const head = `**${line.slice(0, colon + 1)}** ${line.slice(colon + 1).trim()}`;
    return asLines(breakLines(readRuns(head, at.source), measureOf(paper, 0), styleOf(paper)), passage, paper.single, {
      keep: true,
    });
  });
  const ruled = lines.map((line, index) => (index === 0 ? { ...line, bars: [rule] } : line));
  return [{ item: 'gap', height: 14 }, ...ruled, { item: 'gap', height: 10 }];
}

function setSlide(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const titlePassage = passageOf('heading', textOf(runsOf(fence.argument)), headingsAbove(at, 1));
  const title = asLines(
    breakLines(runsOf(fence.argument), measureOf(paper), styleOf(paper, { size: 27, bold: true })),
    titlePassage,
    34,
    { keep: true },
  );
  const bullets = fence.lines.flatMap((line): FlowItem[] => {
    if (line.trim() === '') return [{ item: 'gap', height: 10 }];
    const deep = line.startsWith('-- ');
    const text = line.replace(/^--? /, '');
    const isBullet = line.startsWith('-');
    const inset = deep ? 52 : isBullet ? 24 : 0;
    const style = styleOf(paper, { size: deep ? 14 : paper.size });
    const broken = breakLines(runsOf(text), measureOf(paper, inset, 20), style);
    const face = { family: style.family, bold: false, italic: false };
    const sign = { dx: inset - 16, text: deep ? '–' : '•', face, size: style.size, rise: 0, width: 8 };
    const lines = broken.map((set, index) =>
      index === 0 && isBullet ? { ...set, segments: [sign, ...set.segments] } : set,
    );
    const words = `${isBullet ? `${sign.text} ` : ''}${textOf(runsOf(text))}`;
    return [
      ...asLines(
        lines,
        passageOf('paragraph', words, [...headingsAbove(at, 1), titlePassage.text]),
        deep ? 20 : paper.leading,
      ),
      { item: 'gap', height: 5 },
    ];
  });
  return [...title, { item: 'gap', height: 18 }, ...bullets];
}

function setSlip(fence: Fence, at: Composer): FlowItem[] {
  const passage = passageOf('heading', fence.argument, []);
  const name = breakLines(
    runsOf(fence.argument),
    measureOf(at.paper, 0, 0, 0, 'center'),
    styleOf(at.paper, { size: 34, bold: true }),
  );
  const below = setTyped(fence, { ...at, headings: [fence.argument] }, 'paragraph', { align: 'center', leading: 18 });
  return [
    { item: 'gap', height: 250 },
    ...asLines(name, passage, 44),
    { item: 'gap', height: 20 },
    ...below,
    { item: 'page', restart: false },
  ];
}

const setters: Readonly<Record<FenceName, (fence: Fence, at: Composer) => FlowItem[]>> = {
  counsel: (fence, at) => [...setTyped(fence, at, 'caption', {}), ...gap(at.paper, at.paper.gap)],
  court: (fence, at) => [
    { item: 'gap', height: 20 },
    ...setTyped(fence, at, 'caption', { align: 'center', style: { bold: true }, leading: 16 }),
  ],
  caption: setCaption,
  signature: (fence, at) => [
    { item: 'gap', height: 12 },
    ...setTyped(fence, at, 'signature', { left: Number(fence.argument || '230') }),
    ...gap(at.paper, at.paper.gap),
  ],
  single: (fence, at) => [
    ...setTyped(fence, at, 'paragraph', { left: Number(fence.argument || '0') }),
    ...gap(at.paper, at.paper.gap),
  ],
  letterhead: (fence, at) => [...setTyped(fence, at, 'caption', { align: 'center' }), { item: 'gap', height: 14 }],
  slip: setSlip,
  email: setEmail,
  slide: setSlide,
  contents: (_, at) => setContents(at),
  authorities: setAuthorities,
};

/** Sets a fence. */
export function setFence(fence: Fence, at: Composer): FlowItem[] {
  return setters[fence.name](fence, at);
}
