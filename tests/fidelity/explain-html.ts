// The explained page as one HTML file: boxes, line numbers and kinds over the picture of the page, reasons on hover and in a table.
// In: an explained page, a picture or none. Out: the file's text. A filing is hostile input: every word of it is escaped, no script runs.
import { lineBox } from '../../server/text/boxes.ts';
import { pixelSize, toPixels } from '../../server/text/viewport.ts';
import { passageName, pageFacts, type ExplainedLine, type ExplainedPage } from './explain-page.ts';

/** Pixels for a point. */
export const scale = 1.6;

/** One colour for each kind of line. */
const colours: Readonly<Record<string, string>> = {
  paragraph: '#2f6fde',
  heading: '#c2410c',
  quote: '#0f8a6a',
  footnote: '#7c3aed',
  table: '#a16207',
  testimony: '#0e7490',
  caption: '#be185d',
  signature: '#4d7c0f',
  contents: '#525252',
  unread: '#dc2626',
};
const furnitureColour = '#9ca3af';

/** Text that stays text in HTML, between tags and in attributes. */
export function escapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (letter) => named[letter] ?? letter);
}

/** Builds the file. `picture`: PNG of the page at `scale`; null leaves the boxes alone. */
export function explanationHtml(title: string, explained: ExplainedPage, picture: Uint8Array | null): string {
  const { page, lines } = explained;
  const [width, height] = pixelSize(page, scale).map(Math.ceil);
  const image =
    picture === null
      ? ''
      : `<image href="data:image/png;base64,${Buffer.from(picture).toString('base64')}" width="${width ?? 0}" height="${height ?? 0}"/>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<h1>${escapeHtml(title)}</h1>
<p>${pageFacts(explained).map(escapeHtml).join('<br>')}</p>
<p>${legend(lines)}</p>
<div class="page">
<svg viewBox="-44 0 ${(width ?? 0) + 200} ${height ?? 0}" width="${(width ?? 0) + 244}" role="img" aria-label="the page with what was read">
<rect x="0" y="0" width="${width ?? 0}" height="${height ?? 0}" fill="white" stroke="#ccc"/>
${image}
${lines.map((line) => shapeOf(explained, line, width ?? 0)).join('\n')}
</svg>
</div>
<table>
<tr><th>no.<th>taken for<th>text<th>why
${lines.map(rowOf).join('\n')}
</table>
</html>
`;
}

const style = `
body { font: 14px/1.4 system-ui, sans-serif; margin: 16px; color: #1f2937; background: #f3f4f6 }
h1 { font-size: 16px }
.page { overflow: auto }
svg text { font: 11px system-ui, sans-serif }
polygon { fill-opacity: 0.1; stroke-width: 1 }
polygon:hover { fill-opacity: 0.3 }
.key { display: inline-block; padding: 0 6px; margin-right: 6px; border: 2px solid }
table { border-collapse: collapse; margin-top: 16px; background: white }
td, th { border: 1px solid #d1d5db; padding: 2px 6px; text-align: left; vertical-align: top }
`;

function legend(lines: readonly ExplainedLine[]): string {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds
    .map((kind) => `<span class="key" style="border-color: ${colourOf(kind)}">${escapeHtml(kind)}</span>`)
    .join('');
}

function colourOf(kind: string): string {
  return colours[kind] ?? furnitureColour;
}

function shapeOf({ page }: ExplainedPage, { line, kind, passage, isFirst, why }: ExplainedLine, width: number): string {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = toPixels(page, lineBox(line), scale).map(
    (value) => Math.round(value * 10) / 10,
  );
  const colour = colourOf(kind);
  const name = passage === null ? kind : passageName(passage);
  const dashes = line.furniture === null ? '' : ' stroke-dasharray="3 2"';
  const box = `<polygon points="${x1},${y1} ${x2},${y2} ${x3},${y3} ${x4},${y4}" fill="${colour}" stroke="${colour}"${dashes}><title>${escapeHtml(`${name}: ${why}`)}</title></polygon>`;
  const number =
    line.number === null
      ? ''
      : `<text x="${(x1 ?? 0) - 4}" y="${y1}" text-anchor="end" fill="${colour}">${line.number}</text>`;
  const label =
    isFirst && passage !== null ? `<text x="${width + 6}" y="${y1}" fill="${colour}">${escapeHtml(name)}</text>` : '';
  return box + number + label;
}

function rowOf({ line, text, kind, passage, isFirst, why }: ExplainedLine): string {
  const name = passage === null ? kind : isFirst ? passageName(passage) : `#${passage.ordinal} …`;
  const cells = [String(line.number ?? ''), name, text, why];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}`).join('')}`;
}
