// Names where a filing prints names: parties of the caption, counsel, signatures, heads of e-mails, who testifies.
// In: passages and the pages they stand on. Out: names with where they were read. Nothing here is a guess from running text.
import type { NameSource, ReadName } from '../contract/names.ts';
import type { Page } from '../contract/page.ts';
import type { Passage } from '../contract/passage.ts';
import { organizationNameOf } from './organization-names.ts';
import { honorific, personNameOf, personPattern } from './person-names.ts';

/** One reading of a name. */
export interface PrintedName {
  readonly kind: ReadName['kind'];
  readonly name: string;
  readonly source: NameSource;
}

/** What names are read from. */
export type NamedPassage = Pick<Passage, 'kind' | 'text' | 'spans' | 'emails'>;

/** Names in the places of names. */
export function printedNamesIn(passages: readonly NamedPassage[], pages: readonly Page[]): PrintedName[] {
  const byNumber = new Map(pages.map((page) => [page.pageNumber, page]));
  return passages.flatMap((passage): PrintedName[] => {
    const emails = (passage.emails ?? []).flatMap(({ from, to, cc }) =>
      [from ?? '', ...to, ...cc].flatMap((correspondent) => personIn(correspondent, 'e-mail')),
    );
    if (passage.kind === 'caption') {
      const parties = partiesOf(passage.text);
      return [...emails, ...(parties.length > 0 ? parties : signersIn(linesOf(passage, byNumber), 'caption'))];
    }
    if (passage.kind === 'signature') return [...emails, ...signersIn(linesOf(passage, byNumber), 'signature')];
    return [...emails, ...sworn(passage)];
  });
}

function personIn(text: string, source: NameSource): PrintedName[] {
  const name = personNameOf(text);
  return name === null ? [] : [{ kind: 'person', name, source }];
}

/** The lines of a passage as the page has them: a passage's own text has forgotten where a line ends. */
function linesOf({ spans, text }: NamedPassage, pages: ReadonlyMap<number, Page>): string[] {
  const lines = spans.flatMap(
    ({ pageNumber, from, to }) => pages.get(pageNumber)?.text.slice(from, to).split('\n') ?? [],
  );
  return lines.length === 0 ? [text] : lines;
}

