// Reads the stamps CM/ECF prints on each page (DOMAIN §2), district, bankruptcy and appellate.
// Shape in: text of one line, or of two lines joined by a space → shape out: stamps with their place in it.
// Refuses to guess: a text that is no stamp gives nothing, a field that cannot be read is null. A stamp ends at its last field.
import type { Stamp } from '../contract/page.ts';

/** A stamp and the span of the text it takes up, end exclusive. */
export interface FoundStamp {
  readonly from: number;
  readonly to: number;
  readonly stamp: Stamp;
}

interface Draft {
  document: string | null;
  filedOn: string | null;
  page: number | null;
  pageCount: number | null;
  pageId: string | null;
}

/** What begins a stamp. District forms of some courts print the number without `Case`, then `Doc #` must follow. */
const opening =
  /(?:(?:USCA\s?\d{1,2}|USCA\s?DC|USCA\s?Fed|Appellate|Appeal|Case|USCA)\s+){0,2}(?:Case|Appeal|Appellate Case)\s*(?:No\.?|#)?\s*:?\s*(\d{1,2}:\d{2}-[A-Za-z]{2,4}-\d{1,7}(?:-[A-Za-z0-9]{1,6}){0,4}|(?:\d{1,2}:)?\d{2,4}-[A-Za-z]{0,4}-?\d{1,7}(?:-[A-Za-z0-9]{1,6}){0,3})|(?<![\w:-])(\d{1,2}:\d{2}-[A-Za-z]{2}-\d{1,7}(?:-[A-Za-z0-9]{1,6}){0,4})(?=\s+Doc(?:ument)?\s?#)/g;

const number = String.raw`\d{1,16}(?:[-.]\d{1,4})*`;
const date = String.raw`(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})`;

type Reader = (draft: Draft, match: RegExpExecArray) => void;

/** The fields, tried in this order at each place; each may stand once or more. */
const fields: readonly (readonly [RegExp, Reader])[] = [
  [sticky(String.raw`Page\s?ID(?:\s*#)?\s*[:.]?\s*#?\s*(\d+)`), (draft, match) => (draft.pageId ??= match[1] ?? null)],
  [sticky(String.raw`Pg\s?ID(?:\s*#)?\s*[:.]?\s*(\d+)`), (draft, match) => (draft.pageId ??= match[1] ?? null)],
  [sticky(String.raw`Page\s?ID(?:\s*#)?\s*[:.]?`), () => {}],
  [sticky(String.raw`(?:Page|Pg)\s*[:.]?\s*(\d{1,5})\s*(?:of|/)\s*(\d{1,5})`), readPages],
  [sticky(String.raw`(?:Total )?Pages\s*:\s*\(?(?:(\d{1,5})\s*of\s*)?(\d{1,5})\)?`), readCount],
  [sticky(String.raw`(?:Page|Pg)\s*[:.]?\s*(\d{1,5})(?!\s*of)`), (draft, match) => (draft.page ??= Number(match[1]))],
  [sticky(String.raw`\((\d{1,5}) of (\d{1,5})\)`), () => {}],
  [
    sticky(String.raw`(?:DktEntry|Document|Doc|Dkt|ECF No)\.?\s*#?\s*:?\s*(${number})`),
    (draft, match) => (draft.document ??= match[1] ?? null),
  ],
  [sticky(String.raw`(?:Date\s+)?Filed\s*:?\s*(?:in\s+[A-Z]{4,6}\s+)?(?:on\s+)?${date}`), readDate],
  [sticky(String.raw`Entered on [A-Z]{4,6} Docket\s*${date}`), readDate],
  [
    sticky(String.raw`Entered\s*:?\s*(?:on\s+)?\d{1,2}/\d{1,2}/\d{2,4}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*[AP]M)?`),
    () => {},
  ],
  [sticky(String.raw`(?:Receipt|Entry)\s+ID\s*:?\s*\d+|ID\s*:\s*\d+`), () => {}],
  [sticky(String.raw`in\s+[A-Z]{4,6}(?=\s)`), () => {}],
  [sticky(date), readDate],
  [
    sticky(
      String.raw`Desc\s*:?\s*(?:Main(?:\s+Document)?|(?:Exhibit|Appendix|Attachment|Affidavit|Declaration|Proposed|Certificate|Petition)[^,]{0,40}?(?=\s+Page\s))`,
    ),
    () => {},
  ],
  [sticky(String.raw`Main\s+Document`), () => {}],
  [
    sticky(
      String.raw`USDC\s+(?:[A-Z][A-Za-z]+|[A-Z]{2}/[A-Z]{2})(?:\s+(?:District|Carolina|Dakota|Hampshire|Jersey|Mexico|York|Island|Virginia))?`,
    ),
    () => {},
  ],
  [
    sticky(
      String.raw`\((?:Ex Parte|Under Seal|Sealed|Court only|Court Only|Redacted|UNDER SEAL)[^)]{0,30}\)|\*{0,3}\s?(?:SEALED|EX PARTE|RESTRICTED|REDACTED|NOT FOR PUBLIC VIEWING)\s?\*{0,3}`,
    ),
    () => {},
  ],
  [sticky(String.raw`\d{6,9}(?=\s*,)`), () => {}],
];

const separator = sticky(String.raw`[\s,;|]*`);

/** Every stamp in a text, left to right. */
export function findStamps(text: string): FoundStamp[] {
  const found: FoundStamp[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const docketNumber = match[1] ?? match[2] ?? '';
    const read = readFields(text, opening.lastIndex);
    if (!read) continue;
    found.push({
      from: match.index,
      to: read.end,
      stamp: { docketNumber, ...read.draft, text: text.slice(match.index, read.end) },
    });
    opening.lastIndex = read.end;
  }
  return found;
}

/** The stamp a text consists of or begins with; null when it is none. */
export function readStamp(text: string): Stamp | null {
  return findStamps(text)[0]?.stamp ?? null;
}

/** Whether a line of its own could be the second half of a wrapped stamp: nothing but stamp fields. */
export function isStampRest(text: string): boolean {
  // `Desc Exhibit C  Page 1 of 3` names one thing only; the other half named the rest.
  const read = readFields(text, 0, 1);
  if (read) return read.end === text.trimEnd().length;
  // The lone tail of a wrapped `Page ID #:` is a number after a hash, of a `Desc Main Document`, those words and a page.
  return /^(?:(?:Page|Pg)\s?ID\s?#?\s?:?\s?#?\s?\d+|#\s?:?\s?\d+|:?#\s?\d+|Page \d+ of \d+|Document Page \d+ of \d+)$/.test(
    text.trim(),
  );
}

function readFields(text: string, start: number, least = 2): { readonly draft: Draft; readonly end: number } | null {
  const draft: Draft = { document: null, filedOn: null, page: null, pageCount: null, pageId: null };
  let end = start;
  let count = 0;
  for (;;) {
    separator.lastIndex = end;
    separator.exec(text);
    const at = separator.lastIndex;
    const hit = readField(text, at, draft);
    if (hit === null) break;
    end = hit;
    count++;
  }
  const known = [draft.document, draft.filedOn, draft.page ?? draft.pageCount].filter((value) => value !== null).length;
  return count >= 2 && known >= least ? { draft, end } : null;
}

function readField(text: string, at: number, draft: Draft): number | null {
  for (const [pattern, read] of fields) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    read(draft, match);
    return pattern.lastIndex;
  }
  return null;
}

function readPages(draft: Draft, match: RegExpExecArray): void {
  draft.page ??= Number(match[1]);
  draft.pageCount ??= Number(match[2]);
}

/** `Pages: 1` counts pages and is no page number; `Total Pages:(1 of 5)` counts the whole bundle and says nothing here. */
function readCount(draft: Draft, match: RegExpExecArray): void {
  if (match[1] === undefined) draft.pageCount ??= Number(match[2]);
}

function readDate(draft: Draft, match: RegExpExecArray): void {
  const [month, day, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return;
  // CM/ECF began in 1996; a two-digit year above 80 can only be a scan of something older.
  const fullYear = year > 99 ? year : year + (year > 80 ? 1900 : 2000);
  draft.filedOn ??= `${fullYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'iy');
}
