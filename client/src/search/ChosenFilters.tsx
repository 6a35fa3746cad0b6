// What narrows the question at the moment, each with a button that takes it back.
import { IconX } from '@tabler/icons-react';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { hasFilters } from '../url/search-state.ts';
import { chosenOf, clearFilters, setDates, toggleValue } from './facets.ts';
import { chosenText, datesText } from './filter-words.ts';
import classes from './results.module.css';

export interface ChosenFiltersProps {
  readonly request: SearchRequest;
  readonly facets: SearchAnswer['facets'];
  readonly onChange: (request: SearchRequest) => void;
}

export function ChosenFilters({ request, facets, onChange }: ChosenFiltersProps) {
  if (!hasFilters(request)) return null;
  const { filedFrom, filedTo } = request;
  return (
    <ul className={classes.chosen} aria-label="Chosen filters">
      {chosenOf(request, facets).map(({ facet, value, label, side }) => {
        const words = chosenText({ facet, label, side });
        return (
          <li key={`${facet} ${side} ${value}`} data-side={side}>
            <span>{words}</span>
            <button
              type="button"
              aria-label={`Remove ${words}`}
              title="Remove"
              onClick={() => onChange(toggleValue(request, facet, value, side))}
            >
              <IconX size={14} aria-hidden />
            </button>
          </li>
        );
      })}
      {filedFrom !== null || filedTo !== null ? (
        <li data-side="include">
          <span>Filed: {datesText(filedFrom, filedTo)}</span>
          <button
            type="button"
            aria-label="Remove the filing dates"
            title="Remove"
            onClick={() => onChange(setDates(request, null, null))}
          >
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ) : null}
      <li data-side="all">
        <button type="button" onClick={() => onChange(clearFilters(request))}>
          Clear all
        </button>
      </li>
    </ul>
  );
}
