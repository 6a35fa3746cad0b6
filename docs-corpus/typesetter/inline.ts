// The marks inside a paragraph of a source: `*italic*`, `**bold**`, `__underlined__`, `[^1]`, `{{under a box}}`, `{{!replaced by [REDACTED]}}`.
// One string -> runs of one style each, quotes and apostrophes curled. An unclosed mark goes on to the end of the paragraph.
import type { Family } from './fonts.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Superscript number of a footnote. */
  readonly note: boolean;
  /** Text that the redacted version covers with a box, or replaces by `[REDACTED]`. */
  readonly secret: 'box' | 'word' | null;
}

/** How a block is set before its runs have their say. */
export interface BaseStyle {
  readonly family: Family;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
}

/** Straight quotes to curly ones, `--` to an en dash; `§ 2` and `¶ 34` stay on one line (U+00A0, printed as a space). */
export function curl(text: string): string {
  return text
    .replace(/(^|[\s([{—–-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“])'(?=\D)/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/(\d)--(\d)/g, '$1–$2')
    .replace(/([§¶]) /g, '$1\u00A0')
    .replace(/\b(No\.|Nos\.|Ex\.|Mr\.|Ms\.|Dr\.|Hon\.|Fed\. R\. Civ\. P\.) (?=\S)/g, '$1\u00A0');
}

/** Cuts a paragraph into runs. */
export function runsOf(source: string): Run[] {
  const runs: Run[] = [];
  let bold = false;
  let italic = false;
  let underline = false;
  let secret: Run['secret'] = null;
  const marks = /\*\*|\*|__|\[\^(\d+)\]|\{\{!|\{\{|\}\}/g;
  let at = 0;
  const text = curl(source);
  const push = (piece: string, note = false) => {
    if (piece !== '') runs.push({ text: piece, bold, italic, underline, note, secret });
  };
  for (const mark of text.matchAll(marks)) {
    push(text.slice(at, mark.index));
    at = mark.index + mark[0].length;
    if (mark[1] !== undefined) push(mark[1], true);
    else if (mark[0] === '**') bold = !bold;
    else if (mark[0] === '*') italic = !italic;
    else if (mark[0] === '__') underline = !underline;
    else secret = mark[0] === '}}' ? null : mark[0] === '{{' ? 'box' : 'word';
  }
  push(text.slice(at));
  return runs;
}

/** The runs as the public sees them: what is secret gone, or `[REDACTED]` in its place. */
export function redact(runs: readonly Run[]): Run[] {
  return runs.map((run) => (run.secret === 'word' ? { ...run, text: '[REDACTED]', secret: null } : run));
}

/** The runs with nothing withheld. */
export function unseal(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, secret: null }));
}
