// The command line: what is understood, what is refused and how.
import { expect, test } from '@jest/globals';
import { readOptions, type FidelityOptions } from './fidelity-options.ts';

const plain: FidelityOptions = {
  folder: null,
  only: null,
  worst: 0,
  update: false,
  baseline: null,
  explain: null,
  out: null,
  ocr: false,
};

test.each<[string, Partial<FidelityOptions>]>([
  ['', {}],
  ['../filings', { folder: '../filings' }],
  ['--worst 20 here', { folder: 'here', worst: 20 }],
  ['--only cand.33 --baseline b.json', { only: 'cand.33', baseline: 'b.json' }],
  ['--update', { update: true }],
  ['--explain brief.pdf 3 --out seen', { explain: { file: 'brief.pdf', pageNumber: 3 }, out: 'seen' }],
  ['folder --explain brief.pdf 3', { folder: 'folder', explain: { file: 'brief.pdf', pageNumber: 3 } }],
  ['--ocr --only linn --worst 5', { ocr: true, only: 'linn', worst: 5 }],
])('%s', (line, expected) => {
  expect(readOptions(line === '' ? [] : line.split(' '))).toEqual({ ...plain, ...expected });
});

test.each<[string, RegExp]>([
  ['--wrost 3', /“--wrost” means nothing/],
  ['one two', /“two” means nothing/],
  ['--worst', /needs a number/],
  ['--worst many', /“many” is no whole number/],
  ['--worst 0', /“0” is no whole number/],
  ['--only --update', /needs a part of a file name/],
  ['--explain brief.pdf', /needs a file and a page number/],
  ['--explain brief.pdf iv', /“iv” is no whole number/],
  ['--update --only x', /leave --only away/],
  ['--ocr folder', /its own list of scans/],
  ['--ocr --update', /its own list of scans/],
  ['--explain brief.pdf 3 --ocr', /its own list of scans/],
])('%s is refused', (line, message) => {
  expect(() => readOptions(line.split(' '))).toThrow(message);
});
