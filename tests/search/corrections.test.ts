import { describe, expect, test } from '@jest/globals';
import { hitEnd, hitStart } from '../../server/engine/search-words.ts';
import { correctionsOf } from '../../server/search/corrections.ts';

/** `[` and `]` for the engine's marks. */
const marked = (text: string) => text.replaceAll('[', hitStart).replaceAll(']', hitEnd);

describe('what was found for what was typed', () => {
  const rows: [typed: string[], texts: string[], corrections: Record<string, string[]>, why: string][] = [
    [['titan'], ['the [Titan] API', '[TITAN]'], {}, 'capitals are no correction'],
    [['cafe'], ['the [Café]'], {}, 'nor accents'],
    [['titn'], ['the [Titan] and the [Titans]'], { titn: ['titan', 'titans'] }, 'a typing error'],
    [['tit'], ['the [Tit]an API'], { tit: ['titan'] }, 'a word that goes on'],
    [['titan', 'inbx'], ['[Titan] and [Inbox]'], { inbx: ['inbox'] }, 'the word it resembles'],
    [['facebook'], ['[face] [book] page'], { facebook: ['face', 'book'] }, 'a word that was split'],
    [['face', 'book'], ['[Facebook] page'], { face: ['facebook'] }, 'words that were joined'],
    [['titan'], ['the [Titan] agreements', 'no mark'], {}, 'only what is marked'],
    [['netflx'], ['[Netflix]', '[netflix]'], { netflx: ['netflix'] }, 'each once'],
    [['a b'], ['[new york] [x]'], {}, 'nothing in common: nothing is guessed'],
  ];
  test.each(rows)('%j in %j (%#)', (typed, texts, corrections) => {
    const found = correctionsOf(typed, texts.map(marked));
    expect(Object.fromEntries(found.map((each) => [each.typed, each.found]))).toEqual(corrections);
  });
});
