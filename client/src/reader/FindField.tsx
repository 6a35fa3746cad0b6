// The question whose hits are painted: a field that asks this filing while one types, how many hits there are, the walk through them.
// What limits the answer is said beside the count: filters that came with the question, pages that were not read.
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type Ref } from 'react';
import { maxQueryLength } from '../../../server/contract/search-api.ts';
import { countOf } from '../search/format.ts';
import { hasFilters } from '../url/search-state.ts';
import { walkText } from './hit-walk.ts';
import { Tool } from './Tool.tsx';
import classes from './toolbar.module.css';
import type { Reader } from './use-reader.tsx';

/** How long typing must rest before the filing is asked, in ms. */
const restMs = 250;

export interface FindFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly reader: Reader;
  /** Pages of this filing that were not read. */
  readonly unreadPages: number;
  readonly onUnread: () => void;
}

export function FindField({ ref, reader, unreadPages, onUnread }: FindFieldProps) {
  const { hits, current, isAsking, isComing, state } = reader;
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (q: string, isGoing: boolean) => {
    clearTimeout(timer.current);
    reader.ask(q, isGoing);
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(q, false), restMs);
  };

  const isWaiting = isComing || (typed !== null && typed !== state.request.q);
  const count = hits.length === 0 ? 'no hits' : walkText(current, hits.length);
  return (
    <search className={classes.find} data-found={hits.length > 0 || undefined}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const q = typed ?? state.request.q;
          // The first Enter goes to the nearest hit, each further one to the next.
          if (q === state.request.q && !isComing) reader.step(1);
          else ask(q, true);
        }}
      >
        <IconSearch className={classes.lens} size={16} stroke={1.8} aria-hidden />
        <input
          ref={ref}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          aria-label="Search in this filing"
          title="Search in this filing (/)"
          placeholder="Search in this filing"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={maxQueryLength}
          value={typed ?? state.request.q}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return;
            event.preventDefault();
            reader.step(-1);
          }}
          onBlur={() => {
            if (typed !== null) ask(typed, false);
            setTyped(null);
          }}
        />
      </form>
      {isAsking ? (
        <>
          <output className={classes.count} data-coming={isWaiting || undefined}>
            {isComing && hits.length === 0 ? '…' : count}
          </output>
          {hasFilters(state.request) ? (
            <Tool
              label="Only hits within the filters of the list are painted. Paint all hits of this filing"
              onPress={() => reader.ask(state.request.q)}
            >
              <IconFilter size={16} stroke={1.7} aria-hidden />
            </Tool>
          ) : null}
          {unreadPages > 0 ? (
            <Tool
              label={`${countOf(unreadPages, 'page')} of this filing could not be read, or not well: what stands there may not be found. Show which`}
              onPress={onUnread}
            >
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
            </Tool>
          ) : null}
        </>
      ) : null}
      <Tool
        label="Previous hit"
        title="Previous hit (p)"
        disabled={hits.length === 0}
        onPress={() => void reader.step(-1)}
      >
        <IconChevronUp size={18} stroke={1.7} aria-hidden />
      </Tool>
      <Tool label="Next hit" title="Next hit (n)" disabled={hits.length === 0} onPress={() => void reader.step(1)}>
        <IconChevronDown size={18} stroke={1.7} aria-hidden />
      </Tool>
    </search>
  );
}