const signed = /^(?:By:?\s*)?\/s\/\s*(.+)$/i;
const barNumber =
  /\s*[([](?:(?:CA|Cal\.?|NY|State)?\s*(?:Bar|SBN|S\.B\.N\.|#|P\d)|pro hac|admitted|Bar No|State Bar|No\.).*$/i;
const afterName = /(?:,\s*)?(?:Bar No|State Bar|SBN|S\.B\.N|CSB|CA Bar|\(SBN|#\s?\d|pro hac vice).*$/i;
const judgeBelow =
  /^(?:Hon\.?\s|Honorable\s)?(?:(?:Senior|Chief)\s)?(?:United States|U\.S\.)\s(?:District|Magistrate|Bankruptcy|Circuit)\s(?:Court\s)?Judge/i;
const firm =
  /\b(?:LLP|L\.L\.P|PLLC|P\.L\.L\.C|P\.?C|LLC|APC|LAW (?:OFFICES?|GROUP|FIRM|CENTER)|& ASSOCIATES|& CO)\b\.?/i;
const address =
  /[@\d]|\b(?:Street|St\.|Avenue|Suite|Floor|Drive|Tel|Telephone|Fax|Facsimile|Attorneys?|Counsel|Dated?|Plaintiffs?|Defendants?)\b/i;

/** Counsel, firms and judges in a block of lines. A line that is a name counts beside a signature, a bar number or an address. */
function signersIn(lines: readonly string[], source: 'caption' | 'signature'): PrintedName[] {
  const names: PrintedName[] = [];
  for (const [at, printed] of lines.entries()) {
    const line = printed.replaceAll(/\s+/g, ' ').replace(/[_]+/g, ' ').trim();
    const next = (lines[at + 1] ?? '').trim();
    const signature = signed.exec(line)?.[1];
    if (signature !== undefined) {
      names.push(...signatureOf(signature, source));
      continue;
    }
    if (firm.test(line) && line.length < 80 && !/@|^By\b/.test(line)) {
      // Parties below counsel may stand two on a line: `ROE, INC. and POE LLC`.
      const halves = line.split(/ and (?=\p{Lu})/u).map((half) => organizationNameOf(half));
      const both = halves.filter((half) => half !== null);
      const whole = organizationNameOf(line);
      const found = both.length === halves.length ? both : whole === null ? [] : [whole];
      names.push(...found.map((name): PrintedName => ({ kind: 'organization', name, source })));
      continue;
    }
    const hasBar = barNumber.test(line) || afterName.test(line);
    const bare = line
      .replace(/^(?:By:?|Name:|Print(?:ed)? Name:)\s*/i, '')
      .replace(barNumber, '')
      .replace(afterName, '')
      .trim();
    const name = address.test(bare) ? null : personNameOf(bare);
    if (name === null) continue;
    const isShort = bare.split(' ').length <= 5;
    const before = (lines[at - 1] ?? '').trim();
    const isBesideSign = judgeBelow.test(next) || signed.test(before) || /^_{3,}/.test(before) || /^[\w.]+@/.test(next);
    if (isShort && (hasBar || isBesideSign)) names.push({ kind: 'person', name, source });
  }
  return names;
}

/** What stands after `/s/`; when the printed name follows at once, it is there twice. */
function signatureOf(text: string, source: NameSource): PrintedName[] {
  const words = text.replace(/\s*(?:\(|,? (?:Dated?|Attorney|Counsel)\b).*$/i, '').split(' ');
  for (let length = Math.min(4, words.length); length >= 2; length -= 1) {
    const first = words.slice(0, length).join(' ');
    if (
      words.length >= 2 * length &&
      first.toLowerCase() ===
        words
          .slice(length, 2 * length)
          .join(' ')
          .toLowerCase()
    ) {
      return personIn(first, source);
    }
  }
  return words.length <= 4 ? personIn(words.join(' '), source) : [];
}

const role = String.raw`(?:Plaintiffs?|Petitioners?|Appellants?|Appellees?|Respondents?|Defendants?|Debtors?|Claimants?)`;
const sides = new RegExp(
  String.raw`^(.*?),?\s*${role}(?:[-–/\s]+${role})?[,.)\s]*\s(?:v|vs|versus|against|-against-)\.?,?\s(.*?),?\s*${role}\b`,
  'is',
);

/** The parties of a caption, both sides. */
export function partiesOf(caption: string): PrintedName[] {
  const match = sides.exec(caption);
  if (match === null) return [];
  const [, plaintiffs = '', defendants = ''] = match;
  return [plaintiffs, defendants].flatMap((side) => partiesIn(side));
}

const description =
  /,?\s+(?:individually|on behalf|by and through|as (?:the )?(?:\p{L}+ ){0,3}(?:of|for)\b|in (?:his|her|their|its)|an? (?:\p{L}+ ){1,3}(?:corporation|company|partnership|association|liability|individual|entity|trust)|an individual|f\/k\/a|formerly|d\/b\/a|dba|et al|inclusive|derivatively|for (?:himself|herself|themselves|itself)|and (?:all )?others|and DOES|DOES)\b/iu;
const aboveParties = /^.*\b(?:DIVISION|DISTRICT OF \p{Lu}+|COUNTY OF \p{Lu}+|CIRCUIT|COURT)\b[\s-]*/su;

function partiesIn(side: string): PrintedName[] {
  const text = side.replace(aboveParties, '').replace(/^[\W_x]+(?=\p{Lu})/u, '');
  return text.split(/;\s*(?:and\s)?/).flatMap((part) => {
    const list = (description.exec(part) === null ? part : part.slice(0, description.exec(part)?.index))
      .split(/,\s*and\s|,(?!\s*(?:inc|llc|l\.l\.c|corp|ltd|co|lp|llp|n\.a|jr|sr|ii|iii)\b)\s*/iu)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return list.flatMap((one): PrintedName[] => {
      // `ROE and POE` are two, `ABANTE ROOTER AND PLUMBING, INC.` and `PRESIDENT AND FELLOWS OF …` one: the second is whole, or half of it is no name.
      const [left, right] =
        /^(.+?)\sand\s(.+)$/i
          .exec(one)
          ?.slice(1)
          .map((half) => partyOf(half)) ?? [];
      const party = partyOf(one);
      if (party === null || left?.kind === 'organization') {
        const both = [left, right].filter((half) => half !== null && half !== undefined);
        if (both.length === 2) return both;
      }
      return party === null ? [] : [party];
    });
  });
}

function partyOf(printed: string): PrintedName | null {
  const organization = organizationNameOf(printed);
  if (organization !== null) return { kind: 'organization', name: organization, source: 'caption' };
  const person = printed.split(' ').length > 5 ? null : personNameOf(printed);
  return person === null ? null : { kind: 'person', name: person, source: 'caption' };
}

const oath = new RegExp(
  String.raw`(?:^|[.:;]\s|\b(?:I|THE WITNESS|DEPOSITION OF|EXAMINATION OF|Deponent),?\s)(?:${honorific}\s)?(${personPattern}),?\s(?:(?:hereby\s)?declare|having (?:been )?(?:first )?(?:duly )?sworn|(?:having )?(?:been )?(?:first )?duly sworn|being (?:first )?duly sworn|called as a witness|(?:hereby )?certify)`,
  'gu',
);
const appearance = new RegExp(String.raw`(?<![\p{L}])(${personPattern}),\s?(?:ESQ|Esq)\b`, 'gu');

/** Who declares, testifies or appears: `I, Jane Doe, declare`, `JANE DOE, having been duly sworn`, `JANE DOE, ESQ.` */
function sworn({ text }: NamedPassage): PrintedName[] {
  if (!/declare|sworn|certify|witness|ESQ|Esq/.test(text)) return [];
  return [
    ...[...text.matchAll(oath)].flatMap(([, name = '']) => personIn(name, 'testimony')),
    ...[...text.matchAll(appearance)].flatMap(([, name = '']) => personIn(name, 'signature')),
  ];
}
