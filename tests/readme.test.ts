// The README holds what the program does: every setting, every folder, the two commands, and pictures that exist.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../server/config.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('README', () => {
  test.each(settings)('has the setting $variable as it is', ({ flag, variable, fallback, meaning }) => {
    const row = rows.find((cells) => cells[1] === `\`${variable}\``);
    expect(row).toEqual([
      flag === '' ? '' : `\`${flag}\``,
      `\`${variable}\``,
      fallback === '' ? '' : `\`${fallback}\``,
      meaning,
    ]);
  });

  test('names no setting that is gone', () => {
    const named = rows.map((cells) => cells[1] ?? '').filter((cell) => /^`[A-Z_]+`$/.test(cell));
    expect(named).toHaveLength(settings.length);
  });

  test('shows each folder of the server', () => {
    const folders = readdirSync(join(root, 'server'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(readme).toContain(`\`server/${name}\``);
  });

  test('its pictures and links into the project exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test('names scripts that exist', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm (?:run )?(start|test|bench|report|fidelity|fuzz|screenshots)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'report']));
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});
