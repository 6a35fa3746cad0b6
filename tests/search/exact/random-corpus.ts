// Random small corpora and random choices of filters, for properties of exact search: several documents, some of which show one file,
// with details, kinds, names, amounts, tags, footnotes and stamps out of small stocks, so that they meet often.
import fc from 'fast-check';
import type { DocumentFlag, FacetName } from '../../../server/contract/facets.ts';
import type { Page } from '../../../server/contract/page.ts';
import type { PassageKind } from '../../../server/contract/passage.ts';
import type { StoredDocument, StoredPassage } from '../../../server/contract/record.ts';
import type { FacetChoice } from '../../../server/contract/search-api.ts';
import type { Filters } from '../../../server/search/choices.ts';
import { pageOf } from '../../catalog/readings.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { randomText } from '../terms/random-questions.ts';

/** A corpus in the order of the dockets. */
export interface RandomCorpus {
  readonly stored: readonly StoredPassage[];
  readonly documents: readonly StoredDocument[];
  /** Documents whose words are not kept. */
  readonly unread: readonly StoredDocument[];
  pagesOf(document: StoredDocument): readonly Page[];
}

const people = ['Jane Doe', 'Ann Lee', 'JANE DOE'];
const kinds: readonly PassageKind[] = ['paragraph', 'heading', 'table', 'footnote'];
const flags: readonly DocumentFlag[] = ['redacted', 'ocr'];
const days = ['2023-12-31', '2024-01-01', '2024-01-20', '2024-02-01'];
const tags = ['t1', 't2'].map((id) => ({ id, name: `tag ${id}`, color: '#aa0000' }));

const passage = fc.record({
  text: randomText,
  kind: fc.constantFrom(...kinds),
  people: fc.subarray(people),
  products: fc.subarray(['Titan API']),
  dollars: fc.subarray([5000, 2_000_000, 3_000_000]),
});
const file = fc.record({ passages: fc.array(passage, { minLength: 1, maxLength: 4 }), stamp: randomText });
const details = fc.record({
  type: fc.constantFrom('order' as const, 'motion' as const, null),
  filedOn: fc.constantFrom(...days, null),
  filer: fc.constantFrom('Plaintiffs', 'PLAINTIFFS', 'Meta', null),
  entry: fc.constantFrom('735', '741', null),
});
const document = fc.record({
  details,
  flags: fc.subarray([...flags]),
  file: fc.nat(3),
  caseId: fc.constantFrom('case-1', 'case-2'),
  tagged: fc.array(fc.record({ tag: fc.constantFrom(...tags), ordinal: fc.nat(3) }), { maxLength: 3 }),
});

export const randomCorpus: fc.Arbitrary<RandomCorpus> = fc
  .record({
    files: fc.array(file, { minLength: 4, maxLength: 4 }),
    documents: fc.array(document, { minLength: 1, maxLength: 6 }),
    unread: fc.array(document, { maxLength: 1 }),
  })
  .map(({ files, documents, unread }) => {
    const made = documents.map((each, at) =>
      documentOf(`d${at}`, each.details, { flags: each.flags, caseId: each.caseId, sha256: `sha-${each.file}` }),
    );
    const stored = documents.flatMap((each, at) =>
      (files[each.file]?.passages ?? []).map(({ text, kind, dollars, ...entities }, ordinal) =>
        passageOf(
          made[at] ?? documentOf('none'),
          ordinal,
          text,
          {
            kind,
            entities: {
              people: entities.people,
              organizations: [],
              products: entities.products,
              amounts: dollars.map((amount) => ({ dollars: amount, text: `$${amount}` })),
            },
          },
          tags.filter((tag) => each.tagged.some((own) => own.tag === tag && own.ordinal === ordinal)),
        ),
      ),
    );
    return {
      stored,
      documents: made,
      unread: unread.map((each, at) => documentOf(`u${at}`, each.details, { flags: each.flags })),
      pagesOf: ({ sha256 }) => {
        const page = pageOf(1, [files[Number(sha256.slice(4))]?.stamp.replaceAll('\n', ' ') ?? '']);
        return [{ ...page, lines: page.lines.map((line) => ({ ...line, furniture: 'stamp' as const })) }];
      },
    };
  });

const chosen: Partial<Record<FacetName, readonly string[]>> = {
  case: ['case-1'],
  // As somebody may write it in an address.
  type: ['order', 'Motion', 'reply'],
  filer: ['plaintiffs', 'Meta'],
  year: ['2023', '2024'],
  document: ['d0', 'd1'],
  entry: ['735'],
  flag: ['ocr'],
  person: ['jane doe', 'Ann Lee'],
  product: ['Titan API'],
  amount: ['$1–9.9 million'],
  kind: ['table', 'footnote', 'paragraph'],
  tag: ['t1', 't2'],
};
const choice: fc.Arbitrary<FacetChoice> = fc
  .array(
    fc
      .constantFrom(...Object.entries(chosen))
      .chain(([name, values]) => fc.subarray([...values], { minLength: 1 }).map((some) => [name, some] as const)),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs));

export const randomFilters: fc.Arbitrary<Filters> = fc.record({
  include: choice,
  exclude: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: choice }),
  filedFrom: fc.constantFrom(null, null, '2024-01-01'),
  filedTo: fc.constantFrom(null, null, '2024-01-31'),
});
