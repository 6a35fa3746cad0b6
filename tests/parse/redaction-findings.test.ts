// Hidden characters → findings: what belongs together, what is no secret, and that no letter of it is kept.
import { describe, expect, test } from '@jest/globals';
import type { Rect } from '../../server/contract/geometry.ts';
import type { HidingWay } from '../../server/contract/page.ts';
import type { Glyph } from '../../server/parse/glyphs.ts';
import { badRedactions, type HiddenGlyph } from '../../server/parse/redaction-findings.ts';
import { glyphsOf } from './glyph-rows.ts';

const view: Rect = [0, 0, 612, 792];
const hide = (text: string, x: number, y: number, how: HidingWay, under: Rect | null = null, size = 10) =>
  glyphsOf(text, x, y, { size }).map((glyph): HiddenGlyph => ({ glyph, how, under }));
const find = (hidden: readonly HiddenGlyph[], visible: readonly Glyph[] = []) =>
  badRedactions(hidden, visible, view, 4).map(({ how, characters, box }) => [
    how,
    characters,
    [box[0], box[1], box[4], box[5]],
  ]);
const bar: Rect = [98, 696, 152, 710];

describe('badRedactions', () => {
  test.each([
    [
      'all under one box is one finding',
      find(hide('Jane Roe 7', 100, 700, 'covered', bar)),
      [['covered', 8, [98, 696, 152, 710]]],
    ],
    [
      'boxes word by word on one line are joined',
      find([
        ...hide('Jane', 100, 700, 'covered', [98, 696, 121, 710]),
        ...hide('Roe', 125, 700, 'covered', [124, 696, 142, 710]),
      ]),
      [['covered', 7, [98, 696, 142, 710]]],
    ],
    [
      'boxes on two lines are not',
      find([
        ...hide('Jane', 100, 700, 'covered', [98, 696, 121, 710]),
        ...hide('Roe', 100, 680, 'covered', [98, 676, 121, 690]),
      ]),
      [
        ['covered', 4, [98, 696, 121, 710]],
        ['covered', 3, [98, 676, 121, 690]],
      ],
    ],
    [
      'a sheet of white is no box: the words’ place is',
      find(hide('Jane', 100, 700, 'covered', view)),
      [['covered', 4, [100, 698, 120, 707]]],
    ],
    [
      'without a box their line stands for them',
      find(hide('Jane', 100, 700, 'invisible')),
      [['invisible', 4, [100, 698, 120, 707]]],
    ],
    [
      'outside the page: a strip on its edge',
      find(hide('Jane', -80, 700, 'outside')),
      [['outside', 4, [0, 698, 6, 707]]],
    ],
    [
      'other words on top',
      find(hide('Jane Roe', 100, 700, 'covered', bar), glyphsOf('M.D.', 103, 700)),
      [['overwritten', 7, [98, 696, 152, 710]]],
    ],
    [
      'the same words on top are no secret',
      find(hide('Jane', 100, 700, 'covered', bar), glyphsOf('Jane', 100, 700)),
      [],
    ],
    ['one letter cut by a box', find(hide('s.', 100, 700, 'covered', bar)), []],
    ['a row of one letter', find(hide('XXXX', 100, 700, 'covered', bar)), []],
    ['words that say that it was redacted', find(hide('[REDACTED]', 100, 700, 'covered', bar)), []],
    ['the last line numbers of a cropped sheet', find(hide('28', 60, 60, 'clipped')), []],
    ['a typesetter’s note in white at the foot', find(hide('VerDate', 60, 20, 'same-colour')), []],
    ['white in the text', find(hide('Jane', 100, 400, 'same-colour')), [['same-colour', 4, [100, 398, 120, 407]]]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('no word is in a finding', () => {
    const found = badRedactions(hide('Peregrine', 100, 700, 'covered', bar), [], view, 4);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toMatch(/[Pp]eregrine/);
  });
});
