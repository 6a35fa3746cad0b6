// What kind of paper a title names, and how Bluebook table BT1 shortens it.
// In: a title. Out: type, filer and short title; null where no rule speaks. The first words that decide, decide: a
// `Declaration in support of motion` is a declaration.
import { sideOf } from '../contract/filer-side.ts';
import type { DocumentType } from '../contract/filing.ts';

/** Words that name a type, most telling first. */
const typeWords: readonly (readonly [RegExp, DocumentType])[] = [
  [/^\W*(?:proposed\W+)?order\b|\border (?:granting|denying|re|on|regarding)\b|^minute order/i, 'order'],
  [/\bdeposition\b/i, 'deposition'],
  [/\btranscript\b|\breporter.s\b.*\bproceedings\b/i, 'transcript'],
  [/\bdeclaration of\b|^\W*(?:\p{L}+ )?declaration\b|\baffidavit\b/iu, 'declaration'],
  [/^\W*exhibit\b/i, 'exhibit'],
  [/\bletter brief\b|\bdiscovery letter\b/i, 'letter brief'],
  [/\bstipulat/i, 'stipulation'],
  [/\breply\b/i, 'reply'],
  [/\bopposition\b|\bopposing\b|\bresponse (?:in opposition )?to\b/i, 'opposition'],
  [/\bnotice of (?!motion)/i, 'notice'],
  [/\bmotion\b/i, 'motion'],
  [/\bcomplaint\b/i, 'complaint'],
  [/\banswer\b/i, 'answer'],
  [/\bjudgment\b/i, 'judgment'],
  [/\bbrief\b|\bmemorandum\b/i, 'brief'],
  [/\bnotice\b/i, 'notice'],
];

/** The type a title names. */
export function documentTypeOf(title: string): DocumentType | null {
  return typeWords.find(([words]) => words.test(title))?.[1] ?? null;
}

/**
 * Who files, as the title says it: first of all, or in whose support. `Motion to Disqualify Defendants’ Expert` is the other
 * side's, as is `Opposition to Defendants’ Motion`: those who are only spoken of do not file.
 */
export function filerIn(title: string): string | null {
  if (/^\W*(?:joint|stipulat)/i.test(title)) return 'Parties';
  // A proposed order is a party's, which one its counsel says.
  if (/^\W*proposed\W+order\b/i.test(title)) return null;
  if (/^\W*order\b|^minute/i.test(title)) return 'Court';
  const filer =
    /^\W*(?:(?:\p{L}+[- ])?(?:lead|class|end-user|direct|indirect|purchaser|consumer|advertiser|named|all|corrected|amended|redacted|public|unopposed|the)\s+){0,3}(plaintiffs?|defendants?)(?![- ]?\p{L}*(?:claim|expert)\b)(['’]?s?['’]?)/iu.exec(
      title,
    ) ??
    /\bin (?:further )?support of (plaintiffs?|defendants?)(['’]?s?['’]?)/i.exec(title) ??
    /\b(?:by|of) (plaintiffs?|defendants?)()(?! (?:and|['’]))/i.exec(title.slice(0, 80));
  const word = filer?.[1]?.toLowerCase();
  return word === undefined ? null : capital(word);
}

const shortWords: Partial<Record<DocumentType, string>> = {
  complaint: 'Compl.',
  answer: 'Answer',
  motion: 'Mot.',
  opposition: 'Opp’n',
  reply: 'Reply',
  brief: 'Br.',
  'letter brief': 'Letter Br.',
  order: 'Order',
  notice: 'Notice',
  stipulation: 'Stip.',
  transcript: 'Hr’g Tr.',
  judgment: 'J.',
};

/** `Pls.’`, `Def.’s`; null for the court and those who are on no side. */
function possessiveOf(filer: string | null): string | null {
  const side = sideOf(filer);
  if (side !== 'Plaintiffs' && side !== 'Defendants') return null;
  const many = new RegExp(String.raw`\b${side}\b`, 'i').test(filer ?? '');
  const short = side === 'Plaintiffs' ? 'Pl' : 'Def';
  return many ? `${short}s.’` : `${short}.’s`;
}

/** The short title of Bluebook B17: `Pls.’ Opp’n`, `Doe Decl.`, `Ex. B`. */
export function shortTitleOf(type: DocumentType | null, title: string | null, filer: string | null): string | null {
  if (type === null) return null;
  if (type === 'exhibit')
    return /\bexhibit\s+([A-Z]{1,2}|\d{1,3})\b/i.exec(title ?? '')?.[1]?.replace(/^/, 'Ex. ') ?? null;
  if (type === 'declaration' || type === 'deposition') {
    const name =
      /\b(?:declaration|deposition|affidavit) of (?:[\p{L}.’'-]+ ){0,4}?([\p{Lu}][\p{L}’'-]+)(?= in\b| re\b| iso\b|,|$| \()/iu.exec(
        title ?? '',
      )?.[1];
    return name === undefined ? null : `${name} ${type === 'deposition' ? 'Dep.' : 'Decl.'}`;
  }
  const word = shortWords[type];
  if (word === undefined) return null;
  const first = /\b(first|second|third|fourth)?\s*(amended)\b/i.exec(title ?? '');
  if (type === 'complaint' && first !== null) return `${first[1] ? `${capital(first[1])} ` : ''}Am. Compl.`;
  const side = type === 'opposition' || type === 'reply' || type === 'letter brief' ? possessiveOf(filer) : null;
  return side === null ? word : `${side} ${word}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
