// The head of a letter to the court: whose paper it is, then date, address and subject, down to the salutation.
// In: body lines. Out: where its parts begin; null unless paper, date and salutation all stand in this order on the first page.
import type { BodyLine } from './body-lines.ts';
import { isCentred } from './line-signs.ts';

/** Indexes of body lines: the letterhead stands before `date`, the letter's text from `text` on. */
export interface LetterHead {
  readonly date: number;
  readonly text: number;
}

/** Lines of a letterhead, and of date, address and subject, at most. */
const most = { letterhead: 14, address: 25 };
const date =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}$/;
const salutation = /^(?:Dear\b.{2,60}|(?:To|May it please) the (?:Honou?rable )?Court)\s?[:,]$/i;

/** Finds the head of a letter. */
export function letterheadOf(lines: readonly BodyLine[]): LetterHead | null {
  const [first] = lines;
  const onFirstPage = lines.filter(({ page }) => page === first?.page);
  const dated = onFirstPage.findIndex(({ text }) => date.test(text.trim()));
  if (dated < 1 || dated > most.letterhead) return null;
  // A firm's name stands in the middle or on the right; text above a date is no letterhead.
  if (!onFirstPage.slice(0, dated).every((line) => isCentred(line) || line.line.x > line.layout.middle - 60))
    return null;
  const greeted = onFirstPage.findIndex(({ text }, at) => at > dated && salutation.test(text.trim()));
  if (greeted < 0 || greeted - dated > most.address) return null;
  return { date: dated, text: greeted };
}
