// A placed page -> the bitmap a poor scanner would make of it: 200 dots an inch, a little askew, dust. Glyph outlines are filled by
// scanline, non-zero winding. Stamps are left out: the court prints them on the scan as text. Deterministic; refuses nothing.
import { glyphsOf } from './fonts.ts';
import type { PathCommand } from 'fontkit';
import type { Bitmap } from './bitmap-png.ts';
import type { PlacedLine, PlacedPage } from './set-line.ts';

const dotsPerPoint = 200 / 72;
const skew = 0.006;

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];
type Place = (x: number, y: number) => readonly [number, number];

/** Outlines -> straight edges, curves cut in eight. */
function edgesOf(commands: readonly PathCommand[], place: Place): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const to = (nextX: number, nextY: number) => {
    edges.push([...place(x, y), ...place(nextX, nextY)]);
    [x, y] = [nextX, nextY];
  };
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') to(a, b);
    else if (command === 'closePath') to(startX, startY);
    else if (command === 'quadraticCurveTo') {
      const [fromX, fromY] = [x, y];
      for (let step = 1; step <= 8; step++) {
        const t = step / 8;
        const u = 1 - t;
        to(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      }
    }
  }
  return edges;
}

function fill(bitmap: Bitmap, edges: readonly Edge[]): void {
  const ys = edges.flatMap(([, y1, , y2]) => [y1, y2]);
  const from = Math.max(0, Math.floor(Math.min(...ys)));
  const to = Math.min(bitmap.height - 1, Math.ceil(Math.max(...ys)));
  for (let row = from; row <= to; row++) {
    const y = row + 0.5;
    const crossings = edges
      .filter(([, y1, , y2]) => y1 <= y !== y2 <= y)
      .map(([x1, y1, x2, y2]) => ({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }))
      .toSorted((a, b) => a.x - b.x);
    let winding = 0;
    crossings.forEach(({ x, turn }, index) => {
      winding += turn;
      const next = crossings[index + 1];
      if (winding === 0 || !next) return;
      for (let column = Math.max(0, Math.round(x)); column < Math.min(bitmap.width, Math.round(next.x)); column++)
        bitmap.dots[row * bitmap.width + column] = 1;
    });
  }
}

function rasterLine(bitmap: Bitmap, page: PlacedPage, line: PlacedLine): void {
  const left = line.segments[0]?.dx ?? 0;
  /** Offsets along and above the baseline -> dots, askew. */
  const place: Place = (along, above) => {
    const x = line.upright ? line.x - above : line.x + along;
    const y = line.upright ? line.y + along : line.y + above;
    const down = page.height - y;
    return [(x + (down - page.height / 2) * skew) * dotsPerPoint, (down + (x - page.width / 2) * skew) * dotsPerPoint];
  };
  for (const bar of line.bars) {
    const x = bar.dx - left;
    const corners = [
      place(x, bar.dy),
      place(x + bar.width, bar.dy),
      place(x + bar.width, bar.dy + bar.height),
      place(x, bar.dy + bar.height),
    ];
    fill(
      bitmap,
      corners.map((corner, index) => [...corner, ...(corners[(index + 1) % 4] ?? corner)] as const),
    );
  }
  for (const segment of line.segments) {
    const { run, unitsPerEm } = glyphsOf(segment.text, segment.face);
    const scale = segment.size / unitsPerEm;
    let pen = segment.dx - left;
    run.glyphs.forEach((glyph, index) => {
      const start = pen;
      fill(
        bitmap,
        edgesOf(glyph.path.commands, (x, y) => place(start + x * scale, segment.rise + y * scale)),
      );
      pen += (run.positions[index]?.xAdvance ?? 0) * scale;
    });
  }
}

/** Makes the bitmap of a page. */
export function rasterPage(page: PlacedPage): Bitmap {
  const width = Math.round(page.width * dotsPerPoint);
  const height = Math.round(page.height * dotsPerPoint);
  const bitmap: Bitmap = { width, height, dots: new Uint8Array(width * height) };
  for (const line of page.lines) if (line.furniture !== 'stamp') rasterLine(bitmap, page, line);
  let seed = page.pageNumber * 7919 + 13;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let speck = 0; speck < 260; speck++) {
    const [x, y, size] = [next(width - 4), next(height - 4), 1 + next(2)];
    for (let dot = 0; dot < size * size; dot++)
      bitmap.dots[(y + Math.floor(dot / size)) * width + x + (dot % size)] = 1;
  }
  return bitmap;
}
