// Where headings and authorities stand, on pages made by hand.
import { describe, expect, test } from '@jest/globals';
import { findOn, noPages } from '../../../docs-corpus/typesetter/page-finder.ts';
import { placedLine, placedPage } from './sample-source.ts';

const heading = (text: string) =>
  placedLine(text, { passage: { kind: 'heading', text, paragraph: null, headings: [] } });
const page = (label: string | null, ...lines: ReturnType<typeof placedLine>[]) =>
  placedPage(lines, { pageLabel: label });

const finder = findOn([
  page(null, placedLine('Grinnell')),
  page('i', heading('II. ARGUMENT'), placedLine('Grinnell')),
  page(
    '1',
    heading('I. INTRODUCTION'),
    placedLine('the argu-'),
    placedLine('ment in United States v. Grin-'),
    placedLine('nell Corp.'),
  ),
  page('2', heading('II. ARGUMENT'), placedLine('15 U.S.C. § 26'), placedLine('Oppenheimer'), placedLine('2 A note.')),
  page('3', placedLine('15 U.S.C. § 2 and Grinnell'), placedLine('II. ARGUMENT', { furniture: 'footer' })),
  ...['4', '5', '6', '7', '8', '9'].map((label) => page(label, placedLine('Kamakana, Kamakana'))),
]);

describe('ofHeading', () => {
  test.each([
    ['where it begins', 'I. INTRODUCTION', '1'],
    ['not where the table in front lists it, nor in a footer', 'II. ARGUMENT', '2'],
    ['words of the text are no heading', '15 U.S.C. § 26', ''],
    ['unknown', 'III. CONCLUSION', ''],
  ])('%s', (_, text, expected) => {
    expect(finder.ofHeading(text)).toBe(expected);
  });
});

describe('ofWords', () => {
  test.each([
    ['broken at a hyphen, whatever its marks', '*Grinnell Corp.*', '1'],
    ['each page once, roman pages and covers left out', 'Grinnell', '1, 3'],
    ['a section is not found in a longer number', '15 U.S.C. § 2', '3'],
    ['a footnote’s number after a word does not hide it', 'Oppenheimer', '2'],
    ['more than five pages', 'Kamakana', 'passim'],
    ['cited nowhere', 'Foltz', ''],
    ['nothing to look for', '', ''],
  ])('%s', (_, words, expected) => {
    expect(finder.ofWords(words)).toBe(expected);
  });
});

test('before the first pass labels are placeholders of about their width', () => {
  expect(noPages.ofHeading('I.')).toMatch(/^\d$/);
  expect(noPages.ofWords('Grinnell')).toMatch(/^\d, \d$/);
});
