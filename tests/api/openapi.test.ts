// The description of the API beside the API itself: each mounted route is described, each described one is mounted.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiDocument } from '../../server/api/openapi.ts';
import { endpoints, type Endpoint } from '../../server/contract/endpoints.ts';
import { facetNames } from '../../server/contract/facets.ts';
import { startApi, type RunningApi } from './running-api.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

let api: RunningApi;
let description: Description;
beforeAll(async () => {
  api = await startApi();
  description = (await api.ask('/api/openapi.json')).json() as Description;
});
afterAll(() => api.close());

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
const keys = () => operations().map(({ path, method }) => `${method} ${path}`);

describe('openapi.json', () => {
  test('is OpenAPI 3.1 of this version', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.info.version).toBe('0.0.0-test');
  });

  test('describes every route that is mounted, and no other', () => {
    const mounted = api.mountedRoutes().filter(({ path }) => path.startsWith('/api/'));
    expect(mounted.length).toBeGreaterThan(30);
    const described = mounted.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(keys().toSorted()).toEqual(described.toSorted());
  });

  test('is made of the table: every endpoint under its name', () => {
    expect(operations().map(({ operation }) => operation.operationId)).toEqual(
      expect.arrayContaining(Object.keys(endpoints)),
    );
  });

  test('declares each part of each path', () => {
    for (const { path, operation } of operations()) {
      const declared = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  });

  test.each(Object.entries<Endpoint>(endpoints))('%s: its parameters, body and answers', (name, endpoint) => {
    const operation = operations().find((each) => each.operation.operationId === name)?.operation;
    const query = (operation?.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name);
    if (endpoint.query !== 'search') expect(query).toEqual(endpoint.query);
    const bodies = Object.keys(operation?.requestBody?.content ?? {});
    expect(bodies).toEqual(
      endpoint.body === null ? [] : [endpoint.body === 'multipart' ? 'multipart/form-data' : 'application/json'],
    );
    const answer = operation?.responses[String(endpoint.status)];
    const media = endpoint.answer === null ? endpoint.media : 'application/json';
    expect(Object.keys(answer?.content ?? {})).toEqual(media === undefined ? [] : [media]);
    expect(Object.keys(operation?.responses['default']?.content ?? {})).toEqual(['application/problem+json']);
  });

  test('names every facet of a search, and the search within a facet its own word', () => {
    const parametersOf = (name: string) =>
      operations()
        .find(({ operation }) => operation.operationId === name)
        ?.operation.parameters?.map((each) => each.name) ?? [];
    for (const facet of facetNames) {
      expect(parametersOf('search')).toEqual(expect.arrayContaining([`f.${facet}`, `not.${facet}`]));
    }
    expect(parametersOf('search')).not.toContain('facetQuery');
    expect(parametersOf('searchFacet')).toContain('facetQuery');
  });

  test('leads nowhere that is not in it', () => {
    const text = JSON.stringify(openApiDocument('1'));
    const references = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
    for (const pointer of references) {
      const target = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>(
          (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
          JSON.parse(text),
        );
      expect(target).toBeDefined();
    }
  });
});
