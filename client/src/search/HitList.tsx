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
  /** `isLeaving`: the press opens the hit elsewhere, so the selection must be in the address at once. */
  readonly onSelect: (key: string, isLeaving: boolean) => void;
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
      if (!(event.target instanceof Element)) return;
      const key = event.target.closest<HTMLElement>('[data-hit]')?.dataset['hit'];
      const isLeaving = event.type === 'click' && event.target.closest('a[href]') !== null;
      if (key !== undefined) latest.current(key, isLeaving);
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
