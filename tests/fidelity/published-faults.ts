// The table of faults in published texts of scans (published-faults.tsv): what a person saw on the page where the text says otherwise.
// In: the table's text; words of a published text. Out: the words as they are printed. Throws on a row that cannot be read, and on a
// fault that the text does not have: a row that mends nothing would only hide that the text has changed.
import { wordsOf } from './words.ts';

/** A fault: what the text has, how often, and what is printed there (nothing, where it is a picture or a bullet). */
export interface PublishedFault {
  readonly words: readonly string[];
  readonly times: number;
  readonly printed: readonly string[];
}

/** By the text's file name. */
export type PublishedFaults = ReadonlyMap<string, readonly PublishedFault[]>;

/** Reads the table; lines that begin with `#` say what it is. */
export function readPublishedFaults(table: string): PublishedFaults {
  const faults = new Map<string, PublishedFault[]>();
  for (const row of table.split('\n')) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const [file = '', text = '', times = '', printed, why = ''] = row.split('\t');
    const words = wordsOf(text);
    if (file === '' || words.length === 0 || !/^[1-9]\d*$/.test(times) || printed === undefined || why.trim() === '')
      throw new Error(`published-faults.tsv: “${row.slice(0, 60)}” has no file, text, times, printed and why`);
    const own = faults.get(file) ?? [];
    faults.set(file, [...own, { words, times: Number(times), printed: wordsOf(printed) }]);
  }
  return faults;
}

/** The words that are printed, where a text has these faults. Order is that of the text, what is put right stands at the end. */
export function withoutFaults(words: readonly string[], faults: readonly PublishedFault[]): string[] {
  const left = [...words];
  const added: string[] = [];
  for (const fault of faults) {
    for (let time = 0; time < fault.times; time++) {
      for (const word of fault.words) {
        const at = left.indexOf(word);
        if (at === -1) throw new Error(`published-faults.tsv: the text has “${word}” less often than the table says`);
        left.splice(at, 1);
      }
      added.push(...fault.printed);
    }
  }
  return [...left, ...added];
}
