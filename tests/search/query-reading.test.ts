// What the instant search makes of what was typed, and what it owns up to. meili-engine.test.ts shows that the engine reads it so.
import { describe, expect, test } from '@jest/globals';
import { readQuery } from '../../server/search/query-reading.ts';

describe('the question for the engine', () => {
  const cases: readonly (readonly [typed: string, words: string, why: string])[] = [
    ['titan api', 'titan api', 'words; the last one may go on'],
    ['  titan \n api ', 'titan api', 'white space is nothing'],
    ['"inbox api"', '"inbox api" ', 'a phrase does not go on'],
    ['“inbox api” titan', '"inbox api" titan', 'quotation marks pasted from a filing'],
    ['«inbox api»', '"inbox api" ', 'others too'],
    ['"Facebook, Inc. v. Duguid"', '"Facebook Inc v Duguid" ', 'the engine would end the phrase at a full stop'],
    ['cross-device', 'cross device', 'a hyphen within a word leaves nothing out'],
    ['device -inbox', '-"inbox" device ', 'an exclusion; the word before it is finished'],
    ['-inbox', '-"inbox" ', 'only an exclusion'],
    ['device -"inbox api"', '-"inbox api" device ', 'an excluded phrase'],
    ['device -cross-app', '-"cross app" device ', 'the engine would exclude `cross` and ask for `app`'],
    ['cost -$150', '-"$ 150" cost ', 'the same with a sign'],
    ['a b c d e f g h i j -k', '-"k" a b c d e f g h i j ', 'exclusions first: the engine would not read this one'],
    ['2015 - 2017', '2015 2017', 'a dash alone'],
    ['2015 –2017', '2015 2017', 'a dash is no minus'],
    ['--verbose', 'verbose', 'two are none'],
    ['"inbox"-api', '"inbox" api', 'one that follows without a space is none'],
    ['(-inbox', 'inbox', 'nor within a bracket'],
    ['§1782 ¶34', '§ 1782 ¶ 34', 'signs are words'],
    ['META-SPEC-000123', 'META SPEC 000123', 'a number may go on, and is never guessed'],
    ['META000123', '"META000123" ', 'letters and numbers in one: no other number is near enough'],
    ['see FB00012345 inbox', 'see "FB00012345" inbox', 'in the middle too'],
    ['10th q4', '10th q4', 'short ones are not guessed anyway'],
    ['"inbox', '"inbox" ', 'a quotation mark missing'],
    ['titan"inbox api"', 'titan "inbox api" ', 'a phrase without a space before it'],
    ['AT&T', 'AT T', 'a sign within a name'],
    ['don’t', 'don t', 'an apostrophe'],
    ['???', '', 'no word'],
    ['"" - "—"', '', 'no word in many marks'],
    ['', '', 'nothing'],
  ];
  test.each(cases)('%j is %j (%s)', (typed, words) => {
    expect(readQuery(typed).words).toBe(words);
  });
});

describe('the explanation', () => {
  const cases: readonly (readonly [typed: string, explained: string])[] = [
    ['', 'all passages'],
    ['titan', 'passages with “titan” (small typing errors forgiven, the last word may go on)'],
    ['titan api', 'passages with all of “titan” and “api” (small typing errors forgiven, the last word may go on)'],
    ['titan "inbox api"', 'passages with “titan” (small typing errors forgiven), and with the phrase “inbox api”'],
    ['"a b" "c d"', 'passages with the phrases “a b” and “c d”'],
    ['-titan', 'passages, without “titan”'],
    ['api -titan -"a b"', 'passages with “api” (small typing errors forgiven), without “titan” and “a b”'],
    ['???', 'all passages'],
  ];
  test.each(cases)('of %j', (typed, explained) => {
    expect(readQuery(typed).explained).toBe(explained);
  });
});

describe('notices', () => {
  const cases: readonly (readonly [typed: string, says: readonly RegExp[], why: string])[] = [
    ['titan "inbox api"', [], 'nothing to own up to'],
    ['titan -api', [/“api” are left out, because a leading “-”/], 'an exclusion nobody may have meant'],
    ['a "b', [/quotation mark is missing/], 'an odd quotation mark'],
    ['titan AND inbox', [/Connectors/], 'a connector'],
    ['titan W/5 inbox', [/Connectors/], 'a connector'],
    ['(titan OR inbox) spend', [/Connectors/], 'within brackets'],
    ['titan /s inbox', [/Connectors/], 'Westlaw’s'],
    ['titan +5 inbox', [/Connectors/], 'Westlaw’s'],
    ['advertis!', [/Connectors/], 'a truncation'],
    ['wom?n', [/Connectors/], 'a wildcard'],
    ['"titan api"~5', [/Connectors/], 'a distance'],
    ['type:exhibit titan', [/fields/], 'a field'],
    ['title(order)', [/fields/], 'a field'],
    ['titan and inbox or spend', [], 'small letters are words'],
    ['AT&T Q&A 50%', [], 'signs within words are none'],
    ['Dear Sir: the order', [], 'a colon is no field'],
    ['???', [/no word in “\?\?\?”/], 'nothing to search for'],
    ['', [], 'an empty question asks for nothing'],
    ['one two three four five six seven eight nine ten', [], 'ten'],
    ['one two three four five six seven eight nine ten eleven twelve', [/10 words/], 'more'],
    ['one two three four five six seven eight nine cross-device', [/10 words/], 'cut within a word'],
    ['"a b c d e f g h i j k l" m', [], 'a phrase counts once'],
  ];
  test.each(cases)('for %j (%#)', (typed, says) => {
    const { notices } = readQuery(typed);
    expect(notices).toEqual(says.map((each) => expect.stringMatching(each)));
  });

  test('what is ignored is not asked for, nor explained', () => {
    const { words, explained, ignored } = readQuery(
      'one two three four five six seven eight nine ten eleven cross-device',
    );
    expect(ignored).toEqual(['eleven', 'cross', 'device']);
    expect(words).toBe('one two three four five six seven eight nine ten ');
    expect(explained).not.toContain('eleven');
    expect(explained).not.toContain('may go on');
  });
});

describe('10,000 characters', () => {
  test.each([
    ['words', 'word '.repeat(2000)],
    ['one word', 'x'.repeat(10_000)],
    ['one phrase', `"${'word '.repeat(2000)}"`],
    ['exclusions', '-word '.repeat(1667)],
    ['quotation marks', '"'.repeat(10_000)],
    ['marks', '-"!/'.repeat(2500)],
  ])('of %s become a question that the engine reads whole, and a few sentences', (_, typed) => {
    const { words, explained, notices } = readQuery(typed);
    // The engine stops at 1,000 tokens: words and what stands between them.
    expect(words.split(/[ "]+/).length * 3).toBeLessThan(1000);
    expect([explained, ...notices].join(' ').length).toBeLessThan(6000);
  });

  test('with more exclusions than are read, says so', () => {
    const { words, notices } = readQuery(Array.from({ length: 60 }, (_, at) => `-w${at}`).join(' '));
    expect(words.match(/-"/g)).toHaveLength(50);
    expect(notices).toContainEqual(expect.stringMatching(/Only the first 50/));
  });

  test('in one phrase: the rest of it is named as ignored', () => {
    const { notices, ignored } = readQuery(`"${Array.from({ length: 150 }, (_, at) => `w${at}`).join(' ')}"`);
    expect(notices).toEqual([expect.stringMatching(/100 words of a phrase/)]);
    expect(ignored).toEqual(Array.from({ length: 50 }, (_, at) => `w${at + 100}`));
  });
});
