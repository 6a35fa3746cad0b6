// Typesets the corpus: sources/*.md -> filings/*.pdf, their sidecars, truth/*.json. `--check` writes nothing and compares with what is there.
// Exits 1 and names the files when they differ, or when a file is there that no source makes.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docketOf, gazetteer } from './typesetter/sidecars.ts';
import { frontMatter, readSource } from './typesetter/source.ts';
import { typesetFiling } from './typesetter/typeset-filing.ts';

const home = import.meta.dirname;

/** Reads every source; `body: name.md` in the front matter borrows the body of another. */
export function readSources(folder = join(home, 'sources')) {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const text = read(name);
      const body = frontMatter(text, name).facts.get('body');
      return { name, source: readSource(text, name, body === undefined ? undefined : read(body)) };
    });
}

/** Every file of the corpus that is made, by its path inside docs-corpus. */
export async function typesetAll(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const sources = readSources().map(({ source }) => source);
  const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  for (const source of sources) {
    const filing = await typesetFiling(source);
    files.set(`filings/${filing.file}`, filing.bytes);
    files.set(`truth/${filing.file.replace(/\.pdf$/, '.json')}`, json(filing.truth));
  }
  files.set('filings/docket.json', json(docketOf(sources.map(({ facts }) => facts))));
  files.set('filings/gazetteer.json', json(gazetteer));
  return files;
}

/** Paths whose committed bytes differ from those typeset now, are missing, or are there without a source. */
export function differences(files: ReadonlyMap<string, Buffer>, folder = home): string[] {
  const wrong = [...files].filter(([path, bytes]) => {
    const at = join(folder, path);
    return !existsSync(at) || !readFileSync(at).equals(bytes);
  });
  const present = ['filings', 'truth'].flatMap((part) =>
    existsSync(join(folder, part)) ? readdirSync(join(folder, part)).map((name) => `${part}/${name}`) : [],
  );
  return [...wrong.map(([path]) => path), ...present.filter((path) => !files.has(path))];
}

if (import.meta.main) {
  const files = await typesetAll();
  if (process.argv.includes('--check')) {
    const wrong = differences(files);
    for (const path of wrong)
      process.stderr.write(`docs-corpus/${path} is not what its source makes: run node docs-corpus/typeset.ts\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else {
    for (const part of ['filings', 'truth']) mkdirSync(join(home, part), { recursive: true });
    for (const [path, bytes] of files) writeFileSync(join(home, path), bytes);
    process.stdout.write(`${files.size} files written.\n`);
  }
}
