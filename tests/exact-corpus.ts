// A catalog file with words, for tests of the threads: filings of many words, so that a question over all of them takes its time.
import type { Catalog } from '../server/catalog/catalog.ts';
import type { ExactAsk } from '../server/search/exact/exact-engine.ts';
import { parseQuery } from '../server/search/terms/parser.ts';
import { incoming, temporaryCatalog } from './catalog/readings.ts';
import { placeOf, storeWords } from './catalog/word-readings.ts';

/** A catalog of so many filings, each of one page of so many words. */
export async function exactCatalog(
  filings: number,
  words: number,
): Promise<{ readonly catalog: Catalog; readonly path: string; readonly close: () => Promise<void> }> {
  const temporary = temporaryCatalog();
  const { catalog, path } = temporary;
  for (let at = 1; at <= filings; at += 1) {
    const text = Array.from({ length: words }, (_, place) => (place % 5 === 0 ? 'titan' : `w${(place * 7 + at) % 50}`));
    const kind = at % 2 === 0 ? ('order' as const) : ('motion' as const);
    await storeWords(catalog, incoming(`${at}.pdf`), [`filing${at} ${text.join(' ')}`], {
      details: { ...placeOf(String(at)), type: kind },
    });
  }
  return { catalog, path, close: () => temporary.close() };
}

const noFilters = { include: {}, exclude: {}, filedFrom: null, filedTo: null };

/** A question for all documents that hit. */
export const countsOf = (q: string): ExactAsk & { kind: 'counts' } => ({
  kind: 'counts',
  question: { tree: parseQuery(q), filters: noFilters },
  facets: [],
});

const many = `(${Array.from({ length: 12 }, (_, at) => `w${at}`).join(' OR ')} OR titan)`;

/**
 * One that no evaluation is done with soon: windows of everything with everything, within each other. Over 150 filings of 1,500 words it
 * takes more than ten seconds.
 */
export const longQuestion = countsOf(
  `(((${many} w/400 ${many}) w/300 (${many} w/400 ${many})) w/400 (${many} w/400 titan)) w/50 (${many} w/400 w14)`,
);
