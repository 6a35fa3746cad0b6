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
/** Numbered pages of transcripts end at 25, on nearly all pages of a file; other paper ends where it is full. */
const transcriptPaper = { lines: new Set([24, 25]), share: 0.6, fewestPages: 4 };
/** Turns from which a file on that paper is one transcript, however long its monologues are. */
const fewestTurns = 10;
/** How far a page of one long answer may lie from pages of questions. */
const reach = 3;

/** Pages of testimony. */
export function testimonyPagesOf(lines: readonly BodyLine[]): ReadonlySet<number> {
  const counted = [...Map.groupBy(lines, ({ page }) => page.pageNumber)].map(([pageNumber, own]) => ({
    pageNumber,
    lines: own.length,
    turns: own.filter(({ text, line }) => line.number !== null && isTurn(text)).length,
    highest: own.reduce((most, { line }) => Math.max(most, line.number ?? 0), 0),
  }));
  // A last page ends early: what paper it is, the file's full pages tell.
  const share =
    usual(counted.map(({ highest }) => highest)) < pleadingLines ? manyTurns.transcript : manyTurns.pleading;
  const pages = counted.map((page) => {
    const numbered = page.highest > 0 && page.highest <= mostLines;
    return { ...page, numbered, spoken: numbered && page.turns >= Math.max(2, share * page.lines) };
  });
  const onPaper =
    pages.length >= transcriptPaper.fewestPages &&
    pages.filter(({ highest }) => transcriptPaper.lines.has(highest)).length >= transcriptPaper.share * pages.length &&
    pages.reduce((sum, { turns }) => sum + turns, 0) >= fewestTurns;
  const spoken = pages.filter((page) => page.spoken || (onPaper && page.turns > 0));
  const whole = onPaper || spoken.length >= transcript * pages.length;
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

/** A speaker and words of his; `COUNSEL FOR THE PLAINTIFF:` alone heads a list of appearances. */
function isTurn(text: string): boolean {
  return speakerOf(text) !== null && !/:\s*$/.test(text);
}

/** The value that comes most often, the larger of equals; 0 for none. */
function usual(values: readonly number[]): number {
  let [best, most] = [0, 0];
  for (const [value, { length }] of Map.groupBy(values, (each) => each))
    if (length > most || (length === most && value > best)) [best, most] = [value, length];
  return best;
}
