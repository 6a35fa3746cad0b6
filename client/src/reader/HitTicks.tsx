// Ticks of all hits beside the scrollbar, for the pointer; by the keyboard one walks with n and p.
import { memo, useMemo } from 'react';
import { ticksOf } from './hit-ticks.ts';
import type { PaintedHit } from './hit-walk.ts';
import type { PageMap } from './page-numbers.ts';
import classes from './reader.module.css';

export interface HitTicksProps {
  readonly hits: readonly PaintedHit[];
  readonly pages: PageMap;
  readonly current: number | null;
  readonly onChoose: (hit: number) => void;
}

export const HitTicks = memo(function HitTicks({ hits, pages, current, onChoose }: HitTicksProps) {
  const ticks = useMemo(() => ticksOf(hits, pages), [hits, pages]);
  if (ticks.length === 0) return null;
  return (
    <div className={classes.ticks} aria-hidden="true">
      {ticks.map(({ hit, at }) => (
        <button
          key={hit}
          type="button"
          tabIndex={-1}
          aria-label={`Hit ${hit}`}
          data-current={hit === current || undefined}
          style={{ top: `${at * 100}%` }}
          onClick={() => onChoose(hit)}
        />
      ))}
    </div>
  );
});
