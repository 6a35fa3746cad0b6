// Blocks into lines: how each kind is set, what passage it makes, and under which headings.
import { describe, expect, test } from '@jest/globals';
import { compose, composeNote } from '../../../docs-corpus/typesetter/compose.ts';
import { noPages } from '../../../docs-corpus/typesetter/page-finder.ts';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import { linesOf, printed, sampleSource } from './sample-source.ts';

const flowOf = (body: string, facts: Readonly<Record<string, string>> = {}) => {
  const source = sampleSource(body, facts);
  return compose(source, papers[source.facts.paper], noPages);
};
const passagesOf = (body: string, facts: Readonly<Record<string, string>> = {}) => [
  ...new Set(linesOf(flowOf(body, facts)).flatMap(({ passage }) => passage ?? [])),
];

describe('passages', () => {
  test.each([
    ['a paragraph', 'Text.', {}, ['paragraph', 'Text.', null]],
    ['numbered paragraphs count', '+ Text.', {}, ['paragraph', '1. Text.', '1']],
    ['a heading', '# I. FACTS', {}, ['heading', 'I. FACTS', null]],
    ['a quote', '> Text.', {}, ['quote', 'Text.', null]],
    ['centred', '= **CLAIM**', {}, ['paragraph', 'CLAIM', null]],
    ['a heading in the middle', '=# **CLAIM**', {}, ['heading', 'CLAIM', null]],
    ['the call of a note is none of its words', 'Text.[^1]\n\n[^1]: Note.', {}, ['paragraph', 'Text.', null]],
    ['a question', 'Q. Did you?', { paper: 'transcript' }, ['testimony', 'Q. Did you?', null]],
    ['colloquy', 'THE COURT: Yes.', { paper: 'transcript' }, ['testimony', 'THE COURT: Yes.', null]],
    ['a table', '| a | b |\n| 1 | 2 |', {}, ['table', 'a b 1 2', null]],
  ])('%s', (_, body, facts, [kind, text, paragraph]) => {
    expect(passagesOf(body, facts)).toEqual([{ kind, text, paragraph, headings: [] }]);
  });

  test('numbers go on over headings', () => {
    expect(passagesOf('+ One.\n# I. NEXT\n+ Two.').map(({ paragraph }) => paragraph)).toEqual(['1', null, '2']);
  });

  test('a quote and a table belong to the numbered paragraph above them, until a heading or a plain paragraph', () => {
    const body = '+ One.\n> Quoted.\n| a | b |\n| 1 | 2 |\n# I. NEXT\n> Quoted again.\n+ Two.\nText.\n> Third.';
    expect(passagesOf(body).map(({ paragraph }) => paragraph)).toEqual(['1', '1', '1', null, null, '2', null, null]);
  });

  test('what follows a slip-sheet stands under its exhibit, what follows a slide under its title', () => {
    const body =
      '::: slip EXHIBIT A\nto a Declaration\n:::\n## Table 1\nX.\n## Table 2\nY.\n::: slide Plans\n- one\n:::\nZ.';
    expect(passagesOf(body).map(({ text, headings }) => [text, headings])).toEqual([
      ['EXHIBIT A', []],
      ['to a Declaration', ['EXHIBIT A']],
      ['Table 1', ['EXHIBIT A']],
      ['X.', ['EXHIBIT A', 'Table 1']],
      ['Table 2', ['EXHIBIT A']],
      ['Y.', ['EXHIBIT A', 'Table 2']],
      ['Plans', ['EXHIBIT A']],
      ['• one', ['EXHIBIT A', 'Plans']],
      ['Z.', ['EXHIBIT A', 'Plans']],
    ]);
  });

  test('headings in force: a level ends the deeper ones', () => {
    const body = '# I. ONE\n## A. First\n### 1. Deep\nX.\n## B. Second\nY.\n# II. TWO\nZ.';
    const paragraphs = passagesOf(body).filter(({ kind }) => kind === 'paragraph');
    expect(paragraphs.map(({ headings }) => headings)).toEqual([
      ['I. ONE', 'A. First', '1. Deep'],
      ['I. ONE', 'B. Second'],
      ['II. TWO'],
    ]);
    const headings = passagesOf(body).filter(({ kind }) => kind === 'heading');
    expect(headings.map((heading) => heading.headings)).toEqual([
      [],
      ['I. ONE'],
      ['I. ONE', 'A. First'],
      ['I. ONE'],
      [],
    ]);
  });
});

describe('how blocks stand', () => {
  const startsOf = (body: string, facts: Readonly<Record<string, string>> = {}) =>
    linesOf(flowOf(body, facts)).map(({ segments }) => segments[0]?.dx);
  const long = 'word '.repeat(40).trim();
  test.each([
    ['a paragraph is indented', long, {}, [36, 0]],
    ['a flush one is not', `. ${long}`, {}, [0, 0]],
    ['a quote is indented on both sides', `> ${long}`, {}, [48, 48]],
    ['a question', `Q. ${long}`, { paper: 'transcript' }, [36, 0]],
    ['colloquy stands further in', `THE COURT: ${long}`, { paper: 'transcript' }, [72, 0]],
    ['a heading’s mark hangs', `## A. ${long}`, {}, [36, 64]],
  ])('%s', (_, body, facts, expected) => {
    expect(startsOf(body, facts).slice(0, 2)).toEqual(expected);
  });

  test.each([
    ['a paragraph is double-spaced on the numbers', long, 24, true],
    ['a quote is single-spaced between them', `> ${long}`, 12, false],
  ])('%s', (_, body, leading, onGrid) => {
    for (const line of linesOf(flowOf(body))) expect(line).toMatchObject({ leading, onGrid });
  });

  test('a heading keeps with what follows and is not hyphenated', () => {
    const lines = linesOf(flowOf(`## A. ${'agreement communications '.repeat(6)}`));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(({ keep }) => keep)).toBe(true);
    expect(printed(lines).some((text) => text.endsWith('-'))).toBe(false);
  });

  test('pages break where the source says', () => {
    expect(flowOf('One.\n~~~ restart\nTwo.').filter(({ item }) => item === 'page')).toEqual([
      { item: 'page', restart: true },
    ]);
  });
});

describe('footnotes', () => {
  const source = sampleSource('Text.[^1]\n\n[^1]: A note on {{what}} was said.', { redacted: 'true' });
  test('a note begins with its raised number and is smaller than the text', () => {
    const [line] = composeNote('1', source, papers.pleading, ['I. FACTS']);
    expect(line?.segments[0]).toMatchObject({ text: '1 ' });
    expect(line?.segments[0]?.rise).toBeGreaterThan(0);
    expect(line?.segments[1]?.size).toBe(10);
    expect(line?.passage).toMatchObject({ kind: 'footnote', text: 'A note on was said.', headings: ['I. FACTS'] });
  });
  test('a note withholds like the text, and does not call itself', () => {
    const lines = composeNote('1', source, papers.pleading, ['I. FACTS']);
    expect(printed(lines)).toEqual(['1 A note on was said.']);
    expect(lines.flatMap(({ calls }) => calls)).toEqual([]);
  });
  test('the line that calls a note says so', () => {
    expect(linesOf(compose(source, papers.pleading, noPages)).map(({ calls }) => calls)).toEqual([['1']]);
  });
  test('a note that is called but not written is refused', () => {
    expect(() => composeNote('2', source, papers.pleading, [])).toThrow('footnote 2');
  });
});
