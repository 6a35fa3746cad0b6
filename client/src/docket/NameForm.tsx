// A name and its aliases as a form, for a new name or one that is there.
import { useId, useState } from 'react';
import type { CorpusName, NameKind } from '../../../server/contract/names.ts';
import { nameFormOf, readNameForm } from './name-edits.ts';
import classes from './names.module.css';
import { useNames } from './use-names.tsx';

export interface NameFormProps {
  readonly kind: NameKind;
  /** Null: a new name. */
  readonly before: CorpusName | null;
  readonly onDone: () => void;
}

export function NameForm({ kind, before, onDone }: NameFormProps) {
  const id = useId();
  const [form, setForm] = useState(before === null ? { name: '', aliases: '' } : nameFormOf(before));
  const { save, isSaving } = useNames();
  const { edits, problem } = readNameForm(kind, before, form);
  const shown = before === null && form.name === '' ? null : problem;
  return (
    <form
      className={classes.form}
      aria-label={before === null ? 'A new name' : before.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (edits.length === 0 || isSaving) return;
        void save(edits, <>{form.name.trim()} is saved</>).then((isSaved) => (isSaved ? onDone() : undefined));
      }}
    >
      <label htmlFor={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        type="text"
        autoComplete="off"
        maxLength={100}
        value={form.name}
        aria-invalid={shown !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <label htmlFor={`${id}-aliases`}>Also printed as, one a line</label>
      <textarea
        id={`${id}-aliases`}
        rows={3}
        value={form.aliases}
        onChange={(event) => setForm({ ...form, aliases: event.currentTarget.value })}
      />
      <p id={`${id}-problem`} className={classes.problem}>
        {shown}
      </p>
      <p className={classes.actions}>
        <button type="submit" disabled={edits.length === 0 || isSaving}>
          {isSaving ? 'Saving…' : 'Save'}
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
