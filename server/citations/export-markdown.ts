// A tray as Markdown: each passage a quotation with its citation below, to be pasted into notes or a draft.
import { escapeMarkdown } from './escape.ts';
import { exportName, unsearchedLine, type ExportFile, type ExportRow, type ExportSheet } from './export-rows.ts';

/** Writes the Markdown. */
export function exportMarkdown(sheet: ExportSheet): ExportFile {
  const head = [`# ${oneLine(sheet.name)}`, '', escapeMarkdown(madeLine(sheet)), ''];
  const text = [...head, ...sheet.rows.flatMap(rowLines)].join('\n');
  return { filename: exportName(sheet.name, 'md'), media: 'text/markdown; charset=utf-8', bytes: Buffer.from(text) };
}

/** What it was made from, and what of that was not searched: a reader must be able to tell which state of the corpus is cited. */
export function madeLine(sheet: ExportSheet): string {
  const { madeAt, fingerprint, version, rows } = sheet;
  const count = rows.length === 1 ? '1 passage' : `${rows.length} passages`;
  return `${count}, exported by Pincite ${version} on ${madeAt.slice(0, 10)} from corpus ${fingerprint}. ${unsearchedLine(sheet)}`.trimEnd();
}

function rowLines(row: ExportRow): string[] {
  return [
    ...escapeMarkdown(row.quote)
      .split('\n')
      .map((line) => `> ${line}`),
    '>',
    `> — ${oneLine(row.citation)}`,
    '',
    ...(row.found ? [] : ['**This quote is not found any more where it was collected: check it before use.**', '']),
    ...(row.tags.length === 0 ? [] : [`Tags: ${row.tags.map(oneLine).join(', ')}`, '']),
    ...(row.note === '' ? [] : [escapeMarkdown(row.note), '']),
  ];
}

/** A line break would end the title or the quotation. */
function oneLine(text: string): string {
  return escapeMarkdown(text.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' '));
}
