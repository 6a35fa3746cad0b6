import { describe, expect, test } from '@jest/globals';
import { fieldNode, streamOf } from '../../../server/search/terms/written-fields.ts';

describe('dates', () => {
  const rows: [written: string, from: string | null, to: string | null][] = [
    ['2024', '2024-01-01', '2024-12-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-03-23', '2024-03-23', '2024-03-23'],
    ['2024-01..2024-03', '2024-01-01', '2024-03-31'],
    ['..2024-03', null, '2024-03-31'],
    ['2024-12..', '2024-12-01', null],
  ];
  test.each(rows)('%s', (written, from, to) => {
    expect(fieldNode('filed', written, 0)).toEqual({ kind: 'filed', from, to });
  });

  const wrong: [written: string, position: number][] = [
    ['..', 10],
    ['2024-00', 10],
    ['2023-02-29', 10],
    ['2024-03-00', 10],
    ['2024-01..March', 19],
    ['2024..2025..2026', 10],
    ['3/23/2024', 10],
  ];
  test.each(wrong)('%s is none', (written, position) => {
    expect(() => fieldNode('filed', written, 10)).toThrow(expect.objectContaining({ code: 'query-syntax', position }));
  });
});

describe('values', () => {
  test('of a list, in any case', () => {
    expect(fieldNode('type', 'Letter  Brief', 0)).toEqual({ kind: 'type', type: 'letter brief' });
    expect(fieldNode('has', 'Redaction', 0)).toEqual({ kind: 'has', what: 'redaction' });
    expect(streamOf('Footnotes', 0)).toBe('footnotes');
  });

  test('what is on no list is refused with the list, and the nearest', () => {
    expect(() => fieldNode('type', 'orders', 5)).toThrow(/complaint, .*Did you mean order\?/);
    expect(() => streamOf('x', 5)).toThrow(expect.objectContaining({ position: 5 }));
  });

  test.each(['735', '735-2', '28.1', '00117684624'])('ECF number %s', (value) => {
    expect(fieldNode('ecf', value, 0)).toEqual({ kind: 'ecf', number: value });
  });
});
