// How names of organisations are written: `Meta Platforms, Inc.`, `GIBBS LAW GROUP LLP`, `University of Michigan`, `U.S. Department of Labor`.
// In: text. Out: names in usual letters; what has no word that only organisations have is none.
import { usualLetters } from './person-names.ts';

const forms = String.raw`Incorporated|Inc|L\.?L\.?C|L\.?L\.?P|P\.?L\.?L\.?C|P\.?C|Corporation|Corp|Limited|Ltd|Company|Co(?=\.)|L\.P|LP|N\.A|PLC|GmbH|S\.A|B\.V|N\.V|A\.G`;
const bodies =
  'University|College|Foundation|Institute|Association|Commission|League|Council|Union|Bank|Trust|Partners|Associates|Society|Coalition|Federation|Agency|Bureau|Authority|Center|Hospital|Fund|Times|Group|Holdings|Technologies|Enterprises|Industries';
const word = String.raw`\p{Lu}[\p{L}\p{N}’'&.-]*`;
const joint = String.raw`(?:of|for|and|the|&|de|on)`;

/** `…, Inc.`: the form of a company ends the name. */
const company = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(${word}(?:,?\s(?:${word}|${joint})){0,6}?),?\s((?:${forms}|INCORPORATED|INC|CORPORATION|CORP|LIMITED|LTD|COMPANY)(?![\p{L}-])\.?(?:,?\s(?:${forms})(?![\p{L}-])\.?)?)`,
  'gu',
);
/** `University of Michigan`, `Students for Fair Admissions`, `Federal Trade Commission`. */
const body = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])((?:${word}\s(?:${joint}\s)?){1,4}(?:${bodies})(?:\sof\s(?:the\s)?${word}(?:\s${word}){0,2})?|(?:University|Bank|Bureau|Commission|Association|Institute)\sof\s(?:the\s)?${word}(?:\s${word}){0,2}|(?:U\.S\.\s|United\sStates\s)Department\sof\s${word}(?:\s(?:and\s)?${word}){0,2}|Securities and Exchange Commission)(?![\p{L}])`,
  'gu',
);
/** What may stand before a name and is none of it. */
const lead =
  /^(?:(?:The|In|Upon|Part|Agreement|Objection|On|At|By|For|To|From|And|But|As|With|Of|Re|See|Cf|Also|Both|When|While|If|Under|Plaintiffs?|Defendants?|Appellants?|Appellees?|Respondents?|Petitioners?|Intervenors?|Attorneys?|Counsel|Dated?|Case|Mr\.|Ms\.|Dr\.|Name|Company|Former|Non-?[Pp]arty|Third|Party|Respectfully|Submitted|Admitted|Exhibit|Ex\.|Section|Sincerely|Judge|Hon\.|Before|After|Did|Does|Is|Was|Were|Has|What|How|Here|Because|Since|Although|Like|Our|Your|Their|His|Her|Its|That|This|These|Those|Each|Any|All|No|Id\.)[\s,:]+)+/i;
const vague =
  /^(?:(?:the|a|an|this|that|any|each|our|your|its|new|other|limited|holding|insurance|parent|defendant|public|private|said|local|state|national|federal|american|medical|law|law school|student|students|stock|trade|central|credit|savings|class|working|control|peer|focus|steering|executive|pension|safety|health|plan|welfare|defined|contribution|pooled|sub-advised|educational|credit|service|and|of|for)\s?)+(?:,? (?:inc|llc|llp|corp|corporation|limited|ltd|company|co|lp)\.?|university|college|foundation|institute|association|commission|league|council|union|bank|trust|partners|associates|society|agency|bureau|authority|center|hospital|fund|times|group)$/i;

