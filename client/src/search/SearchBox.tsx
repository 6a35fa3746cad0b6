// The one box: focused when the place opens; every key press is a question. A thin line below says that an answer is coming when it
// takes longer than 100 ms. What cannot be read of the query is underlined where it stands and told beneath.
import { IconAlertTriangle, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { maxQueryLength, type SearchRequest } from '../../../server/contract/search-api.ts';
import { FaultMirror } from './FaultMirror.tsx';
import { placeOfFault, type QueryFault } from './query-fault.ts';
import classes from './search-box.module.css';

export interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly q: string;
  readonly mode: SearchRequest['mode'];
  readonly isComing: boolean;
  readonly fault: QueryFault | null;
  /** Why the question was refused, when that is no fault of the query. */
  readonly refusal: string | null;
  /** What can be done about a fault. */
  readonly remedies: ReactNode;
  readonly onType: (q: string) => void;
  /** Enter: the question is meant as it stands. */
  readonly onCommit: () => void;
  readonly onClear: () => void;
}

const messageId = 'search-message';

export function SearchBox(props: SearchBoxProps) {
  const { ref, q, mode, isComing, fault, refusal, remedies, onType, onCommit, onClear } = props;
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);
  useEffect(() => {
    // On a touch screen the keyboard would cover the place before anything is read.
    if (matchMedia('(pointer: fine)').matches || !matchMedia('(pointer: coarse)').matches) input.current?.focus();
  }, []);
  const isRefused = fault !== null || refusal !== null;
  const isUnfinished = fault?.isUnfinished === true;

  return (
    <search className={classes.form}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCommit();
        }}
      >
        <div className={classes.box} data-refused={(isRefused && !isUnfinished) || undefined}>
          <IconSearch className={classes.lens} size={20} stroke={1.8} aria-hidden />
          <div className={classes.field}>
            {fault === null || isUnfinished ? null : <FaultMirror q={q} fault={fault} input={input} />}
            <input
              ref={input}
              type="text"
              inputMode="search"
              enterKeyHint="search"
              aria-label="Search the filings"
              aria-describedby={isRefused ? messageId : undefined}
              aria-invalid={isRefused && !isUnfinished}
              placeholder={
                mode === 'exact'
                  ? 'titan w/10 inbox, “exact phrase”, (a OR b)'
                  : 'Words, names, amounts, “exact phrases”'
              }
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              maxLength={maxQueryLength}
              value={q}
              onChange={(event) => onType(event.currentTarget.value)}
            />
          </div>
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
        <div className={classes.message} data-unfinished={isUnfinished || undefined}>
          <span>
            {isRefused && !isUnfinished ? <IconAlertTriangle size={16} stroke={1.8} aria-hidden /> : null}
            <output id={messageId}>
              {fault === null ? (
                refusal
              ) : (
                <>
                  <span className="pc-visually-hidden">{placeOfFault(q, fault)}: </span>
                  {isUnfinished ? `Not finished: ${fault.brief} The list is of the earlier question.` : fault.detail}
                </>
              )}
            </output>
          </span>
          {fault === null || isUnfinished ? null : <span className={classes.remedies}>{remedies}</span>}
        </div>
      </form>
    </search>
  );
}
