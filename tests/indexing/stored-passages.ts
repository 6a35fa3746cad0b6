// Stored documents and passages for tests, as the catalog hands them out: a text and what else a test cares about.
import { unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';
import type { Passage } from '../../server/contract/passage.ts';
import type { StoredDocument, StoredPassage } from '../../server/contract/record.ts';

/** A document of the case `case-1`. */
export function documentOf(
  id: string,
  details: Partial<FilingDetails> = {},
  extra: Partial<StoredDocument> = {},
): StoredDocument {
  return {
    id,
    sha256: `sha-${id}`,
    files: [`sha-${id}`],
    filename: `${id}.pdf`,
    caseId: 'case-1',
    details: { ...unknownDetails, ...details },
    readFrom: {},
    pageCount: 1,
    state: 'ready',
    flags: [],
    sources: [],
    ...extra,
  };
}

/** Passage `ordinal` of a document: on page 1, its page text equal to its text. */
export function passageOf(
  document: StoredDocument,
  ordinal: number,
  text: string,
  extra: Partial<Passage> = {},
  tags: StoredPassage['tags'] = [],
): StoredPassage {
  const passage: Passage = {
    id: `${document.sha256}-${ordinal}`,
    ordinal,
    kind: 'paragraph',
    text,
    runs: [{ at: 0, pageNumber: 1, from: 0, length: text.length }],
    spans: [{ pageNumber: 1, from: 0, to: text.length }],
    pageNumber: 1,
    pageLabel: '1',
    toPageLabel: null,
    stampPage: null,
    toStampPage: null,
    bates: null,
    lines: null,
    paragraph: null,
    note: null,
    speaker: null,
    headings: [],
    entities: { people: [], organizations: [], products: [], amounts: [] },
    ...extra,
  };
  return { key: `${document.id}-${passage.id}`, document, passage, tags };
}
