// Everything that narrows a question: filing dates, then each facet that has values; chosen ones first.
import { Button } from '@mantine/core';
import { facetNames } from '../../../server/contract/facets.ts';
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { hasFilters } from '../url/search-state.ts';
import { DateFilter } from './DateFilter.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import { clearFilters } from './facets.ts';
import classes from './facets.module.css';

export interface FacetPanelProps {
  readonly answer: SearchAnswer | undefined;
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
  /** In a drawer: closes it. */
  readonly onDone?: () => void;
}

export function FacetPanel({ answer, request, onChange, onDone }: FacetPanelProps) {
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <div>
          {/* A drawer has its own title. */}
          {onDone === undefined ? <h2>Filters</h2> : null}
          {answer === undefined ? null : <p className={classes.unit}>counted in {answer.facetUnit}s</p>}
        </div>
        {hasFilters(request) ? (
          <button type="button" className={classes.quiet} onClick={() => onChange(clearFilters(request))}>
            Clear all
          </button>
        ) : null}
      </div>
      {answer === undefined ? (
        <p className={classes.none}>Filters appear with the first answer.</p>
      ) : (
        <>
          <DateFilter months={answer.months} unit={answer.facetUnit} request={request} onChange={onChange} />
          {answer.total.documents === 0 && !hasFilters(request) ? (
            <p className={classes.none}>Nothing was found, so there is nothing to narrow.</p>
          ) : null}
          {facetNames.map((facet) => {
            const values = answer.facets[facet] ?? [];
            return values.length === 0 ? null : (
              <FacetGroup
                key={facet}
                facet={facet}
                values={values}
                unit={answer.facetUnit}
                request={request}
                onChange={onChange}
              />
            );
          })}
        </>
      )}
      {onDone === undefined ? null : (
        <Button fullWidth className={classes.done ?? ''} onClick={onDone}>
          Show the results
        </Button>
      )}
    </div>
  );
}
