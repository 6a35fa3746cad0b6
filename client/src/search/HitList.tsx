// The hits in their order. A press on a hit selects it (the page beside follows); its title opens it in the reader.
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Hit, SearchRequest } from '../../../server/contract/search-api.ts';
import { HitCard } from './HitCard.tsx';
import classes from './results.module.css';

export interface HitListProps {
  readonly ref: Ref<HTMLOListElement>;
  readonly hits: readonly Hit[];
  /** One key per hit (`hit-keys.ts`). */
  readonly keys: readonly string[];
  readonly selected: string | null;
  readonly request: SearchRequest;
  readonly onSelect: (key: string) => void;
  readonly onChange: (request: SearchRequest) => void;
}

export function HitList({ ref, hits, keys, selected, request, onSelect, onChange }: HitListProps) {
  const list = useRef<HTMLOListElement>(null);
  useImperativeHandle<HTMLOListElement | null, HTMLOListElement | null>(ref, () => list.current, []);
  const latest = useRef(onSelect);
  useEffect(() => {
    latest.current = onSelect;
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    // One listener for the list: the pointer selects what the keyboard reaches by j and k or by moving the focus.
    const listen = (event: Event) => {
      const key =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]')?.dataset['hit'] : null;
      if (key !== undefined && key !== null) latest.current(key);
    };
    element.addEventListener('click', listen);
    element.addEventListener('focusin', listen);
    return () => {
      element.removeEventListener('click', listen);
      element.removeEventListener('focusin', listen);
    };
  }, []);
  return (
    <ol ref={list} className={classes.hits} aria-label="Hits">
      {hits.map((hit, at) => {
        const key = keys[at] ?? hit.passageId;
        return (
          <HitCard
            key={key}
            hitKey={key}
            hit={hit}
            isSelected={key === selected}
            request={request}
            onChange={onChange}
          />
        );
      })}
    </ol>
  );
}
