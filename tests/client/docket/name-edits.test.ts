// Names as a person edits them: what a form sends, and what it refuses.
import { describe, expect, test } from '@jest/globals';
import {
  accepted,
  nameFormOf,
  originText,
  readNameForm,
  refused,
  takenBack,
  type NameForm,
} from '../../../client/src/docket/name-edits.ts';
import type { CorpusName, NameEdit } from '../../../server/contract/names.ts';

const zuckerberg: CorpusName = {
  kind: 'person',
  name: 'Mark Zuckerberg',
  aliases: ['Zuckerberg', 'Mr. Zuckerberg'],
  origin: 'gazetteer',
  sources: [],
  files: 3,
};
const kind = 'person';

test('aliases stand one a line, since names hold commas', () => {
  expect(nameFormOf({ name: 'Meta', aliases: ['Meta Platforms, Inc.', 'Facebook'] })).toEqual({
    name: 'Meta',
    aliases: 'Meta Platforms, Inc.\nFacebook',
  });
});

describe('what a form comes to', () => {
  test.each<[string, CorpusName | null, NameForm, readonly NameEdit[]]>([
    ['nothing changed', zuckerberg, nameFormOf(zuckerberg), []],
    [
      'a new name',
      null,
      { name: ' Jane Doe ', aliases: 'Doe\n\n Ms. Doe ' },
      [{ kind, name: 'Jane Doe', aliases: ['Doe', 'Ms. Doe'] }],
    ],
    [
      'an alias less',
      zuckerberg,
      { name: 'Mark Zuckerberg', aliases: 'Zuckerberg' },
      [{ kind, name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }],
    ],
    [
      'other capitals are the same name',
      zuckerberg,
      { name: 'MARK ZUCKERBERG', aliases: '' },
      [{ kind, name: 'MARK ZUCKERBERG', aliases: [] }],
    ],
    [
      'another name: the old one is its alias, for filings go on printing it',
      zuckerberg,
      { name: 'Mark E. Zuckerberg', aliases: 'Zuckerberg' },
      [
        { kind, name: 'Mark Zuckerberg', aliases: null },
        { kind, name: 'Mark E. Zuckerberg', aliases: ['Zuckerberg', 'Mark Zuckerberg'] },
      ],
    ],
  ])('%s', (_why, before, form, edits) => {
    expect(readNameForm(kind, before, form)).toEqual({ edits, problem: null });
  });

  test.each<[NameForm, RegExp]>([
    [{ name: ' ', aliases: '' }, /takes a name/],
    [{ name: 'J', aliases: '' }, /“J” is no name/],
    [{ name: '12-34', aliases: '' }, /letters among them/],
    [{ name: 'Jane Doe', aliases: 'Doe\n!' }, /“!” is no name/],
    [{ name: 'Jane Doe', aliases: Array.from({ length: 101 }, (_, at) => `Doe ${at}`).join('\n') }, /at most 100/],
  ])('%j is refused', (form, problem) => {
    const read = readNameForm(kind, null, form);
    expect(read.edits).toEqual([]);
    expect(read.problem).toMatch(problem);
  });
});

test('a candidate is accepted with its spellings, refused, and taken back', () => {
  expect([accepted(zuckerberg), refused(zuckerberg), takenBack(zuckerberg)]).toEqual([
    { kind, name: 'Mark Zuckerberg', aliases: ['Zuckerberg', 'Mr. Zuckerberg'] },
    { kind, name: 'Mark Zuckerberg', aliases: null },
    { kind, name: 'Mark Zuckerberg', takeBack: true },
  ]);
});

test.each<[Pick<CorpusName, 'origin' | 'sources'>, string]>([
  [{ origin: 'person', sources: [] }, 'by a person'],
  [{ origin: 'gazetteer', sources: [] }, 'from the gazetteer'],
  [{ origin: 'read', sources: ['caption', 'signature', 'text'] }, 'from captions, signatures'],
  [{ origin: 'guessed', sources: ['text'] }, 'guessed from the text'],
])('%j: %s', (name, expected) => {
  expect(originText(name)).toBe(expected);
});
