// What the text of a docket entry tells, as CM/ECF composes it: the title, who filed, and the attachments with their titles.
// In: `MOTION for Leave to File, filed by Plaintiffs. (Attachments: # 1 Declaration, # 2 Exhibit A)(Roe, Jane) (Entered: …)`.
// Out: its parts; null where no rule speaks.

/** An attachment named in a docket text. */
export interface NamedAttachment {
  readonly attachment: number;
  readonly title: string | null;
}

/** Where a docket text goes on to something else than the paper's title. */
const titleEnd =
  /,?\s+(?:filed by|signed by|on behalf of|by (?:plaintiff|defendant)s?)\b|\s*\(|\.(?:\s|$)|;|\s[-–]\s|\s+\(?re:?\s+\d/iu;
const longestTitle = 200;

/** The title of the main document. */
export function titleOfText(text: string): string | null {
  const plain = plainText(text);
  const [title = ''] = plain.split(titleEnd);
  const trimmed = title.replace(/[\s,:]+$/, '');
  return trimmed === '' || trimmed.length > longestTitle ? null : trimmed;
}

/** The side that filed; a single party's name is not taken for one. */
export function filerOfText(text: string): string | null {
  const side = /\bfiled by (?:all )?(plaintiff|defendant)(s?)\b/i.exec(plainText(text));
  if (side === null) return null;
  return `${side[1]?.toLowerCase() === 'plaintiff' ? 'Plaintiff' : 'Defendant'}${side[2]?.toLowerCase() ?? ''}`;
}

/** The attachments: `(Attachments: # 1 …, # 2 …)` and `(Additional attachment(s) added on 1/3/2013: # 1 …)`. */
export function attachmentsOfText(text: string): NamedAttachment[] {
  const plain = plainText(text);
  const found = new Map<number, string | null>();
  for (const { 0: opening, index } of plain.matchAll(
    /\((?:Additional )?Attachments?(?:\(s\))?[^:#]{0,40}:\s*(?=#)/gi,
  )) {
    const list = upToItsEnd(plain, index + opening.length);
    for (const part of list.split(/(?:^|,\s*)#\s*(?=\d)/)) {
      const [, number, title = ''] = /^(\d{1,4})\b\s*(.*)$/s.exec(part) ?? [];
      if (number !== undefined && !found.has(Number(number))) found.set(Number(number), title.trim() || null);
    }
  }
  return [...found]
    .map(([attachment, title]) => ({ attachment, title }))
    .toSorted((a, b) => a.attachment - b.attachment);
}

/** What stands before the parenthesis that closes; titles have pairs of their own. */
function upToItsEnd(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

/** On one line, without the clerk's `**…**` before it. */
function plainText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^\s*(?:\*\*[^*]{1,80}\*\*\s*)+/, '')
    .trim();
}
