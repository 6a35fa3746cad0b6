import { describe, expect, test } from '@jest/globals';
import { isTold, type ReadName } from '../../server/contract/names.ts';
import type { PassageKind } from '../../server/contract/passage.ts';
import { readNames } from '../../server/passages/names.ts';

function read(...texts: readonly (string | readonly [PassageKind, string])[]): ReadName[] {
  const passages = texts.map((each) => {
    const [kind, text] = typeof each === 'string' ? (['paragraph', each] as const) : each;
    return { kind, text, spans: [] };
  });
  return readNames(passages, []);
}
const named = (names: readonly ReadName[], name: string) => names.find((each) => each.name === name);

describe('people in running text', () => {
  test('a full name with a first name that people have; last name and titles are its spellings', () => {
    const names = read(
      'In 2015 Mark Zuckerberg wrote.',
      'MARK ZUCKERBERG and Mr. Zuckerberg met. Then Zuckerberg left.',
    );
    expect(names).toEqual([
      {
        kind: 'person',
        name: 'Mark Zuckerberg',
        aliases: ['Mr. Zuckerberg', 'Zuckerberg'],
        sources: ['text'],
        times: 3,
      },
    ]);
  });

  test('two people of one last name: the last name alone means neither', () => {
    const names = read('Emily Smith and Mike Smith met Mr. Smith.');
    expect(names.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Emily Smith', []],
      ['Mike Smith', []],
    ]);
  });

  test('a last name that is a word of this filing, or part of a firm, stands for nobody alone', () => {
    expect(named(read('David Card testified that a card was drawn. Dr. Card left.'), 'David Card')?.aliases).toEqual([
      'Dr. Card',
    ]);
    expect(named(read('Emily Baker met Baker Botts LLP.'), 'Emily Baker')?.aliases).toEqual([]);
  });

  test.each([
    ['See Ashcroft v. Iqbal, 556 U.S. 662; Mary Jones v. John Smith, 1 F.3d 2', 'names of cases'],
    ['In re Michael Smith, 12 F.3d 1', 'names of cases with one party'],
    ['The District Court in Santa Clara County', 'courts and places'],
    ['at Bartlit Beck Herman Palenchar & Scott', 'firms'],
    ['Standing Order. Inbox API. Statement of Facts', 'headings'],
  ])('none in %s', (text) => {
    expect(read(text).filter(({ kind }) => kind === 'person')).toEqual([]);
  });

  test('headings, tables of authorities and tables give no names', () => {
    expect(
      read(['heading', 'Mark Zuckerberg Decides'], ['contents', 'Mark Zuckerberg 3'], ['table', 'Mark Zuckerberg 4']),
    ).toEqual([]);
  });

  test('a guess is told when the filing repeats it or gives a title; a name in its place is told at once', () => {
    expect(read('Mark Zuckerberg wrote.').map(isTold)).toEqual([false]);
    expect(read('Mark Zuckerberg wrote. Then Zuckerberg left.').map(isTold)).toEqual([true]);
    expect(read('Meta Platforms, Inc. moved. Then Meta Platforms left.').map(isTold)).toEqual([true]);
    expect(read('Dr. Mark Zuckerberg wrote.').map(isTold)).toEqual([true]);
    expect(read('I, Keerthi Lalitha, declare:').map(isTold)).toEqual([true]);
  });

  test('who signs is found in the text, too, whatever the first name', () => {
    const names = read('I, Keerthi Lalitha, declare:', 'Later Keerthi Lalitha spoke.');
    expect(named(names, 'Keerthi Lalitha')).toMatchObject({ sources: ['testimony', 'text'], times: 2 });
  });
});

test('spellings of an organisation are one, with the name that the filing gives it', () => {
  const names = read(
    ['caption', 'JANE DOE, Plaintiff, v. STUDENTS FOR FAIR ADMISSIONS, INC., Defendant.'],
    'Students for Fair Admissions, Inc. (“SFFA”) and Students for Fair Admissions filed.',
  );
  expect(named(names, 'Students for Fair Admissions, Inc.')).toMatchObject({
    kind: 'organization',
    aliases: ['SFFA', 'Students for Fair Admissions'],
    sources: ['caption', 'text'],
  });
});

test('an alias that means somebody else in each filing is none', () => {
  expect(named(read('Meta Platforms, Inc. (“Defendant”) moved.'), 'Meta Platforms, Inc.')?.aliases).toEqual([
    'Meta Platforms',
  ]);
});
