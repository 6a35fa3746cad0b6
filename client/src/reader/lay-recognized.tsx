// Lays the recognised text of a page over its picture, unseen, so that it can be selected and copied as text of a PDF can.
// It is dressed as pdf.js dresses its own text layer, which scales it with the page.
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { PageAnswer } from '../../../server/contract/document-api.ts';
import { laidLines, type LaidLine } from './recognized-lines.ts';

/** Lays the text of one page, in place of what was laid before; a page that is not drawn is left alone. */
export function layRecognized(viewer: PDFViewer, pageNumber: number, texts: ReadonlyMap<number, PageAnswer>): void {
  const page = viewer.getPageView(pageNumber - 1);
  const wrapper = page?.div.querySelector('.canvasWrapper');
  if (page === undefined || wrapper === null || wrapper === undefined) return;
  const text = texts.get(pageNumber);
  const laid: HTMLElement | null = page.div.querySelector('[data-recognized]');
  // While it is the same text on the same page, a selection in it must not be lost.
  const mark = text === undefined ? '' : `${text.textVersion} ${page.viewport.rotation}`;
  if (laid?.dataset['recognized'] === mark) return;
  laid?.remove();
  if (text === undefined) return;
  const plain = page.viewport.clone({ scale: 1 });
  const layer = document.createElement('div');
  layer.className = 'textLayer';
  layer.dataset['recognized'] = mark;
  const measure = document.createElement('canvas').getContext('2d');
  for (const line of laidLines(text, plain.transform, plain)) {
    layer.append(spanOf(line, measure), document.createElement('br'));
  }
  page.div.append(layer);
}

function spanOf(line: LaidLine, measure: CanvasRenderingContext2D | null): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = line.text;
  const { style } = span;
  style.left = `${line.left.toFixed(3)}%`;
  style.top = `${line.top.toFixed(3)}%`;
  style.fontFamily = 'sans-serif';
  style.setProperty('--font-height', `${line.height.toFixed(2)}px`);
  style.setProperty('--rotate', `${line.turn.toFixed(3)}deg`);
  if (measure !== null) {
    measure.font = `${line.height}px sans-serif`;
    const { width } = measure.measureText(line.text);
    if (width > 0) style.setProperty('--scale-x', (line.width / width).toFixed(4));
  }
  return span;
}
