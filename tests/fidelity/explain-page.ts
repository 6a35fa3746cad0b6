// A page line by line: what each was taken for, its number, its passage, and why.
// In: the pages and passages of a file, a page number. Out: rows, and the text that the terminal shows of them.
import type { Page, PageLine } from '../../server/contract/page.ts';
import type { Passage } from '../../server/contract/passage.ts';
import { reasonsOf } from './line-reasons.ts';

/** One line of the page. */
export interface ExplainedLine {
  readonly line: PageLine;
  readonly text: string;
  /** Furniture, or the kind of the passage it stands in; `unread` where it stands in none. */
  readonly kind: string;
  readonly passage: Passage | null;
  /** The line is the first of its passage on this page. */
  readonly isFirst: boolean;
  readonly why: string;
}

/** A page with all that is known of it. */
export interface ExplainedPage {
  readonly page: Page;
  readonly lines: readonly ExplainedLine[];
}

/** Explains a page; throws a RangeError where the file has no such page. */
export function explainPage(pages: readonly Page[], passages: readonly Passage[], pageNumber: number): ExplainedPage {
  const page = pages[pageNumber - 1];
  if (page === undefined) throw new RangeError(`There is no page ${pageNumber}: the file has ${pages.length}.`);
  const reasons = reasonsOf(pages, page);
  const seen = new Set<Passage>();
  const lines = page.lines.map((line, at): ExplainedLine => {
    const passage = line.furniture === null ? passageOf(passages, pageNumber, line) : null;
    const isFirst = passage !== null && !seen.has(passage);
    if (passage !== null) seen.add(passage);
    const kind = line.furniture ?? passage?.kind ?? 'unread';
    return { line, text: page.text.slice(line.from, line.to), kind, passage, isFirst, why: reasons[at] ?? '' };
  });
  return { page, lines };
}

/** The passage that holds most of a line. */
function passageOf(passages: readonly Passage[], pageNumber: number, { from, to }: PageLine): Passage | null {
  let [best, most]: [Passage | null, number] = [null, 0];
  for (const passage of passages) {
    let shared = 0;
    for (const span of passage.spans)
      if (span.pageNumber === pageNumber) shared += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
    if (shared > most) [best, most] = [passage, shared];
  }
  return best;
}

/** What a passage is, in a few words: `#12 paragraph ¶ 3`. */
export function passageName({ ordinal, kind, paragraph, note, speaker, headings }: Passage): string {
  return [
    `#${ordinal} ${kind}`,
    ...(kind === 'heading' ? [`of level ${headings.length + 1}`] : []),
    ...(paragraph === null ? [] : [`¶ ${paragraph}`]),
    ...(note === null ? [] : [`n.${note}`]),
    ...(speaker === null ? [] : [speaker]),
  ].join(' ');
}

/** What is known of the page as a whole. */
export function pageFacts({ page }: ExplainedPage): string[] {
  const { pageNumber, pageLabel, stampPage, bates, pageId, unread, redactions, stamps } = page;
  const bad = redactions.filter((each) => each.bad).length;
  return [
    `PDF page ${pageNumber}, stamp page ${stampPage ?? '–'}, printed ${pageLabel ?? '–'}, Bates ${bates ?? '–'}, Page ID ${pageId ?? '–'}`,
    ...stamps.map(({ text }) => `stamp: ${text}`),
    ...(unread === null ? [] : [`not read (${unread.reason}): ${unread.detail}`]),
    ...(redactions.length === 0 ? [] : [`${redactions.length} redactions, ${bad} of them over text that was dropped`]),
  ];
}

/** The page as text: a row per line, then a heading path wherever it changes. */
export function explanationText(explained: ExplainedPage): string[] {
  let path = '';
  return [
    ...pageFacts(explained),
    '',
    '     x     y  no.  taken for',
    ...explained.lines.flatMap(({ line, text, kind, passage, isFirst, why }) => {
      const now = passage === null ? path : passage.headings.join(' › ');
      const heading = now === path || !isFirst ? [] : [`                  ── under ${now === '' ? 'no heading' : now}`];
      if (isFirst) path = now;
      const place = `${line.x.toFixed(0).padStart(6)}${line.y.toFixed(0).padStart(6)}`;
      const name = passage === null ? kind : isFirst ? passageName(passage) : `#${passage.ordinal} …`;
      const number = String(line.number ?? (line.furniture === null ? '–' : '')).padStart(5);
      return [...heading, `${place}${number}  ${name.padEnd(26)} “${text}”`, `${' '.repeat(45)}${why}`];
    }),
  ];
}
