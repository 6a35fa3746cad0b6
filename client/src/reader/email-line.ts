// An e-mail and the days of a filing in a few words for the Reader's details.
// Shape: values of the API in → text out.
import type { DocumentNames } from '../../../server/contract/names.ts';
import { dateText, monthText } from '../search/format.ts';

/** What is said of one e-mail. */
export interface EmailLine {
  readonly subject: string;
  readonly who: string;
  /** As printed, when its day could not be read; null: it does not say. */
  readonly when: string | null;
}

export function emailLine({ subject, from, to, cc, sent, sentOn }: DocumentNames['emails'][number]): EmailLine {
  const receivers = [...to, ...cc];
  const [first] = receivers;
  const others = receivers.length < 2 ? '' : ` and ${receivers.length - 1} more`;
  return {
    subject: subject ?? 'Without a subject',
    who: `${from ?? 'Somebody'}${first === undefined ? '' : ` to ${first}${others}`}`,
    when: sentOn === null ? sent : dateText(sentOn),
  };
}

/** `May 2015 to Mar. 23, 2024`: the first and the last of sorted dates; a month where no day is said. */
export function dateRangeText(dates: readonly string[]): string {
  const text = (date: string): string => (date.length === 7 ? monthText(date) : dateText(date));
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? text(first) : `${text(first)} to ${text(last)}`;
}
