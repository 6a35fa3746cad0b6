// Details of a filing as a person edits them: a document in → the fields of a form, and back → what to send, and what undoes it.
// Refuses, by field and with a sentence, what the server would refuse.
import {
  correctableFields,
  documentChangeSchema,
  type CorrectableField,
  type DocumentChange,
} from '../../../server/contract/docket-api.ts';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { documentTypes } from '../../../server/contract/filing.ts';

/** The text of each field; empty where nothing is known. */
export type DetailForm = Readonly<Record<CorrectableField, string>>;
export type EditedDocument = Pick<DocumentAnswer, CorrectableField | 'readFrom' | 'asRead'>;

/** The form of a document. */
export function formOf(document: Pick<DocumentAnswer, CorrectableField>): DetailForm {
  const text = (field: CorrectableField): string => String(document[field] ?? '');
  return {
    type: text('type'),
    title: text('title'),
    shortTitle: text('shortTitle'),
    filer: text('filer'),
    filedOn: text('filedOn'),
    entry: text('entry'),
    attachment: text('attachment'),
    docketNumber: text('docketNumber'),
  };
}

/** What a form comes to: a change (null: none), or what is wrong with which field. */
export interface ReadForm {
  readonly change: DocumentChange | null;
  readonly problems: Readonly<Partial<Record<CorrectableField, string>>>;
}

const problemWords: Readonly<Partial<Record<CorrectableField, string>>> = {
  filedOn: 'A day, such as 2024-03-23.',
  entry: 'The number of the entry alone, such as 735; the attachment has its own field.',
  attachment: 'A whole number; 0 is the main document.',
};

/** Reads a form. Only what differs from the document is a change; an emptied field says that it is not known. */
export function readForm(document: EditedDocument, form: DetailForm): ReadForm {
  const before = formOf(document);
  const changed = correctableFields.filter((field) => form[field].trim() !== before[field]);
  const problems: Partial<Record<CorrectableField, string>> = {};
  const said: Record<string, unknown> = {};
  for (const field of changed) {
    const value = valueOf(field, form[field].trim());
    if (documentChangeSchema.safeParse({ [field]: value }).success) said[field] = value;
    else problems[field] = problemWords[field] ?? 'At most 400 characters.';
  }
  if (Object.keys(problems).length > 0 || changed.length === 0) return { change: null, problems };
  return { change: documentChangeSchema.parse(said), problems };
}

function valueOf(field: CorrectableField, text: string): string | number | null {
  if (text === '') return null;
  if (field === 'attachment') return /^\d+$/.test(text) ? Number(text) : text;
  return field === 'type' ? (documentTypes.find((type) => type === text) ?? text) : text;
}

/** What brings a document back to how it is before a change. */
export function undoOf(document: EditedDocument, change: DocumentChange): DocumentChange {
  const touched = correctableFields.filter((field) => field in change || change.takeBack?.includes(field));
  const byPerson = touched.filter((field) => document.readFrom[field] === 'person');
  const takeBack = touched.filter((field) => !byPerson.includes(field));
  return documentChangeSchema.parse({
    ...Object.fromEntries(byPerson.map((field) => [field, document[field]])),
    ...(takeBack.length > 0 ? { takeBack } : {}),
  });
}
