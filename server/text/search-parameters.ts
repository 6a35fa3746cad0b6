// A search as a query string and back, in API.md's names: `q`, `mode`, `dialect`, `f.<facet>`, `not.<facet>`, `filedFrom`, `filedTo`,
// `group`, `sort`, `page`, `perPage`, `facets`. Server and client share it, so an address copied from one means the same to the other.
// Refuses (`bad-request`, naming the field) what it does not know, rather than searching for something else.
import { PinciteError } from '../contract/errors.ts';
import { facetNames, type FacetName } from '../contract/facets.ts';
import {
  dateSchema,
  dialects,
  emptySearch,
  maxPerPage,
  maxQueryLength,
  sortSchema,
  type FacetChoice,
  type SearchRequest,
} from '../contract/search-api.ts';

const maxChosen = 200;
const single = new Set(['q', 'mode', 'dialect', 'filedFrom', 'filedTo', 'group', 'sort', 'page', 'perPage', 'facets']);

/** Writes a search; what is at its default is left out, facets stand in the contract's order. */
export function encodeSearch(request: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | number | null, fallback: string | number | null): void => {
    if (value !== null && value !== fallback) parameters.set(name, String(value));
  };
  put('q', request.q, '');
  put('mode', request.mode, null);
  put('dialect', request.dialect, emptySearch.dialect);
  for (const name of facetNames) {
    for (const value of request.include[name] ?? []) parameters.append(`f.${name}`, value);
    for (const value of request.exclude[name] ?? []) parameters.append(`not.${name}`, value);
  }
  put('filedFrom', request.filedFrom, null);
  put('filedTo', request.filedTo, null);
  put('group', request.group, emptySearch.group);
  put('sort', request.sort, emptySearch.sort);
  put('page', request.page, emptySearch.page);
  put('perPage', request.perPage, emptySearch.perPage);
  put('facets', request.facets === null ? null : request.facets.join(','), null);
  return parameters;
}

/** Reads a search. Throws `bad-request` with `field` (unknown name, repeated name, value out of bounds) or `query-too-long`. */
export function decodeSearch(parameters: URLSearchParams): SearchRequest {
  for (const name of new Set(parameters.keys())) checkName(name, parameters.getAll(name).length);
  const q = parameters.get('q') ?? '';
  if (q.length > maxQueryLength) {
    throw new PinciteError(
      'query-too-long',
      `The question has ${q.length.toLocaleString('en-US')} characters; ${maxQueryLength.toLocaleString('en-US')} are the most. ` +
        'Take the words that matter, or put a sentence of the text between quotation marks.',
      { field: 'q', position: maxQueryLength },
    );
  }
  const filedFrom = date(parameters, 'filedFrom');
  const filedTo = date(parameters, 'filedTo');
  if (filedFrom !== null && filedTo !== null && filedFrom > filedTo) {
    throw refused('filedTo', `filedTo (${filedTo}) lies before filedFrom (${filedFrom}).`);
  }
  const sort = parameters.get('sort');
  return {
    q,
    mode: oneOf(parameters, 'mode', ['instant', 'exact']),
    dialect: oneOf(parameters, 'dialect', dialects) ?? emptySearch.dialect,
    include: chosen(parameters, 'f.'),
    exclude: chosen(parameters, 'not.'),
    filedFrom,
    filedTo,
    group: oneOf(parameters, 'group', ['document', 'none']) ?? emptySearch.group,
    sort: sort === null ? emptySearch.sort : (oneOf(parameters, 'sort', sortSchema.options) ?? emptySearch.sort),
    page: whole(parameters, 'page', 1_000_000) ?? emptySearch.page,
    perPage: whole(parameters, 'perPage', maxPerPage) ?? emptySearch.perPage,
    facets: facetList(parameters),
  };
}

/** Reads filters alone, written as a search: what is asked, and how it is listed, is no part of them. Throws `bad-request`. */
export function filtersFrom(written: string): SearchRequest {
  const parameters = new URLSearchParams(written);
  for (const name of single) {
    if (name === 'filedFrom' || name === 'filedTo' || !parameters.has(name)) continue;
    throw refused('filters', `“${name}” is no filter. There are: f.<facet>, not.<facet>, filedFrom, filedTo.`);
  }
  return decodeSearch(parameters);
}

function checkName(name: string, times: number): void {
  const facet = /^(?:f|not)\.(.*)$/.exec(name)?.[1];
  if (facet !== undefined) {
    if (!isFacet(facet)) throw refused(name, `There is no facet “${facet}”. There are: ${facetNames.join(', ')}.`);
    if (times > maxChosen) throw refused(name, `${name} is given ${times} times; ${maxChosen} are the most.`);
    return;
  }
  if (!single.has(name)) {
    throw refused(name, `Unknown parameter “${name}”. There are: ${[...single].join(', ')}, f.<facet>, not.<facet>.`);
  }
  if (times > 1) throw refused(name, `${name} is given ${times} times; it takes one value.`);
}

function chosen(parameters: URLSearchParams, prefix: string): FacetChoice {
  const choice: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const values = [...new Set(parameters.getAll(prefix + name))].filter((value) => value !== '');
    if (values.length > 0) choice[name] = values;
  }
  return choice;
}

function facetList(parameters: URLSearchParams): SearchRequest['facets'] {
  const list = parameters.get('facets');
  if (list === null) return null;
  return list
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      if (isFacet(name)) return name;
      throw refused('facets', `There is no facet “${name}”. There are: ${facetNames.join(', ')}.`);
    });
}

function isFacet(name: string): name is FacetName {
  return facetNames.some((known) => known === name);
}

function oneOf<Value extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value | null {
  const text = parameters.get(name);
  if (text === null) return null;
  const value = values.find((each) => each === text);
  if (value === undefined) throw refused(name, `${name} is “${text}”; it takes ${values.join(', ')}.`);
  return value;
}

function date(parameters: URLSearchParams, name: string): string | null {
  const text = parameters.get(name);
  if (text === null || text === '') return null;
  if (!dateSchema.safeParse(text).success) {
    throw refused(name, `${name} is “${text}”; it takes a date such as 2024-03-23.`);
  }
  return text;
}

function whole(parameters: URLSearchParams, name: string, most: number): number | null {
  const text = parameters.get(name);
  if (text === null) return null;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1 || value > most) {
    throw refused(name, `${name} is “${text}”; it takes a whole number from 1 to ${most.toLocaleString('en-US')}.`);
  }
  return value;
}

function refused(field: string, message: string): PinciteError {
  return new PinciteError('bad-request', message, { field });
}
