import { describe, expect, test } from '@jest/globals';
import {
  conjunction,
  disjunction,
  proximity,
  refuseMixture,
  type Placed,
} from '../../../server/search/terms/combine.ts';

const q = 'aa bb cc dd';
const part = (at: number, joint: Placed['joint']): Placed => ({
  node: { kind: 'term', word: q.slice(at * 3, at * 3 + 2) },
  joint,
  from: at * 3,
  to: at * 3 + 2,
});
const footnotes: Placed = { node: null, streams: 'footnotes', joint: 'and', from: 3, to: 5 };

test('AND, in the streams that stand beside it', () => {
  expect(conjunction([part(0, 'and'), footnotes, part(2, 'and')])).toEqual({
    node: { kind: 'within', streams: 'footnotes', of: { kind: 'and', of: [part(0, 'and').node, part(2, 'and').node] } },
    from: 0,
    to: 8,
  });
  expect(conjunction([footnotes])).toMatchObject({ node: null, streams: 'footnotes' });
});

test('OR of places is a place, of documents none; a scope is no alternative', () => {
  const order: Placed = { ...part(1, 'or'), node: { kind: 'type', type: 'order' } };
  expect(disjunction([part(0, 'or'), part(1, 'or')]).node?.kind).toBe('anyOf');
  expect(disjunction([part(0, 'or'), order]).node?.kind).toBe('or');
  expect(() => disjunction([part(0, 'or'), { ...footnotes, joint: 'or' }])).toThrow(/no alternative/);
});

describe('a mixture', () => {
  test('of AND and OR is refused with both readings', () => {
    const mixed = [part(0, 'and'), part(1, 'or'), part(2, 'neighbours'), part(3, 'or')];
    expect(() => refuseMixture(mixed, q)).toThrow(
      /Write aa OR \(bb AND cc\) OR dd, or \(aa OR bb\) AND \(cc OR dd\)\./,
    );
  });

  test('of AND and neighbours is none', () => {
    expect(() => refuseMixture([part(0, 'neighbours'), part(1, 'and'), part(2, 'neighbours')], q)).not.toThrow();
  });
});

test('proximity takes places, and tells what to write instead of whole documents', () => {
  const between = { kind: 'near', words: 5, ordered: false, from: 2, to: 3 } as const;
  expect(proximity(part(0, 'and'), between, part(1, 'and'), q)).toMatchObject({
    node: { kind: 'near', words: 5, left: { word: 'aa' }, right: { word: 'bb' } },
    from: 0,
    to: 5,
  });
  const both = { ...conjunction([part(0, 'and'), part(1, 'and')]), joint: 'and' as const };
  expect(() => proximity(both, between, part(2, 'and'), q)).toThrow(expect.objectContaining({ position: 0 }));
});
