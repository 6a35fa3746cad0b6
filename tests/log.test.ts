// The log: a file beside the data, standard error in a container, and never a reason to end.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLog } from '../server/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pincite-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const dataFolder = () => join(folder, 'data');
const lines = () =>
  readFileSync(join(dataFolder(), 'pincite.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  test('is a file in the data folder, a line for each message, written at once', () => {
    const log = createLog({ logLevel: 'warn', dataFolder: dataFolder(), inContainer: false });
    log.error({ id: 'f1', error: 'Error: a\n  at b' }, 'a request failed');
    expect(lines()).toEqual([
      {
        level: 50,
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        id: 'f1',
        error: 'Error: a\n  at b',
        msg: 'a request failed',
      },
    ]);
  });

  test('goes on in the file of the last start', () => {
    for (const msg of ['first', 'second']) {
      createLog({ logLevel: 'warn', dataFolder: dataFolder(), inContainer: false }).warn(msg);
    }
    expect(lines().map(({ msg }) => msg)).toEqual(['first', 'second']);
  });

  const levels: ['error' | 'warn' | 'info' | 'debug', string[]][] = [
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['debug', ['error', 'warn', 'info', 'debug']],
  ];
  test.each(levels)('at %s holds %j', (logLevel, kept) => {
    const log = createLog({ logLevel, dataFolder: dataFolder(), inContainer: false });
    log.error('error');
    log.warn('warn');
    log.info('info');
    log.debug('debug');
    expect(lines().map(({ msg }) => msg)).toEqual(kept);
  });

  test('in a container goes to standard error, and no file is made', async () => {
    const program =
      `import { createLog } from ${JSON.stringify(join(import.meta.dirname, '..', 'server', 'log.ts'))};` +
      `createLog({ logLevel: 'warn', dataFolder: ${JSON.stringify(dataFolder())}, inContainer: true }).warn('said');`;
    const { stderr, stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    expect(JSON.parse(stderr)).toMatchObject({ msg: 'said', level: 40 });
    expect(stdout).toBe('');
    expect(existsSync(join(dataFolder(), 'pincite.log'))).toBe(false);
  });

  const onLinux = existsSync('/dev/full') ? test : test.skip;
  onLinux('on a full disk neither throws nor ends the program', () => {
    symlinkSync('/dev/full', join(folder, 'pincite.log'));
    const log = createLog({ logLevel: 'warn', dataFolder: folder, inContainer: false });
    expect(() => {
      for (let count = 0; count < 100; count += 1) log.error({ error: 'x'.repeat(20_000) }, 'the disk is full');
    }).not.toThrow();
  });
});
