// Which side filed: the many ways in which filers are printed (`Plaintiff Klein`, `Lead Plaintiffs`, `Defendant Meta`, `Meta`) as one side.
// In: the filer as printed, and the case's name. Out: a side, or null in doubt: a counter-defendant or a movant may be on either.

export const filerSides = ['Plaintiffs', 'Defendants', 'Parties', 'Court', 'Third party'] as const;
export type FilerSide = (typeof filerSides)[number];

/** The side of a filer. */
export function sideOf(filer: string | null, caseName: string | null = null): FilerSide | null {
  if (filer === null) return null;
  if (
    /^(?:the )?court\b(?! reporter)|^(?:(?:chief|district|magistrate|special) )*(?:judge|justice|master)\b|^hon\b|^clerk\b/i.test(
      filer,
    )
  ) {
    return 'Court';
  }
  if (
    !/^(?:plaintiff|defendant)/i.test(filer) &&
    /\b(?:non-?part(?:y|ies)|interveno\w+|amic(?:us|i)|third[- ]part(?:y|ies)(?: defendants?)?|objectors?)\b(?! plaintiff)/i.test(
      filer,
    )
  ) {
    return 'Third party';
  }
  // `Plaintiff and Intervenor-Defendant` is first of all a plaintiff; `Third-Party Plaintiff` is a defendant, `Counter-Claimant` either; what a party is first of all decides.
  const plain = filer.replaceAll(
    /\b(?:counter|cross|third[- ]party|intervenor)[- ]?(?:plaintiff|defendant|claimant)s?\b/gi,
    '',
  );
  const [plaintiffs, defendants] = [/\b(?:plaintiffs?|pls?\.)/i.test(plain), /\b(?:defendants?|defs?\.)/i.test(plain)];
  if ((plaintiffs && defendants) || /^(?:all |both |the )?parties\b|^joint/i.test(filer)) return 'Parties';
  if (plaintiffs) return 'Plaintiffs';
  if (defendants) return 'Defendants';
  return plain === filer ? sideByName(filer, caseName) : null;
}

/** `Meta` in Klein v. Meta Platforms, Inc.: the beginning of one party's name and not of the other's. */
function sideByName(filer: string, caseName: string | null): FilerSide | null {
  const [left, right, more] = caseName?.split(/ vs?\. /) ?? [];
  if (left === undefined || right === undefined || more !== undefined) return null;
  const name = partyWords(filer);
  const begins = (party: string): boolean =>
    name.length > 0 && name.every((word, at) => partyWords(party)[at] === word);
  // A person is known by the last name.
  const ends = (party: string): boolean => name.length === 1 && partyWords(party).at(-1) === name[0];
  const [isLeft, isRight] = [begins(left) || ends(left), begins(right) || ends(right)];
  if (isLeft === isRight) return null;
  return isLeft ? 'Plaintiffs' : 'Defendants';
}

function partyWords(name: string): string[] {
  const words = name.toLowerCase().replaceAll(/[.,]/g, '').split(/\s+/);
  return words.filter((word) => !/^(?:the|inc|llc|llp|lp|corp|corporation|co|company|ltd|limited|et|al)$/.test(word));
}
