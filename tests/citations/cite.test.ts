// Whole citations: the forms of DOMAIN.md §7, each as a brief prints it. `_` is a no-break space.
import { describe, expect, test } from '@jest/globals';
import { cite, defaultStyle, specimenMark, type CitedDocument } from '../../server/citations/cite.ts';
import type { CitedPlace } from '../../server/citations/cited-place.ts';
import { citationStyleSchema, type CitationForm, type CitationStyle } from '../../server/contract/work-api.ts';
import { end, filing, place, shown, styled } from './filings-to-cite.ts';

const letter = filing({ entry: '735', attachment: 0, type: 'letter brief', shortTitle: 'Pls.’ Letter Br.' });
const complaint = filing({ entry: '1', attachment: 0, type: 'complaint', shortTitle: 'Compl.' });
const exhibit = filing({ entry: '735', attachment: 2, type: 'exhibit', shortTitle: 'Doe Decl. Ex. B' });
const hearing = filing({ entry: '702', type: 'transcript', shortTitle: 'Hr’g Tr.' });
const deposition = filing({ entry: null, type: 'deposition', shortTitle: 'Doe Dep.' });
const order = filing({ entry: '344', type: 'order', shortTitle: 'Order re Mots. to Seal' });

const page3 = place([[end('3'), end('3')]]);
const lines = place([[end('3', 14), end('3', 22)]]);
const paragraph = place([[end('9'), end('9')]], { paragraph: '34' });
const produced = { bates: 'META-000123' };
const exhibitPage = place([[end('4', null, produced), end('4', null, produced)]]);
const testimony = place([[end('45', 12), end('46', 3)]], { isTestimony: true });

type Row = [CitedDocument, CitedPlace, Partial<CitationStyle>, CitationForm, string, string];
const rows: Row[] = [
  [letter, page3, {}, 'full', 'Pls.’ Letter Br._3, ECF No._735.', 'record form'],
  [letter, lines, {}, 'full', 'Pls.’ Letter Br._3:14–22, ECF No._735.', 'record form with lines'],
  [letter, page3, { at: true }, 'full', 'Pls.’ Letter Br. at_3, ECF No._735.', 'judges who want “at”'],
  [letter, page3, { docketWord: 'Dkt.' }, 'full', 'Pls.’ Letter Br._3, Dkt._735.', 'courts that say Dkt.'],
  [letter, lines, {}, 'short', 'ECF No._735 at_3:14–22.', 'short form'],
  [complaint, paragraph, {}, 'full', 'Compl. ¶_34, ECF No._1.', 'paragraphs stand instead of pages, without “at”'],
  [complaint, paragraph, { at: true }, 'full', 'Compl. ¶_34, ECF No._1.', '“at” never goes before ¶ (rule 3.3)'],
  [complaint, paragraph, {}, 'short', 'ECF No._1 ¶_34.', 'nor in the short form'],
  [letter, { ...page3, note: '2' }, {}, 'short', 'ECF No._735 at_3_n.2.', 'a footnote'],
  [
    exhibit,
    exhibitPage,
    {},
    'full',
    'Doe Decl. Ex. B, at_4, ECF No._735-2 (META-000123).',
    'exhibit with Bates number',
  ],
  [
    exhibit,
    exhibitPage,
    { pageBasis: 'bates' },
    'full',
    'Doe Decl. Ex. B, at META-000123, ECF No._735-2.',
    'the Bates number is not said twice',
  ],
  [
    hearing,
    place([[end('12', 3), end('12', 9)]], { isTestimony: true }),
    {},
    'full',
    'Hr’g Tr._12:3–9, ECF No._702.',
    'hearing',
  ],
  [deposition, testimony, {}, 'full', 'Doe Dep._45:12–46:3.', 'testimony that was never filed has no ECF number'],
  [deposition, testimony, {}, 'short', 'Doe Dep._45:12–46:3.', 'its title is all a short form can go by'],
  [
    order,
    place([[end('2'), end('2')]]),
    { family: 'outside' },
    'full',
    'Order re Mots. to Seal at_2, Klein v. Meta Platforms, Inc., No._3:20-cv-08570-JD (N.D. Cal. Aug._31,_2022), ECF No._344.',
    'from elsewhere: case, number, court and date (rule 10.8.3)',
  ],
  [
    order,
    page3,
    { family: 'outside' },
    'short',
    'Klein v. Meta Platforms, Inc., ECF No._344 at_3.',
    'elsewhere the bare number would be that other docket',
  ],
  [
    filing({
      entry: null,
      docketNumber: null,
      court: null,
      filedOn: null,
      type: 'order',
      caseName: 'In re Facebook Litig.',
      title: 'Order',
    }),
    page3,
    { family: 'outside' },
    'full',
    'Order at_3, In re Facebook Litig.',
    'what is unknown is left out, and there is one stop',
  ],
  [
    filing({ entry: '7', court: 'xyzd', shortTitle: 'Notice' }),
    page3,
    { family: 'outside' },
    'full',
    'Notice at_3, Klein v. Meta Platforms, Inc., No._3:20-cv-08570-JD (xyzd Aug._31,_2022), ECF No._7.',
    'a court not in T1 is shown as PACER names it',
  ],
  [
    filing({ entry: '735', title: 'Joint Letter' }),
    page3,
    {},
    'full',
    'Joint Letter_3, ECF No._735.',
    'no short title: the title',
  ],
  [filing({ entry: null }), page3, {}, 'full', 'gov.uscourts.cand.369872.735.0_3.', 'no title: the file’s name'],
  [
    letter,
    place([[end(null), end(null)]]),
    {},
    'full',
    'Pls.’ Letter Br. at ECF p._5, ECF No._735.',
    'a page of another kind says so',
  ],
  [
    letter,
    place([
      [end('3'), end('3')],
      [end('7'), end('7')],
    ]),
    {},
    'full',
    'Pls.’ Letter Br._3,_7, ECF No._735.',
    'scattered pages',
  ],
];

