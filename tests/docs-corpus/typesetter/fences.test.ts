// The fixed forms of a filing, each set from the lines of its fence.
import { describe, expect, test } from '@jest/globals';
import { setFence } from '../../../docs-corpus/typesetter/fences.ts';
import type { FenceName } from '../../../docs-corpus/typesetter/source.ts';
import { composerFor, linesOf, printed, sampleSource } from './sample-source.ts';

const set = (name: FenceName, lines: readonly string[], paper = 'pleading', argument = '') =>
  setFence({ kind: 'fence', name, argument, lines }, composerFor(sampleSource('Text.', { paper })));
const kindsOf = (flow: ReturnType<typeof set>) => [...new Set(linesOf(flow).map(({ passage }) => passage?.kind))];

describe('lines as typed', () => {
  test.each([
    ['counsel', 'caption'],
    ['court', 'caption'],
    ['letterhead', 'caption'],
    ['signature', 'signature'],
    ['single', 'paragraph'],
  ] as const)('%s: each line on its own, all of them one passage of kind %s', (name, kind) => {
    const flow = set(name, ['One', 'Two']);
    expect(printed(flow)).toEqual(['One', 'Two']);
    expect(kindsOf(flow)).toEqual([kind]);
    expect(new Set(linesOf(flow).map(({ passage }) => passage)).size).toBe(1);
    expect(linesOf(flow)[0]?.passage?.text).toBe('One Two');
  });

  test('an empty line is a line, and belongs to no passage', () => {
    const lines = linesOf(set('counsel', ['One', '', 'Two']));
    expect(lines.map(({ passage }) => passage?.text ?? null)).toEqual(['One Two', null, 'One Two']);
  });

  test.each([
    ['single', '40', 40],
    ['single', '', 0],
    ['signature', '', 230],
    ['signature', '210', 210],
  ] as const)('%s %s stands %i points in', (name, argument, expected) => {
    expect(linesOf(set(name, ['One'], 'pleading', argument))[0]?.segments[0]?.dx).toBe(expected);
  });

  test('the court’s name is bold and in the middle', () => {
    const [line] = linesOf(set('court', ['UNITED STATES DISTRICT COURT']));
    const [segment] = line?.segments ?? [];
    expect(segment?.face.bold).toBe(true);
    expect((segment?.dx ?? 0) * 2 + (segment?.width ?? 0)).toBeCloseTo(456, 3);
  });

  test.each([
    ['transcript', true],
    ['pleading', false],
  ])('on a %s single-spaced lines stand on numbers: %s', (paper, expected) => {
    expect(linesOf(set('single', ['One', 'Two'], paper)).every(({ onGrid }) => onGrid === expected)).toBe(true);
  });
});

describe('caption', () => {
  const flow = set('caption', ['IN RE SPECIMEN', 'FILINGS', '', 'All Actions', '===', 'Case No. 1', '**COMPLAINT**']);
  test('parties left of the brackets, number and title right of them', () => {
    expect(printed(flow)).toEqual(['IN RE SPECIMEN ) Case No. 1', 'FILINGS ) COMPLAINT', ')', 'All Actions )']);
  });
  test('it is one passage, the left half before the right, and ends in a rule', () => {
    const lines = linesOf(flow);
    expect(lines[0]?.passage).toMatchObject({
      kind: 'caption',
      text: 'IN RE SPECIMEN FILINGS All Actions Case No. 1 COMPLAINT',
    });
    expect(lines.map(({ bars }) => bars.length)).toEqual([0, 0, 0, 1]);
  });
});

describe('exhibits', () => {
  test('an e-mail’s head has bold names of fields under a rule', () => {
    const lines = linesOf(set('email', ['From: Employee 1', 'Subject: RE: terms'], 'plain'));
    expect(lines.map(({ segments }) => segments.map(({ text, face }) => [text.trim(), face.bold]))).toEqual([
      [
        ['From:', true],
        ['Employee 1', false],
      ],
      [
        ['Subject:', true],
        ['RE: terms', false],
      ],
    ]);
    expect(lines.map(({ bars, keep }) => [bars.length, keep])).toEqual([
      [1, true],
      [0, true],
    ]);
  });

  test('a slip-sheet stands alone on its page', () => {
    const flow = set('slip', ['to the Declaration'], 'plain', 'EXHIBIT B');
    expect(printed(flow)).toEqual(['EXHIBIT B', 'to the Declaration']);
    expect(flow.at(-1)).toEqual({ item: 'page', restart: false });
    expect(linesOf(flow)[0]?.passage).toMatchObject({ kind: 'heading', text: 'EXHIBIT B' });
  });

  test('a slide has a title, points and points under points', () => {
    const flow = set('slide', ['- First', '-- Deeper', '', 'Plain'], 'slides', 'Where we stand');
    expect(printed(flow)).toEqual(['Where we stand', '• First', '– Deeper', 'Plain']);
    const starts = linesOf(flow).map(({ segments }) => segments[0]?.dx);
    expect(starts).toEqual([0, 8, 36, 0]);
    expect(linesOf(flow)[1]?.passage).toMatchObject({ text: '• First', headings: ['Where we stand'] });
  });
});

test('what is withheld is withheld in a fence too', () => {
  const at = composerFor(sampleSource('Text.', { redacted: 'true' }));
  const flow = setFence({ kind: 'fence', name: 'single', argument: '', lines: ['paid {{$150 million}}'] }, at);
  expect(JSON.stringify(flow)).not.toContain('150');
});
