// Index records small enough to see through: a text, and what else a test cares about.
import { labelledValue } from '../../server/engine/index-fields.ts';
import type { IndexRecord } from '../../server/engine/search-engine.ts';
import { indexableText } from '../../server/engine/search-words.ts';

/** A record; its document is `d` unless said otherwise. */
export function recordOf(id: string, text: string, extra: Partial<IndexRecord> = {}): IndexRecord {
  const document = extra.document ?? 'd';
  return {
    id,
    text: indexableText(text),
    hit: `${document} ${id}`,
    document,
    documentLabel: labelledValue(document, `Document ${document}`),
    case: 'c',
    caseLabel: labelledValue('c', 'Klein v. Meta'),
    court: [],
    type: [],
    filer: [],
    judge: [],
    year: [],
    entry: [],
    flag: [],
    person: [],
    organization: [],
    product: [],
    amount: [],
    kind: 'paragraph',
    tag: [],
    tagLabel: [],
    month: null,
    filedOn: null,
    place: document,
    position: 0,
    ...extra,
  };
}

/** Records as the engine takes them. */
export function linesOf(records: readonly IndexRecord[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n');
}
