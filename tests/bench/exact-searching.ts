// How fast exact questions are answered over HTTP with all facets, what the worst one costs and lets others wait, and a long report.
// In: the running program on its record. Out: figures. One question at a time, but where others wait on purpose.
import { setTimeout as sleep } from 'node:timers/promises';
import { exactQuestionsFrom } from './exact-questions.ts';
import { percentile, type Figure } from './measurements.ts';
import { memoryOf } from './process-memory.ts';
import { recordSeed, type RunningRecord } from './running-record.ts';
import { createRandom } from './seeded-random.ts';

const [asked, warmUp, reported] = [300, 30, 1000];
/** Documents up to which a question is an ordinary one. */
const ordinary = 1000;

interface Answered {
  readonly ms: number;
  readonly documents: number;
}

/** Measures exact search. */
export async function measureExact({ program, texts }: RunningRecord): Promise<Figure[]> {
  const questions = exactQuestionsFrom(texts, warmUp + asked, createRandom(recordSeed));
  const ask = async (q: string): Promise<Answered> => {
    const began = performance.now();
    const response = await fetch(`${program.url}/api/search?${new URLSearchParams({ q, mode: 'exact' }).toString()}`);
    const answer: unknown = await response.json();
    const ms = performance.now() - began;
    if (response.status !== 200) throw new Error(`${q}: ${JSON.stringify(answer)}`);
    return { ms, documents: (answer as { total: { documents: number } }).total.documents };
  };
  const before = memoryOf(program.pid);
  const answers: Answered[] = [];
  for (const q of questions) answers.push(await ask(q));
  const measured = answers.slice(warmUp).filter(({ documents }) => documents <= ordinary);
  const times = measured.map(({ ms }) => ms);
  const found = percentile(
    measured.map(({ documents }) => documents),
    0.5,
  );
  const worst = await worstOf(ask);
  const meanwhile = await waitsOf(ask, questions.slice(0, warmUp));
  const report = await reportOf(program.url, exactQuestionsFrom(texts, reported, createRandom(recordSeed + 1)));
  const memory = memoryOf(program.pid);
  return [
    {
      name: 'exact search p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      target: { atMost: 20 },
      note: `GET /api/search, all facets, ${times.length} Boolean and proximity questions with at most ${ordinary} documents (median ${found})`,
    },
    { name: 'exact search p95', value: percentile(times, 0.95), unit: 'ms', target: { atMost: 150 } },
    {
      name: 'exact search, slowest of all',
      value: Math.max(...answers.slice(warmUp).map(({ ms }) => ms)),
      unit: 'ms',
      target: null,
      note: `${answers.length - warmUp - measured.length} of them with more documents`,
    },
    {
      name: 'a prefix that every document has',
      value: worst.ms,
      unit: 'ms',
      target: { atMost: 2000 },
      note: `${worst.documents} documents`,
    },
    {
      name: 'ordinary questions meanwhile p95',
      value: percentile(meanwhile, 0.95),
      unit: 'ms',
      target: null,
      note: 'asked one after another while such a prefix is evaluated again and again',
    },
    {
      name: `a report of ${reported} queries`,
      value: report,
      unit: 's',
      target: { atMost: 60 },
    },
    ...(memory === null || before === null
      ? []
      : [
          {
            name: 'memory that exact search takes',
            value: memory.residentMb - before.residentMb,
            unit: 'MB',
            target: { atMost: 300 },
            note: `VmRSS of the server after all this, ${Math.round(memory.residentMb)} MB, less ${Math.round(before.residentMb)} MB before the first question`,
          },
        ]),
  ];
}

type Ask = (q: string) => Promise<Answered>;

/** Two letters with any ending; the slowest of those that all texts have. */
async function worstOf(ask: Ask): Promise<Answered> {
  let worst: Answered = { ms: 0, documents: 0 };
  for (const q of ['th!', 'co!', 'in!', 're!']) {
    const answer = await ask(q);
    if (answer.ms > worst.ms) worst = answer;
  }
  return worst;
}

/** How long ordinary questions take while the worst is evaluated. */
async function waitsOf(ask: Ask, questions: readonly string[]): Promise<number[]> {
  const over = new AbortController();
  const burden = async (): Promise<void> => {
    // Another number each time: the answer of the same question would be kept.
    for (let time = 0; !over.signal.aborted; time += 1) await ask(`th! AND NOT zzz${time}`);
  };
  const heavy = burden();
  const times: number[] = [];
  for (const q of questions) times.push((await ask(q)).ms);
  over.abort();
  await heavy;
  return times;
}

/** Seconds until a report of these queries is done. */
async function reportOf(url: string, queries: readonly string[]): Promise<number> {
  const began = performance.now();
  const made = await fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ name: 'bench', queries }),
  });
  const { id } = (await made.json()) as { id: string };
  for (;;) {
    const answer = (await (await fetch(`${url}/api/reports/${id}`)).json()) as {
      run: object | null;
      report: { runs: { state: string; failure: string | null }[] };
    };
    const [run] = answer.report.runs;
    if (run !== undefined && run.state !== 'running') {
      if (run.state !== 'done') throw new Error(`the report ended as ${run.state}: ${String(run.failure)}`);
      return (performance.now() - began) / 1000;
    }
    await sleep(100);
  }
}
