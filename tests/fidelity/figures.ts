// The figures of a fidelity run: what each is called, what it counts, and how figures of documents become figures in sum.
// A share is `good` of `of`; faults should be none; a count only says how much there is. What was not measured has no figure.

/** A measured value: a share, or a number of things. */
export type FigureValue = { readonly good: number; readonly of: number } | { readonly count: number };

interface Definition {
  /** `share`: good of all. `faults`: each one is an error. `count`: neither good nor bad. */
  readonly kind: 'share' | 'faults' | 'count';
  /** What is counted, for the reader of the table. */
  readonly what: string;
  /** The share that issue 3 asks for. */
  readonly target?: number;
  /** How far a share may fall before it counts as a drop; 0 where the same things are counted in every run. */
  readonly slack?: number;
}

/** All figures, in the order of the table. */
export const definitions = {
  'pages read': { kind: 'share', what: 'pages with text that was read; the rest waits for recognition' },
  'unread with words': { kind: 'faults', what: 'pages called unread in which pdftotext finds words' },
  'word recall': { kind: 'share', what: 'words of pdftotext that were read, page by page', target: 0.995 },
  'word precision': { kind: 'share', what: 'words read that pdftotext has too', target: 0.995 },
  'stamps found': { kind: 'share', what: 'stamped pages of truth/stamps.tsv with a stamp', target: 1 },
  'stamp fields': { kind: 'share', what: 'fields of these stamps that agree', target: 1 },
  'false stamps': { kind: 'faults', what: 'pages with a stamp that neither truth/stamps.tsv nor a person saw' },
  'printed numbers': { kind: 'share', what: 'pages whose printed number is known' },
  'Bates numbers': { kind: 'count', what: 'pages with a Bates number' },
  'Page IDs': { kind: 'count', what: 'pages with a Page ID' },
  contradictions: { kind: 'faults', what: 'printed or Bates numbers that do not rise from page to page' },
  'lines by hand': { kind: 'share', what: 'lines of lines-by-hand.tsv with the right number', target: 0.995 },
  'line numbers': { kind: 'share', what: 'body lines of the specimens with the right number', target: 0.995 },
  'line words': { kind: 'share', what: 'lines of the specimens read word for word', target: 1 },
  'line furniture': { kind: 'share', what: 'lines of the specimens rightly told to be text or furniture', target: 1 },
  'line order': { kind: 'share', what: 'body lines of the specimens in their order', target: 1 },
  'page numbers': { kind: 'share', what: 'the four page numbers of the specimens’ pages', target: 1 },
  'passage words': { kind: 'share', what: 'words of the specimens’ passages, in order', target: 0.995 },
  'passage kinds': { kind: 'share', what: 'these words that stand in a passage of the right kind', target: 0.995 },
  'passage starts': {
    kind: 'share',
    what: 'passages of the specimens that begin where a passage begins (testimony apart)',
  },
  'passage places': { kind: 'share', what: 'first and last page and line of these passages', target: 1 },
  'passage headings': { kind: 'share', what: 'these passages under the right headings' },
  'paragraph numbers': { kind: 'share', what: 'these passages with the right ¶ number, or rightly none', target: 1 },
  'fitting words': { kind: 'share', what: 'words in passages of 40 to 250 words', slack: 0.005 },
  'cut sentences': { kind: 'faults', what: 'passages that end inside a sentence which the next one goes on with' },
  passages: { kind: 'count', what: 'passages' },
  paragraph: { kind: 'count', what: 'of them paragraphs' },
  heading: { kind: 'count', what: 'headings' },
  quote: { kind: 'count', what: 'block quotes' },
  footnote: { kind: 'count', what: 'footnotes' },
  table: { kind: 'count', what: 'tables' },
  testimony: { kind: 'count', what: 'testimony' },
  caption: { kind: 'count', what: 'captions' },
  signature: { kind: 'count', what: 'signature blocks' },
  contents: { kind: 'count', what: 'tables of contents and authorities' },
} as const satisfies Record<string, Definition>;

export type FigureName = keyof typeof definitions;

/** Figures of one document, or of all. */
export type Figures = { readonly [Name in FigureName]?: FigureValue };

/** The names, in order. */
export const figureNames = Object.keys(definitions).filter(isFigureName);

/** What a figure is. */
export function definitionOf(name: FigureName): Definition {
  return definitions[name];
}

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(definitions, name);
}

export function share(good: number, of: number): FigureValue {
  return { good, of };
}

export function count(number: number): FigureValue {
  return { count: number };
}

/** Adds up figures of documents; what no document has stays away. */
export function sumOf(all: Iterable<Figures>): Figures {
  const sums: { -readonly [Name in FigureName]?: FigureValue } = {};
  for (const figures of all) {
    for (const name of figureNames) {
      const [sum, more] = [sums[name], figures[name]];
      if (more !== undefined) sums[name] = sum === undefined ? more : plus(sum, more);
    }
  }
  return sums;
}

function plus(one: FigureValue, other: FigureValue): FigureValue {
  if ('count' in one) return count(one.count + ('count' in other ? other.count : 0));
  return 'count' in other ? one : share(one.good + other.good, one.of + other.of);
}

/** `good / of`; 1 where there is nothing to be good at. */
export function shareOf(value: FigureValue): number {
  if ('count' in value) return value.count;
  return value.of === 0 ? 1 : value.good / value.of;
}

/** `99.87`: rounded down, so that only all of it is called 100. */
export function percent(value: { readonly good: number; readonly of: number }): string {
  const exact = 100 * shareOf(value);
  return exact === 100 ? '100' : (Math.floor(exact * 100) / 100).toFixed(2);
}

/** Whether a figure meets what issue 3 asks for; null where it asks for nothing. */
export function isMet(name: FigureName, value: FigureValue): boolean | null {
  const { kind, target } = definitionOf(name);
  if ('count' in value) return kind === 'faults' ? value.count === 0 : null;
  return target === undefined ? null : value.of > 0 && shareOf(value) >= target;
}
