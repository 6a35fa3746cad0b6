// The Markdown of a tray: quotations with citations, and nothing of a filing that acts.
import { describe, expect, test } from '@jest/globals';
import { exportMarkdown, madeLine } from '../../server/citations/export-markdown.ts';
import { rowOf, sheetOf } from './sheets.ts';

const text = (...args: Parameters<typeof sheetOf>): string => exportMarkdown(sheetOf(...args)).bytes.toString('utf8');

describe('Markdown', () => {
  test('is a quotation, its citation, tags and note', () => {
    const row = rowOf({ tags: ['ad spend', 'titan'], note: 'compare with 2017' });
    expect(exportMarkdown(sheetOf([row]))).toMatchObject({
      filename: 'Ad spend.md',
      media: 'text/markdown; charset=utf-8',
    });
    expect(text([row]).split('\n')).toEqual([
      '# Ad spend',
      '',
      String.raw`1 passage, exported by Pincite 0.1.0 on 2026-01-02 from corpus ab\_cd\_ef.`,
      '',
      '> The Titan API was private.',
      '>',
      '> — Pls.’ Letter Br. 3:14–22, ECF No. 735.',
      '',
      'Tags: ad spend, titan',
      '',
      'compare with 2017',
      '',
    ]);
  });

  test('says what was not searched', () => {
    const made = (pages: number) => madeLine(sheetOf([rowOf()], 'Ad spend', { pages, documents: 2 }));
    expect(made(9)).toMatch(/from corpus ab_cd_ef\. Not searched: 9 pages of 2 filings \(/);
    expect(made(0)).toMatch(/from corpus ab_cd_ef\.$/);
  });

  test('says of a quote that is gone that it is gone', () => {
    expect(text([rowOf({ found: false })])).toContain('**This quote is not found any more where it was collected');
    expect(text([rowOf()])).not.toContain('not found');
  });

  test.each(['quote', 'citation', 'note'] as const)('%s of a filing is text', (field) => {
    const hostile = '<img src=x> [a](javascript:b) **c** https://e.example `d`';
    const made = text([rowOf({ [field]: hostile })]);
    expect(made).toContain(String.raw`\<img src=x\> \[a\](javascript:b) \*\*c\*\* https\://e.example ` + '\\`d\\`');
  });

  test('tags and the tray’s name are text too', () => {
    const made = text([rowOf({ tags: ['<b>', '*'] })], 'Ad *spend* [specimen, not a court record]');
    expect(made).toContain(String.raw`Tags: \<b\>, \*`);
    expect(made).toContain(String.raw`# Ad \*spend\* \[specimen, not a court record\]`);
  });

  test('every line of a quotation stays in it', () => {
    const made = text([rowOf({ quote: 'one\n# two\n\n- three' })]).split('\n');
    expect(made.slice(4, 8)).toEqual(['> one', String.raw`> \# two`, '> ', String.raw`> \- three`]);
  });

  test('a citation with a line break is still one line of the quotation, a title one line', () => {
    const made = text([rowOf({ citation: 'Order\n\nre Seal 2, ECF\u00a0No. 1.' })], 'Ad\nspend');
    expect(made).toContain('> — Order re Seal 2, ECF\u00a0No. 1.');
    expect(made).toContain('# Ad spend\n');
  });
});

describe('the line that says what it was made from', () => {
  test.each([
    [0, '0 passages'],
    [1, '1 passage'],
    [2, '2 passages'],
  ])('%i rows: %s', (count, words) => {
    const rows = Array.from({ length: count }, (_, at) => rowOf({ number: at + 1 }));
    expect(madeLine(sheetOf(rows))).toBe(`${words}, exported by Pincite 0.1.0 on 2026-01-02 from corpus ab_cd_ef.`);
  });
});
