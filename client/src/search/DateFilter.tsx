// The filing dates: a histogram to drag over, the same by two sliders for the keyboard, and two date fields.
import { useId, useRef, useState } from 'react';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { setDates } from './facets.ts';
import classes from './facets.module.css';
import { countOf, monthText } from './format.ts';
import { binsOf, binText, datesOf, heightOf, mergedBin, rangeOf, type BinRange, type MonthCount } from './histogram.ts';

export interface DateFilterProps {
  readonly months: readonly MonthCount[];
  /** What the months count. */
  readonly unit: SearchAnswer['facetUnit'];
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
}

const height = 48;
const barWidth = 10;

export function DateFilter({ months, unit, request, onChange }: DateFilterProps) {
  const id = useId();
  const bins = binsOf(months);
  const { filedFrom, filedTo } = request;
  const isSet = filedFrom !== null || filedTo !== null;
  if (bins.length === 0 && !isSet) return null;

  return (
    <section className={classes.group} aria-labelledby={`${id}-head`}>
      <div className={classes.groupHead}>
        <h3 id={`${id}-head`} className={classes.plainHead}>
          Filed
        </h3>
        {isSet ? (
          <button
            type="button"
            className={classes.quiet}
            aria-label="Clear the filing dates"
            onClick={() => onChange(setDates(request, null, null))}
          >
            Clear
          </button>
        ) : null}
      </div>
      {bins.length > 1 ? <Histogram bins={bins} unit={unit} request={request} onChange={onChange} /> : null}
      <div className={classes.dates}>
        <label>
          <span>From</span>
          <input
            type="date"
            value={filedFrom ?? ''}
            onChange={(event) => onChange(setDates(request, dateOrNull(event.currentTarget.value), filedTo))}
          />
        </label>
        <label>
          <span>To</span>
          <input
            type="date"
            value={filedTo ?? ''}
            onChange={(event) => onChange(setDates(request, filedFrom, dateOrNull(event.currentTarget.value)))}
          />
        </label>
      </div>
    </section>
  );
}

interface HistogramProps extends Omit<DateFilterProps, 'months'> {
  readonly bins: ReturnType<typeof binsOf>;
}

function Histogram({ bins, unit, request, onChange }: HistogramProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const most = Math.max(...bins.map(({ count }) => count));
  const width = bins.length * barWidth;
  const chosen = rangeOf(bins, request.filedFrom, request.filedTo);
  const isSet = request.filedFrom !== null || request.filedTo !== null;
  const shown: BinRange | null =
    drag === null ? chosen : { first: Math.min(drag.from, drag.to), last: Math.max(drag.from, drag.to) };

  /** What is being dragged over. */
  const dragged = drag === null || shown === null ? null : mergedBin(bins, shown);

  const choose = (range: BinRange) => {
    const dates = datesOf(bins, range);
    const isAll = range.first === 0 && range.last === bins.length - 1;
    onChange(isAll || dates === null ? setDates(request, null, null) : setDates(request, dates.from, dates.to));
  };
  const binAt = (event: React.PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    const at = Math.floor(((event.clientX - box.left) / box.width) * bins.length);
    return Math.max(0, Math.min(at, bins.length - 1));
  };

  return (
    <div className={classes.histogram}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = binAt(event);
          setDrag({ from: at, to: at });
        }}
        onPointerMove={(event) => setDrag((known) => known && { ...known, to: binAt(event) })}
        onPointerUp={() => {
          if (drag !== null && shown !== null) choose(shown);
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
      >
        {shown !== null && (isSet || drag !== null) ? (
          <rect
            className={classes.range}
            x={shown.first * barWidth}
            width={(shown.last - shown.first + 1) * barWidth}
            y={0}
            height={height}
          />
        ) : null}
        {bins.map((bin, at) => {
          const barHeight = heightOf(bin.count, most) * (height - 4);
          return (
            <g key={bin.from} data-out={(shown !== null && (at < shown.first || at > shown.last)) || undefined}>
              <title>{`${binText(bin, monthText)}: ${countOf(bin.count, unit)}`}</title>
              <rect className={classes.catch} x={at * barWidth} width={barWidth} y={0} height={height} />
              <rect
                className={classes.bar}
                x={at * barWidth + 1}
                width={barWidth - 2}
                y={height - barHeight}
                height={barHeight}
              />
            </g>
          );
        })}
      </svg>
      <div className={classes.thumbs}>
        <Thumb
          label="Filed from"
          bins={bins}
          at={chosen?.first ?? 0}
          onMove={(first) => choose({ first, last: Math.max(first, chosen?.last ?? bins.length - 1) })}
        />
        <Thumb
          label="Filed to"
          bins={bins}
          at={chosen?.last ?? bins.length - 1}
          onMove={(last) => choose({ first: Math.min(last, chosen?.first ?? 0), last })}
        />
      </div>
      <div className={classes.axis} aria-hidden="true">
        {dragged === null ? (
          <>
            <span>{monthText(bins[0]?.from ?? '')}</span>
            <span>{monthText(bins.at(-1)?.to ?? '')}</span>
          </>
        ) : (
          <strong>
            {binText(dragged, monthText)}: {countOf(dragged.count, unit)}
          </strong>
        )}
      </div>
    </div>
  );
}

interface ThumbProps {
  readonly label: string;
  readonly bins: HistogramProps['bins'];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** One end of the range, moved by arrow keys; the position is a custom property, so that the style sheet places it. */
function Thumb({ label, bins, at, onMove }: ThumbProps) {
  const bin = bins[at];
  const isEnd = label === 'Filed to';
  const share = (at + (isEnd ? 1 : 0)) / bins.length;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 6,
    PageUp: at + 6,
    Home: 0,
    End: bins.length - 1,
  };
  return (
    <span
      className={classes.thumb}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- two thumbs on one track, which an input does not have
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={at}
      aria-valuetext={bin === undefined ? '' : binText(bin, monthText)}
      style={{ insetInlineStart: `${share * 100}%` }}
      onKeyDown={(event) => {
        const to = steps[event.key];
        if (to === undefined) return;
        event.preventDefault();
        onMove(Math.max(0, Math.min(to, bins.length - 1)));
      }}
    />
  );
}

function dateOrNull(value: string): string | null {
  return value === '' ? null : value;
}
