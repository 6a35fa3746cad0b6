// Dates as table T12 abbreviates them: `Aug. 31, 2022`; May, June and July stand whole.

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/** `2022-08-31` → `Aug. 31, 2022`; null for anything but a date. */
export function bluebookDate(date: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = match === null ? undefined : months[Number(match[2]) - 1];
  return match === null || month === undefined ? null : `${month} ${Number(match[3])}, ${match[1]}`;
}
