// Text for the clipboard in both its forms: quotes and citations in → plain text and HTML out. Text of a filing is escaped here;
// HTML of a citation comes from the server, which made it (italics only).

/** A passage to copy; without `html` the citation's text stands for it. */
export interface Copied {
  readonly quote: string | null;
  readonly text: string;
  readonly html: string | null;
}

export interface ClipboardText {
  readonly plain: string;
  readonly html: string;
}

/** One paragraph per passage: the quote in quotation marks, then its citation. */
export function clipboardTextOf(items: readonly Copied[]): ClipboardText {
  return {
    plain: items.map(({ quote, text }) => (quote === null ? text : `${quoted(quote)} ${text}`)).join('\n\n'),
    html: items
      .map(({ quote, text, html }) => {
        const citation = html ?? escaped(text);
        return `<p>${quote === null ? citation : `${escaped(quoted(quote))} ${citation}`}</p>`;
      })
      .join(''),
  };
}

/** Quotation marks around a quote; those within become single ones (Chicago 13.30). */
export function quoted(quote: string): string {
  const inner = quote.trim().replace(/\s+/g, ' ').replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', '’');
  return `“${inner}”`;
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
