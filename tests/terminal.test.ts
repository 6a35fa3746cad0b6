import { describe, expect, test } from '@jest/globals';
import { durationOf, payloadOf } from '../server/terminal.ts';

describe('terminal', () => {
  const durations: [number, string][] = [
    [0, '0 s'],
    [7.2, '8 s'],
    [59.5, '1 min'],
    [180, '3 min'],
    [3600, '1 h'],
    [3900, '1 h 5 min'],
  ];
  test.each(durations)('%d s reads %s', (seconds, text) => {
    expect(durationOf(seconds)).toBe(text);
  });

  const payloads: [Parameters<typeof payloadOf>[0], ReturnType<typeof payloadOf>, string][] = [
    [
      { filesDone: 5, files: 20, pages: 1500, seconds: 5 },
      { pages: '1,500', speed: '300', left: '15 s left' },
      'a third done',
    ],
    [{ filesDone: 0, files: 20, pages: 0, seconds: 3 }, { pages: '0', speed: '…', left: '…' }, 'nothing to judge by'],
    [{ filesDone: 1, files: 20, pages: 30, seconds: 0.2 }, { pages: '30', speed: '…', left: '…' }, 'too early to say'],
  ];
  test.each(payloads)('%j → %j (%s)', (progress, expected) => {
    expect(payloadOf(progress)).toEqual(expected);
  });
});
