// The endpoint table as an OpenAPI 3.1 document: the API is described by what it is checked with.
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { endpoints, type Endpoint, type EndpointName } from '../contract/endpoints.ts';
import { facetNames } from '../contract/facets.ts';
import { dateSchema, maxPerPage, maxQueryLength, sortSchema } from '../contract/search-api.ts';
import { problemSchema } from '../contract/work-api.ts';

/** Makes the document. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(name, endpoint) };
  }
  return {
    ...createDocument({
      openapi: '3.1.0',
      info: {
        title: 'Pincite',
        version,
        description: 'Search, read, tag and cite court filings. Changes need an Origin header of this server.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      paths,
    }),
  };
}

function operationOf(name: EndpointName, endpoint: Endpoint): ZodOpenApiOperationObject {
  const parts = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, part = '']) => part);
  const content = bodyContent(endpoint);
  return {
    operationId: name,
    summary: endpoint.summary,
    requestParams: {
      ...(parts.length === 0 ? {} : { path: z.object(Object.fromEntries(parts.map((part) => [part, z.string()]))) }),
      query: queryOf(name, endpoint),
    },
    ...(content === null ? {} : { requestBody: { required: true, content } }),
    responses: {
      [`${endpoint.status}`]: {
        description: endpoint.status === 204 ? 'Done' : 'The answer',
        ...answerContent(endpoint),
      },
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  };
}

function bodyContent({ body }: Endpoint) {
  if (body === null) return null;
  if (body !== 'multipart') return { 'application/json': { schema: body } };
  return { 'multipart/form-data': { schema: z.object({ files: z.array(z.string().meta({ format: 'binary' })) }) } };
}

function answerContent({ answer, media }: Endpoint) {
  if (answer !== null) return { content: { 'application/json': { schema: answer } } };
  return media === undefined ? {} : { content: { [media]: { schema: z.string().meta({ format: 'binary' }) } } };
}

function queryOf(name: EndpointName, { query }: Endpoint) {
  if (query !== 'search')
    return z.object(Object.fromEntries(query.map((parameter) => [parameter, z.string().optional()])));
  const many = z.array(z.string()).optional();
  return z.object({
    q: z.string().max(maxQueryLength).optional(),
    mode: z.enum(['instant', 'exact']).optional(),
    ...Object.fromEntries(
      facetNames.flatMap((facet) => [
        [`f.${facet}`, many],
        [`not.${facet}`, many],
      ]),
    ),
    filedFrom: dateSchema.optional(),
    filedTo: dateSchema.optional(),
    group: z.enum(['document', 'none']).optional(),
    sort: sortSchema.optional(),
    page: z.int().min(1).optional(),
    perPage: z.int().min(1).max(maxPerPage).optional(),
    facets: z.string().describe('A comma list; left out: all').optional(),
    ...(name === 'searchFacet' ? { facetQuery: z.string().optional() } : {}),
  });
}
