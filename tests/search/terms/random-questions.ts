// Random documents and random queries over a handful of words, so that they meet often; and a query written as a user would type it.
import fc from 'fast-check';
import type { PlaceNode, QueryNode, TextNode } from '../../../server/search/terms/query-tree.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { askedDocument, noDetails, type AskedDocument } from './asked-document.ts';

/** How many cases a property runs; PINCITE_CASES raises it. */
export const casesOf = (least: number) => Math.max(least, Number(process.env['PINCITE_CASES'] ?? 0));

const wordList = ['aa', 'ab', 'ba', 'aab', 'abba', '40', '$'] as const;
/** The last is a word that a table of bags does not keep whole, since there are spaces in it when it is compared. */
const textWords = [...wordList, ...wordList, 'ab\uFDFAba'];
const joints = [' ', ' ', ' ', ' ', '-', '. ', '.\n', ', '] as const;

/** A text; words behind a full stop are written large, so that sentences begin. */
export const randomText = fc
  .array(fc.tuple(fc.constantFrom(...textWords), fc.constantFrom(...joints)), { maxLength: 14 })
  .map((parts) => {
    let whole = '';
    for (const [word, joint] of parts) whole += (/\.\s$/.test(whole) ? word.toUpperCase() : word) + joint;
    return whole;
  });

const paragraphsOf = (whole: string) => [0, ...[...whole.matchAll(/\n/g)].map(({ index }) => index + 1)];

export const randomDocument: fc.Arbitrary<AskedDocument> = fc
  .record({ body: randomText, note: randomText, stamp: randomText, isOrder: fc.boolean() })
  .map(({ body, note, stamp, isOrder }) =>
    askedDocument(
      [
        tokenStream('body', body, paragraphsOf(body)),
        tokenStream('footnote', note, paragraphsOf(note)),
        tokenStream('furniture', stamp),
      ],
      { ...noDetails, type: isOrder ? 'order' : 'motion' },
    ),
  );

const leaf: fc.Arbitrary<TextNode> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...wordList).map((word): TextNode => ({ kind: 'term', word })) },
  { weight: 1, arbitrary: fc.constantFrom('aa', 'ab').map((stem): TextNode => ({ kind: 'prefix', stem })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('?ab', 'a*a', '*ba', 'ab?a', '*aa*')
      .map((pattern): TextNode => ({ kind: 'pattern', pattern })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('aa-ab', 'ab-ba').map((written): TextNode => {
      const of = written.split('-').map((word) => ({ kind: 'term', word }) as const);
      return {
        kind: 'variants',
        written,
        of: [
          { kind: 'phrase', of },
          { kind: 'term', word: written.replace('-', '') },
        ],
      };
    }),
  },
);
const phrase = fc.array(leaf, { minLength: 2, maxLength: 3 }).map((of): TextNode => ({ kind: 'phrase', of }));

export const { query: randomQuery } = fc.letrec<{ place: PlaceNode; query: QueryNode }>((tie) => {
  const pair = { left: tie('place'), right: tie('place'), ordered: fc.boolean() };
  const list = fc.array(tie('query'), { minLength: 2, maxLength: 3 });
  const place = fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: phrase }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('near' as const), words: fc.integer({ min: 1, max: 5 }), ...pair }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('same' as const),
        unit: fc.constantFrom('sentence' as const, 'paragraph' as const),
        ...pair,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('anyOf' as const),
        of: fc.array(tie('place'), { minLength: 2, maxLength: 3 }),
      }),
    },
  );
  return {
    place,
    query: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 6, arbitrary: place },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('and' as const), of: list }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('or' as const), of: list }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('query') }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('atLeast' as const),
          times: fc.integer({ min: 1, max: 3 }),
          of: tie('place'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('within' as const),
          streams: fc.constantFrom('body' as const, 'footnotes' as const, 'furniture' as const),
          of: tie('query'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom<QueryNode>({ kind: 'type', type: 'order' }, { kind: 'type', type: 'reply' }),
      },
    ),
  };
});

/** The query as a user would type it in the `pincite` dialect, every group in brackets. */
export function typed(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return node.word;
    case 'prefix':
      return `${node.stem}!`;
    case 'pattern':
      return node.pattern;
    case 'variants':
      return node.written;
    case 'phrase':
      return `"${node.of.map(typed).join(' ')}"`;
    case 'near':
      return `(${typed(node.left)} ${node.ordered ? 'pre/' : 'w/'}${node.words} ${typed(node.right)})`;
    case 'same':
      return `(${typed(node.left)} ${node.ordered ? '+' : '/'}${node.unit.charAt(0)} ${typed(node.right)})`;
    case 'anyOf':
    case 'or':
      return `(${node.of.map(typed).join(' OR ')})`;
    case 'and':
      return `(${node.of.map(typed).join(' AND ')})`;
    case 'not':
      return `(NOT ${typed(node.of)})`;
    case 'atLeast':
      return `atleast${node.times}(${typed(node.of)})`;
    case 'within':
      return `(in:${node.streams} AND ${typed(node.of)})`;
    case 'type':
      return `type:${node.type}`;
    default:
      throw new Error(`no random query has ${node.kind}`);
  }
}
