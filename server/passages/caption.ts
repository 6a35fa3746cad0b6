// Reads the caption of a filing: parties on the left, number and title on the right, judge and date below (DOMAIN.md §5).
// In: pages. Out: court, case name, docket number, title, judge; null where the caption does not say it clearly.
import type { Page } from '../contract/page.ts';
import { courtNamedIn } from '../text/courts.ts';
import { bodyLinesOf, type BodyLine } from './body-lines.ts';
import { captionRowOf } from './caption-columns.ts';
import { captionPlaceOf } from './caption-place.ts';

/** What a caption says. */
export interface CaptionFacts {
  readonly court: string | null;
  readonly caseName: string | null;
  readonly docketNumber: string | null;
  readonly title: string | null;
  readonly judge: string | null;
}

const nothing: CaptionFacts = { court: null, caseName: null, docketNumber: null, title: null, judge: null };
const numberForm =
  /\b(\d{1,2}:\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Z][A-Za-z-]*)?|\d{2}-[A-Za-z]{2}-\d{3,6}(?:-[A-Z][A-Za-z-]*)?)\b/;
const detail =
  /^(?:\[|\(|Date\b|Time\b|Judge\b|Courtroom\b|Ctrm\b|Dept\b|Place\b|Location\b|Hearing\b|Trial\b|Action Filed|Complaint Filed|Filed\b|Hon\b|Assigned\b|Re:|Demand\b|Jury\b|Magistrate\b|Before\b|Referred\b)/i;

/** Reads the caption on the first pages. */
export function readCaption(pages: readonly Page[]): CaptionFacts {
  const lines = bodyLinesOf(pages.slice(0, 3));
  const end = captionPlaceOf(lines)?.end;
  if (end === undefined) return nothing;
  const caption = lines.slice(0, end + 1);
  const words = caption.map(({ text }) => text).join('\n');
  const rows = caption.map(captionRowOf);
  const right = rows.flatMap((row) => row.right?.text ?? []);
  return {
    court: courtNamedIn(words)?.id ?? null,
    caseName: caseNameOf(rows.map(({ left }) => left?.text ?? '')),
    docketNumber: numberForm.exec(words)?.[1] ?? null,
    title: titleOf(right) ?? titleBelow(lines, end),
    judge: judgeIn(words),
  };
}

const roles = /\b(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appellants?|Appellees?|Debtors?)\b/i;

/** `Klein v. Meta Platforms, Inc.` from the left column; `In re …` as printed. */
function caseNameOf(left: readonly string[]): string | null {
  const text = left
    .map((line) => line.replace(/\s*\b(?:Case|Civil Action|Docket)\s+No\b.*$/i, ''))
    .filter((line) => line !== '' && !numberForm.test(line) && !/^before\b/i.test(line))
    .join('\n');
  const inRe = /(?:^|\n)\s*(In re:?\s[^\n]+(?:\n(?!.*\b(?:This|Plaintiff|Case|Document)\b)[^\n]+){0,3})/i.exec(text);
  if (inRe?.[1] !== undefined) return `In re ${tidy(inRe[1].replace(/^in re:?\s*/i, '').replace(/[,.]$/, ''))}`;
  const parts = text.split(/\n\s*(?:v|vs)\.?,?\s*(?=\n)|\s(?:vs?\.)\s(?=\n|\p{Lu})/iu);
  const [plaintiff, defendant] = parts;
  if (parts.length !== 2 || plaintiff === undefined || defendant === undefined) return null;
  const [one, other] = [firstParty(lastParagraphOf(plaintiff)), firstParty(defendant)];
  return one === null || other === null ? null : `${one} v. ${other}`;
}

/** Names stand directly above the `v.`; what is above the court's name is counsel. */
function lastParagraphOf(text: string): string {
  const lines = text.split('\n');
  const from = lines.findLastIndex((line) => /\b(?:DISTRICT OF|DIVISION|COUNTY OF|COURT|CIRCUIT)\b/.test(line));
  return lines.slice(from + 1).join('\n');
}

function firstParty(text: string): string | null {
  const before = text.split(roles)[0] ?? '';
  const name = before
    .replaceAll(/\s+/g, ' ')
    .split(
      /,? (?:individually|on behalf|by and through|an? (?:individual|\w+ (?:corporation|company|limited))|et al)\b|;/i,
    )[0];
  if (name === undefined) return null;
  const names = name
    .replaceAll(/[\s,]+$/g, '')
    .split(/,? and |,(?!\s*(?:inc|llc|l\.l\.c|corp|ltd|co|lp|llp|n\.a|jr|sr)\b)/i);
  const [first = ''] = names;
  const tidied = tidy(
    first
      .replace(/^[^\p{L}\d]+/u, '')
      .replace(/[,.]?$/, (end) => (/\b(?:inc|corp|co|ltd)\.?$/i.test(first) ? end : '')),
  );
  return /\p{L}{2}/u.test(tidied) && tidied.length <= 120 ? tidied : null;
}

/** Capitals as in a title, where a name is printed in capitals only. */
function tidy(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain !== plain.toUpperCase()) return plain;
  return (
    plain
      .toLowerCase()
      .replaceAll(/(^|[\s(“"‘/.&-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
      // An initial keeps its capital: `Elizabeth A. Bally`.
      .replaceAll(/\b(?:Of|The|And|For|In|On|To|A|An|By|Or)\b(?!\.)/g, (word, at: number) =>
        at === 0 ? word : word.toLowerCase(),
      )
      .replaceAll(/\b(?:Llc|Llp|Lp|Usa|Na)\b/g, (word) => word.toUpperCase())
  );
}

/** The title: the right column after the number, up to hearing details; printed in capitals or as it stands. */
function titleOf(right: readonly string[]): string | null {
  const number = right.findIndex((line) => numberForm.test(line) || /\b(?:Case|Civil Action|Docket)\s*No/i.test(line));
  const title: string[] = [];
  for (const line of right.slice(number + 1)) {
    if (/^(?:CLASS ACTION|REDACTED|FILED UNDER SEAL|PUBLIC|UNREDACTED)\b/i.test(line) && title.length === 0) continue;
    if (detail.test(line) || numberForm.test(line) || /^(?:Master File|This Document|MDL)\b/i.test(line)) {
      if (title.length > 0) break;
      continue;
    }
    title.push(line);
    if (title.length > 12) break;
  }
  const text = tidy(title.join(' '));
  // Where other papers have their title a transcript counts its pages.
  if (/\bpages?\s+\d+\s*[-–]\s*\d+/i.test(text)) return 'Transcript of Proceedings';
  return /\p{L}{3}/u.test(text) && text.length <= 300 ? text : null;
}

/** Some courts print the title centred below the caption. */
function titleBelow(lines: readonly BodyLine[], end: number): string | null {
  const title: string[] = [];
  for (const line of lines.slice(end + 1, end + 6)) {
    const { text } = line;
    if (text !== text.toUpperCase() || !/\p{L}{3}/u.test(text)) break;
    title.push(text);
  }
  return title.length === 0 ? null : tidy(title.join(' '));
}

function judgeIn(words: string): string | null {
  const match =
    /\b(?:Hon\.|Honorable|(?:District |Magistrate )?Judge:?)\s+(?:Hon\.\s+|Honorable\s+)?((?:\p{Lu}[\p{L}’'-]*\.?\s+){1,3}\p{Lu}[\p{L}’'-]+)/u.exec(
      words,
    );
  const name = match?.[1]?.split('\n')[0];
  return name === undefined ? null : tidy(name);
}
