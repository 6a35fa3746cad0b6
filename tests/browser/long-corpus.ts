// Typesets the corpus of the tests of single places: a long brief with bookmarks and all four page numbers, a short one with headings, and
// a dozen notices of different months. Shape in: a folder. Out: PDFs, a docket and a gazetteer in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typesetPleading, type Pleading } from './small-corpus.ts';

/** The long brief: 24 pages, front matter numbered in Roman, its text from 1. */
export const longBrief = { ecf: '740', pages: 24, frontMatter: 3, firstPageId: 9001, firstBates: 101 } as const;
/** Pages of the long brief whose passages name the harbor interface, one entry for each passage. */
export const harborPages = [1, 4, 11, 11, 20] as const;

const roman = ['i', 'ii', 'iii'];
const months = ['04/02/24', '05/06/24', '06/03/24', '07/01/24', '08/05/24', '09/03/24'];
const places = 'quay pier dock wharf basin lock mole jetty slip berth buoy light'.split(' ');

const long: Pleading = {
  ecf: longBrief.ecf,
  pages: longBrief.pages,
  firstPageId: longBrief.firstPageId,
  bates: { letters: 'HARBOR-', first: longBrief.firstBates },
  printed: (page) => roman[page - 1] ?? String(page - longBrief.frontMatter),
  bookmarks: [
    [1, 'Brief on the Harbor Interface'],
    [11, 'How the interface was kept'],
    [20, 'What is asked for'],
  ],
  placed: [
    [1, 4, 'PLAINTIFFS’ BRIEF ON THE HARBOR INTERFACE'],
    [4, 7, 'The harbor interface counted each request that a partner made, and'],
    [4, 8, 'the count was kept for as long as $150 million stood in dispute.'],
    [11, 5, 'Engineers kept the harbor interface by hand in the first year.'],
    [11, 19, 'In the second year the harbor interface kept itself.'],
    [20, 9, 'The logs of the harbor interface should be produced in full.'],
    [24, 20, 'Dated in the spring, and respectfully submitted.'],
  ],
};

const headed: Pleading = {
  ecf: '741',
  pages: 2,
  placed: [
    [1, 4, 'DEFENDANT’S RESPONSE'],
    [1, 17, 'I. INTRODUCTION'],
    [1, 19, 'Defendant answers that no lantern was lit in the tower that night.'],
    [2, 2, 'II. ARGUMENT'],
    [2, 4, 'The lantern was out of repair, and nobody had been told of it.'],
  ],
};

/** Writes the filings into a folder. */
export async function writeLongCorpus(folder: string): Promise<void> {
  const filings: Pleading[] = [
    long,
    headed,
    ...places.map((place, index) => ({
      ecf: String(750 + index),
      pages: 1,
      filed: months[index % months.length] ?? '04/02/24',
      placed: [
        [1, 4, `NOTICE OF INSPECTION OF THE ${place.toUpperCase()}`] as const,
        [1, 7, `The parties will inspect the ${place} together with the surveyor.`] as const,
      ],
    })),
  ];
  for (const filing of filings) {
    writeFileSync(join(folder, `gov.uscourts.cand.999001.${filing.ecf}.0.pdf`), await typesetPleading(filing));
  }
  const docket = {
    court: 'cand',
    docketNumber: '3:20-cv-08570-JD',
    entries: filings.map(({ ecf }) => ({
      entry: ecf,
      filer: ecf === longBrief.ecf ? 'Plaintiffs' : 'Defendant',
      documents: [
        {
          file: `gov.uscourts.cand.999001.${ecf}.0.pdf`,
          attachment: 0,
          type: Number(ecf) < 750 ? 'brief' : 'notice',
          title: Number(ecf) < 750 ? null : `Notice of Inspection of the ${places[Number(ecf) - 750] ?? ''}`,
        },
      ],
    })),
  };
  writeFileSync(join(folder, 'docket.json'), JSON.stringify(docket));
  const gazetteer = {
    people: [],
    organizations: [],
    products: [{ name: 'harbor interface', aliases: ['harbor interface'] }],
  };
  writeFileSync(join(folder, 'gazetteer.json'), JSON.stringify(gazetteer));
}
