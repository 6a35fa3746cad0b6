// Questions to begin with, made of what this corpus holds: facets of the whole corpus in → up to three questions that have an answer out.
// Nothing is canned: a corpus without such facets gets fewer.
import type { FacetName } from '../../../server/contract/facets.ts';
import { amountBuckets } from '../../../server/contract/facets.ts';
import {
  emptySearch,
  type FacetValue,
  type SearchAnswer,
  type SearchRequest,
} from '../../../server/contract/search-api.ts';

export interface SampleQuestion {
  readonly text: string;
  readonly request: SearchRequest;
}

export function sampleQuestionsOf(facets: SearchAnswer['facets']): SampleQuestion[] {
  const product = mostOf(facets.product);
  const organization = mostOf(facets.organization);
  const amount = largestAmountOf(facets.amount);
  const person = mostOf(facets.person);
  const type = mostOf(facets.type?.filter(({ value }) => value !== 'other'));
  const filer = mostOf(facets.filer);
  const candidates = [
    product && { text: `Where is ${product.label} spoken of?`, request: { ...emptySearch, q: product.label } },
    amount && { text: `Which passages name ${amount.label}?`, request: filtered('amount', amount) },
    organization && {
      text: `What is said about ${organization.label}?`,
      request: { ...emptySearch, q: organization.label },
    },
    person && { text: `Where does ${person.label} appear?`, request: filtered('person', person) },
    type && { text: `What is in the documents of type “${type.label}”?`, request: filtered('type', type) },
    filer && { text: `What did ${filer.label} file?`, request: filtered('filer', filer) },
  ];
  return candidates.filter((candidate) => candidate !== undefined).slice(0, 3);
}

function filtered(facet: FacetName, { value }: FacetValue): SearchRequest {
  return { ...emptySearch, include: { [facet]: [value] } };
}

function mostOf(values: readonly FacetValue[] | undefined): FacetValue | undefined {
  return values
    ?.filter(({ count }) => count > 0)
    .reduce<FacetValue | undefined>(
      (most, value) => (most === undefined || value.count > most.count ? value : most),
      undefined,
    );
}

/** Large sums are few and worth a look. */
function largestAmountOf(values: readonly FacetValue[] | undefined): FacetValue | undefined {
  const order = amountBuckets.map(({ value }): string => value).toReversed();
  return values
    ?.filter(({ count }) => count > 0)
    .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))[0];
}
