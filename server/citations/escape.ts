// Text of filings in formats that have markup: nothing in it may act as markup, formula or link there.

/** For HTML text and attribute values. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** For Markdown (CommonMark): every ASCII punctuation mark that can begin markup, and line starts that make lists or titles. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|~$&]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([#+=-]|\d+(?=[.)]))/gm, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replaceAll(/\b(https?:|www\.)/gi, (found) => found.replace(/[:.]$/, String.raw`\$&`));
}

/** For a cell of a spreadsheet: what begins like a formula is shown as text (OWASP, CSV injection). */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
