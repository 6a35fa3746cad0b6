// What record citations mean: citations and the documents of their case in, links to documents out (DOMAIN.md §7).
// Doubt is a value: a number that is not in the corpus is `missing`, a title that fits none or several is `unclear`, and what
// points at another case's record is `elsewhere`. Nothing is guessed.
import { ecfOf, type DocumentType } from '../contract/filing.ts';
import type { Page } from '../contract/page.ts';
import type { EcfNumber, Pin, PinRange, PlacedRecordCitation } from '../contract/record-citation.ts';
import type { StoredDocument } from '../contract/record.ts';

export type LinkState = 'found' | 'missing' | 'unclear' | 'elsewhere';

/** A citation and what it points at; `targets` is empty unless the state is `found`. */
export interface RecordLink {
  readonly cited: PlacedRecordCitation;
  readonly state: LinkState;
  readonly targets: readonly StoredDocument[];
}

/** Links the citations of one document; `documents` are those of its case, itself included. */
export function linkCitations(
  from: StoredDocument,
  citations: readonly PlacedRecordCitation[],
  documents: readonly StoredDocument[],
): RecordLink[] {
  const links: RecordLink[] = [];
  for (const cited of citations) {
    const { citation } = cited;
    if (citation.elsewhere) links.push({ cited, state: 'elsewhere', targets: [] });
    else if (citation.kind === 'id') {
      const repeated = citation.repeats === null ? undefined : links[citation.repeats];
      links.push({ cited, state: repeated?.state ?? 'unclear', targets: repeated?.targets ?? [] });
    } else links.push({ cited, ...meaningOf(citation, from, documents) });
  }
  return links;
}

type Meaning = Pick<RecordLink, 'state' | 'targets'>;
const unclear: Meaning = { state: 'unclear', targets: [] };
const missing: Meaning = { state: 'missing', targets: [] };
const found = (targets: readonly StoredDocument[]): Meaning => ({ state: 'found', targets });

function meaningOf(
  { entries, title, exhibits }: PlacedRecordCitation['citation'],
  from: StoredDocument,
  documents: readonly StoredDocument[],
): Meaning {
  if (entries.length > 0) {
    const targets = entries.flatMap((range) => documentsIn(range, documents));
    if (targets.length === 0) return missing;
    const exhibitOfOne = targets.length === 1 && exhibits.length > 0 ? exhibitsIn(targets[0], exhibits, documents) : [];
    return found(exhibitOfOne.length > 0 ? exhibitOfOne : targets);
  }
  const titled = title === null ? null : documentTitled(title, from, documents);
  if (exhibits.length > 0) {
    const family = title === null ? from : titled;
    if (family === null) return unclear;
    const targets = exhibitsIn(family, exhibits, documents);
    if (targets.length > 0) return found(targets);
    // An undocketed file has no family whose exhibits could be missing.
    return family.details.entry === null ? unclear : missing;
  }
  return titled === null ? unclear : found([titled]);
}

/** Documents with a number of the range: `12–14` are main documents, `645-2` is one attachment. */
function documentsIn({ from, to }: PinRange<EcfNumber>, documents: readonly StoredDocument[]): StoredDocument[] {
  const [first, last] = [Number(from.entry), Number(to.entry)];
  return documents.filter(({ details: { entry, attachment } }) => {
    if (entry === null) return false;
    if (from.entry === to.entry) return entry === from.entry && (attachment ?? 0) === (from.attachment ?? 0);
    return Number(entry) >= first && Number(entry) <= last && (attachment ?? 0) === 0;
  });
}

/** Exhibits of a document's family by their letter or number, as titles name them. */
function exhibitsIn(
  of: StoredDocument | undefined,
  exhibits: readonly PinRange<string>[],
  documents: readonly StoredDocument[],
): StoredDocument[] {
  const entry = of?.details.entry ?? null;
  if (entry === null) return [];
  const family = documents.filter(({ details }) => details.entry === entry && details.type === 'exhibit');
  return exhibits.flatMap(({ from, to }) =>
    family.filter(({ details }) => {
      const name = /\bEx(?:hibit|\.)\s+([A-Z]{1,2}\d*|\d{1,4}[A-Z]?)\b/i.exec(
        `${details.title ?? ''} ${details.shortTitle ?? ''}`,
      )?.[1];
      return name !== undefined && isBetween(name.toUpperCase(), from, to);
    }),
  );
}

function isBetween(name: string, from: string, to: string): boolean {
  if (from === to) return name === from;
  const [place, first, last] = [placeOf(name), placeOf(from), placeOf(to)];
  return place !== null && first !== null && last !== null && place >= first && place <= last;
}

