// Record citations in a text: docket numbers, titles, exhibits and `Id.`, each with its pin (DOMAIN.md §7, Bluebook B17).
// In: text, and what the last citation before it was. Out: citations in order. Doubt gives none: a title counts only with a pin, a
// number or an exhibit beside it, an `Id.` only after a record citation, since after a decision it means the decision.
import type { EcfNumber, PinRange, RecordCitation } from '../contract/record-citation.ts';
import { noPin, readPin } from './pin-cite.ts';

/** What an `Id.` at the beginning of a text means: the text before ended on a citation of the record, or of a decision, or on none. */
export type Antecedent = 'record' | 'other' | null;

/** Citations of one text, and what the next text's `Id.` means. */
export interface FoundCitations {
  readonly citations: readonly RecordCitation[];
  readonly last: Antecedent;
}

const ecf = String.raw`\d{1,4}(?:[-–]\d{1,3}(?!\d))?`;
/** Numbers of a docket are no numbers of cases (`No. 3:20-cv-08570`), years, sums or reporters. */
const noCase = String.raw`(?![\d:]|[-–]\d{4}|[-–]?(?:cv|cr|md|ml|mc|bk)\b|,\d{3}|\.\d|\sF\.|\sU\.S)`;
const docketWords = String.raw`(?:(?<!MDL\s)(?:ECFs?|Dkts?\.?|D\.\s?E\.|(?<=[[(])DE|Docs?\.|R\.\s?Doc\.)\s?(?:Entry|Entries)?|(?<!MDL\s)Docket(?=\s(?:Entr|No|Num|#))\s(?:Entry|Entries)?|Document(?=\sNos?\.\s))\s?(?:Nos?\.?|Numbers?|#s?)?\s?#?(?:\[\s?)?`;
const docket = new RegExp(String.raw`(?<![\p{L}\p{N}])${docketWords}(?=\d)`, 'gu');
const oneEcf = new RegExp(String.raw`(${ecf})${noCase}(?:\s?(?:–|—|through|to)\s?(${ecf})${noCase})?`, 'uy');
const anotherEcf = /\s?(?:,\s?(?:and\s|&\s?)?|;\s?|\sand\s|\s?&\s?)#?(?=\d)/uy;

