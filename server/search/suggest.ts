// Completions while typing: documents, people, organizations, products and tags whose name holds what was typed.
// In: the beginning of a word or name. Out: at most 12 suggestions, those that begin with it first. Empty input gives none.
import type { SuggestAnswer } from '../contract/search-api.ts';
import { partsOfLabelled, type ValueField } from '../engine/index-fields.ts';
import type { SearchEngine } from '../engine/search-engine.ts';

type Suggestion = SuggestAnswer['suggestions'][number];

const fields: readonly (readonly [ValueField, Suggestion['kind']])[] = [
  ['documentLabel', 'document'],
  ['person', 'person'],
  ['organization', 'organization'],
  ['product', 'product'],
  ['tagLabel', 'tag'],
];
const most = 12;

/** A name as it is compared with what was typed: capitals and forms of a character do not matter. */
export function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Finds completions. */
export async function suggestFrom(engine: Pick<SearchEngine, 'multiSearch'>, q: string): Promise<SuggestAnswer> {
  const wanted = plainName(q);
  if (wanted === '') return { suggestions: [] };
  const [answer] = await engine.multiSearch([
    { q: '', filter: [], sort: [], facets: fields.map(([field]) => field), hits: null },
  ]);
  const suggestions = fields.flatMap(([field, kind]) =>
    Object.entries(answer?.counts[field] ?? {}).flatMap(([stored, count]): Suggestion[] => {
      const { id, label } = partsOfLabelled(stored);
      return plainName(label).includes(wanted) ? [{ kind, value: id, label, count }] : [];
    }),
  );
  const begins = ({ label }: Suggestion): number => Number(!plainName(label).startsWith(wanted));
  return { suggestions: suggestions.toSorted((a, b) => begins(a) - begins(b) || b.count - a.count).slice(0, most) };
}
