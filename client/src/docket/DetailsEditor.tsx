// The details of a filing, put right by hand: a drawer with a form. Each field says where its value was read; what a person has
// corrected says so, shows what was read, and can be taken back. Every change can be undone.
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { correctableFields, type CorrectableField } from '../../../server/contract/docket-api.ts';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { documentTypes } from '../../../server/contract/filing.ts';
import { sentenceOf } from '../api/problem.ts';
import { documentQuery } from '../api/queries.ts';
import { ecfText, titleOf } from '../search/format.ts';
import { formOf, readForm, type DetailForm } from './detail-change.ts';
import classes from './editor.module.css';
import { useCorrections } from './use-corrections.tsx';

export interface DetailsEditorProps {
  /** Null: closed. */
  readonly documentId: string | null;
  /** Names to offer for who filed. */
  readonly filers: readonly string[];
  readonly onClose: () => void;
}

export function DetailsEditor({ documentId, filers, onClose }: DetailsEditorProps) {
  return (
    <Drawer
      opened={documentId !== null}
      onClose={onClose}
      position="right"
      size="min(27rem, 100vw)"
      title="Details"
      returnFocus={false}
      // Over the card of added filings, which stands in the same corner; notices and the drop zone stay above.
      zIndex={350}
      closeButtonProps={{ 'aria-label': 'Close the details' }}
    >
      {documentId === null ? null : (
        <Loaded key={documentId} documentId={documentId} filers={filers} onClose={onClose} />
      )}
    </Drawer>
  );
}

function Loaded({ documentId, filers, onClose }: DetailsEditorProps & { readonly documentId: string }) {
  const { data, error } = useQuery(documentQuery(documentId));
  if (error !== null) {
    return (
      <p className={classes.problem} role="alert">
        {sentenceOf(error)}
      </p>
    );
  }
  if (data === undefined) return <p>Opening…</p>;
  // What was read may change while the form is open; what a person has typed stays until it is sent.
  return <DetailsForm filing={data} filers={filers} onClose={onClose} />;
}

const labels: Readonly<Record<CorrectableField, string>> = {
  type: 'Type',
  title: 'Title',
  shortTitle: 'Short title',
  filer: 'Filed by',
  filedOn: 'Filed on',
  entry: 'Entry',
  attachment: 'Attachment',
  docketNumber: 'Docket number',
};
const hints: Readonly<Partial<Record<CorrectableField, string>>> = {
  shortTitle: 'As it is cited: Pls.’ Opp’n, Doe Decl. Ex. B',
  attachment: '0 is the main document',
};

interface DetailsFormProps {
  readonly filing: DocumentAnswer;
  readonly filers: readonly string[];
  readonly onClose: () => void;
}

function DetailsForm({ filing, filers, onClose }: DetailsFormProps) {
  const [typed, setTyped] = useState<Partial<DetailForm>>({});
  const { save, isSaving } = useCorrections(filing);
  const form: DetailForm = { ...formOf(filing), ...typed };
  const { change, problems } = readForm(filing, form);
  const isChanged = change !== null || Object.keys(problems).length > 0;
  const forget = (field: CorrectableField) => {
    const { [field]: _, ...rest } = typed;
    setTyped(rest);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (change === null || isSaving) return;
        void save(change).then((isSaved) => (isSaved ? onClose() : undefined));
      }}
    >
      <p className={classes.about}>
        <Link to="/d/$documentId" params={{ documentId: filing.id }} search={{ at: '1' }}>
          {[ecfText(filing), titleOf(filing)].filter((part) => part !== null).join(' · ')}
        </Link>
        <span>{filing.filename}</span>
      </p>
      {correctableFields.map((field) => (
        <Field
          key={field}
          field={field}
          filing={filing}
          value={form[field]}
          problem={problems[field] ?? null}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
          onTakeBack={() => {
            forget(field);
            void save({ takeBack: [field] });
          }}
        />
      ))}
      <datalist id="filers">
        {filers.map((filer) => (
          <option key={filer}>{filer}</option>
        ))}
      </datalist>
      <p className={classes.note}>What you correct stays, also when the file is read anew or its docket changes.</p>
      <div className={classes.buttons}>
        <button type="submit" className={classes.save} disabled={change === null || isSaving}>
          {isSaving ? 'Saving…' : 'Save'}
        </button>
        <button type="button" onClick={isChanged ? () => setTyped({}) : onClose}>
          {isChanged ? 'Discard' : 'Close'}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: CorrectableField;
  readonly filing: DocumentAnswer;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
  readonly onTakeBack: () => void;
}

function Field({ field, filing, value, problem, onChange, onTakeBack }: FieldProps) {
  const source = filing.readFrom[field];
  const id = `detail-${field}`;
  const isCorrected = source === 'person';
  const hint = hints[field];
  const common = {
    id,
    value,
    'aria-describedby': `${id}-source ${id}-about`,
    'aria-invalid': problem !== null,
  } as const;
  return (
    <div className={classes.field} data-field={field}>
      <p className={classes.label}>
        <label htmlFor={id}>{labels[field]}</label>
        <span id={`${id}-source`}>{sourceText(source)}</span>
      </p>
      {field === 'type' ? (
        <select {...common} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">not known</option>
          {documentTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      ) : field === 'title' ? (
        <textarea {...common} rows={2} maxLength={400} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type={field === 'filedOn' ? 'date' : 'text'}
          inputMode={field === 'attachment' ? 'numeric' : undefined}
          list={field === 'filer' ? 'filers' : undefined}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {problem === null && hint === undefined && !isCorrected ? null : (
        <p id={`${id}-about`} className={classes.hint} data-problem={problem !== null || undefined}>
          {problem ?? hint}
          {isCorrected ? (
            <>
              {problem === null && hint === undefined ? null : ' '}
              Read was {asReadText(filing.asRead[field])}.{' '}
              <button type="button" aria-label={`Take back the correction of ${labels[field]}`} onClick={onTakeBack}>
                Take back
              </button>
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** Where a value was read, in words of people who know no sidecars. */
function sourceText(source: string | undefined): string {
  if (source === undefined) return 'not read';
  if (source === 'person') return 'corrected by a person';
  return source === 'sidecar' ? 'from the docket’s file' : `from the ${source}`;
}

function asReadText(value: string | number | null | undefined): string {
  return value === null || value === undefined ? 'nothing' : `“${value}”`;
}
