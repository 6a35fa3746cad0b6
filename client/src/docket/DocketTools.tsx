// Over the dockets: the filter, and documents in one condition alone.
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useShortcuts } from '../app/shortcuts.ts';
import { countText } from '../search/format.ts';
import classes from './docket.module.css';
import { onlyChoices, type DocketState, type Only } from './docket-state.ts';
import { onlyText } from './docket-words.ts';

export interface DocketToolsProps {
  readonly state: DocketState;
  readonly counts: Readonly<Record<Only, number>>;
  /** The case that is shown alone; null: all are. */
  readonly caseName: string | null;
  readonly hasOtherCases: boolean;
  readonly onChange: (change: Partial<DocketState>) => void;
}

export function DocketTools({ state, counts, caseName, hasOtherCases, onChange }: DocketToolsProps) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({
    'focus-search': () => field.current?.select(),
    back: () => (document.activeElement === field.current ? field.current?.blur() : false),
  });
  // The address may change without the field: a link, “Show everything”. Under the fingers of somebody who types it lags behind, and
  // must not take letters back.
  useEffect(() => {
    if (field.current !== null && field.current !== document.activeElement) field.current.value = state.filter;
  }, [state.filter]);
  const chips = onlyChoices.filter((only) => counts[only] > 0 || state.only === only);
  return (
    <search className={classes.tools} aria-label="Filter the docket">
      <div className={classes.filter}>
        <IconSearch size={17} stroke={1.7} aria-hidden />
        <input
          ref={field}
          type="text"
          aria-label="Filter by number, title, filer or date"
          placeholder="Number, title, filer, date"
          defaultValue={state.filter}
          onChange={(event) => onChange({ filter: event.currentTarget.value })}
        />
        {state.filter === '' ? null : (
          <button
            type="button"
            aria-label="Clear the filter"
            onClick={() => {
              onChange({ filter: '' });
              if (field.current === null) return;
              field.current.value = '';
              field.current.focus();
            }}
          >
            <IconX size={16} aria-hidden />
          </button>
        )}
      </div>
      {chips.length === 0 ? null : (
        <fieldset className={classes.only} aria-label="Only documents that are">
          {chips.map((only) => (
            <button
              key={only}
              type="button"
              aria-pressed={state.only === only}
              onClick={() => onChange({ only: state.only === only ? null : only })}
            >
              {onlyText(only)} <span>{countText(counts[only])}</span>
            </button>
          ))}
        </fieldset>
      )}
      {caseName !== null && hasOtherCases ? (
        <p className={classes.oneCase}>
          Only {caseName}.{' '}
          <button type="button" className={classes.link} onClick={() => onChange({ caseId: null })}>
            All cases
          </button>
        </p>
      ) : null}
    </search>
  );
}
