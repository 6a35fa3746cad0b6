// Docket numbers as courts print them, taken apart so that all spellings of one case compare equal (DOMAIN.md §1).
// In: `5:20-cv-08570-LHK`, `20-cv-8570`, `No. 3:20-cv-08570-JD`, `21-2728`. Out: parts; null for what is no docket number.

/** Parts of a docket number; appellate and bankruptcy numbers have no type. */
export interface DocketNumber {
  /** Division or office: the digit before the colon. */
  readonly office: string | null;
  /** Two digits. */
  readonly year: string;
  /** `cv`, `cr`, `md`, `mc` …, in small letters. */
  readonly type: string | null;
  /** Without leading zeros. */
  readonly serial: string;
  /** Judges' initials, `JD`, `VAR-SDD`; a reassigned case changes them. */
  readonly initials: string | null;
}

const form =
  /(?<![\w:-])(?:(?<office>\d{1,2}):)?(?<year>\d{2}|(?:19|20)\d{2})-(?:(?<type>[A-Za-z]{2,4})-)?(?<serial>\d{2,6})(?<initials>(?:-[A-Z][A-Za-z]{0,4})*)(?![\w-])/;

/** Reads the first docket number in `text`. */
export function parseDocketNumber(text: string): DocketNumber | null {
  const groups = form.exec(text)?.groups;
  if (groups === undefined) return null;
  const { office, year = '', type, serial = '', initials = '' } = groups;
  return {
    office: office ?? null,
    year: year.slice(-2),
    type: type?.toLowerCase() ?? null,
    serial: serial.replace(/^0+(?=\d)/, ''),
    initials: initials === '' ? null : initials.slice(1),
  };
}

/** Equal for all spellings of one number: `20|cv|8570`; the court is not in it and must be compared besides. */
export function docketKeyOf({ year, type, serial }: DocketNumber): string {
  return `${year}|${type ?? ''}|${serial}`;
}

/** Whether two spellings name the same case of one court, as far as the number tells. */
export function sameDocketNumber(one: string, other: string): boolean {
  const [a, b] = [parseDocketNumber(one), parseDocketNumber(other)];
  return a !== null && b !== null && docketKeyOf(a) === docketKeyOf(b);
}
