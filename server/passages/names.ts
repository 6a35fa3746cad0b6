// The people and organisations of one filing: names where names are printed, then what running text repeats of such names.
// In: passages of a file with their pages. Out: names with their spellings and where they were read; guesses say that they are.
import nlp from 'compromise';
import { nameSources, type NameSource, type ReadName } from '../contract/names.ts';
import type { Page } from '../contract/page.ts';
import { bareName, organizationKey, organizationsIn } from './organization-names.ts';
import { honorific, isOrdinary, lastNameOf, personKey, personNameOf, runParticle, runWord } from './person-names.ts';
import { printedNamesIn, type NamedPassage, type PrintedName } from './printed-names.ts';

/** A name on the way to being told apart from others. */
interface Gathered {
  readonly kind: ReadName['kind'];
  readonly spellings: Map<string, number>;
  readonly sources: Set<NameSource>;
  readonly aliases: Set<string>;
  times: number;
}

/** Reads the names of a file. */
export function readNames(passages: readonly NamedPassage[], pages: readonly Page[]): ReadName[] {
  const printed = printedNamesIn(passages, pages);
  const texts = passages.filter(({ kind }) => isProse(kind)).map(({ text }) => withoutAuthorities(text));
  const known = new Set(printed.filter(({ kind }) => kind === 'person').map(({ name }) => personKey(name)));
  const gathered = gather([...printed, ...organizationsOf(texts), ...peopleOf(texts, known)]);
  addDefinedAliases(gathered, texts);
  const words = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}’'-])\p{Ll}{3,}(?![\p{L}])/gu) ?? []));
  return shortNames(gathered, texts, words);
}

/** Headings, contents and tables capitalise what is no name. */
function isProse(kind: NamedPassage['kind']): boolean {
  return kind === 'paragraph' || kind === 'quote' || kind === 'footnote' || kind === 'testimony';
}

const caseWord = String.raw`(?:\p{Lu}[\p{L}\p{N}.’'&-]*,?|of|the|and|for|de|ex|rel\.|et|al\.,?|&|on|behalf)`;
const authority = new RegExp(
  String.raw`(?:${caseWord}\s){1,9}vs?\.\s(?:${caseWord}\s?){1,9}|\b(?:In re|Ex parte|In the Matter of)\s(?:${caseWord}\s?){1,8}`,
  'gu',
);

/** Names of cases are no people: `Ashcroft v. Iqbal`, `In re Facebook`. */
function withoutAuthorities(text: string): string {
  return /\bvs?\.|\bIn re\b|\bEx parte\b|\bMatter of\b/.test(text) ? text.replaceAll(authority, '• ') : text;
}

function organizationsOf(texts: readonly string[]): PrintedName[] {
  return texts.flatMap((text) =>
    organizationsIn(text).map(({ name }): PrintedName => ({ kind: 'organization', name, source: 'text' })),
  );
}

/** All words in a row that may be a name's: whoever takes only some of `Bartlit Beck Herman Palenchar` makes people up. */
const capitalRun = new RegExp(
  String.raw`(?<![\p{L}\p{N}.’'&-])((?:${honorific}\s)?)((?:${runWord})(?:\s(?:${runWord}|${runParticle}))*)(?:,? (?:Jr|Sr)\b\.?)?(?![\p{L}\p{N}’'-])(\s?&)?`,
  'gu',
);
/** After a name these words say what is its: `Lynde Decl.`, `John Doe Deposition`. */
const afterName =
  /^(?:Decl|Dep|Declaration|Deposition|Report|Rep|Rebuttal|Affidavit|Aff|Tr|Direct|Cross|Esquire|ESQUIRE|Esq|ESQ)\.?$/;

/** People in running text: after `Dr.`, or with a first name that people have, or printed in a place of names elsewhere. */
function peopleOf(texts: readonly string[], known: ReadonlySet<string>): PrintedName[] {
  const told = new Map<string, boolean>();
  const isPerson = (name: string): boolean => {
    const is = known.has(personKey(name)) || (told.get(name) ?? hasFirstName(name));
    told.set(name, is);
    return is;
  };
  return texts.flatMap((text) =>
    [...text.matchAll(capitalRun)].flatMap(([, title = '', run = '', firm]): PrintedName[] => {
      // `Bartlit Beck Herman Palenchar & Scott` is a firm.
      if (firm !== undefined) return [];
      const words = run.split(' ');
      if (title === '') while (words.length > 1 && isOrdinary(words[0] ?? '')) words.shift();
      while (words.length > 2 && afterName.test(words.at(-1) ?? '')) words.pop();
      const name = words.length < 2 || words.length > 5 ? null : personNameOf(words.join(' '));
      // An initial alone is no first name.
      if (name === null || (words.length === 2 && /^(?:\p{Lu}\.|D[eia] |L[ae] |Van |Von )/u.test(name))) return [];
      const person: PrintedName = { kind: 'person', name, source: 'text' };
      // A title is as good as a second time.
      if (title !== '') return [person, person];
      return isPerson(name) ? [person] : [];
    }),
  );
}

/** Whether the first word is a first name and nothing says it is a place or an organisation. */
function hasFirstName(name: string): boolean {
  const read = nlp(`Yesterday ${name} said that.`);
  if (read.places().found || read.organizations().found) return false;
  return read.match('#FirstName').found && read.people().found;
}

