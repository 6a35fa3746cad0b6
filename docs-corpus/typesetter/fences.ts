// The fixed forms of a filing: counsel block, name of the court, caption, signature, letterhead, slip-sheet, e-mail head, slide,
// tables of contents and of authorities. A fence of a source -> flow. Refuses nothing more than the reader of sources did.
import { asLines, gap, measureOf, passageOf, readRuns, styleOf, textOf } from './composer.ts';
import type { Composer } from './composer.ts';
import { widthOf } from './fonts.ts';
import { runsOf } from './inline.ts';
import type { BaseStyle } from './inline.ts';
import { breakLines } from './line-breaker.ts';
import type { BrokenLine } from './line-breaker.ts';
import { besideEachOther } from './tables.ts';
import type { FlowItem, PassageKind, SetLine } from './set-line.ts';
import type { Block } from './source.ts';

type Fence = Block & { kind: 'fence' };

/** Lines as typed, each on its own line, one passage. */
function setTyped(
  fence: Fence,
  at: Composer,
  kind: PassageKind,
  place: { readonly left?: number; readonly align?: 'left' | 'center' | 'right'; readonly style?: Partial<BaseStyle>; readonly leading?: number },
): SetLine[] {
  const { paper } = at;
  const text = fence.lines.map((line) => textOf(readRuns(line, at.source))).join(' ');
  const passage = passageOf(kind, text.replace(/ +/g, ' ').trim(), []);
  const style = styleOf(paper, place.style ?? {});
  const measure = measureOf(paper, place.left ?? 0, 0, place.left ?? 0, place.align ?? 'left');
  return fence.lines.flatMap((line) =>
    asLines(
      breakLines(readRuns(line, at.source), measure, style),
      line.trim() === '' ? null : passage,
      place.leading ?? paper.single,
    ),
  );
}

function setCaption(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const divider = fence.lines.indexOf('===');
  const half = (paper.right - paper.left) / 2;
  const style = styleOf(paper);
  const set = (lines: readonly string[], left: number): BrokenLine[] =>
    lines.flatMap((line) => breakLines(readRuns(line, at.source), { first: left, rest: left, width: half - 24, align: 'left' }, style));
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
  const text = fence.lines.filter((line) => line !== '===').map((line) => textOf(readRuns(line, at.source))).join(' ');
  const passage = passageOf('caption', text.replace(/ +/g, ' ').trim(), []);
  const items: FlowItem[] = asLines(lines, passage, paper.single);
  const last = items.at(-1);
  if (last?.item === 'line')
    items[items.length - 1] = {
      ...last,
      bars: [...last.bars, { dx: 0, dy: -3, width: half, height: 0.7, redaction: false }],
    };
  return [{ item: 'gap', height: 12 }, ...items, { item: 'gap', height: 14 }];
}

/** `text ........ 12`: a line of a table of contents with its leaders. */
function leaderLine(text: string, label: string, inset: number, at: Composer): BrokenLine[] {
  const { paper } = at;
  const style = styleOf(paper);
  const face = { family: style.family, bold: false, italic: false };
  const width = paper.right - paper.left;
  const lines = breakLines(readRuns(text, at.source), { first: inset, rest: inset + 24, width: width - inset - 84, align: 'left' }, style);
  const last = lines.at(-1);
  if (!last) return lines;
  const end = Math.max(inset + 24, ...last.segments.map((segment) => segment.dx + segment.width));
  const labelWidth = widthOf(label, face, style.size);
  const dot = widthOf('.', face, style.size);
  const dots = '.'.repeat(Math.max(3, Math.floor((width - labelWidth - 6 - end - 4) / dot)));
  const dotsWidth = dots.length * dot;
  lines[lines.length - 1] = {
    ...last,
    segments: [
      ...last.segments,
      { dx: width - labelWidth - 6 - dotsWidth, text: dots, face, size: style.size, rise: 0, width: dotsWidth },
      { dx: width - labelWidth, text: label, face, size: style.size, rise: 0, width: labelWidth },
    ],
  };
  return lines;
}

function setContents(at: Composer): FlowItem[] {
  return at.source.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || /^TABLE OF/.test(block.text)) return [];
    const lines = leaderLine(block.text, at.labelsOf(block.text), (block.level - 1) * 24, at);
    const passage = passageOf('contents', textOf(runsOf(block.text)), at.headings);
    return [...asLines(lines, passage, at.paper.single), { item: 'gap', height: 12 } satisfies FlowItem];
  });
}

