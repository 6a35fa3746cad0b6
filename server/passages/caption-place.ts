// Where the caption of a filing stands: counsel, court, parties against case number and title, on the first pages.
// In: body lines. Out: where its parts begin and end; null for a paper without one (a letter, an exhibit).
import type { BodyLine } from './body-lines.ts';
import { captionRowOf } from './caption-columns.ts';
import { cellsOf, isCapitals, isCentred, wordsIn } from './line-signs.ts';

/** Indexes of body lines. Counsel stands before `court`, the court's name before `table`; `end` is the last row of all. */
export interface CaptionPlace {
  readonly court: number;
  readonly table: number;
  readonly end: number;
}

const courtLine =
  /\b(?:UNITED STATES (?:DISTRICT|BANKRUPTCY) COURT|COURT OF APPEALS|SUPERIOR COURT|SUPREME COURT|DISTRICT COURT)\b/i;
const roleLine =
  /\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appellants?|Appellees?|Debtors?|Intervenors?)(?:[-–/ ](?:Appell\w+|Petition\w+|Respond\w+))?[.,;]?\s*(?:[)§|]|$)/i;
const numberLine =
  /\b(?:Case|Civil Action|Docket)\s*(?:No|Number)\b|\bNo\.\s*(?:MDL|[A-Z]{1,2}|)\s*\d|\b\d{2}-[a-z]{2}-\d{3,}/i;
const versus = /^(?:v|vs|against|-against-)\.?\s*[,)§|]?$/i;

/** Finds the caption on the first two pages. */
export function captionPlaceOf(lines: readonly BodyLine[]): CaptionPlace | null {
  const firstPage = lines[0]?.page.pageNumber ?? 0;
  for (const [court, line] of lines.entries()) {
    if (line.page.pageNumber > firstPage + 1) return null;
    if (!courtLine.test(line.text) || !(isCapitals(line.text) || isCentred(line))) continue;
    const place = placeFrom(lines, court);
    if (place !== null) return place;
  }
  return null;
}

function placeFrom(lines: readonly BodyLine[], court: number): CaptionPlace | null {
  const pageNumber = lines[court]?.page.pageNumber;
  let table: number | null = null;
  let end: number | null = null;
  let strange = 0;
  const signs = { role: 0, number: 0, versus: 0 };
  for (let at = court + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.page.pageNumber !== pageNumber) break;
    if (crosses(line)) {
      // Under the parties the text begins; between court and parties stand divisions, judges, and names set wide.
      strange += 1;
      if (end !== null && signs.role >= 2) break;
      if (strange > 6) break;
      continue;
    }
    const [role, number, against] = [
      isRole(line),
      numberLine.test(line.text),
      versus.test(captionRowOf(line).left?.text ?? ''),
    ];
    if (role) signs.role += 1;
    if (number) signs.number += 1;
    if (against) signs.versus += 1;
    const { left, right } = captionRowOf(line);
    const divided = left !== null && right !== null;
    const onRight = left === null && !isCentred(line);
    if (table === null && (role || number || against || divided || onRight || /^in re\b/i.test(line.text)))
      table = firstOfParties(lines, court, at);
    if (role || number || against || divided || onRight || /[)§|]\s*$/.test(line.text)) end = at;
  }
  const told =
    signs.role >= 2 ||
    signs.versus > 0 ||
    (signs.role + signs.number >= 1 && end !== null && hasInRe(lines, court, end));
  return end === null || table === null || !told ? null : { court, table, end };
}

/** `Plaintiffs,` — with few words around it: prose ends its lines with roles, too. */
function isRole(line: BodyLine): boolean {
  const { left } = captionRowOf(line);
  if (left === null || !roleLine.test(left.text) || wordsIn(left.text) > 10) return false;
  return left.end < line.layout.middle + 60 || isCentred(line);
}

/** Prose, a title or a court's name over the middle of the page, undivided. */
function crosses(line: BodyLine): boolean {
  const { middle } = line.layout;
  if (line.line.x > middle - 60 || line.end < middle + 60) return false;
  const { left, right } = captionRowOf(line);
  return cellsOf(line).length === 1 && (left === null || right === null) && !isRole(line);
}

/** Back from the first sign to the row after the court's name: a party's name comes before its role. */
function firstOfParties(lines: readonly BodyLine[], court: number, at: number): number {
  let first = at;
  while (first - 1 > court) {
    const above = lines[first - 1];
    if (above === undefined || isCentred(above) || courtLine.test(above.text) || crosses(above)) break;
    first -= 1;
  }
  return first;
}

function hasInRe(lines: readonly BodyLine[], from: number, to: number): boolean {
  return lines.slice(from, to + 1).some(({ text }) => /\bin re\b|\bin the matter of\b/i.test(text));
}
