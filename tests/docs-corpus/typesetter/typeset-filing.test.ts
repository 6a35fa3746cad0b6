// A source to a filing: its name, its pages in two passes, its PDF and the truth that agree with each other.
import { describe, expect, test } from '@jest/globals';
import { fileNameOf, setPages, typesetFiling } from '../../../docs-corpus/typesetter/typeset-filing.ts';
import { textOfLine } from '../../../docs-corpus/typesetter/truth.ts';
import { readPdf } from './read-pdf.ts';
import { sampleSource } from './sample-source.ts';

test.each([
  ['a main document', '9005', 0, 'gov.uscourts.cand.0.9005.0.pdf'],
  ['an attachment', '9007', 12, 'gov.uscourts.cand.0.9007.12.pdf'],
])('the RECAP name of %s', (_, entry, attachment, expected) => {
  expect(fileNameOf({ entry, attachment })).toBe(expected);
});

describe('setPages', () => {
  const body = [
    '# TABLE OF CONTENTS',
    '::: contents',
    ':::',
    '~~~ restart',
    '# I. INTRODUCTION',
    ...Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of the introduction.`),
    '# II. ARGUMENT',
    'Text.',
  ].join('\n');
  const textsOf = (page: ReturnType<typeof setPages>[number] | undefined) => page?.lines.map(textOfLine) ?? [];

  test('a table of contents has the pages on which the headings are in the end', () => {
    const pages = setPages(sampleSource(body));
    expect(pages.map(({ pageLabel }) => pageLabel)).toEqual(['i', '1', '2']);
    const entries = textsOf(pages[0]).filter((text) => text.includes('....'));
    expect(entries).toEqual([
      expect.stringMatching(/^I\. INTRODUCTION .* 1$/),
      expect.stringMatching(/^II\. ARGUMENT .* 2$/),
    ]);
    expect(textsOf(pages[1])).toContain('I. INTRODUCTION');
    expect(textsOf(pages[2])).toContain('II. ARGUMENT');
  });
});

describe('typesetFiling', () => {
  test('the PDF has the words of the truth, page by page, and not what is withheld', async () => {
    const body =
      'Netflix agreed to pay {{$150 million}} and gave {{!signals}}.[^1]\n~~~\nSecond.\n\n[^1]: Not {{secret}}.';
    const { file, bytes, truth } = await typesetFiling(sampleSource(body, { redacted: 'true' }));
    expect(file).toBe('gov.uscourts.cand.0.9099.0.pdf');
    expect(truth.file).toBe(file);
    const { pages } = await readPdf(bytes);
    expect(pages).toHaveLength(truth.pages.length);
    const flat = (texts: readonly string[]) => texts.join('').replaceAll(/\s/g, '').split('').toSorted().join('');
    for (const [index, page] of truth.pages.entries())
      expect(flat(pages[index]?.words.map(({ text }) => text) ?? [])).toBe(flat(page.lines.map(({ text }) => text)));
    const words = pages.flatMap((page) => page.words.map(({ text }) => text)).join(' ');
    expect(words).toContain('[REDACTED]');
    for (const secret of ['150', 'signals', 'secret'])
      expect(`${words} ${JSON.stringify(truth)}`).not.toContain(secret);
    expect(truth.redactions).toHaveLength(2);
  });
});
