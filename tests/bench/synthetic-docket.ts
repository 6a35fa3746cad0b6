// The filings of a synthetic record, as dockets list them: cases, entries with attachments, types, filers, dates.
// In: chance and a stock of words. Out: details of one filing after another, without end. Nothing in it is a real case.
import type { DocumentType, FilingDetails } from '../../server/contract/filing.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { WordStock } from './word-stock.ts';

const courts = ['cand', 'cacd', 'nysd', 'ded', 'txed', 'ilnd'];
const casesInAll = 12;
const types: readonly (readonly [DocumentType, number])[] = [
  ['exhibit', 40],
  ['order', 12],
  ['motion', 8],
  ['declaration', 8],
  ['notice', 6],
  ['brief', 5],
  ['opposition', 4],
  ['reply', 4],
  ['stipulation', 4],
  ['letter brief', 3],
  ['transcript', 2],
  ['deposition', 2],
  ['complaint', 1],
  ['answer', 1],
];

interface SyntheticCase {
  readonly details: Pick<FilingDetails, 'court' | 'pacerCaseId' | 'docketNumber' | 'caseName' | 'judge'>;
  readonly filers: readonly string[];
  readonly year: number;
  entry: number;
  attachment: number;
}

/** Details of filings, each another one. */
export function* syntheticDocket(random: SeededRandom, stock: WordStock): Generator<FilingDetails, never> {
  const name = (): string => {
    const word = random.pick(stock.words.slice(200, 4000).filter((each) => /^\p{L}{5,}$/u.test(each)));
    return word.slice(0, 1).toUpperCase() + word.slice(1);
  };
  const cases = Array.from({ length: casesInAll }, (_, at): SyntheticCase => {
    const year = 2014 + random.whole(9);
    const [one, other] = [name(), name()];
    return {
      details: {
        court: courts[at % courts.length] ?? null,
        pacerCaseId: String(900_001 + at),
        docketNumber: `3:${year - 2000}-cv-${String(90_001 + at)}-SPC`,
        caseName: `${one} v. ${other}, Inc.`,
        judge: `Judge ${name()}`,
      },
      filers: ['Plaintiffs', one, other, 'Court', 'All Parties', name()],
      year,
      entry: 0,
      attachment: 0,
    };
  });
  for (;;) {
    // A few cases have most of the filings.
    const docket = cases[Math.floor(casesInAll * random.next() ** 2)] ?? cases[0];
    if (docket === undefined) throw new RangeError('a docket without cases');
    const type = random.weighted(types);
    if (type === 'exhibit' && docket.entry > 0) docket.attachment += 1;
    else [docket.entry, docket.attachment] = [docket.entry + 1, 0];
    const day = new Date(Date.UTC(docket.year, 0, 1) + docket.entry * 3 * 86_400_000);
    const title = `${type} ${Array.from({ length: 4 }, () => random.pick(stock.words.slice(0, 1500))).join(' ')}`;
    yield {
      ...docket.details,
      entry: String(docket.entry),
      attachment: docket.attachment,
      type,
      title: title.slice(0, 1).toUpperCase() + title.slice(1),
      shortTitle: null,
      filer: random.pick(docket.filers),
      filedOn: day.toISOString().slice(0, 10),
      specimen: true,
    };
  }
}
