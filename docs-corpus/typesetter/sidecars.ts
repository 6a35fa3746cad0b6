// The sidecars of the corpus: facts of all filings -> `docket.json`, and the names the filings speak of -> `gazetteer.json`.
// Both are read by the product like those of anybody's own folder. Refuses nothing.
import { docketNumber } from './furnish.ts';
import type { FilingFacts } from './source.ts';
import { fileNameOf } from './typeset-filing.ts';

/** The docket of the specimens: entries in order, each with its documents. */
export function docketOf(filings: readonly FilingFacts[]): object {
  const sorted = filings.toSorted((a, b) => Number(a.entry) - Number(b.entry) || a.attachment - b.attachment);
  const entries = [...new Set(sorted.map((facts) => facts.entry))].map((entry) => {
    const family = sorted.filter((facts) => facts.entry === entry);
    return {
      entry,
      filedOn: family[0]?.filedOn ?? '',
      filer: family[0]?.filer ?? '',
      documents: family.map((facts) => ({
        file: fileNameOf(facts),
        attachment: facts.attachment,
        type: facts.type,
        title: facts.title.replaceAll("'", '’'),
        shortTitle: facts.shortTitle,
      })),
    };
  });
  return {
    specimen: true,
    court: 'cand',
    pacerCaseId: '0',
    docketNumber,
    caseName: 'In re Specimen Filings (modelled on Klein v. Meta)',
    judge: 'Judge S. Pecimen (fictional)',
    entries,
  };
}

const named = (name: string, ...aliases: string[]) => ({ name, aliases });

/** The names of the specimens. */
export const gazetteer = {
  people: [
    named('Reed Hastings', 'Hastings', 'Mr. Hastings'),
    named('Mark Zuckerberg', 'Zuckerberg', 'Mr. Zuckerberg'),
    named('Sheryl Sandberg', 'Sandberg', 'Ms. Sandberg'),
    named('Elliot Schrage', 'Schrage', 'Mr. Schrage'),
    named('Andrew Bosworth', 'Bosworth', 'Mr. Bosworth'),
    named('Fidji Simo', 'Simo', 'Ms. Simo'),
    named('Andy Stone', 'Mr. Stone'),
    named('Elon Musk', 'Musk', 'Mr. Musk'),
    named('Witness A'),
    named('Witness B'),
    named('Witness C'),
  ],
  organizations: [
    named('Meta Platforms, Inc.', 'Meta', 'Meta Platforms', 'Facebook, Inc.'),
    named('Facebook'),
    named('Netflix, Inc.', 'Netflix'),
    named('Spotify'),
    named('The New York Times', 'New York Times'),
    named('Facebook Watch', 'Watch'),
    named('Consumer Plaintiffs', 'Consumer Class'),
    named('Advertiser Plaintiffs', 'Advertiser Class'),
  ],
  products: [
    named('Titan API', 'Titan'),
    named('Inbox API', 'Inbox API agreement'),
    named('Extended API', 'Extended API agreements', 'Facebook Extended API', 'Extended APIs'),
    named('Messages API'),
    named('Facebook Login'),
    named('Facebook Messenger', 'Messenger'),
    named('cross-device intent signals', 'cross-device intent signal'),
  ],
} as const;
