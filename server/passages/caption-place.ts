// Where the caption of a filing ends: counsel, court, parties against case number and title, on the first pages.
// In: body lines. Out: index of the caption's last line; null for a paper without one (a letter, an exhibit).
import type { BodyLine } from './body-lines.ts';

const courtLine =
  /\b(?:UNITED STATES (?:DISTRICT|BANKRUPTCY) COURT|COURT OF APPEALS|SUPERIOR COURT|SUPREME COURT|DISTRICT COURT)\b/i;
const roleLine =
  /\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appellants?|Appellees?|Debtors?|Intervenors?)(?:[-–/ ](?:Appell\w+|Petition\w+|Respond\w+))?[.,;]?\s*(?:[)§|]|$)/i;
const divider = /[)§|]\s*$|^\s*[)§|]|\s[)§]\s/;
const rightColumn =
  /\b(?:Case|Civil Action|Docket)\s*(?:No|Number)\b|\bNo\.\s*\d|\b(?:Date|Time|Judge|Courtroom|Dept|Location|Hearing|Trial)\b[^:]{0,20}:/i;

/** Finds the last caption line on the first two pages. */
export function captionEndOf(lines: readonly BodyLine[]): number | null {
  const first = lines[0]?.page.pageNumber;
  if (first === undefined) return null;
  const court = lines.findIndex(({ text, page }) => page.pageNumber <= first + 1 && courtLine.test(text));
  if (court === -1) return null;
  const pageNumber = lines[court]?.page.pageNumber;
  let end: number | null = null;
  let beyond = 0;
  for (let at = court + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.page.pageNumber !== pageNumber) break;
    const middle = (line.page.view[0] + line.page.view[2]) / 2;
    const belongs =
      roleLine.test(line.text) ||
      divider.test(line.text) ||
      rightColumn.test(line.text) ||
      /^(?:v|vs)\.?\s*[,)§|]?$/i.test(line.text.trim()) ||
      (end !== null && line.line.x > middle - 12);
    if (belongs) {
      end = at;
      beyond = 0;
      continue;
    }
    // Between court and parties stand divisions and names; after the roles two strange lines end the caption.
    beyond += 1;
    if (end !== null && beyond > (hasRole(lines, court, end) ? 2 : 12)) break;
  }
  return end !== null && hasRole(lines, court, end) ? end : end === null ? court : end;
}

function hasRole(lines: readonly BodyLine[], from: number, to: number): boolean {
  return lines.slice(from, to + 1).filter(({ text }) => roleLine.test(text)).length >= 2;
}
