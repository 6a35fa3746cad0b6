// Marks inside a paragraph, quotes, and what is withheld.
import { describe, expect, test } from '@jest/globals';
import { curl, redact, runsOf, unseal } from '../../../docs-corpus/typesetter/inline.ts';

describe('curl', () => {
  test.each([
    ['double quotes', 'called "the Addendum" here', 'called “the Addendum” here'],
    ['at the beginning and in brackets', '"One" ("two")', '“One” (“two”)'],
    ['after a dash', 'lists—"friends"', 'lists—“friends”'],
    ['a quote within a quote', '"he said \'yes\'"', '“he said ‘yes’”'],
    ['an apostrophe', "Plaintiffs' and Meta's", 'Plaintiffs’ and Meta’s'],
    ['a year cut short has an apostrophe', "the '90s", 'the ’90s'],
    ['a range', '570--71 and 47:3--16', '570–71 and 47:3–16'],
    ['two hyphens between words stay', 'a--b', 'a--b'],
    ['a section does not part from its number', '§ 2 and ¶¶ 3', '§\u00a02 and ¶¶\u00a03'],
    ['nor does a title or a number', 'Mr. Doe, No. 4, Ex. B', 'Mr.\u00a0Doe, No.\u00a04, Ex.\u00a0B'],
  ])('%s', (_, typed, expected) => {
    expect(curl(typed)).toBe(expected);
  });
});

describe('runsOf', () => {
  const short = (text: string) =>
    runsOf(text).map(({ text: words, bold, italic, underline, note, secret }) => {
      const signs = [bold && 'b', italic && 'i', underline && 'u', note && 'n', secret].filter(Boolean).join('+');
      return signs === '' ? words : `${signs}:${words}`;
    });
  test.each([
    ['plain', 'words only', ['words only']],
    ['italic', 'see *Grinnell* at', ['see ', 'i:Grinnell', ' at']],
    ['bold in italic', '*a **b** c*', ['i:a ', 'b+i:b', 'i: c']],
    ['underlined', '__Page__', ['u:Page']],
    ['a footnote', 'did not.[^12] No', ['did not.', 'n:12', ' No']],
    ['under a box', 'was {{$150 million}}.', ['was ', 'box:$150 million', '.']],
    ['replaced by a word', 'was {{!$150 million}}.', ['was ', 'word:$150 million', '.']],
    ['an emphasis under a box', '{{a *b*}} c', ['box:a ', 'i+box:b', ' c']],
    ['a mark that is not closed', '*open', ['i:open']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('what is withheld', () => {
  const runs = runsOf('paid {{$40 million}} and {{!$150 million}}');
  test('redacted, a word is replaced and a box keeps its width to be drawn', () => {
    expect(redact(runs).map(({ text, secret }) => [text, secret])).toEqual([
      ['paid ', null],
      ['$40 million', 'box'],
      [' and ', null],
      ['[REDACTED]', null],
    ]);
  });
  test('unsealed, nothing is secret and every word is there', () => {
    expect(unseal(runs).map(({ secret }) => secret)).toEqual([null, null, null, null]);
    expect(
      unseal(runs)
        .map(({ text }) => text)
        .join(''),
    ).toBe('paid $40 million and $150 million');
  });
});
