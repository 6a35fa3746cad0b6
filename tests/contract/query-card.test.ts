// The card that teaches the query language is parsed, row by row: what it promises is what is asked.
import { describe, expect, test } from '@jest/globals';
import { queryCard, queryCardGroups, type QueryCardRow } from '../../server/contract/query-card.ts';
import { dialects, type Dialect } from '../../server/contract/search-api.ts';
import { explain } from '../../server/search/terms/explain.ts';
import { parseQuery } from '../../server/search/terms/parser.ts';
import type { QueryNode } from '../../server/search/terms/query-tree.ts';

const examples = queryCard.flatMap((row) =>
  dialects.flatMap((dialect) => {
    const written = row.written[dialect];
    return written === undefined ? [] : [{ dialect, written, row }];
  }),
);

/** A new kind of node does not compile here until it has an example. Words joined by OR are `anyOf`; `or` joins whole documents. */
const kindsWithExample: Record<Exclude<QueryNode['kind'], 'or'>, true> = {
  term: true,
  phrase: true,
  prefix: true,
  pattern: true,
  variants: true,
  like: true,
  near: true,
  same: true,
  anyOf: true,
  and: true,
  not: true,
  atLeast: true,
  title: true,
  type: true,
  filer: true,
  ecf: true,
  filed: true,
  tag: true,
  has: true,
  within: true,
};

describe('the card of exact search', () => {
  test.each(
    examples.flatMap(({ dialect, written, row: { explained } }): [Dialect, string, string][] =>
      explained === null ? [] : [[dialect, written, explained]],
    ),
  )('%s: %s', (dialect, written, explained) => {
    expect(explain(parseQuery(written, { dialect }))).toBe(explained);
  });

  test.each(
    examples.flatMap(({ dialect, written, row: { explained } }): [Dialect, string][] =>
      explained === null ? [[dialect, written]] : [],
    ),
  )('%s refuses %s', (dialect, written) => {
    expect(() => parseQuery(written, { dialect })).toThrow(expect.objectContaining({ code: 'query-syntax' }));
  });

  test('small connectors are words until exact search is chosen by hand, as the card says', () => {
    expect(explain(parseQuery('titan and inbox', { forced: true }))).toBe('documents with “titan” and with “inbox”');
  });

  test.each<[string, string, string]>([
    ['1,000', '1000', 'the card says they are two words'],
    ['café', 'cafe', 'the card says that accents matter'],
  ])('%s is not %s (%s)', (one, other) => {
    expect(explain(parseQuery(one))).not.toBe(explain(parseQuery(other)));
  });

  test.each([
    'has:bad-redaction',
    'has:ocr',
    'has:unread-pages',
    'in:body titan',
    'in:furniture titan',
    'filed:2024..',
  ])('what a note names is there: %s', (q) => {
    expect(() => parseQuery(q)).not.toThrow();
  });

  test('every kind of node has an example in every dialect', () => {
    const kinds = (dialect: Dialect) =>
      new Set(
        examples
          .filter((example) => example.dialect === dialect && example.row.explained !== null)
          .flatMap(({ written }) => [...JSON.stringify(parseQuery(written, { dialect })).matchAll(/"kind":"(\w+)"/g)])
          .map(([, kind]) => kind),
      );
    for (const dialect of dialects) expect(kinds(dialect)).toEqual(new Set(Object.keys(kindsWithExample)));
  });

  test('groups stand together, in their order, and no row is written twice in a dialect', () => {
    const order = [...new Set(queryCard.map(({ group }) => group))];
    expect(order).toEqual(queryCardGroups);
    expect(queryCard.map(({ group }) => queryCardGroups.indexOf(group))).toEqual(
      queryCard.map(({ group }: QueryCardRow) => queryCardGroups.indexOf(group)).toSorted((a, b) => a - b),
    );
    for (const dialect of dialects) {
      const written = examples.filter((example) => example.dialect === dialect).map((example) => example.written);
      expect(written).toEqual([...new Set(written)]);
    }
  });
});
