// Processor time of children: it grows with what they do, also when they are gone; a process that is not there has none.
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { childrenSeconds } from './process-time.ts';

test('work of a child, and of its own child, is counted after they ended', () => {
  const before = childrenSeconds();
  if (!existsSync('/proc/self/stat')) {
    expect(before).toBeNull();
    return;
  }
  const busy = 'const end = performance.now() + 300; while (performance.now() < end);';
  const nested = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}]); ${busy}`;
  spawnSync(process.execPath, ['-e', nested]);
  const taken = (childrenSeconds() ?? 0) - (before ?? 0);
  // By the clock the two are busy for 0.6 s; a machine that others use gives them a part of it.
  expect(taken).toBeGreaterThan(0.15);
  expect(taken).toBeLessThan(5);
});

test('a process that is not there has no children', () => {
  expect(childrenSeconds(2 ** 30)).toBeNull();
});