/** `B` is 2, `AA` 27, `12` 12: exhibits are lettered on after Z. */
function placeOf(name: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  const [letter] = name;
  return /^([A-Z])\1?$/.test(name) && letter !== undefined ? letter.charCodeAt(0) - 64 + (name.length - 1) * 26 : null;
}

/** Which type of paper the last word of a title names; the first rule that fits. */
const typesOfTitles: readonly (readonly [RegExp, DocumentType])[] = [
  [/\bDecl/, 'declaration'],
  [/\bDep/, 'deposition'],
  [/\b(?:Hr.g|Hearing|Trial) Tr/, 'transcript'],
  [/\bTr\.$/, 'deposition'],
  [/\bCompl|\b[FST]AC$/, 'complaint'],
  [/\bAns/, 'answer'],
  [/\bOpp/, 'opposition'],
  [/\bReply/, 'reply'],
  [/\bLetter Br/, 'letter brief'],
  [/\bMot/, 'motion'],
  [/\bOrder$/, 'order'],
  [/\bStip/, 'stipulation'],
];
/** Which of several complaints: `FAC` is the first amended one. */
const amendments: readonly (readonly [RegExp, RegExp])[] = [
  [/^FAC$|^First Am/, /first amended/i],
  [/^SAC$|^Second Am/, /second amended/i],
  [/^TAC$|^Third Am/, /third amended/i],
];

/** The one document that a title means; null when none or several could be. */
function documentTitled(
  title: string,
  from: StoredDocument,
  documents: readonly StoredDocument[],
): StoredDocument | null {
  const others = documents.filter(({ id }) => id !== from.id);
  const same = others.filter(({ details }) => plain(details.shortTitle ?? '') === plain(title));
  if (same.length > 0) return onlyOne(same);
  const type = typesOfTitles.find(([words]) => words.test(title))?.[1];
  if (type === undefined) return null;
  const ofType = others.filter(({ details }) => details.type === type);
  if (type === 'complaint') {
    const amended = amendments.find(([short]) => short.test(title))?.[1];
    return onlyOne(
      ofType.filter(({ details }) =>
        amended === undefined ? !/amended/i.test(details.title ?? '') : amended.test(details.title ?? ''),
      ),
    );
  }
  if (type === 'declaration' || type === 'deposition') {
    const name = /([\p{Lu}][\p{L}'’-]+)\s(?:(?:Rebuttal|Reply|Supp\.)\s)?(?:Decl|Dep|Tr)/u.exec(title)?.[1];
    if (name === undefined) return null;
    return onlyOne(ofType.filter(({ details }) => plain(`${details.title ?? ''} `).includes(`${plain(name)} `)));
  }
  return onlyOne(ofType);
}

function onlyOne(documents: readonly StoredDocument[]): StoredDocument | null {
  return documents.length === 1 ? (documents[0] ?? null) : null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['‘’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

type NumberedPage = Pick<Page, 'pageNumber' | 'pageLabel' | 'stampPage'>;

/**
 * PDF page that a pin's first page means: the printed number, else the stamp's, else the PDF's own where the file has neither.
 * Null without a page, or when no page bears the number.
 */
export function pageOfPin({ pages: [first] }: Pin, pages: readonly NumberedPage[]): number | null {
  if (first === undefined) return null;
  const { page } = first.from;
  const printed = pages.find(({ pageLabel }) => pageLabel === page);
  if (printed !== undefined) return printed.pageNumber;
  const stamped = pages.find(({ stampPage }) => stampPage !== null && String(stampPage) === page);
  if (stamped !== undefined) return stamped.pageNumber;
  const isBare = pages.every(({ pageLabel, stampPage }) => pageLabel === null && stampPage === null);
  return (isBare ? pages.find(({ pageNumber }) => String(pageNumber) === page)?.pageNumber : undefined) ?? null;
}

/** `ECF No. 645-2`, `Ex. C`: what a missing link points at, in words. */
export function missingNameOf({ citation }: PlacedRecordCitation): string {
  const numbers = citation.entries.map(({ from }) => ecfOf(from)).filter((ecf) => ecf !== null);
  if (numbers.length > 0) return `ECF No. ${numbers.join(', ')}`;
  const exhibits = citation.exhibits.map(({ from, to }) => (from === to ? from : `${from}–${to}`));
  return exhibits.length > 0 ? `Ex. ${exhibits.join(', ')}` : (citation.title ?? 'this document');
}
