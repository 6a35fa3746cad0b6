// The card of exact search: what may be written in each dialect, and what it finds. One table, shown by the client and parsed by its
// test, so that the card cannot promise what the language does not do. Shape: rows in the order of the card, by group.
import type { Dialect } from './search-api.ts';

export const queryCardGroups = [
  'Words and phrases',
  'And, or, not',
  'Near one another',
  'Endings and wildcards',
  'How often',
  'Fields',
  'What a word is',
  'Refused, never guessed',
] as const;
export type QueryCardGroup = (typeof queryCardGroups)[number];

/** One line of the card. */
export interface QueryCardRow {
  readonly group: QueryCardGroup;
  /** The example as written in each dialect that has it. */
  readonly written: Readonly<Partial<Record<Dialect, string>>>;
  /** What the example finds, in the words in which every answer explains itself; null: it is refused. */
  readonly explained: string | null;
  /** A rule that the example alone does not tell; empty where there is none. */
  readonly note: string;
}

const everywhere = (q: string): QueryCardRow['written'] => ({ pincite: q, westlaw: q, dtsearch: q });
const row =
  (group: QueryCardGroup) =>
  (written: string | QueryCardRow['written'], explained: string | null, note = ''): QueryCardRow => ({
    group,
    written: typeof written === 'string' ? everywhere(written) : written,
    explained: explained === null ? null : `documents ${explained}`,
    note,
  });

const words = row('Words and phrases');
const boolean = row('And, or, not');
const near = row('Near one another');
const endings = row('Endings and wildcards');
const often = row('How often');
const fields = row('Fields');
const word = row('What a word is');
const refused = row('Refused, never guessed');

