// The one tree that every dialect compiles to (DOMAIN.md §6): what is asked, without a trace of how it was written.
// Plain data, fit for JSON: it is explained, evaluated, stored and compared.
import type { DocumentType } from '../../contract/filing.ts';

/** A word that stands exactly so; a word with this beginning; a word of this form. */
export type WordNode =
  | { readonly kind: 'term'; readonly word: string }
  | { readonly kind: 'prefix'; readonly stem: string }
  /** `?` is one character, `*` any number, `¿` one or none. */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** Words and phrases. */
export type TextNode =
  | WordNode
  /** Neighbours in this order. */
  | { readonly kind: 'phrase'; readonly of: readonly TextNode[] }
  /** One written word in its several forms (`cross-device`, `cross device`, `crossdevice`). */
  | { readonly kind: 'variants'; readonly written: string; readonly of: readonly TextNode[] }
  | { readonly kind: 'anyOf'; readonly of: readonly TextNode[] };

/** What stands at places of the text, and so can be an operand of proximity. */
export type PlaceNode =
  | TextNode
  | { readonly kind: 'anyOf'; readonly of: readonly PlaceNode[] }
  /** Nearest ends at most `words` positions apart (neighbours: 1), without overlap; `ordered`: the left one first. */
  | {
      readonly kind: 'near';
      readonly words: number;
      readonly ordered: boolean;
      readonly left: PlaceNode;
      readonly right: PlaceNode;
    }
  /** Both wholly in one sentence or paragraph, without overlap. */
  | {
      readonly kind: 'same';
      readonly unit: 'sentence' | 'paragraph';
      readonly ordered: boolean;
      readonly left: PlaceNode;
      readonly right: PlaceNode;
    };

/** What a document is asked beside its text. */
export type FieldNode =
  | { readonly kind: 'title'; readonly of: QueryNode }
  | { readonly kind: 'type'; readonly type: DocumentType }
  /** The words of the value, as a phrase of the filer's name. */
  | { readonly kind: 'filer'; readonly name: string }
  | { readonly kind: 'ecf'; readonly number: string }
  /** Days, both inclusive; null: open. */
  | { readonly kind: 'filed'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'has'; readonly what: HasValue };

export const hasValues = ['redaction', 'bad-redaction', 'ocr', 'unread-pages'] as const;
export type HasValue = (typeof hasValues)[number];

/** Kinds of token streams that `in:` chooses among; left out, body and footnotes are read. */
export const streamChoices = ['body', 'footnotes', 'furniture'] as const;
export type StreamChoice = (typeof streamChoices)[number];

/** A question. */
export type QueryNode =
  | PlaceNode
  | FieldNode
  | { readonly kind: 'and'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }
  /** A stretch that reads like this text (likeness.ts). */
  | { readonly kind: 'like'; readonly text: string; readonly words: readonly string[] }
  /** At least so many matches in the document. */
  | { readonly kind: 'atLeast'; readonly times: number; readonly of: PlaceNode }
  | { readonly kind: 'within'; readonly streams: StreamChoice; readonly of: QueryNode };

/** Whether a node is words and phrases only. */
export function isText(node: PlaceNode): node is TextNode {
  if (node.kind === 'near' || node.kind === 'same') return false;
  return node.kind !== 'anyOf' || node.of.every(isText);
}

/** Whether a node stands at places of the text. */
export function isPlace(node: QueryNode): node is PlaceNode {
  return placeKinds.has(node.kind);
}

const placeKinds: ReadonlySet<QueryNode['kind']> = new Set([
  'term',
  'prefix',
  'pattern',
  'phrase',
  'variants',
  'anyOf',
  'near',
  'same',
]);

/** Raised whenever the same query compiles to another tree, or a tree to other matches. */
export const grammarVersion = '2';
