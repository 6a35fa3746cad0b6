// The confined process: no network, no files but its own, ends when its pipe closes, killed when told.
import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canWatchMemory, startParserProcess } from '../../server/parse/parser-process.ts';
import { ownChildren } from '../bench/process-memory.ts';
import { rawPdf, words } from './raw-pdf.ts';

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

  // Keys and proxies stand in the environment of servers: a filing that breaks out of the parser shall find none.
  (canWatchMemory() ? test : test.skip)('has nothing of our environment', async () => {
    const before = new Set(ownChildren());
    const child = startParserProcess(256);
    const [pid] = ownChildren().filter((each) => !before.has(each));
    await sleep(100);
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(environment.map((entry) => entry.split('=')[0])).toEqual(['MALLOC_ARENA_MAX']);
    child.kill();
    await child.ended;
  });
});

test('reads where the packages are linked from another folder, as some installers leave them', () => {
  const root = join(import.meta.dirname, '..', '..');
  const folder = mkdtempSync(join(tmpdir(), 'pincite-linked-'));
  try {
    cpSync(join(root, 'server'), join(folder, 'server'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'a.pdf'), rawPdf([{ content: words('Linked packages', 72, 700) }]));
    const program = `
      import { createParserPool } from './server/parse/parser-pool.ts';
      const pool = createParserPool({ size: 1, memoryMb: 256, seconds: 30 });
      const { pages } = await pool.parse('a.pdf', { name: 'a.pdf', onProgress: () => undefined });
      process.stdout.write(pages[0].text);
      process.exit(0);`;
    writeFileSync(join(folder, 'read.mjs'), program);
    expect(execFileSync(process.execPath, ['read.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('Linked packages');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
