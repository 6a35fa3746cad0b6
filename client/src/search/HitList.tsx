// The hits in their order. A press on a hit selects it (the page beside follows); its title opens it in the reader.
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { HitCard } from './HitCard.tsx';
import type { HitRow } from './hit-rows.ts';
import classes from './results.module.css';

export interface HitListProps {
  readonly ref: Ref<HTMLOListElement>;
  readonly rows: readonly HitRow[];
  /** One key per row (`hit-keys.ts`). */
  readonly keys: readonly string[];
  readonly selected: string | null;
  readonly request: SearchRequest;
  /** `isLeaving`: the press opens the hit elsewhere, so the selection must be in the address at once. */
  readonly onSelect: (key: string, isLeaving: boolean) => void;
  readonly onChange: (request: SearchRequest) => void;
  /** Whether the other hits of a document are listed below its first. */
  readonly isOpen: (documentId: string) => boolean;
  readonly onToggle: (documentId: string) => void;
}

export function HitList(props: HitListProps) {
  const { ref, rows, keys, selected, request, onSelect, onChange, isOpen, onToggle } = props;
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
      {rows.map(({ hit, isMore }, at) => {
        const key = keys[at] ?? hit.passageId;
        return (
          <HitCard
            key={key}
            hitKey={key}
            hit={hit}
            isMore={isMore}
            isOpen={isOpen(hit.documentId)}
            onToggle={onToggle}
            isSelected={key === selected}
            request={request}
            onChange={onChange}
          />
        );
      })}
    </ol>
  );
}
