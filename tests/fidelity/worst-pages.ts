// The worst of a run, for a person who goes and looks: pages whose words differ most, and the faults of each measure.
// In: measured filings, how many. Out: lines of text; none when none were asked for.
import type { MeasuredFiling } from './measure-filing.ts';

/** Words shown of each side of a page. */
const someWords = 10;

/** Lists the worst. */
export function worstOf(filings: readonly MeasuredFiling[], most: number): string[] {
  if (most === 0) return [];
  const pages = filings
    .flatMap(({ name, wordFaults }) => wordFaults.map((fault) => ({ name, ...fault })))
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  const faults = filings.flatMap(({ name, faults: all }) => all.map((fault) => ({ name, ...fault })));
  return [
    ...listed(
      `Pages whose words differ (${pages.length})`,
      pages.slice(0, most).map(({ name, pageNumber, missed, extra, unread }) => {
        const state = unread ? 'unread; ' : '';
        return `${name} p. ${pageNumber}: ${state}${some('missed', missed)}${some('; read instead', extra)}`;
      }),
    ),
    ...[...Map.groupBy(faults, ({ measure }) => measure)].flatMap(([measure, all]) =>
      listed(
        `Faults by ${measure} (${all.length})`,
        all.slice(0, most).map(({ name, pageNumber, fault }) => `${name} p. ${pageNumber}: ${fault}`),
      ),
    ),
  ];
}

function weightOf({
  missed,
  extra,
}: {
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}): number {
  return missed.length + extra.length;
}

function some(label: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  const shown = words.slice(0, someWords).join(' ');
  return `${label} ${words.length} (${shown}${words.length > someWords ? ' …' : ''})`;
}

function listed(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...rows.map((row) => `  ${row}`)];
}
