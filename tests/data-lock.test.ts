import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '../server/data-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pincite-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = () => join(folder, 'pincite.pid');

describe('data folder lock', () => {
  test('is taken and given back', () => {
    const lock = lockDataFolder(folder);
    expect(readFileSync(file(), 'utf8')).toContain(String(process.pid));
    lock.release();
    expect(existsSync(file())).toBe(false);
  });

  test('a living owner is named', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await once(other, 'spawn');
    writeFileSync(file(), `${other.pid} `);
    expect(() => lockDataFolder(folder)).toThrow(
      new RegExp(`in use by another Pincite \\(process ${other.pid}\\).*--data`),
    );
    other.kill('SIGKILL');
    await once(other, 'exit');
    lockDataFolder(folder).release();
  });

  test('a process id given out again is not the owner', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await once(other, 'spawn');
    writeFileSync(file(), `${other.pid} 1`);
    const lock = lockDataFolder(folder);
    expect(readFileSync(file(), 'utf8')).toContain(String(process.pid));
    lock.release();
    other.kill('SIGKILL');
    await once(other, 'exit');
  });

  test.each([[''], ['rubbish'], ['-5 3'], ['999999999 1']])('a lock file with “%s” is taken over', (content) => {
    writeFileSync(file(), content);
    const lock = lockDataFolder(folder);
    expect(readFileSync(file(), 'utf8')).toContain(String(process.pid));
    lock.release();
  });
});
