// Dates as table T12 abbreviates them: `Aug. 31, 2022`; May, June and July stand whole.

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/** `2022-08-31` → `Aug. 31, 2022`; null for anything but a day of the calendar. */
export function bluebookDate(date: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const name = months[month - 1];
  // Day 0 of the next month is the last of this one.
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return name === undefined || day < 1 || day > lastDay ? null : `${name} ${day}, ${match[1]}`;
}