/** Signals and other words that no name begins with. */
const noName = String.raw`(?!(?:See|Cf|Compare|Accord|But|The|In|And|Also|Citing|Annual|Quarterly|This|His|Her|Their|Its)\b)`;
/** Titles as table BT1 and filings shorten them; the first group needs a name before it (`Doe Decl.`). */
const named = String.raw`(?:Decl(?:aration)?|Aff(?:idavit)?|Dep(?:o|osition)?|Rep(?:ort)?|Rpt|Test)(?:\.|(?=[\s,]))(?:\s(?:Tr\.|Transcript))?`;
const titled = String.raw`(?:(?:(?:First|Second|Third|Fourth)\s)?(?:Am(?:ended|\.)?\s|Consol(?:idated|\.)?\s)*(?:Compl(?:aint|\.)|Countercl(?:aims?|\.|s\.))|[FST]AC|CAC|Answer|Ans\.|Mot(?:ion|\.)|Opp(?:osition|\.|['’]n\.?)|Reply\sBr(?:ief|\.)|Reply|Letter\sBr\.|Br(?:ief|\.)|Mem(?:orandum|\.)|MPA|(?<!Executive\s)Order|Hr['’]g\sTr\.|Hearing\sTr\.|Trial\sTr\.|(?:\p{Lu}\p{L}+\s)?Tr\.|Stip\.|Pet\.|RJN|[DP]?SUF|UMF|SUMF|Tentative|(?:Final\s)?Award|(?:${noName}\p{Lu}\p{L}+\s)?\p{Lu}{2,5}(?=,?\s¶¶?\s?\d))`;
const nameWords = String.raw`(?:${noName}\p{Lu}(?:\.|[\p{L}'’-]*)\s){1,3}`;
const title = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(${nameWords}${named})|((?:(?:Pls?|Defs?|Pets?|Resps?|Apple|Meta)\.?['’]?s?['’]?\s|Joint\s|Disc\.\s)?${titled}))(?![\p{L}])`,
  'gu',
);
const exhibitName = String.raw`(?:[A-Z]{1,2}(?:-?\d{1,4})?|\d{1,4}(?:-?[A-Z])?)(?![\p{L}\p{N}])`;
const exhibit = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Exs?|Exhs?)\.\s?|Exhibits?\s)(?:Nos?\.\s)?(?=${exhibitName})`,
  'gu',
);
const oneExhibit = new RegExp(String.raw`(${exhibitName})(?:\s?[-–—]\s?(${exhibitName}))?`, 'uy');
const anotherExhibit = new RegExp(
  String.raw`\s?(?:,\s?(?:and\s|&\s?)?|\sand\s|\s?&\s?)(?=${exhibitName}(?!\s?(?:at\b|:)))`,
  'uy',
);
const id = /(?<![\p{L}\p{N}])(?:[Ii]d|Ibid)\./gu;
/** Decisions, statutes and rules: what `Id.` may mean instead. */
const decision =
  /\d{1,4}\s(?:U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.|F\.(?:\s?(?:\d[a-z]{1,2}|Supp\.|App[’']x))?|Fed\.|B\.R\.|Cal\.|N\.[A-Z]|P\.\d?|A\.\d|So\.|WL|LEXIS)[\s\d]|\d+\s(?:U\.S\.C|C\.F\.R)|\bv\.\s\p{Lu}|Fed\.\sR\.|\b(?:supra|infra)\b/gu;

/** `1:14-cv-03600-VEC,` right before a docket number: the record of that case is meant. */
const otherCase =
  /\d{1,2}:\d{2}-(?:cv|cr|md|ml|mc|bk)-\d{3,5}(?:-[A-Z-]{2,12})?(?:\s\([^()]{3,40}\))?,?\s?\(?$|\bNo\.\s\d{2}-\d{3,5}(?:-[A-Z]{2,4})?,\s?$/;

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly kind: RecordCitation['kind'] | 'decision';
}

/** Finds the citations of a text; `before` is what the text before it ended on. */
export function recordCitationsIn(text: string, before: Antecedent = null): FoundCitations {
  const candidates = [
    ...candidatesOf(text, docket, 'entry'),
    ...candidatesOf(text, title, 'title'),
    ...candidatesOf(text, exhibit, 'exhibit'),
    ...candidatesOf(text, id, 'id'),
    ...candidatesOf(text, decision, 'decision'),
  ].toSorted((a, b) => a.from - b.from || b.to - a.to);
  const citations: RecordCitation[] = [];
  let last = before;
  let done = 0;
  for (const candidate of candidates) {
    if (candidate.from < done) continue;
    if (candidate.kind === 'decision') {
      last = 'other';
      continue;
    }
    // Sections and star pages are those of statutes and unreported decisions.
    if (candidate.kind === 'id' && /^,?\s(?:§|at\s\*)/.test(text.slice(candidate.to))) last = 'other';
    if (candidate.kind === 'id' && last !== 'record') continue;
    const citation = readCitation(text, candidate, candidate.kind, citations.length - 1);
    if (citation === null) continue;
    citations.push({
      ...citation,
      elsewhere: otherCase.test(text.slice(Math.max(0, citation.from - 70), citation.from)),
    });
    done = citation.to;
    last = 'record';
  }
  return { citations, last };
}

function candidatesOf(text: string, pattern: RegExp, kind: Candidate['kind']): Candidate[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, kind }));
}

/** A citation is read from its first words on: title, exhibit, number and pin in the order in which they are written. */
function readCitation(
  text: string,
  { from, to: start }: Candidate,
  kind: RecordCitation['kind'],
  previous: number,
): Omit<RecordCitation, 'elsewhere'> | null {
  let to = start;
  let pin = noPin;
  let entries: readonly PinRange<EcfNumber>[] = [];
  let exhibits: readonly PinRange<string>[] = [];
  const titleWords = kind === 'title' ? text.slice(from, to).trim() : null;
  const takePin = (bare: boolean): void => {
    aside.lastIndex = to;
    // `Doc. 172-2 (Ex. C), ¶ 10`: what is said aside parts the number from its pin.
    const found = readPin(text, to, bare) ?? (aside.test(text) ? readPin(text, aside.lastIndex) : null);
    if (found !== null) ({ pin, to } = found);
  };
  if (kind === 'entry') {
    const found = readEcfNumbers(text, to);
    if (found === null) return null;
    ({ entries, to } = found);
  } else if (kind === 'exhibit') {
    const found = readExhibits(text, to, /^Exh?(?:ibit)?s/.test(text.slice(from, to)));
    if (found === null) return null;
    ({ exhibits, to } = found);
  }
  takePin(kind === 'title');
  if (kind !== 'exhibit') {
    const beside = exhibitBeside(text, to);
    if (beside !== null) {
      ({ exhibits, to } = beside);
      takePin(false);
    }
  }
  if (kind === 'title' || kind === 'exhibit') {
    const beside = docketBeside(text, to);
    if (beside !== null) {
      ({ entries, to } = beside);
      takePin(false);
    }
  }
  const isPinned = pin !== noPin || entries.length > 0 || exhibits.length > 0;
  if (titleWords !== null && !isPinned && !isCertainTitle(titleWords)) return null;
  // In small letters it stands inside a sentence and always with a pin (`see id. ¶ 8`).
  if (kind === 'id' && text[from] === 'i' && pin === noPin) return null;
  return { from, to, kind, entries, title: titleWords, exhibits, pin, repeats: kind === 'id' ? previous : null };
}

/** `Doe Decl.` is said of nothing but a paper of the record; `the Motion` may be any. */
function isCertainTitle(words: string): boolean {
  return /\s(?:Decl|Dep|Aff)\.$/.test(words);
}

function readEcfNumbers(text: string, at: number): { entries: PinRange<EcfNumber>[]; to: number } | null {
  const entries: PinRange<EcfNumber>[] = [];
  let to = at;
  for (let next: number | null = at; next !== null;) {
    oneEcf.lastIndex = next;
    const found = oneEcf.exec(text);
    if (found === null) break;
    const from = ecfNumberOf(found[1] ?? '');
    entries.push(
      // An en dash between two entries is a range (`Nos. 12–14`); a hyphen parts entry and attachment (`645-2`).
      from.range === null
        ? { from: from.number, to: found[2] === undefined ? from.number : ecfNumberOf(found[2]).number }
        : from.range,
    );
    to = oneEcf.lastIndex;
    anotherEcf.lastIndex = to;
    next = anotherEcf.test(text) ? anotherEcf.lastIndex : null;
  }
  return entries.length === 0 ? null : { entries, to };
}

function ecfNumberOf(text: string): { number: EcfNumber; range: PinRange<EcfNumber> | null } {
  const [entry = '', second] = text.split(/[-–]/u);
  if (second === undefined) return { number: { entry, attachment: null }, range: null };
  const isRange = text.includes('–') && Number(second) > Number(entry);
  return {
    number: { entry, attachment: Number(second) },
    range: isRange ? { from: { entry, attachment: null }, to: { entry: second, attachment: null } } : null,
  };
}

/** Several are read only after a plural: `Exhibit 26, I said` names one. */
function readExhibits(text: string, at: number, several: boolean): { exhibits: PinRange<string>[]; to: number } | null {
  const exhibits: PinRange<string>[] = [];
  let to = at;
  for (let next: number | null = at; next !== null;) {
    oneExhibit.lastIndex = next;
    const found = oneExhibit.exec(text);
    if (found === null) break;
    const [, first = '', last = first] = found;
    exhibits.push({ from: first, to: last });
    to = oneExhibit.lastIndex;
    anotherExhibit.lastIndex = to;
    next = several && anotherExhibit.test(text) ? anotherExhibit.lastIndex : null;
  }
  return exhibits.length === 0 ? null : { exhibits, to };
}

const aside = /(?:\s\([^()]{2,60}\)){1,2}/uy;
const exhibitAfter = /\s?(?:,\s?|&\s?)?(?:at\s)?(?:Exs?|Exhs?|Exhibits?)\.?\s/uy;
const docketAfter = new RegExp(String.raw`\s?,?\s?[([]?\s?${docketWords}(?=\d)`, 'uy');

function exhibitBeside(text: string, at: number): { exhibits: PinRange<string>[]; to: number } | null {
  exhibitAfter.lastIndex = at;
  return exhibitAfter.test(text)
    ? readExhibits(text, exhibitAfter.lastIndex, /x[a-z]*s/.test(text.slice(at, exhibitAfter.lastIndex)))
    : null;
}

function docketBeside(text: string, at: number): { entries: PinRange<EcfNumber>[]; to: number } | null {
  docketAfter.lastIndex = at;
  if (!docketAfter.test(text)) return null;
  const found = readEcfNumbers(text, docketAfter.lastIndex);
  // A bracket that was opened belongs to the citation.
  return found === null
    ? null
    : {
        ...found,
        to:
          found.to +
          (/[([]/.test(text.slice(at, docketAfter.lastIndex)) && /^[)\]]/.test(text.slice(found.to)) ? 1 : 0),
      };
}