function setAuthorities(fence: Fence, at: Composer): FlowItem[] {
  return fence.lines.flatMap((line): FlowItem[] => {
    if (line.trim() === '') return [];
    if (line.startsWith('# ')) {
      const broken = breakLines(runsOf(line.slice(2)), measureOf(at.paper), styleOf(at.paper, { bold: true }));
      return [...asLines(broken, passageOf('heading', line.slice(2), at.headings), at.paper.leading, { onGrid: true, keep: true })];
    }
    const [name = '', key = ''] = line.split('|').map((part) => part.trim());
    const lines = leaderLine(name, at.labelsOf(key), 0, at);
    return [...asLines(lines, passageOf('contents', textOf(runsOf(name)), at.headings), at.paper.single), { item: 'gap', height: 12 }];
  });
}

function setEmail(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const rule = { dx: 0, dy: paper.size + 3, width: paper.right - paper.left, height: 0.8, redaction: false };
  const passage = passageOf('paragraph', fence.lines.map((line) => textOf(readRuns(line, at.source))).join(' '), []);
  const lines = fence.lines.flatMap((line) => {
    const colon = line.indexOf(':');
    const head = `**${line.slice(0, colon + 1)}** ${line.slice(colon + 1).trim()}`;
    return asLines(breakLines(readRuns(head, at.source), measureOf(paper, 0), styleOf(paper)), passage, paper.single, { keep: true });
  });
  const ruled = lines.map((line, index) => (index === 0 ? { ...line, bars: [rule] } : line));
  return [{ item: 'gap', height: 14 }, ...ruled, { item: 'gap', height: 10 }];
}

function setSlide(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const titlePassage = passageOf('heading', textOf(runsOf(fence.argument)), []);
  const title = asLines(breakLines(runsOf(fence.argument), measureOf(paper), styleOf(paper, { size: 27, bold: true })), titlePassage, 34, { keep: true });
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
    const lines = broken.map((set, index) => (index === 0 && isBullet ? { ...set, segments: [sign, ...set.segments] } : set));
    const words = `${isBullet ? `${sign.text} ` : ''}${textOf(runsOf(text))}`;
    return [...asLines(lines, passageOf('paragraph', words, [titlePassage.text]), deep ? 20 : paper.leading), { item: 'gap', height: 5 }];
  });
  return [...title, { item: 'gap', height: 18 }, ...bullets];
}

function setSlip(fence: Fence, at: Composer): FlowItem[] {
  const passage = passageOf('heading', fence.argument, []);
  const name = breakLines(runsOf(fence.argument), measureOf(at.paper, 0, 0, 0, 'center'), styleOf(at.paper, { size: 34, bold: true }));
  const below = setTyped(fence, at, 'paragraph', { align: 'center', leading: 18 });
  return [{ item: 'gap', height: 250 }, ...asLines(name, passage, 44), { item: 'gap', height: 20 }, ...below, { item: 'page', restart: false }];
}

/** Sets a fence. */
export function setFence(fence: Fence, at: Composer): FlowItem[] {
  const { paper } = at;
  const small = paper.gap;
  switch (fence.name) {
    case 'counsel':
      return [...setTyped(fence, at, 'caption', {}), ...gap(paper, small)];
    case 'single':
      return [...setTyped(fence, at, 'paragraph', { left: Number(fence.argument || '0') }), ...gap(paper, small)];
    case 'court':
      return [{ item: 'gap', height: 20 }, ...setTyped(fence, at, 'caption', { align: 'center', style: { bold: true }, leading: 16 })];
    case 'letterhead':
      return [...setTyped(fence, at, 'caption', { align: 'center' }), { item: 'gap', height: 14 }];
    case 'signature':
      return [{ item: 'gap', height: 12 }, ...setTyped(fence, at, 'signature', { left: Number(fence.argument || '230') }), ...gap(paper, small)];
    case 'caption':
      return setCaption(fence, at);
    case 'contents':
      return setContents(at);
    case 'authorities':
      return setAuthorities(fence, at);
    case 'email':
      return setEmail(fence, at);
    case 'slide':
      return setSlide(fence, at);
    case 'slip':
      return setSlip(fence, at);
  }
}