function gather(names: readonly PrintedName[]): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  for (const { kind, name, source } of names) {
    const key = `${kind} ${kind === 'person' ? personKey(name) : organizationKey(name)}`;
    const all = gathered.get(key) ?? { kind, spellings: new Map(), sources: new Set(), aliases: new Set(), times: 0 };
    gathered.set(key, all);
    all.spellings.set(name, (all.spellings.get(name) ?? 0) + 1);
    all.sources.add(source);
    if (source === 'text') all.times += 1;
  }
  return gathered;
}

const generic =
  /^(?:(?:the|collectively|together|class|lead|named)\s)*(?:plaintiffs?|defendants?|company|companies|bank|court|parties|party|agreement|order|motion|complaint|plan|school|college|university|government|state|city|county|act|fund|firm|debtors?|trustee|board|commission|department|report|.*\bdecl(?:aration)?\.?|.*\bdep(?:osition)?\.?|.*\brep(?:ort)?\.?|group|article)$/i;

/** `Students for Fair Admissions, Inc. (“SFFA”)`: what a filing says it calls somebody. */
function addDefinedAliases(gathered: ReadonlyMap<string, Gathered>, texts: readonly string[]): void {
  const own = [...gathered.values()].flatMap((each) =>
    [...each.spellings.keys()].map((spelling) => [spelling, each] as const),
  );
  for (const text of texts) {
    for (const match of text.matchAll(
      /\s\((?:(?:the|hereinafter|collectively),?\s)?[“"]([\p{Lu}][\p{L}\p{N}&.’' -]{1,30}?)[,.]?[”"]\)/gu,
    )) {
      const before = text.slice(0, match.index).toLowerCase();
      const alias = match[1] ?? '';
      if (generic.test(alias)) continue;
      const named = own.filter(([spelling]) => before.endsWith(spelling.toLowerCase()));
      const [longest] = named.toSorted(([a], [b]) => b.length - a.length);
      longest?.[1].aliases.add(alias);
    }
  }
}

/** Names with all their spellings; a last name alone where only one person of the filing has it and it is no word there. */
function shortNames(
  gathered: ReadonlyMap<string, Gathered>,
  texts: readonly string[],
  words: ReadonlySet<string>,
): ReadName[] {
  const all = [...gathered.values()];
  const named = all.map((each) => ({ each, name: bestSpelling(each) }));
  const lastNames = Map.groupBy(
    named.filter(({ each }) => each.kind === 'person'),
    ({ name }) => lastNameOf(name).toLowerCase(),
  );
  const inOrganizations = new Set(
    named
      .filter(({ each }) => each.kind === 'organization')
      .flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}’'-]+/u)),
  );
  return named.map(({ each, name }): ReadName => {
    const aliases = new Set([...each.spellings.keys(), ...each.aliases]);
    let times = each.times;
    if (each.kind === 'person') {
      const last = lastNameOf(name);
      if (lastNames.get(last.toLowerCase())?.length === 1 && last.length > 2) {
        const titled = titledForms(last, texts);
        for (const form of titled) aliases.add(form);
        times += titled.length;
        if (!words.has(last.toLowerCase()) && !inOrganizations.has(last.toLowerCase())) {
          aliases.add(last);
          times += Number(titled.length === 0 && stands(last, texts) > each.times);
        }
      }
    } else {
      const bare = bareName(name);
      if (bare !== null) {
        aliases.add(bare);
        times += Number(stands(bare, texts) > each.times);
      }
    }
    aliases.delete(name);
    return {
      kind: each.kind,
      name,
      aliases: [...aliases].toSorted(),
      sources: nameSources.filter((source) => each.sources.has(source)),
      times,
    };
  });
}

/** How often a spelling stands in the text, alone or as part of the full name: more often than that is a repetition of its own. */
function stands(spelling: string, texts: readonly string[]): number {
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}’'-])${RegExp.escape(spelling)}(?![\p{L}\p{N}-])`, 'gu');
  return texts.reduce((sum, text) => sum + (text.includes(spelling) ? text.matchAll(pattern).toArray().length : 0), 0);
}

/** `Mr. Zuckerberg`, `Dr. Card` as they stand in the text. */
function titledForms(last: string, texts: readonly string[]): string[] {
  const pattern = new RegExp(
    String.raw`\b(?:Mr|Ms|Mrs|Dr|Prof|Judge|Justice|Professor|Dean)\.?\s${RegExp.escape(last)}(?![\p{L}’'-])`,
    'giu',
  );
  return [
    ...new Set(
      texts.flatMap((text) =>
        text.includes(last) || text.includes(last.toUpperCase())
          ? [...text.matchAll(pattern)].map(([form]) => form)
          : [],
      ),
    ),
  ];
}

/** The fullest spelling among the usual ones: with its initial, with its form of company, in small letters. */
function bestSpelling({ spellings }: Gathered): string {
  const [best = ''] = [...spellings]
    .toSorted(([a, timesA], [b, timesB]) => b.length - a.length || timesB - timesA)
    .map(([spelling]) => spelling);
  return best;
}
