// The baseline: written, read back the same, and what counts as a drop.
import { describe, expect, test } from '@jest/globals';
import { dropsBetween, readBaseline, writeBaseline, type CorpusBaseline, type MeasuredDocument } from './baseline.ts';
import { count, share, sumOf, type Figures } from './figures.ts';

function document(name: string, figures: Figures, refused: string | null = null): MeasuredDocument {
  return { key: `0123456789ab ${name}`, figures, refused };
}

function corpus(documents: readonly MeasuredDocument[], yardstick: string | null = 'pdftotext 22'): CorpusBaseline {
  return { yardstick, sum: sumOf(documents.map(({ figures }) => figures)), documents };
}

describe('the file', () => {
  const one = corpus([
    document('b 10.pdf', { 'pages read': share(3, 4), 'cut sentences': count(2), paragraph: count(9) }),
    document('b 2.pdf', {}, 'encrypted-pdf'),
  ]);

  test('is read back as it was', () => {
    const read = readBaseline(writeBaseline(new Map([['filings', one]])));
    expect(read.get('filings')?.sum).toEqual(one.sum);
    expect(read.get('filings')?.yardstick).toBe('pdftotext 22');
    expect(new Set(read.get('filings')?.documents)).toEqual(new Set(one.documents));
  });

  test('has one readable line a document, in the order of a directory', () => {
    const lines = writeBaseline(new Map([['filings', one]])).split('\n');
    const at = lines.findIndex((line) => line.includes('b 2.pdf'));
    expect(lines[at]?.trim()).toBe('"0123456789ab b 2.pdf": "encrypted-pdf",');
    expect(lines[at + 1]?.trim()).toBe('"0123456789ab b 10.pdf": "pages read 3/4; cut sentences 2; paragraph 9"');
  });

  test.each(['[]]', '7', '{"filings": {}}'])('%s is refused', (text) => {
    expect(() => readBaseline(text)).toThrow(/./);
  });

  test('figures of another version are passed over', () => {
    const text = '{"filings": {"yardstick": null, "sum": "old figure 1/2; word recall 1/2", "documents": {}}}';
    expect(readBaseline(text).get('filings')?.sum).toEqual({ 'word recall': { good: 1, of: 2 } });
  });
});

describe('dropsBetween', () => {
  const rows: [string, Figures, Figures, string[], string][] = [
    [
      'a share that falls',
      { 'line words': share(10, 10) },
      { 'line words': share(9, 10) },
      ['line words 10/10 9/10'],
      '',
    ],
    ['a share that rises', { 'line words': share(9, 10) }, { 'line words': share(10, 10) }, [], ''],
    ['more faults', { contradictions: count(0) }, { contradictions: count(1) }, ['contradictions 0 1'], ''],
    ['fewer faults', { contradictions: count(2) }, { contradictions: count(1) }, [], ''],
    ['other counts', { passages: count(9) }, { passages: count(1) }, [], 'neither good nor bad'],
    ['within the slack', { 'fitting words': share(900, 1000) }, { 'fitting words': share(897, 1000) }, [], ''],
    [
      'beyond the slack',
      { 'fitting words': share(900, 1000) },
      { 'fitting words': share(890, 1000) },
      ['fitting words 900/1000 890/1000'],
      '',
    ],
    ['not measured any more', { 'word recall': share(1, 1) }, {}, [], 'the table says so'],
    ['measured for the first time', {}, { 'word recall': share(0, 1) }, [], ''],
  ];
  test.each(rows)('%s', (_, before, now, expected) => {
    const drops = dropsBetween(
      corpus([document('a.pdf', before), document('b.pdf', {})]),
      corpus([document('a.pdf', now)]),
    );
    expect(drops.map(({ figure, before: was, now: is }) => `${figure} ${was} ${is}`)).toEqual(expected);
    expect(drops.every(({ where }) => where === '0123456789ab a.pdf')).toBe(true);
  });

  test('a file that is refused now was dropped, one that always was is not', () => {
    const before = corpus([document('a.pdf', { 'line words': share(1, 1) }), document('b.pdf', {}, 'encrypted-pdf')]);
    const now = corpus([document('a.pdf', {}, 'unreadable-pdf'), document('b.pdf', {}, 'encrypted-pdf')]);
    expect(dropsBetween(before, now)).toEqual([
      { where: '0123456789ab a.pdf', figure: 'read at all', before: 'yes', now: 'unreadable-pdf' },
    ]);
  });

  test('words are not compared with those of another pdftotext', () => {
    const [before, now] = [{ 'word recall': share(9, 9) }, { 'word recall': share(1, 9) }];
    const old = corpus([document('a.pdf', before)], 'pdftotext 21');
    expect(dropsBetween(old, corpus([document('a.pdf', now)]))).toEqual([]);
    expect(dropsBetween(old, corpus([document('a.pdf', now)], 'pdftotext 21'))).toHaveLength(2);
  });

  test('many small losses within the slack are a drop in sum', () => {
    const many = (good: number): MeasuredDocument[] =>
      ['a', 'b', 'c'].map((name) => document(`${name}.pdf`, { 'fitting words': share(good, 1000) }));
    expect(dropsBetween(corpus(many(900)), corpus(many(897))).map(({ where }) => where)).toEqual(['in sum']);
    // A part of the folder has no sum to compare.
    expect(dropsBetween(corpus(many(900)), corpus(many(897).slice(1)))).toEqual([]);
  });
});
