// Names as a person edits them: a name in → the text of a form, and back → what to send. Refuses, with a sentence, what the server would refuse.
// Shape: aliases stand one a line, since names hold commas.
import {
  nameEditsSchema,
  nameKey,
  type CorpusName,
  type NameEdit,
  type NameKind,
  type NameSource,
} from '../../../server/contract/names.ts';

/** The text of the form. */
export interface NameForm {
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
}

/** What a form comes to; no edits: nothing has changed. */
export interface ReadNameForm {
  readonly edits: readonly NameEdit[];
  readonly problem: string | null;
}

export function nameFormOf({ name, aliases }: Pick<CorpusName, 'name' | 'aliases'>): NameForm {
  return { name, aliases: aliases.join('\n') };
}

/** `before` null: a new name. A name that is given up for another stays its alias: filings go on printing it. */
export function readNameForm(kind: NameKind, before: CorpusName | null, form: NameForm): ReadNameForm {
  const name = form.name.trim();
  const lines = form.aliases
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (before !== null && name === before.name && lines.join('\n') === before.aliases.join('\n')) {
    return { edits: [], problem: null };
  }
  const isRenamed = before !== null && nameKey(before.name) !== nameKey(name);
  const aliases = isRenamed ? [...new Set([...lines, before.name])] : lines;
  const edits: NameEdit[] = [
    ...(isRenamed ? [{ kind, name: before.name, aliases: null }] : []),
    { kind, name, aliases: [...aliases] },
  ];
  if (nameEditsSchema.safeParse({ edits }).success) return { edits, problem: null };
  const wrong = [name, ...lines].find(
    (each) => !nameEditsSchema.safeParse({ edits: [{ kind, name: each, aliases: [] }] }).success,
  );
  const problem =
    wrong === undefined
      ? 'A name takes at most 100 aliases.'
      : wrong === ''
        ? 'It takes a name.'
        : `“${wrong}” is no name: it takes 2 to 100 characters, letters among them.`;
  return { edits: [], problem };
}

/** A candidate is put in force with the spellings that filings have for it. */
export function accepted({ kind, name, aliases }: CorpusName): NameEdit {
  return { kind, name, aliases: [...aliases] };
}

export function refused({ kind, name }: Pick<CorpusName, 'kind' | 'name'>): NameEdit {
  return { kind, name, aliases: null };
}

export function takenBack({ kind, name }: Pick<CorpusName, 'kind' | 'name'>): NameEdit {
  return { kind, name, takeBack: true };
}

const places: Readonly<Record<NameSource, string>> = {
  caption: 'captions',
  signature: 'signatures',
  'e-mail': 'e-mails',
  testimony: 'testimony',
  text: 'the text',
};

/** Where a name comes from, in words. */
export function originText({ origin, sources }: Pick<CorpusName, 'origin' | 'sources'>): string {
  if (origin === 'person') return 'by a person';
  if (origin === 'gazetteer') return 'from the gazetteer';
  const read = sources.filter((source) => source !== 'text' || origin === 'guessed').map((source) => places[source]);
  return origin === 'guessed' ? 'guessed from the text' : `from ${read.join(', ')}`;
}
