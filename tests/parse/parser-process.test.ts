// The confined process: no network, no files but its own, ends when its pipe closes, killed when told.
import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { canWatchMemory, startParserProcess } from '../../server/parse/parser-process.ts';

describe('startParserProcess', () => {
  test('ends by itself when the pipe to it closes: so no orphan outlives a killed parent', async () => {
    const child = startParserProcess(256);
    child.stdin.end();
    await expect(child.ended).resolves.toBe('code 1');
    expect(child.lastWords()).not.toMatch(/^\w*Error/m);
  });

  test('is ended on demand, with its group; twice is once', async () => {
    const child = startParserProcess(256);
    child.kill();
    child.kill();
    await expect(child.ended).resolves.toBe('SIGKILL');
  });

  (canWatchMemory() ? test : test.skip)('tells its memory while it runs, and nothing afterwards', async () => {
    const child = startParserProcess(256);
    await sleep(300);
    expect(child.memoryMb()).toBeGreaterThan(20);
    child.kill();
    await child.ended;
    await sleep(50);
    expect(child.memoryMb() ?? 0).toBe(0);
  });
});