export const queryCard: readonly QueryCardRow[] = [
  words(
    'titan',
    'with “titan”',
    'The word as it is: no other endings, no forgiven typing errors. Capitals do not matter.',
  ),
  words('"inbox api"', 'with the phrase “inbox api”', 'Words that follow one another, also over lines and pages.'),
  words({ pincite: 'titan inbox' }, 'with “titan” and with “inbox”', 'A space is AND, and the answer says so.'),
  words({ westlaw: 'titan inbox' }, 'with “titan” or with “inbox”', 'A space is OR.'),
  words({ dtsearch: 'titan inbox' }, 'with the phrase “titan inbox”', 'A space makes a phrase.'),

  words(
    'like("the report was made every quarter")',
    'with a passage that reads like “the report was made every quarter”',
    'A quotation found again: at least three fifths of its words, in their order, with few others between. Best match first.',
  ),

  boolean(
    { pincite: 'titan AND inbox', westlaw: 'titan & inbox', dtsearch: 'titan and inbox' },
    'with “titan” and with “inbox”',
  ),
  boolean(
    { pincite: 'titan & inbox' },
    'with “titan” and with “inbox”',
    '& and % connect with a space on both sides only: AT&T and 50% are text.',
  ),
  boolean(
    { pincite: 'titan OR inbox', westlaw: 'titan or inbox', dtsearch: 'titan or inbox' },
    'with “titan” or with “inbox”',
  ),
  boolean(
    { pincite: 'titan NOT inbox', westlaw: 'titan % inbox', dtsearch: 'titan and not inbox' },
    'with “titan”, except those with “inbox”',
    'Takes whole documents away. BUT NOT is the same.',
  ),
  boolean(
    { pincite: 'titan AND (inbox OR api)', westlaw: 'titan & (inbox api)', dtsearch: 'titan and (inbox or api)' },
    'with “titan” and (with “inbox” or with “api”)',
    'Brackets say what belongs together.',
  ),
  boolean(
    { pincite: 'titan and inbox' },
    'with “titan” and with “and” and with “inbox”',
    'Small and, or, not are words, unless Exact was chosen by hand.',
  ),

  near(
    { pincite: 'titan w/10 inbox', westlaw: 'titan /10 inbox', dtsearch: 'titan w/10 inbox' },
    'where “titan” stands within 10 words of “inbox”',
    'In either order; neighbours are w/1. The same: w/10, /10, NEAR/10.',
  ),
  near({ pincite: '"titan inbox"~10' }, 'where “titan” stands within 10 words of “inbox”', 'The same.'),
  near(
    { pincite: 'titan pre/10 inbox', westlaw: 'titan +10 inbox', dtsearch: 'titan pre/10 inbox' },
    'where “titan” stands at most 10 words before “inbox”',
    'In this order.',
  ),
  near('titan /s inbox', 'where “titan” and “inbox” stand in the same sentence', 'With +s: in this order.'),
  near('titan /p inbox', 'where “titan” and “inbox” stand in the same paragraph', 'With +p: in this order.'),
  near(
    {
      pincite: '(meta OR facebook) w/5 netflix',
      westlaw: '(meta facebook) /5 netflix',
      dtsearch: '(meta or facebook) w/5 netflix',
    },
    'where (“meta” or “facebook”) stands within 5 words of “netflix”',
    'Groups joined by OR may stand on either side; AND and NOT may not, since they ask of whole documents.',
  ),

  endings(
    { pincite: 'advertis!', westlaw: 'advertis!', dtsearch: 'advertis*' },
    'with a word that begins with “advertis”',
    'At least two letters stand beside a wildcard.',
  ),
  endings({ pincite: 'advertis*' }, 'with a word that begins with “advertis”', 'The same.'),
  endings(
    { pincite: 'wom?n', westlaw: 'wom*n', dtsearch: 'wom?n' },
    'with a word of the form “wom?n”',
    'One character.',
  ),
  endings({ pincite: '*book', dtsearch: '*book' }, 'with a word of the form “*book”', 'Any characters, or none.'),
  endings(
    { westlaw: 'object**' },
    'with a word of the form “object(?)(?)”',
    'At the end, each * is one character or none.',
  ),

  often('atleast3(titan)', 'where “titan” stands at least 3 times', 'In one document.'),

  fields('title:motion', 'whose title is one with “motion”', 'With connectors: title(motion OR order).'),
  fields('type:exhibit', 'of type “exhibit”'),
  fields('filer:"Meta Platforms"', 'filed by “Meta Platforms”'),
  fields('ecf:735-2', 'with ECF No. 735-2'),
  fields(
    'filed:2024-01..2024-03',
    'filed from 2024-01-01 to 2024-03-31',
    'A year, a month or a day; either end may be left out.',
  ),
  fields('tag:"ad spend"', 'with the tag “ad spend”'),
  fields('has:redaction', 'with a redaction', 'Also has:bad-redaction, has:ocr, has:unread-pages.'),
  fields(
    { pincite: 'in:footnotes titan', westlaw: 'in:footnotes & titan', dtsearch: 'in:footnotes titan' },
    'with “titan”, looking only in footnotes',
    'Also in:body and in:furniture (stamps, page numbers, margins). Left out: body and footnotes.',
  ),

  word(
    'cross-device',
    'with “cross-device” (also as one word or in parts)',
    'A hyphen parts a word and joins it: cross-device, cross device and crossdevice are all found.',
  ),
  word('Meta’s', 'with “meta”', 'A possessive ’s is no part of the word: Meta and Meta’s are one.'),
  word('don’t', "with “don't”", 'An apostrophe between letters stays, straight or curly.'),
  word('1,000', 'with “1,000”', 'A number is one word as it is written; 1000 is another.'),
  word('$40', 'with the phrase “$ 40”', '$ % § ¶ are words of their own.'),
  word('AT&T', 'with the phrase “at t”', 'Other signs part words and are not searched.'),
  word('café', 'with “café”', 'Accents matter: cafe is another word.'),

  refused(
    { pincite: 'titan AND inbox OR api', dtsearch: 'titan and inbox or api' },
    null,
    'AND mixed with OR has two readings; brackets choose one.',
  ),
  refused('-titan', null, 'A leading “-” excludes in the instant search only: write NOT.'),
  refused('a*', null, 'One letter and a wildcard would match nearly every word.'),
  refused('titan w/5', null, 'A word is missing behind the connector.'),
  refused({ westlaw: 'wom?n' }, null, 'Westlaw writes one character with “*”.'),
  refused({ westlaw: '#titan' }, null, 'No plurals are added, so “#” has nothing to turn off.'),
  refused({ dtsearch: 'titan!' }, null, 'dtSearch writes an ending with “*”.'),
  refused(
    { dtsearch: 'ti%tan' },
    null,
    'Fuzzy search (%), sound-alikes (#), stemming (~) and synonyms (&) are guesses.',
  ),
];
