// Tables of contents and of authorities: leaders that reach the page label, hanging marks, groups.
import { describe, expect, test } from '@jest/globals';
import { setAuthorities, setContents } from '../../../docs-corpus/typesetter/reference-tables.ts';
import type { SetLine } from '../../../docs-corpus/typesetter/set-line.ts';
import { composerFor, linesOf, printed, sampleSource } from './sample-source.ts';

const long =
  'The Requests Seek Information That Is Relevant to What Was Given in Exchange for Access to the Interfaces';
const body = `# TABLE OF CONTENTS\n\n# I. INTRODUCTION\n\nText.\n\n## A. ${long}\n\n### 1. Dates\n\n# CONCLUSION`;
const pages = {
  ofHeading: (text: string) =>
    ({ 'I. INTRODUCTION': '1', [`A. ${long}`]: '12', '1. Dates': '13', CONCLUSION: '14' })[text] ?? '',
  ofWords: (text: string) => ({ Kamakana: '3, 7', Grinnell: 'passim', 'Rule 34': '9' })[text] ?? '',
};
const at = { ...composerFor(sampleSource(body)), pages };
const width = at.paper.right - at.paper.left;
const startOf = (line: SetLine | undefined) => line?.segments[0]?.dx;
const endOf = (line: SetLine | undefined) => {
  const last = line?.segments.at(-1);
  return (last?.dx ?? 0) + (last?.width ?? 0);
};

describe('setContents', () => {
  const flow = setContents(at);
  const lines = linesOf(flow);
  const texts = printed(flow);

  test('lists every heading but its own, each with its page', () => {
    expect(texts.filter((text) => text.includes('....')).map((text) => text.replace(/\s*\.{4,}\s*/, ' → '))).toEqual([
      'I. INTRODUCTION → 1',
      expect.stringMatching(/ → 12$/),
      '1. Dates → 13',
      'CONCLUSION → 14',
    ]);
    expect(texts[0]).toBe('Page');
  });
  test('labels end at the right edge', () => {
    for (const line of lines.filter(({ segments }) => segments.some(({ text }) => text.includes('....'))))
      expect(endOf(line)).toBeCloseTo(width, 5);
  });
  test('leaders touch neither words nor label', () => {
    for (const { segments } of lines)
      segments.slice(1).forEach((segment, index) => {
        const before = segments[index];
        expect(segment.dx).toBeGreaterThanOrEqual((before?.dx ?? 0) + (before?.width ?? 0) - 0.01);
      });
  });
  test('each level stands further in, and a long entry hangs under its words', () => {
    const starts = lines.map(startOf);
    expect(starts.slice(1)).toEqual([0, 24, 48, 48, 0]);
    expect(texts[2]).toMatch(/^A\. The Requests Seek/);
    expect(texts[2]).not.toContain('....');
  });
  test('an entry stays together and begins on a number', () => {
    expect(lines.slice(2, 4).map(({ keep, onGrid }) => ({ keep, onGrid }))).toEqual([
      { keep: true, onGrid: true },
      { keep: false, onGrid: false },
    ]);
  });
  test('the passage is the heading, without dots', () => {
    expect(lines[2]?.passage).toMatchObject({ kind: 'contents', text: `A. ${long}` });
  });
});

describe('setAuthorities', () => {
  const fence = {
    kind: 'fence',
    name: 'authorities',
    argument: '',
    lines: [
      '# Cases',
      '*Kamakana v. City & County of Honolulu*, 447 F.3d 1172 (9th Cir. 2006) | Kamakana',
      '*United States v. Grinnell Corp.*, 384 U.S. 563 (1966) | Grinnell',
      '',
      '# Rules',
      'Fed. R. Civ. P. 34 | Rule 34',
    ],
  } as const;
  const flow = setAuthorities(fence, at);
  test('groups, authorities and where they are cited', () => {
    expect(printed(flow).map((text) => text.replace(/\s*\.{4,}\s*/, ' → '))).toEqual([
      'Page(s)',
      'Cases',
      'Kamakana v. City & County of Honolulu, 447 F.3d 1172 (9th Cir. 2006) → 3, 7',
      'United States v. Grinnell Corp., 384 U.S. 563 (1966) → passim',
      'Rules',
      'Fed. R. Civ. P. 34 → 9',
    ]);
  });
  test('a group is a heading that keeps with its first authority', () => {
    const [group] = linesOf(flow).filter(({ passage }) => passage?.kind === 'heading');
    expect(group).toMatchObject({ keep: true, passage: { text: 'Cases' } });
  });
  test('the name of a case is in italics, the reporter is not', () => {
    const [, , kamakana] = linesOf(flow);
    expect(kamakana?.segments.map(({ face }) => face.italic).slice(0, 2)).toEqual([true, false]);
  });
});

test.each([
  [
    'an authority that is cited nowhere',
    () =>
      setAuthorities(
        { kind: 'fence', name: 'authorities', argument: '', lines: ['*Foltz*, 331 F.3d 1122 | Foltz'] },
        at,
      ),
    'Foltz',
  ],
  [
    'a heading on no numbered page',
    () => setContents({ ...at, pages: { ...pages, ofHeading: () => '' } }),
    'I. INTRODUCTION',
  ],
])('refused, and named: %s', (_, set, name) => {
  expect(set).toThrow(name);
});
