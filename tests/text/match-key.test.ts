import { expect, test } from '@jest/globals';
import { matchKeyOf } from '../../server/text/match-key.ts';

test.each([
  ['commu-\nnications', 'communications', 'hyphen and line break vanish'],
  ['“Titan’s  API”', '"titan\'sapi"', 'curly quotes are straight, space is gone'],
  ['e\ufb03cient', 'efficient', 'a ligature is its letters'],
  ['cross–device', 'crossdevice', 'every dash'],
])('%s → %s (%s)', (text, key) => {
  expect(matchKeyOf(text).key).toBe(key);
});

test('every unit knows where it came from', () => {
  const { key, at } = matchKeyOf('a\ufb01 b', 100);
  expect(key).toBe('afib');
  expect(at).toEqual([100, 101, 101, 103]);
});
