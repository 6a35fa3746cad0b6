// What is selected on the pages: the browser's selection in → one part per page, with its ends in PDF user space, out; null when nothing of the pages is selected.
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { PageSelection } from './selected-spans.ts';

export interface TextSelection {
  readonly parts: readonly PageSelection[];
  /** Where the selection ends on the screen, for the bar: CSS pixels of the window. */
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number; readonly right: number };
}

export function readSelection(viewer: PDFViewer, container: HTMLElement): TextSelection | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!container.contains(range.startContainer) || selection.toString().trim() === '') return null;
  const parts = [...viewer.getCachedPageViews()].flatMap((page: PageOnScreen) => {
    // Two on a scan: its own text (a stamp), and what was recognised of its picture.
    const layers = [...page.div.querySelectorAll('.textLayer')].filter((layer) => range.intersectsNode(layer));
    return layers.flatMap((layer) => partOn(page, layer, range));
  });
  if (parts.length === 0) return null;
  const { left, top, bottom, right } = range.getBoundingClientRect();
  return { parts: parts.toSorted((a, b) => a.pageNumber - b.pageNumber), box: { left, top, bottom, right } };
}

/** What of pdf.js' page view is needed. */
interface PageOnScreen {
  readonly id: number;
  readonly div: HTMLDivElement;
  readonly viewport: { readonly convertToPdfPoint: (x: number, y: number) => unknown };
}

function partOn(page: PageOnScreen, layer: Element, range: Range): PageSelection[] {
  const part = document.createRange();
  part.selectNodeContents(layer);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const boxes = [...part.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const text = part.toString();
  if (first === undefined || last === undefined || text.trim() === '') return [];
  const origin = (page.div.querySelector('.canvasWrapper') ?? page.div).getBoundingClientRect();
  const pointAt = (x: number, y: number): readonly [number, number] => {
    const point = page.viewport.convertToPdfPoint(x - origin.left, y - origin.top);
    const [px, py] = Array.isArray(point) ? point.map(Number) : [];
    return [px ?? 0, py ?? 0];
  };
  return [
    {
      pageNumber: page.id,
      text,
      start: pointAt(first.left, (first.top + first.bottom) / 2),
      end: pointAt(last.right, (last.top + last.bottom) / 2),
    },
  ];
}