describe('citations', () => {
  const cases = rows.map(([document, at, style, form, expected, why]) => ({
    document,
    at,
    style,
    form,
    expected,
    why,
  }));
  test.each(cases)('$expected ($why)', ({ document, at, style, form, expected }) => {
    expect(shown(cite(document, at, styled(style), form).text)).toBe(expected);
  });

  test('the default style is the contract’s', () => {
    expect(defaultStyle).toEqual(citationStyleSchema.parse({}));
    expect(cite(letter, lines).text).toBe(cite(letter, lines, defaultStyle, 'full').text);
  });

  test.each<[Partial<CitationStyle>, CitationForm]>([
    [{}, 'full'],
    [{}, 'short'],
    [{ family: 'outside' }, 'full'],
    [{ family: 'outside' }, 'short'],
  ])('a specimen says that it is none of a court’s, in style %j, %s', (style, form) => {
    const specimen = filing({ entry: '9004', shortTitle: 'Joint Letter Br.', specimen: true });
    const { text, html } = cite(specimen, page3, styled(style), form);
    expect(text).toMatch(/\. \[specimen, not a court record\]$/);
    expect(html).toMatch(/\. \[specimen, not a court record\]$/);
    expect(specimenMark).toBe('[specimen, not a court record]');
  });
});

describe('citations as HTML', () => {
  test('the case alone is in italics', () => {
    expect(shown(cite(order, page3, styled({ family: 'outside' })).html)).toBe(
      'Order re Mots. to Seal at_3, <i>Klein v. Meta Platforms, Inc.</i>, No._3:20-cv-08570-JD (N.D. Cal. Aug._31,_2022), ECF No._344.',
    );
    expect(cite(order, page3, styled({ family: 'outside' }), 'short').html).toMatch(
      /^<i>Klein v\. Meta Platforms, Inc\.<\/i>, /,
    );
  });

  test('what a filing says of itself is text, not markup', () => {
    const hostile = filing({
      entry: '1',
      shortTitle: '<img src=x onerror=alert(1)>',
      caseName: 'A</i><script>alert("1")</script> & Co.',
    });
    const { text, html } = cite(hostile, page3, styled({ family: 'outside' }));
    expect(html.replaceAll(/<\/?i>/g, '')).not.toMatch(/[<>"']/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('<i>A&lt;/i&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co.</i>');
    expect(text).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('Bates numbers behind a record citation', () => {
  const known = (bates: string | null) => ({ bates });
  test.each<[string | null, string | null, string | null, string]>([
    ['META-1', 'META-2', '(META-1–META-2)', 'both ends'],
    ['META-1', 'META-1', '(META-1)', 'one page'],
    ['META-1', null, '(META-1)', 'where it begins is known'],
    [null, 'META-2', null, 'a number of its end alone would be read as its beginning'],
  ])('%s to %s → %s (%s)', (from, to, expected) => {
    const at = place([[end('4', null, known(from)), end('5', null, known(to))]]);
    const { text } = cite(exhibit, at);
    expect(/\(META.*\)/.exec(text)?.[0] ?? null).toBe(expected);
  });

  test('scattered pages give each number once', () => {
    const [one, two] = [end('4', null, known('META-1')), end('9', null, known('META-6'))];
    expect(
      shown(
        cite(
          exhibit,
          place([
            [one, one],
            [two, two],
          ]),
        ).text,
      ),
    ).toBe('Doe Decl. Ex. B, at_4,_9, ECF No._735-2 (META-1, META-6).');
  });
});
