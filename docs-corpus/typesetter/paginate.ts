// Fills pages with a flow: lines and gaps in, pages of lines with their baselines out, footnotes at the foot of the page that calls them.
// A note longer than the room left runs over to the next page. Refuses a line higher than the page.
import type { Paper } from './papers.ts';
import type { FlowItem, PlacedLine, SetLine } from './set-line.ts';

/** Lines of one page, and whether the printed numbers begin again with it. */
export interface FilledPage {
  readonly lines: readonly PlacedLine[];
  readonly restart: boolean;
}

const noteRule = { dx: 0, dy: 11, width: 144, height: 0.6, redaction: false };
const noteGap = 14;

/** Fills pages. `noteOf` gives the lines of a footnote by its number and the headings that its call stands under. */
export function paginate(
  flow: readonly FlowItem[],
  paper: Paper,
  noteOf: (number: string, headings: readonly string[]) => readonly SetLine[],
): FilledPage[] {
  const pages: FilledPage[] = [];
  let body: PlacedLine[] = [];
  let foot: SetLine[] = [];
  let carried: SetLine[] = [];
  let top = paper.top;
  let restart = false;
  const heightOf = (lines: readonly SetLine[]) =>
    lines.length === 0 ? 0 : noteGap + lines.reduce((sum, line) => sum + line.leading, 0);
  const place = (line: SetLine, boxTop: number): PlacedLine => ({
    x: paper.left + (line.segments[0]?.dx ?? 0),
    y: round(paper.height - (boxTop + line.leading * 0.75)),
    segments: line.segments,
    bars: line.bars,
    upright: false,
    furniture: null,
    number: null,
    passage: line.passage,
  });
  const finish = () => {
    let at = paper.bottom - heightOf(foot) + noteGap;
    foot.forEach((line, index) => {
      const ruled = index === 0 ? { ...line, bars: [...line.bars, noteRule] } : line;
      body.push(place(ruled, at));
      at += line.leading;
    });
    pages.push({ lines: body, restart });
    body = [];
    foot = [];
    restart = false;
    top = paper.top;
    takeNotes(carried);
  };
  /** Puts as much of the notes on this page as fits above its foot; the rest waits for the next. */
  const takeNotes = (lines: readonly SetLine[], from = top) => {
    carried = [];
    const wanted = [...lines];
    while (wanted.length > 0) {
      const next = wanted[0];
      if (!next || from + heightOf([...foot, next]) > paper.bottom + 0.01) break;
      foot.push(next);
      wanted.shift();
    }
    carried = wanted;
  };
  const snap = (from: number) =>
    paper.numbers === null
      ? from
      : paper.top + Math.ceil((from - paper.top) / paper.numbers.pitch - 0.01) * paper.numbers.pitch;
  flow.forEach((item, index) => {
    if (item.item === 'gap') {
      if (body.length > 0 || item.height > 100) top += item.height;
      return;
    }
    if (item.item === 'page') {
      finish();
      restart = item.restart;
      return;
    }
    const needed = item.leading + keptHeight(flow, index);
    const notes = item.calls.flatMap((call) => noteOf(call, item.passage?.headings ?? []));
    const fits = () => {
      const start = item.onGrid ? snap(top) : top;
      const notesRoom = notes.length === 0 ? 0 : heightOf([...foot, ...notes.slice(0, 2)]) - heightOf(foot);
      return carried.length === 0 && start + needed + heightOf(foot) + notesRoom <= paper.bottom + 0.01;
    };
    let tries = 0;
    while (!fits()) {
      if (tries++ > 20) throw new Error('A line does not fit on an empty page.');
      finish();
    }
    if (item.onGrid) top = snap(top);
    body.push(place(item, top));
    top += item.leading;
    if (notes.length > 0) takeNotes(notes);
  });
  while (body.length > 0 || foot.length > 0) finish();
  return pages.filter((page) => page.lines.length > 0);
}

/** Height of what must stay with a kept line: the kept lines after it and two lines of what follows. */
function keptHeight(flow: readonly FlowItem[], index: number): number {
  let height = 0;
  let at = index;
  for (let item = flow[at]; item && item.item !== 'page'; item = flow[++at]) {
    if (at > index) height += item.item === 'gap' ? item.height : item.leading;
    if (item.item === 'line' && !item.keep) {
      const after = flow[at + 1];
      return at === index ? 0 : height + (after?.item === 'line' && after.passage === item.passage ? after.leading : 0);
    }
  }
  return 0;
}

const round = (value: number) => Math.round(value * 100) / 100;
