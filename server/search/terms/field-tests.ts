// Whether a document's details are what a field of the query asks. In: a field and the details. Out: yes or no.
// What is not known of a document meets no field.
import type { DocumentType } from '../../contract/filing.ts';
import type { DocumentFlag } from '../../contract/facets.ts';
import { tokensOf } from '../../text/tokenizer.ts';
import type { FieldNode, HasValue } from './query-tree.ts';

/** What fields may ask of a document. */
export interface SearchedDetails {
  readonly title: string | null;
  readonly type: DocumentType | null;
  readonly filer: string | null;
  /** `735`, `735-2`. */
  readonly ecf: string | null;
  readonly filedOn: string | null;
  readonly tags: readonly string[];
  readonly flags: readonly DocumentFlag[];
}

const flagsOf: Record<HasValue, readonly DocumentFlag[]> = {
  redaction: ['redacted', 'badly-redacted'],
  'bad-redaction': ['badly-redacted'],
  ocr: ['ocr'],
  'unread-pages': ['unreadable-pages'],
};

/** Whether the details meet the field (`title` is evaluated as a text). */
export function meetsField(field: Exclude<FieldNode, { kind: 'title' }>, details: SearchedDetails): boolean {
  switch (field.kind) {
    case 'type':
      return details.type === field.type;
    case 'filer':
      return wordsWithin(field.name, details.filer ?? '');
    case 'ecf':
      return details.ecf === field.number;
    case 'filed': {
      const { filedOn } = details;
      if (filedOn === null) return false;
      return (field.from === null || filedOn >= field.from) && (field.to === null || filedOn <= field.to);
    }
    case 'tag':
      return details.tags.some((tag) => wordsOf(tag) === wordsOf(field.name));
    case 'has':
      return flagsOf[field.what].some((flag) => details.flags.includes(flag));
  }
}

/** Whether the words stand side by side within the text. */
function wordsWithin(words: string, text: string): boolean {
  const wanted = wordsOf(words);
  return wanted !== '' && ` ${wordsOf(text)} `.includes(` ${wanted} `);
}

function wordsOf(text: string): string {
  return tokensOf(text)
    .filter(({ position, lastPosition }) => position === lastPosition)
    .map(({ word }) => word)
    .join(' ');
}
