// Which filings of a case are versions of one another: redacted and unsealed, corrected, amended. Title and text must both say so.
// In: the filings of one case, and how alike two texts are. Out: by filing, what others are to it. In doubt there is no link.
import type { FilingVersion, VersionRelation } from '../contract/docket.ts';
import type { Likeness } from './text-likeness.ts';
import { titleVersionOf, type TitleVersion } from './title-version.ts';

/** What of a filing decides. */
export interface VersionedFiling {
  readonly id: string;
  readonly ecf: string | null;
  readonly title: string | null;
  readonly filedOn: string | null;
  /** Words are withheld in it. */
  readonly isRedacted: boolean;
}

interface Titled extends VersionedFiling {
  readonly says: TitleVersion;
}

/** Links the filings; `likeness` is asked only for pairs whose titles agree. */
export async function versionsAmong(
  filings: readonly VersionedFiling[],
  likeness: (one: string, other: string) => Promise<Likeness>,
): Promise<ReadonlyMap<string, readonly FilingVersion[]>> {
  const titled = filings.flatMap((filing): Titled[] =>
    filing.title === null ? [] : [{ ...filing, says: titleVersionOf(filing.title) }],
  );
  const links = new Map<string, FilingVersion[]>();
  const link = (to: Titled, other: Titled, relation: VersionRelation): void => {
    const { id, ecf, title } = other;
    links.set(to.id, [...(links.get(to.id) ?? []), { id, ecf, title, relation }]);
  };
  for (const [base, group] of Map.groupBy(titled, ({ says }) => says.base)) {
    if (base === '' || group.length < 2) continue;
    for (const [redacted, full, share] of redactionPairs(group)) {
      if ((await likeness(redacted.id, full.id)).shared < share) continue;
      link(redacted, full, full.says.redaction === 'sealed' ? 'sealed' : 'unsealed');
      link(full, redacted, 'redacted');
    }
    for (const later of group) {
      const before = predecessor(later, group);
      if (before === null) continue;
      const { shared, ratio } = await likeness(before.id, later.id);
      const [relation, share] = later.says.corrected ? (['corrected', 0.6] as const) : (['amended', 0.4] as const);
      if (shared < share || ratio < 0.3) continue;
      link(before, later, relation);
      link(later, before, 'earlier');
    }
  }
  return links;
}

type RedactionPair = readonly [redacted: Titled, full: Titled, share: number];

/** Redacted and full versions, each with the share of the text that must agree: more, where only one title says which it is. */
function redactionPairs(group: readonly Titled[]): RedactionPair[] {
  return group.flatMap((one) =>
    group.flatMap((other): RedactionPair[] => {
      if (one === other || !isSameStage(one.says, other.says)) return [];
      const [says, otherSays] = [one.says.redaction, other.says.redaction];
      if (says === 'redacted' && (otherSays === 'unsealed' || otherSays === 'sealed')) return [[one, other, 0.6]];
      const isLater = one.filedOn !== null && other.filedOn !== null && other.filedOn > one.filedOn;
      if (says === 'redacted' && otherSays === null && !other.isRedacted && isLater) return [[one, other, 0.85]];
      if (says === null && one.isRedacted && otherSays === 'unsealed' && isLater) return [[one, other, 0.85]];
      return [];
    }),
  );
}

function isSameStage(one: TitleVersion, other: TitleVersion): boolean {
  return one.corrected === other.corrected && one.amended === other.amended;
}

/** What a corrected or amended filing replaces: the last one of the stage before it, filed no later; none if that is not one. */
function predecessor(later: Titled, group: readonly Titled[]): Titled | null {
  const { corrected, amended, redaction } = later.says;
  if (!corrected && amended === 0) return null;
  const { filedOn } = later;
  if (filedOn === null) return null;
  const candidates = group.filter(
    ({ id, says, filedOn: on }) =>
      id !== later.id &&
      says.redaction === redaction &&
      !says.corrected &&
      says.amended === (corrected ? amended : amended - 1) &&
      on !== null &&
      on <= filedOn,
  );
  const last = candidates.reduce<string>((day, { filedOn: on }) => (on !== null && on > day ? on : day), '');
  const [found, other] = candidates.filter(({ filedOn: on }) => on === last);
  return found === undefined || other !== undefined ? null : found;
}
