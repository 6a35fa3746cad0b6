// The query written once more beneath the box's own letters, unseen but for the line under the fault; it scrolls as the box does.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { QueryFault } from './query-fault.ts';
import classes from './search-box.module.css';

export interface FaultMirrorProps {
  readonly q: string;
  readonly fault: QueryFault;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FaultMirror({ q, fault, input }: FaultMirrorProps) {
  const text = useRef<HTMLSpanElement>(null);
  // Anew after each change of the text: a shorter one scrolls the box without a word.
  useLayoutEffect(() => {
    const box = input.current;
    if (box === null) return;
    const follow = () => {
      if (text.current !== null) text.current.style.transform = `translateX(${-box.scrollLeft}px)`;
    };
    follow();
    box.addEventListener('scroll', follow);
    return () => box.removeEventListener('scroll', follow);
  });
  return (
    <div className={classes.mirror} aria-hidden="true">
      <span ref={text}>
        {q.slice(0, fault.from)}
        {/* Where something is missing, a place for it. */}
        <span className={classes.fault}>{q.slice(fault.from, fault.to) || '\u00a0\u00a0'}</span>
        {q.slice(fault.to)}
      </span>
    </div>
  );
}
