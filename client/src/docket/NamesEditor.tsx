// The names of the corpus in a drawer: people, organizations, products with their aliases, those that are only offered, those refused.
// Every change can be undone; what a person says stays, also when filings are read anew.
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { nameKinds, type CorpusName, type NameKind, type NamesAnswer } from '../../../server/contract/names.ts';
import { sentenceOf } from '../api/problem.ts';
import { countOf, countText } from '../search/format.ts';
import { namesQuery } from './docket-queries.ts';
import editor from './editor.module.css';
import { accepted, originText, refused, takenBack } from './name-edits.ts';
import { NameForm } from './NameForm.tsx';
import classes from './names.module.css';
import { useNames } from './use-names.tsx';

export interface NamesEditorProps {
  /** Null: closed. */
  readonly kind: NameKind | null;
  readonly onKind: (kind: NameKind) => void;
  readonly onClose: () => void;
}

const kindWords: Readonly<Record<NameKind, string>> = {
  person: 'People',
  organization: 'Organizations',
  product: 'Products',
};

export function NamesEditor({ kind, onKind, onClose }: NamesEditorProps) {
  return (
    <Drawer
      opened={kind !== null}
      onClose={onClose}
      position="right"
      size="min(30rem, 100vw)"
      title="Names"
      zIndex={350}
      closeButtonProps={{ 'aria-label': 'Close the names' }}
    >
      {kind === null ? null : (
        <>
          <fieldset className={classes.kinds} aria-label="Kind of names">
            {nameKinds.map((each) => (
              <button key={each} type="button" aria-pressed={each === kind} onClick={() => onKind(each)}>
                {kindWords[each]}
              </button>
            ))}
          </fieldset>
          <Lists key={kind} kind={kind} />
        </>
      )}
    </Drawer>
  );
}

function Lists({ kind }: { readonly kind: NameKind }) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [isAdding, setAdding] = useState(false);
  const { data, error } = useQuery(namesQuery(kind, q));
  return (
    <>
      <div className={classes.tools}>
        <input
          type="text"
          aria-label={`Filter ${kindWords[kind].toLowerCase()}`}
          placeholder="Part of a name"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          Add a name
        </button>
      </div>
      {isAdding ? <NameForm kind={kind} before={null} onDone={() => setAdding(false)} /> : null}
      {error === null ? null : (
        <p className={editor.problem} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <output className={classes.pending}>
        {data === undefined || data.pendingFiles === 0
          ? null
          : `${countOf(data.pendingFiles, 'file')} still to follow the last change…`}
      </output>
      {data === undefined ? null : <Loaded data={data} kind={kind} isFiltered={q !== ''} />}
    </>
  );
}

interface LoadedProps {
  readonly data: NamesAnswer;
  readonly kind: NameKind;
  readonly isFiltered: boolean;
}

function Loaded({ data, kind, isFiltered }: LoadedProps) {
  const { names, candidates, total, refused: no } = data;
  const { save, isSaving } = useNames();
  return (
    <>
      {names.length === 0 ? (
        <p className={classes.none}>{isFiltered ? 'No name fits.' : 'No names yet. Add one above.'}</p>
      ) : (
        <ul className={classes.list} aria-label={kindWords[kind]}>
          {names.map((each) => (
            <NameItem key={each.name} each={each} />
          ))}
        </ul>
      )}
      <More shown={names.length} all={total.names} />
      {candidates.length === 0 ? null : (
        <section className={classes.section} aria-labelledby="name-candidates">
          <h3 id="name-candidates">Perhaps names ({countText(total.candidates)})</h3>
          <p>Guessed from the text of a filing that says it once. They are in no facet until you accept them.</p>
          <ul className={classes.list}>
            {candidates.map((each) => (
              <li key={each.name}>
                <p>
                  <strong>{each.name}</strong> <span>{countOf(each.files, 'file')}</span>
                </p>
                <p className={classes.actions}>
                  <button
                    type="button"
                    disabled={isSaving}
                    aria-label={`Accept ${each.name}`}
                    onClick={() => void save([accepted(each)], <>{each.name} is a name</>)}
                  >
                    Accept
                  </button>
                  <button
                    type="button"
                    disabled={isSaving}
                    aria-label={`${each.name} is no name`}
                    onClick={() => void save([refused(each)], <>{each.name} is no name</>)}
                  >
                    No name
                  </button>
                </p>
              </li>
            ))}
          </ul>
          <More shown={candidates.length} all={total.candidates} />
        </section>
      )}
      {no.length === 0 ? null : (
        <section className={classes.section} aria-labelledby="names-refused">
          <h3 id="names-refused">No names</h3>
          <ul className={classes.list}>
            {no.map((each) => (
              <li key={each.name}>
                <p>{each.name}</p>
                <p className={classes.actions}>
                  <button
                    type="button"
                    disabled={isSaving}
                    aria-label={`Take back that ${each.name} is no name`}
                    onClick={() => void save([takenBack(each)], <>{each.name} is as it was read</>)}
                  >
                    Take back
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function NameItem({ each }: { readonly each: CorpusName }) {
  const [isEditing, setEditing] = useState(false);
  const { save, isSaving } = useNames();
  const { name, aliases, origin, files, kind } = each;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span data-guessed={origin === 'guessed' || undefined}>
          {[originText(each), files === 0 ? null : countOf(files, 'file')].filter((part) => part !== null).join(', ')}
        </span>
      </p>
      {isEditing ? (
        <NameForm kind={kind} before={each} onDone={() => setEditing(false)} />
      ) : (
        <>
          {aliases.length === 0 ? null : <p className={classes.aliases}>also {aliases.join(' · ')}</p>}
          <p className={classes.actions}>
            <button type="button" aria-label={`Edit ${name}`} onClick={() => setEditing(true)}>
              Edit
            </button>
            <button
              type="button"
              disabled={isSaving}
              aria-label={`Remove ${name}`}
              onClick={() => void save([refused(each)], <>{name} is removed</>)}
            >
              Remove
            </button>
            {origin === 'person' ? (
              <button
                type="button"
                disabled={isSaving}
                aria-label={`Take back the changes of ${name}`}
                onClick={() => void save([takenBack(each)], <>{name} is as it was read</>)}
              >
                Take back
              </button>
            ) : null}
          </p>
        </>
      )}
    </li>
  );
}

function More({ shown, all }: { readonly shown: number; readonly all: number }) {
  return shown >= all ? null : (
    <p className={classes.none}>{countText(all - shown)} more; type part of a name to find them.</p>
  );
}
