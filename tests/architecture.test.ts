// The arrows of the architecture, drawn once and held: who may import whom, no cycle, no long file, a twin test for each module.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What each place may import besides itself (ARCHITECTURE §1). Steps do not import one another. */
const mayImport: Record<string, readonly string[]> = {
  'server/contract': [],
  'server/text': ['server/contract'],
  'server/engine': ['server/contract', 'server/text'],
  'server/intake': ['server/contract', 'server/text'],
  'server/parse': ['server/contract', 'server/text'],
  'server/passages': ['server/contract', 'server/text'],
  'server/catalog': ['server/contract', 'server/text'],
  'server/indexing': ['server/contract', 'server/text', 'server/engine'],
  'server/search': ['server/contract', 'server/text', 'server/engine'],
  'server/tagging': ['server/contract', 'server/text'],
  'server/citations': ['server/contract', 'server/text'],
  // “Calls on the above”: every step but parse and passages, whose work has been stored before a request comes.
  'server/api': [
    'server/contract',
    'server/text',
    'server/intake',
    'server/catalog',
    'server/indexing',
    'server/search',
    'server/tagging',
    'server/citations',
  ],
  client: ['server/contract', 'server/text'],
  'docs-corpus': [],
};

/** The only places that may know a package. */
const onlyPlaceOf: Record<string, string> = {
  'pdfjs-dist': 'server/parse|client|tests',
  meilisearch: 'server/engine',
  kysely: 'server/catalog',
  'node:sqlite': 'server/catalog',
  express: 'server/api',
  docx: 'server/citations',
  pdfkit: 'docs-corpus',
};

const sources = ['server', 'client', 'docs-corpus'].flatMap((folder) => list(join(root, folder)));

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules', 'filings', 'truth'].includes(entry.name) ? [] : list(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [relative(root, path)] : [];
  });
}

function placeOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] !== 'server') return parts[0] ?? '';
  return parts.length === 2 ? 'server' : `server/${parts[1]}`;
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g;

const imports: Import[] = sources.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const to = target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target;
    return { from: file, to };
  });
});

const isOwn = (target: string) => /^(server|client|docs-corpus|tests)\//.test(target);

describe('architecture', () => {
  test('there is something to check', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('every import follows an arrow of the table', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!isOwn(to)) return false;
      const [source, target] = [placeOf(from), placeOf(to)];
      if (source === target || source === 'server') return false;
      return !(mayImport[source] ?? []).includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test('contract imports no package but zod', () => {
    const packages = imports.filter(
      ({ from, to }) => from.startsWith('server/contract/') && !isOwn(to) && to !== 'zod',
    );
    expect(packages).toEqual([]);
  });

  test.each(Object.entries(onlyPlaceOf))('%s is known only in %s', (name, places) => {
    const allowed = places.split('|');
    const strangers = imports.filter(
      ({ from, to }) => (to === name || to.startsWith(`${name}/`)) && !allowed.includes(placeOf(from)),
    );
    expect(strangers).toEqual([]);
  });

  test('only config.ts reads the environment', () => {
    const readers = sources.filter(
      (file) => file.startsWith('server/') && /process\.env/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(readers).toEqual(['server/config.ts']);
  });

  test('no import cycle', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) if (isOwn(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('no file over 400 lines', () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  test('no catch-all file names', () => {
    const vague = sources.filter((file) => /(^|\/)(utils?|helpers?|common|types|misc|index)\.tsx?$/.test(file));
    expect(vague).toEqual([]);
  });

  test('each module has its twin test', () => {
    // Components are seen through the browser tests; the entry of a program is its own test of a whole run.
    const exempt = new Set(['client/vite.config.ts', 'server/main.ts', 'docs-corpus/typeset.ts']);
    // A module of types alone has nothing to run: the type check is its test.
    const runs = (file: string) =>
      /^(export )?(async )?(const|let|function|class|await)\b|^[a-z][\w.]*\(/m.test(
        readFileSync(join(root, file), 'utf8'),
      );
    const twinOf = (file: string) =>
      join(
        'tests',
        file
          .replace(/^server\//, '')
          .replace(/^client\/src\//, 'client/')
          .replace(/\.ts$/, '.test.ts'),
      );
    const lonely = sources.filter(
      (file) => file.endsWith('.ts') && !exempt.has(file) && runs(file) && !existsSync(join(root, twinOf(file))),
    );
    expect(lonely).toEqual([]);
  });
});
