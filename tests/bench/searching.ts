// How fast GET /api/search answers with all facets, and how much of that is Meilisearch's own: both asked in turn, in one run.
// In: the running program on its record. Out: figures. One question at a time, over one connection that stays open.
import { Agent, get } from 'node:http';
import { engineOf, roundTripsOf } from './engine-questions.ts';
import { notMeasured, percentile, type Figure } from './measurements.ts';
import { memoryOf } from './process-memory.ts';
import { recordSeed, type RunningRecord } from './running-record.ts';
import { createRandom } from './seeded-random.ts';
import { questionsFrom } from './synthetic-questions.ts';

const [asked, warmUp] = [300, 60];

/** Measures searching. */
export async function measureSearch({ program, dataFolder, texts }: RunningRecord): Promise<Figure[]> {
  const questions = questionsFrom(texts, warmUp + asked, createRandom(recordSeed));
  const engine = engineOf(dataFolder);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const before = memoryOf(program.pid);
  const [ours, theirs, over, sizes]: [number[], number[], number[], number[]] = [[], [], [], []];
  const everything: number[] = [];
  try {
    const askProgram = async (q: string): Promise<number> => {
      const began = performance.now();
      sizes.push(await bytesOf(`${program.url}/api/search?${new URLSearchParams({ q }).toString()}`, agent));
      return performance.now() - began;
    };
    const askEngine = async (q: string): Promise<number> => {
      const trips = await roundTripsOf(q);
      const began = performance.now();
      for (const queries of trips) await engine.multiSearch(queries);
      return performance.now() - began;
    };
    for (const [at, q] of questions.entries()) {
      // Whoever comes second may find the answer's pages in memory: each is first as often as the other.
      const first = at % 2 === 0 ? await askProgram(q) : null;
      const direct = await askEngine(q);
      const whole = first ?? (await askProgram(q));
      if (at < warmUp) continue;
      ours.push(whole);
      theirs.push(direct);
      over.push(whole - direct);
    }
    for (let time = 0; time < 20; time += 1) everything.push(await askProgram(''));
  } finally {
    agent.destroy();
    await engine.close();
  }
  const after = memoryOf(program.pid);
  const kilobytes = percentile(sizes.slice(warmUp, -everything.length), 0.5) / 1000;
  return [
    {
      name: 'search p50',
      value: percentile(ours, 0.5),
      unit: 'ms',
      target: { atMost: 8 },
      note: `GET /api/search, all facets, ${asked} questions of 1–3 words, answers of ${kilobytes.toFixed(0)} kB (median)`,
    },
    { name: 'search p95', value: percentile(ours, 0.95), unit: 'ms', target: { atMost: 25 } },
    {
      name: 'Meilisearch alone p50',
      value: percentile(theirs, 0.5),
      unit: 'ms',
      target: null,
      note: 'the same requests',
    },
    { name: 'Meilisearch alone p95', value: percentile(theirs, 0.95), unit: 'ms', target: null },
    {
      name: 'search over Meilisearch p50',
      value: percentile(over, 0.5),
      unit: 'ms',
      target: { atMost: 3 },
      note: 'difference of each pair',
    },
    { name: 'search over Meilisearch p95', value: percentile(over, 0.95), unit: 'ms', target: null },
    {
      name: 'search for everything p50',
      value: percentile(everything, 0.5),
      unit: 'ms',
      target: null,
      note: 'the empty question of the start page',
    },
    ...memoryFigures(before, after),
  ];
}

function memoryFigures(before: ReturnType<typeof memoryOf>, after: ReturnType<typeof memoryOf>): Figure[] {
  const target = { atMost: 250 };
  if (before === null || after === null) {
    return [notMeasured('server memory', 'MB', target, 'the memory of other processes is known on Linux only')];
  }
  return [
    { name: 'server memory after the searches', value: after.residentMb, unit: 'MB', target, note: 'VmRSS' },
    {
      name: 'server memory, peak',
      value: after.peakMb,
      unit: 'MB',
      target,
      note: `VmHWM; ${Math.round(before.peakMb)} MB before the first search, when it had indexed everything`,
    },
  ];
}

/** Asks, and resolves with the length of the answer when all of it is there. */
async function bytesOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = get(url, { agent }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} was answered with ${String(answer.statusCode)}`));
      });
    });
    outgoing.on('error', reject);
  });
}
