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

/**
 * For Markdown (CommonMark, and what GitHub and pandoc add): every mark that can begin markup, line starts that make lists or
 * underlines, indentation that makes code, and the signs that make a bare address a link.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|~$&#@^]/g, String.raw`\$&`)
    .replaceAll(/^[ \t]+/gm, '')
    .replaceAll(/^[+=-]/gm, String.raw`\$&`)
    .replaceAll(/^\d+(?=[.)])/gm, '$&\\')
    .replaceAll(/:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, String.raw`\$&`);
}

/**
 * For a cell of a spreadsheet: what begins like a formula is shown as text (OWASP, CSV injection). Full-width signs count, for
 * some programs fold them; so does white space before the sign, for some trim it.
 */
export function escapeCell(text: string): string {
  return /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
}
