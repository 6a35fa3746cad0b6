// Files made to do harm, all at once, beside one good filing: each hits its own process and says why; nothing else notices.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { jobsAnswerSchema, type JobView } from '../../server/contract/document-api.ts';
import { searchAnswerSchema } from '../../server/contract/search-api.ts';
import { makePdf } from './bad-filings.ts';
import { hidden, hostileFilings, sentence } from './hostile-filings.ts';
import {
  childrenOf,
  isSettled,
  startProgram,
  temporaryFolder,
  within,
  type RunningProgram,
} from './running-program.ts';

const folder = temporaryFolder();
const filings = hostileFilings();
const parsers = 2;
let program: RunningProgram;
/** Questions that were not answered while the files were read. */
let unanswered = 0;

beforeAll(async () => {
  program = await startProgram([
    '--port',
    '0',
    '--data',
    `${folder.path}/data`,
    '--corpus',
    folder.path,
    '--parsers',
    String(parsers),
    '--parser-memory',
    '300',
    '--parser-seconds',
    '6',
  ]);
  const form = new FormData();
  for (const { filename, bytes } of filings) form.append('files', new Blob([new Uint8Array(bytes)]), filename);
  form.append(
    'files',
    new Blob([new Uint8Array(await makePdf(['A good filing about the Titan interface.']))]),
    'good.pdf',
  );
  const answer = await fetch(`${program.url}/api/documents`, {
    method: 'POST',
    body: form,
    headers: { Origin: program.url },
  });
  expect(answer.status).toBe(202);
  const looking = setInterval(() => {
    fetch(`${program.url}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => (unanswered += 1));
  }, 250);
  expect(await isSettled(program, 240_000)).toBe(true);
  clearInterval(looking);
}, 280_000);

afterAll(async () => {
  await program.end('SIGTERM');
  folder.remove();
}, 30_000);

const jobOf = async (filename: string): Promise<JobView | undefined> =>
  jobsAnswerSchema
    .parse(await (await fetch(`${program.url}/api/jobs?limit=500`)).json())
    .jobs.find((job) => job.filename === filename);
const hits = async (q: string) =>
  searchAnswerSchema.parse(await (await fetch(`${program.url}/api/search?q=${encodeURIComponent(q)}`)).json());

test.each(filings.map(({ filename, becomes, why }) => [filename, why, becomes] as const))(
  '%s: %s',
  async (filename, _, becomes) => {
    const job = await jobOf(filename);
    if (typeof becomes === 'string') expect([job?.state, job?.error]).toEqual(['done', null]);
    else {
      expect(job?.state).toBe('failed');
      expect(becomes).toContain(job?.error?.code);
      expect(job?.error?.detail).toContain(filename);
    }
  },
);

test('a page that cannot be read is counted as not searched', async () => {
  const unread = filings.filter(({ becomes }) => becomes === 'unread');
  expect((await hits('deponent')).unsearched.byReason).toMatchObject({ unreadable: unread.length });
});

test('what can be read of them is found, what is no page is not', async () => {
  const readable = filings.filter(({ becomes }) => becomes === 'done');
  const found = await hits(`"${sentence}"`);
  const names = found.hits.map(({ document }) => document.filename);
  expect(readable.filter(({ filename }) => !names.includes(filename)).map(({ filename }) => filename)).toEqual([]);
  expect((await hits(hidden)).hits).toEqual([]);
});

test('the good filing is read, the program answered all the while, and no parser hangs on', async () => {
  expect((await jobOf('good.pdf'))?.state).toBe('done');
  expect((await hits('titan interface')).hits).toHaveLength(1);
  expect(unanswered).toBe(0);
  // The engine, and as many parsers as the program keeps for the next file.
  expect(await within(10_000, () => childrenOf(program.pid).length <= 1 + parsers)).toBe(true);
});
