// The syntax of a source, and what a source may not leave out.
import { describe, expect, test } from '@jest/globals';
import { frontMatter, readSource } from '../../../docs-corpus/typesetter/source.ts';
import { sampleSource, sampleText } from './sample-source.ts';

describe('front matter', () => {
  test.each([
    ['no front matter', 'Text only.', 'begin with front matter'],
    ['front matter that does not end', '---\nspecimen: true\nText.', 'begin with front matter'],
    ['nobody says that it is a specimen', sampleText('Text.').replace('specimen: true\n', ''), 'specimen: true'],
    ['it says that it is none', sampleText('Text.', { specimen: 'false' }), 'specimen: true'],
    ['a fact is missing', sampleText('Text.').replace(/filer: .*\n/, ''), 'lacks "filer"'],
    ['a fact is empty', sampleText('Text.', { title: '' }), 'lacks "title"'],
    ['unknown paper', sampleText('Text.', { paper: 'vellum' }), '"paper" must be one of pleading'],
    ['an unknown fence', sampleText('::: frame\nText\n:::'), 'line 1: unknown or unclosed fence'],
    ['a fence that is not closed', sampleText('Text.\n\n::: single\nText'), 'line 3: unknown or unclosed fence'],
    ['a version that nobody names', sampleText('This is the {version}.'), 'speaks of its {version}'],
  ])('refused, and named: %s', (_, text, message) => {
    expect(() => readSource(text, 'sample.md')).toThrow(message);
    expect(() => readSource(text, 'sample.md')).toThrow('sample.md');
  });

  test('what is left out has the plain value', () => {
    expect(sampleSource('Text.').facts).toEqual({
      entry: '9099',
      attachment: 0,
      filedOn: '2023-05-11',
      filer: 'Plaintiffs',
      type: 'brief',
      title: 'Sample Brief',
      shortTitle: 'Br.',
      paper: 'pleading',
      footer: null,
      firstPage: 1,
      coverWithoutNumber: false,
      bates: null,
      innerStamp: null,
      numberOffset: 0,
      redacted: false,
      scanned: false,
    });
  });

  test.each([
    ['attachment', { attachment: '2' }, { attachment: 2 }],
    ['an apostrophe in a short title is curled', { short: "Hr'g Tr." }, { shortTitle: 'Hr’g Tr.' }],
    ['a title with a colon', { title: 'Exhibit A: Addendum' }, { title: 'Exhibit A: Addendum' }],
    ['a cover', { cover: 'unnumbered', firstPage: '0' }, { coverWithoutNumber: true, firstPage: 0 }],
    ['Bates', { bates: '123' }, { bates: 123 }],
    ['a redacted version', { redacted: 'true' }, { redacted: true }],
    ['a scan', { scanned: 'true' }, { scanned: true }],
  ])('%s', (_, typed, expected) => {
    expect(sampleSource('Text.', typed).facts).toMatchObject(expected);
  });

  test('facts and body are told apart', () => {
    const { facts, body } = frontMatter(sampleText('One.\n\nTwo.'), 'sample.md');
    expect(facts.get('title')).toBe('Sample Brief');
    expect(body).toEqual(['One.', '', 'Two.']);
  });
});

describe('blocks', () => {
  const paragraph = (text: string, change = {}) => ({
    kind: 'paragraph',
    text,
    numbered: false,
    flush: false,
    ...change,
  });
  test.each([
    ['a paragraph', 'Text.', [paragraph('Text.')]],
    ['two lines are two paragraphs', 'One.\nTwo.', [paragraph('One.'), paragraph('Two.')]],
    ['numbered', '+ Text.', [paragraph('Text.', { numbered: true })]],
    ['flush', '. Text.', [paragraph('Text.', { flush: true })]],
    ['a heading', '## A. Facts', [{ kind: 'heading', level: 2, text: 'A. Facts' }]],
    ['a quote', '> Text.', [{ kind: 'quote', text: 'Text.' }]],
    ['centred', '= Text', [{ kind: 'centered', level: null, text: 'Text' }]],
    ['a page', '~~~', [{ kind: 'page', restart: false }]],
    ['a page from which numbers begin again', '~~~ restart', [{ kind: 'page', restart: true }]],
    [
      'a table and the paragraph after it',
      '| a | b |\n| 1 | 2 |\nText.',
      [
        {
          kind: 'table',
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
        paragraph('Text.'),
      ],
    ],
    [
      'a fence keeps its lines as typed',
      '::: single 30\n  one\n\ntwo\n:::\nText.',
      [{ kind: 'fence', name: 'single', argument: '30', lines: ['  one', '', 'two'] }, paragraph('Text.')],
    ],
    ['a speaker on another paper than a transcript is a paragraph', 'THE COURT: Yes.', [paragraph('THE COURT: Yes.')]],
    ['nothing', '\n\n', []],
  ])('%s', (_, body, expected) => {
    expect(sampleSource(body).blocks).toEqual(expected);
  });

  test.each([
    ['Q. Did you?', 'Q.', 'Did you?'],
    ['A. Yes.', 'A.', 'Yes.'],
    ['THE COURT: Counsel?', 'THE COURT:', 'Counsel?'],
    ["PLAINTIFFS' COUNSEL: Here.", 'PLAINTIFFS’ COUNSEL:', 'Here.'],
  ])('on a transcript %s', (body, speaker, text) => {
    expect(sampleSource(body, { paper: 'transcript' }).blocks).toEqual([{ kind: 'testimony', speaker, text }]);
  });

  test('footnotes are kept apart by their numbers', () => {
    const { blocks, notes } = sampleSource('Text.[^1] More.[^12]\n\n[^1]: First.\n[^12]: Twelfth.');
    expect(blocks).toEqual([paragraph('Text.[^1] More.[^12]')]);
    expect([...notes]).toEqual([
      ['1', 'First.'],
      ['12', 'Twelfth.'],
    ]);
  });
});

test('a body is borrowed with its notes, and each filing names its own version', () => {
  const lender = sampleText('This is the {version}.[^1]\n\n[^1]: A note.', { version: 'REDACTED VERSION' });
  const borrower = sampleText('', { entry: '9100', version: 'UNSEALED VERSION' });
  const { facts, blocks, notes } = readSource(borrower, 'later.md', lender);
  expect(facts.entry).toBe('9100');
  expect(blocks).toEqual([expect.objectContaining({ text: 'This is the UNSEALED VERSION.[^1]' })]);
  expect(notes.get('1')).toBe('A note.');
});
