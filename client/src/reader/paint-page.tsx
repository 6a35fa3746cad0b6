// Paints boxes on a page that pdf.js' viewer shows: an SVG between its picture and its text layer, in points, so that zooming needs no repainting.
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pointsOf } from '../page-image/place-boxes.ts';
import type { Paint, PaintByPage } from './page-paint.ts';
import classes from './pdf-pages.module.css';

const svgName = 'http://www.w3.org/2000/svg';

/** Puts the boxes of one page in place of those that were there; a page that is not laid out is left alone. */
export function paintPage(viewer: PDFViewer, pageNumber: number, paint: PaintByPage): void {
  const page = viewer.getPageView(pageNumber - 1);
  const wrapper = page?.div.querySelector('.canvasWrapper');
  if (page === undefined || wrapper === null || wrapper === undefined) return;
  page.div.querySelector('[data-paint]')?.remove();
  const boxes = paint.get(pageNumber) ?? [];
  if (boxes.length === 0) return;
  const plain = page.viewport.clone({ scale: 1 });
  const svg = document.createElementNS(svgName, 'svg');
  svg.setAttribute('viewBox', `0 0 ${plain.width} ${plain.height}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', classes.paint ?? '');
  svg.dataset['paint'] = String(pageNumber);
  svg.append(...boxes.map((box) => polygonOf(box, plain.transform)));
  wrapper.after(svg);
}

function polygonOf({ quad, look, color }: Paint, transform: readonly number[]): SVGPolygonElement {
  const polygon = document.createElementNS(svgName, 'polygon');
  polygon.setAttribute('points', pointsOf(quad, transform));
  polygon.dataset['look'] = look;
  if (color !== undefined) polygon.style.setProperty('--tag', color);
  return polygon;
}