/** Names of organisations in a text, in usual letters, in order; the same name may come more than once. */
export function organizationsIn(
  text: string,
): { readonly name: string; readonly at: number; readonly length: number }[] {
  const found: { name: string; at: number; length: number }[] = [];
  for (const [pattern, isCompany] of [
    [company, true],
    [body, false],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const [printed] = match;
      if (found.some(({ at, length }) => at < match.index + printed.length && match.index < at + length)) continue;
      const cut = lead.exec(printed)?.[0].length ?? 0;
      const name = organizationNameOf(printed.slice(cut));
      // The rest of a firm's name whose beginning is out of reach: `…, Garrett & Dunner, LLP`.
      const isRest =
        isCompany && /(?:[,•]|&)\s$/.test(text.slice(0, match.index)) && /\bL\.?L\.?P\b|P\.?C\b/.test(printed);
      if (name === null || isRest) continue;
      // `Proofpoint, Inc. and Cloudmark LLC` are two, the Securities and Exchange Commission is one.
      const halves = /^(.*),? and (\p{Lu}.*)$/u.exec(name)?.slice(1) ?? [];
      const parts =
        halves.length === 2 && halves.every((half) => half.includes(' ') && isOrganization(half)) ? halves : [name];
      for (const one of parts) {
        found.push({ name: one, at: match.index + cut, length: printed.length - cut });
      }
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** A name in usual letters; null for what is none. */
export function organizationNameOf(printed: string): string | null {
  const plain = printed
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[“”"*]|\([^)]*\)/g, '')
    // `JANE DOE, ESQUIRE Doe & Roe LLP`, `the Plan’s Equity Fund`, `end of a sentence. Doe Inc.`, `Jane Doe of Roe LLP`
    .replace(/^.*\bEsq(?:uire|\.)?,?\s/i, '')
    .replace(/^\p{L}+[’']s\s/u, '')
    .replace(/^.*\p{Ll}{4,}\.\s(?=\p{Lu})/u, '')
    .replace(/^.*\sof\s(?=.*\bL\.?L\.?P)/, '')
    .replace(lead, '')
    .replace(/[’']s$/, '')
    .replace(/^[\s,;:.&-]+|[\s,;:]+$/g, '')
    .replace(/(?<!\b(?:Inc|Corp|Co|Ltd|N\.A|P\.C|L\.L\.C|L\.L\.P|P\.L\.L\.C|L\.P|S\.A|INC|CORP|CO|LTD))\.$/, '')
    .trim();
  if (
    !isOrganization(plain) ||
    !plain.includes(' ') ||
    vague.test(plain) ||
    plain.length > 90 ||
    plain.split(' ').length > 10
  )
    return null;
  if (
    /^(?:Secretary|Director|Commissioner|Administrator|Trustees|Delegation|Agreement|Declaration)\b.*\bof\b/i.test(
      plain,
    )
  )
    return null;
  if (/^(?:\p{L}+ (?:Fund|Trust|Group|Center|Partners|Authority)$)/iu.test(plain)) return null;
  if (/^(?:Inc|LLC|LLP|Corp|Co|Ltd|L\.?P|P\.?C)\b/i.test(plain) || !/\p{L}{2}/u.test(plain)) return null;
  if (
    /\b(?:v|vs)\.|§|\bECF\b|\bDkt\b|\bCourt\b|\bNo\.|\d{3}|\b(?:Motion|Order|Complaint|Exhibit|Plaintiffs?|Defendants?|Street|Avenue|Suite|Act|Attorneys?|Counsel|Class)\b/i.test(
      plain,
    )
  )
    return null;
  return tidied(plain);
}

/** Whether a name has a word that only organisations have. */
export function isOrganization(name: string): boolean {
  return (
    new RegExp(`[\\s,](?:${forms})\\.?$`, 'iu').test(name) ||
    new RegExp(`\\b(?:${bodies})\\b`, 'iu').test(name) ||
    /\b(?:Department|Bureau|University|State|States|City|County|Office|Offices|District|Board|Ministry|Republic|Students|Citizens|People) (?:of|for)\b/i.test(
      name,
    ) ||
    /^(?:United States of America|The? ?Law Offices?|[\p{L}.]+ & [\p{L}.]+$)/iu.test(name)
  );
}

/** The name without the form of the company, by which spellings are one: `meta platforms`. */
export function organizationKey(name: string): string {
  const key = name.toLowerCase().replaceAll('’', "'").replaceAll(/[.,]/g, '').replace(/^the /, '');
  const bare = key.replace(
    /(?: (?:incorporated|inc|llc|llp|pllc|pc|corporation|corp|limited|ltd|company|co|lp|na|plc|gmbh|sa|bv|nv|ag))+$/,
    '',
  );
  return bare === '' ? key : bare;
}

/** The name as it is said in running text: without the form of the company; null where that leaves hardly a name. */
export function bareName(name: string): string | null {
  const bare = name.replace(new RegExp(`(?:,?\\s(?:${forms})\\.?)+$`, 'iu'), '');
  return bare === name || bare.split(' ').length < 2 || /(?:&|\band|\bthe)$/i.test(bare) ? null : bare;
}

const small = new Set(['of', 'for', 'and', 'the', 'on', 'de']);
const kept =
  /^(?:LLC|LLP|PLLC|LP|PLC|NA|USA|US|AG|BV|NV|SA|L\.L\.C\.?|L\.L\.P\.?|P\.L\.L\.C\.?|N\.A\.?|P\.C\.?|PC|U\.S\.)$/;

/** Usual letters, where a name of several words is printed in capitals only. */
function tidied(name: string): string {
  const words = name.split(' ');
  const isShouted = words
    .filter((each) => /\p{L}{3}/u.test(each))
    .every((each) => each === each.toUpperCase() || small.has(each));
  if (!isShouted || words.length < 2) return name;
  return words
    .map((each, at) => {
      const [core = each] = each.split(/,$/);
      if (kept.test(core)) return each;
      if (at > 0 && small.has(each.toLowerCase())) return each.toLowerCase();
      return usualLetters(each);
    })
    .join(' ');
}
