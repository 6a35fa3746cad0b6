// Which version of a filing a title names: `Joint Letter Brief (Redacted)`, `Plaintiffs’ Corrected Opposition`, `Second Amended Complaint`.
// In: a title. Out: the title without those words, and what they say. Only words at its beginning or end count: an `Answer to Amended
// Complaint` is no amended answer.

/** A title taken apart. */
export interface TitleVersion {
  /** The title that all versions share, in small letters, without marks. */
  readonly base: string;
  /** `sealed`: the full text, kept from the public when it was filed. */
  readonly redaction: 'redacted' | 'unsealed' | 'sealed' | null;
  readonly corrected: boolean;
  /** 1 for `Amended` and `First Amended`, 2 for `Second Amended`; 0 for none of it. */
  readonly amended: number;
}

const redactionWords =
  '(?:(?:public(?:ly)?|partially|lightly|further|lesser|less|filed)[ -]*)*(?<redaction>un-?redacted|un-?sealed|redacted|(?:under )?seal(?:ed)?)|(?<public>public)(?= version)';
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const changeWords = `(?:(?<ordinal>${ordinals.join('|')})[ -]+)?(?<change>amended|corrected)`;
const mark = `(?:${redactionWords}|${changeWords})`;
const leading = new RegExp(`^[([]?${mark}[)\\]]?(?: (?:version|copy))?(?: of)?[:–—-]?(?: |$)`, 'iu');
const trailing = new RegExp(`(?:^|[ ,–—-]+)[([]?${mark}(?: (?:version|copy|in part))?[)\\]]?$`, 'iu');
/** `Plaintiffs’ Corrected Opposition`: the party stays, the word goes. */
const afterParty = new RegExp(`^(?<party>(?:\\S+ ){0,6}?\\S*(?:['’]s|s['’])) ${changeWords} `, 'iu');

/** Takes a title apart. */
export function titleVersionOf(title: string): TitleVersion {
  let base = title.replaceAll(/\s+/g, ' ').trim();
  let redaction: TitleVersion['redaction'] = null;
  let [corrected, amended] = [false, 0];
  for (;;) {
    const found = leading.exec(base) ?? trailing.exec(base) ?? afterParty.exec(base);
    if (found === null) break;
    const { groups = {} } = found;
    redaction = redactionOf(groups) ?? redaction;
    if (groups['change']?.toLowerCase() === 'corrected') corrected = true;
    if (groups['change']?.toLowerCase() === 'amended') {
      amended = Math.max(1, ordinals.indexOf(groups['ordinal']?.toLowerCase() ?? 'first') + 1);
    }
    const kept = groups['party'] === undefined ? '' : `${groups['party']} `;
    base = `${base.slice(0, found.index)}${kept}${base.slice(found.index + found[0].length)}`.trim();
  }
  return { base: plain(base), redaction, corrected, amended };
}

function redactionOf({ redaction, public: isPublic }: Partial<Record<string, string>>): TitleVersion['redaction'] {
  if (isPublic !== undefined) return 'redacted';
  if (redaction === undefined) return null;
  if (/^redacted$/i.test(redaction)) return 'redacted';
  return /^un/i.test(redaction) && !/^under/i.test(redaction) ? 'unsealed' : 'sealed';
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
