// Which pages of a file are testimony: a transcript prints 25 numbered lines a page, and who speaks stands at a line's beginning.
// In: body lines of the file. Out: page numbers. A brief that quotes a question and its answer is no transcript.
import type { BodyLine } from './body-lines.ts';
import { speakerOf } from './line-signs.ts';

/** Transcripts have 25 lines a page, some reporters print 24 or 28 (DOMAIN.md §4). */
const mostLines = 28;
/** Pleading paper counts further than nearly every transcript: there a page of turns may be a quotation. */
const pleadingLines = 27;
/** Share of a page's lines that open a turn, on a transcript's paper and on pleading paper. */
const manyTurns = { transcript: 0.08, pleading: 0.25 };
/** Share of a file's pages with turns from which all of its numbered pages are testimony: openings and closings are monologues. */
const transcript = 0.25;
/** How far a page of one long answer may lie from pages of questions. */
const reach = 3;

/** Pages of testimony. */
export function testimonyPagesOf(lines: readonly BodyLine[]): ReadonlySet<number> {
  const pages = [...Map.groupBy(lines, ({ page }) => page.pageNumber)].map(([pageNumber, own]) => {
    const turns = own.filter(({ text, line }) => line.number !== null && speakerOf(text) !== null).length;
    const highest = own.reduce((most, { line }) => Math.max(most, line.number ?? 0), 0);
    const numbered = highest > 0 && highest <= mostLines;
    const share = highest < pleadingLines ? manyTurns.transcript : manyTurns.pleading;
    return { pageNumber, numbered, spoken: numbered && turns >= Math.max(2, share * own.length) };
  });
  const spoken = pages.filter((page) => page.spoken);
  const whole = spoken.length >= transcript * pages.length;
  const near = (pageNumber: number) => {
    const [before, after] = [
      spoken.findLast((page) => page.pageNumber < pageNumber),
      spoken.find((page) => page.pageNumber > pageNumber),
    ];
    return before && after && pageNumber - before.pageNumber <= reach && after.pageNumber - pageNumber <= reach;
  };
  // Before the first question stand title, appearances and index, behind the last answer the reporter's certificate.
  const [first, last] = [spoken[0]?.pageNumber ?? Infinity, spoken.at(-1)?.pageNumber ?? -Infinity];
  const between = (pageNumber: number) => pageNumber > first && pageNumber < last;
  const isTestimony = ({ pageNumber, numbered, spoken: own }: (typeof pages)[number]) =>
    own || (numbered && between(pageNumber) && (whole || near(pageNumber) === true));
  return new Set(pages.filter(isTestimony).map(({ pageNumber }) => pageNumber));
}
