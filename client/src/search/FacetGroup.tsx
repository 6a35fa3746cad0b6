// One facet: its values with counts, each to include or to exclude; a search field when there are many.
// Plain elements rather than components of a library: there are some hundred of these rows, drawn anew at each key press.
import { useQuery } from '@tanstack/react-query';
import { IconChevronRight, IconMinus } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import type { FacetName } from '../../../server/contract/facets.ts';
import type { FacetValue, SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { facetSearchQuery } from '../api/queries.ts';
import { sentenceOf } from '../api/problem.ts';
import { chosenFirst, clearFacet, startsOpen, toggleValue } from './facets.ts';
import classes from './facets.module.css';
import { countOf, countText, facetLabels, valueLabel } from './format.ts';
import { asSent } from './search-mode.ts';

const shownAtFirst = 6;
const searchedFrom = 12;
/** More rows than this nobody reads; the field above them finds the rest. */
const mostRows = 100;

export interface FacetGroupProps {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly unit: SearchAnswer['facetUnit'];
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
}

export function FacetGroup({ facet, values, unit, request, onChange }: FacetGroupProps) {
  const [chosenOpen, setOpen] = useState<boolean | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [wanted, setWanted] = useState('');
  const id = useId();
  const isOpen = chosenOpen ?? startsOpen(facet, values);
  const isSearching = isOpen && wanted.trim() !== '';
  const found = useQuery({ ...facetSearchQuery(facet, asSent(request), wanted.trim()), enabled: isSearching });
  const label = facetLabels[facet];
  const chosen = values.filter(({ selected, excluded }) => selected || excluded).length;

  const all = isSearching ? (found.data?.values ?? []) : chosenFirst(values);
  const shown = all.slice(0, isSearching || showsAll ? mostRows : Math.max(shownAtFirst, chosen));

  return (
    <section className={classes.group} aria-labelledby={`${id}-head`}>
      <div className={classes.groupHead}>
        <h3 id={`${id}-head`}>
          <button type="button" aria-expanded={isOpen} aria-controls={`${id}-body`} onClick={() => setOpen(!isOpen)}>
            <IconChevronRight className={classes.chevron} size={14} stroke={2} aria-hidden />
            {label}
            {isOpen ? null : <span className={classes.number}>{countText(values.length)}</span>}
          </button>
        </h3>
        {chosen > 0 ? (
          <button
            type="button"
            className={classes.quiet}
            aria-label={`Clear ${label}`}
            onClick={() => onChange(clearFacet(request, facet))}
          >
            Clear
          </button>
        ) : null}
      </div>
      <div id={`${id}-body`} hidden={!isOpen}>
        {isOpen && values.length >= searchedFrom ? (
          <input
            type="search"
            className={classes.find}
            placeholder={`Find among ${countText(values.length)}`}
            aria-label={`Find in ${label}`}
            autoComplete="off"
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        ) : null}
        {isOpen ? (
          <ul className={classes.values}>
            {shown.map((value) => (
              <FacetRow
                key={value.value}
                facet={facet}
                value={value}
                unit={unit}
                request={request}
                onChange={onChange}
              />
            ))}
          </ul>
        ) : null}
        {isSearching && found.error ? <p className={classes.none}>{sentenceOf(found.error)}</p> : null}
        {isSearching && found.data !== undefined && all.length === 0 ? (
          <p className={classes.none}>No value with “{wanted.trim()}” in this question.</p>
        ) : null}
        {!isSearching && all.length > shownAtFirst && all.length > chosen ? (
          <button
            type="button"
            className={classes.quiet}
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll
              ? 'Show fewer'
              : `Show ${all.length > mostRows ? `${mostRows} of ${countText(all.length)}` : `all ${all.length}`}`}
          </button>
        ) : null}
      </div>
    </section>
  );
}

interface FacetRowProps extends Omit<FacetGroupProps, 'values'> {
  readonly value: FacetValue;
}

const FacetRow = memo(function FacetRow({ facet, value, unit, request, onChange }: FacetRowProps) {
  const label = valueLabel(facet, value.label);
  const count = countText(value.count);
  // The question knows the choice before the answer does: a tick shows at once.
  const isIncluded = request.include[facet]?.includes(value.value) ?? false;
  const isExcluded = request.exclude[facet]?.includes(value.value) ?? false;
  return (
    <li className={classes.row} data-excluded={isExcluded || undefined} data-none={value.count === 0 || undefined}>
      <label title={`${label} (${countOf(value.count, unit)})`}>
        <input
          type="checkbox"
          checked={isIncluded}
          onChange={() => onChange(toggleValue(request, facet, value.value, 'include'))}
        />
        <span className={classes.label}>{label}</span>
        <span className={classes.number}>{count}</span>
      </label>
      <button
        type="button"
        className={classes.exclude}
        aria-pressed={isExcluded}
        aria-label={`Exclude ${label}`}
        title={isExcluded ? 'No longer exclude' : 'Exclude'}
        onClick={() => onChange(toggleValue(request, facet, value.value, 'exclude'))}
      >
        <IconMinus size={14} stroke={2.2} aria-hidden />
      </button>
    </li>
  );
});
