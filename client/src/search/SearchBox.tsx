// The one box: focused when the place opens; every key press is a question. A thin line below says that an answer is coming
// when it takes longer than 100 ms; a query that cannot be read is explained beneath.
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { maxQueryLength } from '../../../server/contract/search-api.ts';
import { ApiProblem } from '../api/problem.ts';
import classes from './search-box.module.css';

export interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly q: string;
  readonly isComing: boolean;
  readonly error: Error | null;
  readonly onType: (q: string) => void;
  /** Enter: the question is meant as it stands. */
  readonly onCommit: () => void;
  readonly onClear: () => void;
}

export function SearchBox({ ref, q, isComing, error, onType, onCommit, onClear }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);
  useEffect(() => {
    // On a touch screen the keyboard would cover the place before anything is read.
    if (matchMedia('(pointer: fine)').matches || !matchMedia('(pointer: coarse)').matches) input.current?.focus();
  }, []);
  const refused = error instanceof ApiProblem && error.status === 400 ? error : null;

  return (
    <search className={classes.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCommit();
        }}
      >
        <div className={classes.box} data-refused={refused !== null || undefined}>
          <IconSearch className={classes.lens} size={20} stroke={1.8} aria-hidden />
          <input
            ref={input}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            aria-label="Search the filings"
            aria-describedby={refused === null ? undefined : 'search-refused'}
            aria-invalid={refused !== null}
            placeholder="Words, names, amounts, “exact phrases”"
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={maxQueryLength}
            value={q}
            onChange={(event) => onType(event.currentTarget.value)}
          />
          {q === '' ? (
            <kbd className={classes.key} aria-hidden="true">
              /
            </kbd>
          ) : (
            <button type="button" className={classes.clear} aria-label="Clear the box" title="Clear" onClick={onClear}>
              <IconX size={18} aria-hidden />
            </button>
          )}
          {isComing ? <span className={classes.coming} aria-hidden="true" /> : null}
        </div>
        {refused === null ? null : (
          <p id="search-refused" className={classes.refused} role="alert">
            {refused.message}
            {refused.position === undefined ? null : <QueryAt q={q} position={refused.position} />}
          </p>
        )}
      </form>
    </search>
  );
}

/** The query with the place at fault marked. */
function QueryAt({ q, position }: { readonly q: string; readonly position: number }) {
  return (
    <code>
      {q.slice(0, position)}
      <mark>{q.slice(position, position + 1) || ' '}</mark>
      {q.slice(position + 1)}
    </code>
  );
}
