import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { memoryIn, memoryOf, ownChildren, watchPeaks } from './process-memory.ts';

const onLinux = existsSync('/proc/self/status') ? test : test.skip;

describe('memory of processes', () => {
  const read: [status: string, wanted: ReturnType<typeof memoryIn>, why: string][] = [
    ['Name:\tnode\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n', { residentMb: 100, peakMb: 200 }, 'both, in MB'],
    ['Name:\tnode\nState:\tZ (zombie)\n', null, 'a process that has just ended has no memory'],
    ['Name:\tVmRSS:\t1 kB\nVmHWM:\t 1024 kB\n', null, 'a name is no figure'],
  ];
  test.each(read)('%j gives %j: %s', (status, wanted) => {
    expect(memoryIn(status)).toEqual(wanted);
  });

  test('a process that is not there has none', () => {
    expect(memoryOf(2 ** 30)).toBeNull();
  });

  onLinux('the peak of a child is seen, also of memory that it gave back', async () => {
    const script =
      'let held = Buffer.alloc(150e6, 1); setTimeout(() => { held = null; console.log("let go"); }, 200); setTimeout(() => {}, 60000);';
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const watch = watchPeaks(ownChildren, 10);
    await once(child.stdout, 'data');
    expect(ownChildren()).toContain(child.pid);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    expect(Math.max(...watch.stop())).toBeGreaterThan(150);
  });
});
