// From settings to an engine that answers: our own, one of the user's, and those that cannot be used.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine, type OpenEngineOptions } from '../../server/engine/open-engine.ts';
import { isAlive } from '../../server/engine/process-identity.ts';
import {
  keptLog,
  modulesFolder,
  startRealEngine,
  temporaryFolder,
  type RunningMeilisearch,
} from './running-meilisearch.ts';

jest.setTimeout(60_000);

const folder = temporaryFolder();
let own: RunningMeilisearch;
beforeAll(async () => {
  own = await startRealEngine();
});
afterAll(async () => {
  await own.end();
  folder.remove();
});

function open(meili: Partial<OpenEngineOptions['meili']>, extra: Partial<OpenEngineOptions> = {}) {
  const settings = { url: null, key: null, binary: null, path: '', ...meili };
  return openEngine({ meili: settings, dataFolder: folder.path, modulesFolder, log: keptLog(), ...extra });
}

const address = () => own.process?.url().href ?? '';

describe('our own', () => {
  test('answers, and ends when it is closed', async () => {
    const opened = await open({ path: process.env['PATH'] ?? '' });
    const pid = opened.process?.state().pid ?? 0;
    expect(await opened.engine.version()).toBe(opened.version);
    await opened.close();
    expect(isAlive(pid)).toBe(false);
    await expect(opened.engine.version()).rejects.toMatchObject({ code: 'index-unavailable' });
  });
});

describe('one of the user’s', () => {
  test('is used as it is: nothing is started, and closing leaves it running', async () => {
    const opened = await open({ url: address(), key: own.process?.key ?? null });
    expect(opened.process).toBeNull();
    expect(opened.version).toBe(own.version);
    await opened.close();
    await own.engine.health();
  });

  /** A server that tells a version. */
  async function serverSaying(version: string) {
    const server = createServer((_, response) => response.end(JSON.stringify({ pkgVersion: version })));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
  }

  test('that is too old is refused with its address and the remedy', async () => {
    const server = await serverSaying('1.12.8');
    await expect(open({ url: server.url })).rejects.toMatchObject({
      code: 'index-version',
      message: expect.stringMatching(new RegExp(`${server.url} is version 1\\.12\\.8.*1\\.21`, 's')),
    });
    server.close();
  });

  const cases: readonly (readonly [
    why: string,
    meili: () => Partial<OpenEngineOptions['meili']>,
    code: string,
    says: RegExp,
  ])[] = [
    [
      'a wrong key',
      () => ({ url: address(), key: 'wrong key, long enough' }),
      'index-key',
      /refuses the key.*MEILI_KEY/s,
    ],
    ['no key', () => ({ url: address() }), 'index-key', /refuses the key.*MEILI_KEY/s],
    [
      'nobody listens',
      () => ({ url: 'http://127.0.0.1:9' }),
      'index-unavailable',
      /127\.0\.0\.1:9.*check the address/s,
    ],
  ];
  test.each(cases)('%s', async (_, meili, code, says) => {
    await expect(open(meili())).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
  });
});

test('none at all: an error that says what to do, and nothing made in the data folder', async () => {
  const other = temporaryFolder();
  await expect(open({}, { dataFolder: other.path, modulesFolder: other.path })).rejects.toMatchObject({
    code: 'index-unavailable',
    message: expect.stringMatching(/no Meilisearch.*--meili-bin/s),
  });
  expect(existsSync(join(other.path, 'meilisearch'))).toBe(false);
  other.remove();
});
