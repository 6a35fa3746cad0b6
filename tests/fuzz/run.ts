// npm run fuzz -- [--minutes 5] [--seed 1] [--filings <folder>]: real filings, spoiled by chance, are dropped into the real program
// until time is up. Ends with 1 when it hung, died, left parsers behind or did not give its memory back; keeps the files that were
// under way then. Prints what became of the files.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jobsAnswerSchema } from '../../server/contract/document-api.ts';
import { memoryOf } from '../bench/process-memory.ts';
import { createRandom } from '../bench/seeded-random.ts';
import { openFilingsFolder } from '../fidelity/filings-folder.ts';
import {
  childrenOf,
  isSettled,
  root,
  startProgram,
  temporaryFolder,
  within,
  type RunningProgram,
} from '../integration/running-program.ts';
import { mutate } from './mutations.ts';

/** Filings above this would spend the time on reading rather than on variety. */
const largest = 600_000;
/** Files on their way or waiting at most. */
const mostWaiting = 12;
const parsers = 2;
/** What memory may be above where it stood after as many files as read at the beginning, in MB. */
const mayKeepMb = 60;
const answerWithin = 10_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    filings: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  say('--minutes takes a number above 0, --seed a whole number.');
  process.exit(1);
}

const folder = temporaryFolder();
const sources = openFilingsFolder(root, values.filings ?? null, say)
  .files.filter(({ path }) => statSync(path).size <= largest)
  .map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
const random = createRandom(seed);
const recent: { name: string; done: string; bytes: Buffer }[] = [];
let count = 0;
let trouble: string | null = null;
let slowest = 0;

const program = await startProgram([
  '--port',
  '0',
  '--data',
  join(folder.path, 'data'),
  '--corpus',
  folder.path,
  '--parsers',
  String(parsers),
  '--parser-memory',
  '300',
  '--parser-seconds',
  '10',
]);
try {
  // As the program stands once it has read: code compiled, caches filled.
  await fuzzUntil(program, Date.now() + Math.min(30_000, minutes * 15_000));
  await settle(program);
  const before = memoryOf(program.pid)?.residentMb ?? null;
  await fuzzUntil(program, Date.now() + minutes * 60_000);
  await settle(program);
  const isBack = () => {
    const now = memoryOf(program.pid)?.residentMb ?? null;
    return before === null || now === null || now <= before + mayKeepMb;
  };
  const back = await within(60_000, isBack);
  const after = memoryOf(program.pid)?.residentMb ?? null;
  if (!back) trouble ??= `memory rose from ${String(before?.toFixed(0))} to ${String(after?.toFixed(0))} MB`;
  if (!(await within(10_000, () => childrenOf(program.pid).length <= parsers + 1)))
    trouble ??= 'parsers were left behind';
  const byState = await outcomes(program);
  say(`\n${count} files in ${minutes} minutes, seed ${seed}; ${sources.length} filings to begin with`);
  for (const [what, number] of byState) say(`${String(number).padStart(8)}  ${what}`);
  say(`slowest answer ${slowest.toFixed(0)} ms; memory ${before?.toFixed(0) ?? '?'} → ${after?.toFixed(0) ?? '?'} MB`);
} catch (error) {
  trouble ??= error instanceof Error ? error.message : String(error);
}
if (trouble !== null) {
  for (const [at, { bytes }] of recent.entries()) writeFileSync(`fuzz-${seed}-${at}.pdf`, bytes);
  say(`\nFAILED: ${trouble}. The last ${recent.length} files were kept as fuzz-${seed}-*.pdf:`);
  for (const [at, { name, done }] of recent.entries()) say(`  ${at}: ${name}: ${done}`);
  say(program.said().slice(-3000));
} else say('The program neither hung nor died.');
await program.end('SIGTERM');
folder.remove();
process.exit(trouble === null ? 0 : 1);

/** Drops spoiled files, as fast as they are read, and asks how the program is. */
async function fuzzUntil({ url }: RunningProgram, end: number): Promise<void> {
  while (Date.now() < end) {
    const { counts } = await ask(url, '/api/jobs?limit=1', (body) => jobsAnswerSchema.parse(body));
    if (counts.queued + counts.running >= mostWaiting) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    const source = random.pick(sources);
    const { bytes, done } = mutate(source.bytes, random.pick(sources).bytes, random);
    count += 1;
    recent.push({ name: source.name, done, bytes });
    if (recent.length > mostWaiting) recent.shift();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)]), `${count}-${source.name.split('/').at(-1)}`);
    await ask(url, '/api/documents', () => null, { method: 'POST', body: form, headers: { Origin: url } });
  }
}

async function ask<Answer>(
  url: string,
  path: string,
  read: (body: unknown) => Answer,
  init: RequestInit = {},
): Promise<Answer> {
  const asked = performance.now();
  const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(answerWithin) }).catch(
    (error: unknown) => {
      throw new Error(`${path} was not answered within ${answerWithin} ms (${String(error)})`, { cause: error });
    },
  );
  slowest = Math.max(slowest, performance.now() - asked);
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return read(await answer.json());
}

async function settle(running: RunningProgram): Promise<void> {
  if (!(await isSettled(running, 300_000))) throw new Error('files are still waiting after five minutes');
}

/** How many jobs ended how. */
async function outcomes({ url }: RunningProgram): Promise<[string, number][]> {
  const { jobs } = await ask(url, '/api/jobs?limit=1000&state=failed', (body) => jobsAnswerSchema.parse(body));
  const { counts } = await ask(url, '/api/jobs?limit=1', (body) => jobsAnswerSchema.parse(body));
  const byCode = new Map<string, number>([['read', counts.done]]);
  for (const { error } of jobs) byCode.set(error?.code ?? 'failed', (byCode.get(error?.code ?? 'failed') ?? 0) + 1);
  if (counts.failed > jobs.length) byCode.set('failed, not listed', counts.failed - jobs.length);
  return [...byCode].toSorted((a, b) => b[1] - a[1]);
}
