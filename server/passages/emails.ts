// E-mails printed as exhibits: From, To, Cc, Sent, Subject of each, also where lists wrap and where a chain quotes earlier ones.
// In: lines. Out: heads with the place where each begins; a memorandum's TO and FROM, without a day or address, is none.
import type { Page } from '../contract/page.ts';
import type { EmailHeader, Passage } from '../contract/passage.ts';
import { datesIn } from './dates.ts';

/** A head and where it begins in the page's text. */
export interface PlacedEmail {
  readonly header: EmailHeader;
  readonly pageNumber: number;
  readonly from: number;
}

/** A line of body text with its place. */
export interface TextLine {
  readonly pageNumber: number;
  readonly from: number;
  readonly text: string;
}

type Field = 'from' | 'to' | 'cc' | 'sent' | 'subject' | 'other';

const fieldNames: Record<string, Field> = {
  from: 'from',
  to: 'to',
  cc: 'cc',
  sent: 'sent',
  date: 'sent',
  subject: 'subject',
  bcc: 'other',
  importance: 'other',
  attachments: 'other',
  attachment: 'other',
  'reply-to': 'other',
};
const fieldLine =
  /^[>|\s*]*(From|To|Cc|Bcc|Sent|Date|Subject|Importance|Attachments?|Reply-To)\s?\*?:\*?(?:\s+(.*))?$/i;
/** `On Mar 3, 2015, at 4:05 PM, Jane Doe <jane@x.com> wrote:` */
const quotedLine =
  /^[>|\s]*On (.{6,80}?\d{4}.{0,30}?),? ((?![AP]\.?M\b)[^,<\d]+(?:, [^,<\d]+)?(?:\s?<[^>]+>)?) wrote:\s*$/i;

/** A list of receivers may run over so many lines. */
const longestField = 12;

/** The heads in a file's pages; furniture and unread pages left out. */
export function emailsIn(pages: readonly Page[]): PlacedEmail[] {
  // Most filings have none; the test costs one look at each page.
  const lines = pages
    .filter(({ unread, text }) => unread === null && /\bFrom\s?\*?:|\bwrote:/i.test(text))
    .map(({ pageNumber, text, lines: all }) =>
      all
        .filter(({ furniture, from, to }) => furniture === null && to > from)
        .map(({ from, to }): TextLine => ({ pageNumber, from, text: text.slice(from, to) })),
    );
  return lines.flatMap(emailsOf);
}

/** The heads among the lines of one page. */
export function emailsOf(lines: readonly TextLine[]): PlacedEmail[] {
  const emails: PlacedEmail[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const quoted = quotedLine.exec(line.text);
    if (quoted !== null) {
      const [, sent = '', from = ''] = quoted;
      const header = { from: from.trim(), to: [], cc: [], sent: sent.trim(), sentOn: dayOf(sent), subject: null };
      if (header.sentOn !== null) emails.push({ header, pageNumber: line.pageNumber, from: line.from });
      continue;
    }
    if (fieldOf(line.text) === null) continue;
    const { fields, end } = fieldsFrom(lines, at);
    const header = headerOf(fields);
    if (header !== null) {
      emails.push({ header, pageNumber: line.pageNumber, from: line.from });
      at = end - 1;
    }
  }
  return emails;
}

function fieldOf(text: string): { readonly field: Field; readonly value: string } | null {
  const match = fieldLine.exec(text);
  const field = fieldNames[match?.[1]?.toLowerCase() ?? ''];
  return field === undefined ? null : { field, value: match?.[2]?.trim() ?? '' };
}

/** The fields that follow one another from a line on, each once: a second `From:` opens the next e-mail of the chain. */
function fieldsFrom(
  lines: readonly TextLine[],
  start: number,
): { readonly fields: ReadonlyMap<Field, string>; readonly end: number } {
  const fields = new Map<Field, string>();
  let at = start;
  while (at < lines.length) {
    const found = fieldOf(lines[at]?.text ?? '');
    if (found === null || (found.field !== 'other' && fields.has(found.field))) break;
    at += 1;
    const more = continuationOf(lines, at, found, fields);
    fields.set(found.field, [found.value, ...more].join(' ').trim());
    at += more.length;
  }
  return { fields, end: at };
}

/** Lines that go on with a field: up to the next field when that is near, else only while a list of receivers is open. */
function continuationOf(
  lines: readonly TextLine[],
  from: number,
  { field, value }: { readonly field: Field; readonly value: string },
  before: ReadonlyMap<Field, string>,
): string[] {
  if (field === 'sent' || (field === 'from' && value !== '')) return [];
  const isList = field === 'to' || field === 'cc';
  const most = isList ? longestField : 2;
  const texts: string[] = [];
  for (const { text } of lines.slice(from, from + most)) {
    const next = fieldOf(text)?.field;
    // A field that was there already opens the next e-mail, and what stands between is the letter.
    if (next !== undefined && (next === field || before.has(next))) break;
    if (next !== undefined) return texts;
    texts.push(text.replace(/^[>|\s]+/, '').trim());
  }
  // No field follows: what is below is the letter itself.
  if (!isList) return [];
  const open = texts.findIndex((_, index) => !/[;,]$/.test(index === 0 ? value : (texts[index - 1] ?? '')));
  return texts.slice(0, open < 0 ? 0 : open);
}

function headerOf(fields: ReadonlyMap<Field, string>): EmailHeader | null {
  const said = (field: Field): string | null => fields.get(field) || null;
  const [from, to, sent, subject] = [said('from'), said('to'), said('sent'), said('subject')];
  const sentOn = sent === null ? null : dayOf(sent);
  const hasAddress = /@/.test(`${from ?? ''} ${to ?? ''}`);
  const told = [to, sentOn, subject].filter((value) => value !== null).length;
  if (from === null || told < 2 || (sentOn === null && !hasAddress)) return null;
  return { from, to: receiversOf(to ?? ''), cc: receiversOf(said('cc') ?? ''), sent, sentOn, subject };
}

function dayOf(text: string): string | null {
  return datesIn(text).find((date) => date.length === 10) ?? null;
}

/** The receivers of a list: parted by semicolons, else by commas after an address; `Doe, Jane` is one. */
export function receiversOf(list: string): string[] {
  const parted = list.includes(';')
    ? list.split(';')
    : /[>\]]\s*,/.test(list)
      ? list.split(/(?<=[>\]])\s*,/)
      : /^[^\s,]+@[^\s,]+,/.test(list)
        ? list.split(',')
        : [list];
  return parted.map((part) => part.replaceAll(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

/** Gives each head to the passage in which it begins; one that stands in none (a page's furniture) is let go. */
export function withEmails<P extends Pick<Passage, 'spans'>>(
  passages: readonly P[],
  emails: readonly PlacedEmail[],
): readonly (P & Pick<Passage, 'emails'>)[] {
  if (emails.length === 0) return passages;
  return passages.map((passage) => {
    const own = emails.filter((email) =>
      passage.spans.some(
        ({ pageNumber, from, to }) => pageNumber === email.pageNumber && from <= email.from && email.from < to,
      ),
    );
    return own.length === 0 ? passage : { ...passage, emails: own.map(({ header }) => header) };
  });
}
