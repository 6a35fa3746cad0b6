// Words in one piece that threads share: given back as they came, within a bound, and never changed under a thread that is at a question.
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { KeptWords, makeRoom, release, type SharedRoom } from '../../../server/search/exact/kept-words.ts';

type Files = readonly (readonly [fileId: number, length: number])[];

const wordsOf = (fileId: number, length: number) => new Uint8Array(length).fill(fileId);

let room: SharedRoom;
let kept: KeptWords;
let other: KeptWords;
beforeEach(() => {
  room = makeRoom(100, 2);
  [kept, other] = [new KeptWords(room, 0), new KeptWords(room, 1)];
});

const fill = (files: Files): void => {
  for (const [fileId, length] of files) kept.keep(fileId, wordsOf(fileId, length));
};
/** What is kept of a file of this length. */
const keptOf = (by: KeptWords, fileId: number, length: number) => {
  const place = by.get(fileId);
  return place?.bytes.slice(place.from, place.from + length);
};
const known = (by: KeptWords) => [1, 2, 3, 4].filter((fileId) => by.get(fileId) !== null);

describe('kept are', () => {
  const rows: [why: string, files: Files, kept: number[]][] = [
    ['none', [], []],
    [
      'as many as have room',
      [
        [1, 60],
        [2, 40],
      ],
      [1, 2],
    ],
    [
      'and a smaller one after one that has none',
      [
        [1, 60],
        [2, 41],
        [3, 40],
      ],
      [1, 3],
    ],
    ['none that is larger than the room', [[1, 101]], []],
    ['such without a word', [[1, 0]], [1]],
    [
      'each once',
      [
        [1, 60],
        [1, 60],
        [2, 40],
      ],
      [1, 2],
    ],
  ];
  test.each(rows)('%s: %j, %j', (_, files, expected) => {
    fill(files);
    // For whoever kept them and for all others.
    for (const by of [kept, other]) {
      expect(known(by)).toEqual(expected);
      for (const [fileId, length] of files.filter(([each]) => expected.includes(each))) {
        expect(keptOf(by, fileId, length)).toEqual(wordsOf(fileId, length));
      }
    }
  });

  test('as many as there are entries for, however short', () => {
    for (let fileId = 1; fileId <= 50; fileId += 1) kept.keep(fileId, wordsOf(fileId, 1));
    const there = Array.from({ length: 50 }, (_, at) => at + 1).filter((fileId) => other.get(fileId) !== null);
    expect(there).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  });
});

test('none are kept while another thread is keeping some', () => {
  new Int32Array(room.table)[1] = 2;
  fill([[1, 60]]);
  expect([known(kept), known(other)]).toEqual([[], []]);
});

describe('words that are none any more', () => {
  const three: Files = [
    [1, 30],
    [2, 30],
    [3, 30],
  ];

  test('take their room until half of all is theirs', () => {
    fill(three);
    kept.retain((fileId) => fileId !== 2);
    expect(keptOf(kept, 3, 30)).toEqual(wordsOf(3, 30));
    kept.keep(4, wordsOf(4, 20));
    expect(kept.get(4)).toBeNull();
  });

  test('give it back then; who had looked them up before does not see what comes instead', () => {
    fill(three);
    expect([known(kept), known(other)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    kept.retain((fileId) => fileId === 3);
    expect([known(kept), known(other)]).toEqual([[], []]);
    other.keep(4, wordsOf(4, 100));
    expect([known(kept), known(other)]).toEqual([[4], [4]]);
    expect(keptOf(kept, 4, 100)).toEqual(wordsOf(4, 100));
  });

  test('stay while another thread is at a question, and not because of one’s own', () => {
    fill(three);
    other.during(() => {
      kept.during(() => kept.retain(() => false));
      expect(keptOf(other, 2, 30)).toEqual(wordsOf(2, 30));
    });
    kept.during(() => kept.retain(() => false));
    expect([known(kept), known(other)]).toEqual([[], []]);
  });

  test('a question that fails is over too', () => {
    fill(three);
    expect(() =>
      other.during(() => {
        throw new Error('a fault');
      }),
    ).toThrow('a fault');
    kept.retain(() => false);
    expect(known(kept)).toEqual([]);
  });
});

describe('a thread that ended in the middle', () => {
  const marks = () => new Int32Array(room.table);

  test('of a question holds nothing up', () => {
    fill([[1, 60]]);
    other.during(() => {
      release(room, 1);
      kept.retain(() => false);
      expect(known(kept)).toEqual([]);
    });
  });

  test.each([
    ['of clearing up', 0],
    ['of keeping words', 1],
  ])('%s holds nothing up', (_, mark) => {
    marks()[mark] = 2;
    release(room, 0);
    expect(marks()[mark]).toBe(2);
    release(room, 1);
    kept.during(() => kept.keep(1, wordsOf(1, 60)));
    expect(known(other)).toEqual([1]);
  });
});

describe('threads', () => {
  const workers: Worker[] = [];
  afterAll(() => Promise.all(workers.map((worker) => worker.terminate())));

  /** Keeps, reads and clears for a while, as threads do, and tells what it saw that was not what was kept. */
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.module).then(({ KeptWords }) => {
      const kept = new KeptWords(workerData.room, workerData.thread);
      const seen = { right: 0, wrong: 0, cleared: 0 };
      let next = workerData.thread;
      const pause = new Int32Array(new SharedArrayBuffer(4));
      const end = Date.now() + 1500;
      while (Date.now() < end) {
        kept.during(() => {
          const before = kept.get(1) !== null;
          // All that is kept is soon of no file any more.
          if (next % 7 === 0) kept.retain((fileId) => fileId > next - 40);
          if (before && kept.get(1) === null) seen.cleared += 1;
          for (let fileId = Math.max(1, next - 60); fileId < next; fileId += 1) {
            const place = kept.get(fileId);
            if (place === null) continue;
            for (let turn = 0; turn < 3; turn += 1) {
              const isRight = place.bytes.subarray(place.from, place.from + 64).every((byte) => byte === fileId % 251);
              if (isRight) seen.right += 1; else seen.wrong += 1;
            }
          }
          for (const fileId of [1, next]) kept.keep(fileId, new Uint8Array(64).fill(fileId % 251));
          next += 1;
        });
        // Nobody asks without a break: room is given back in such a one.
        Atomics.wait(pause, 0, 0, next % 3 === 0 ? 1 : 0);
      }
      parentPort.postMessage(seen);
    });`;

  test('that keep, look up and clear at the same time see only what was kept', async () => {
    const shared = makeRoom(64 * 10, 3);
    const module = new URL('../../../server/search/exact/kept-words.ts', import.meta.url).href;
    const answers = [0, 1, 2].map(async (thread) => {
      const worker = new Worker(program, { eval: true, workerData: { module, room: shared, thread } });
      workers.push(worker);
      const [seen]: unknown[] = await once(worker, 'message');
      return seen as { readonly right: number; readonly wrong: number; readonly cleared: number };
    });
    const seen = await Promise.all(answers);
    expect(seen.map(({ wrong }) => wrong)).toEqual([0, 0, 0]);
    expect(Math.min(...seen.map(({ right }) => right))).toBeGreaterThan(0);
    expect(seen.reduce((sum, { cleared }) => sum + cleared, 0)).toBeGreaterThan(0);
  }, 30_000);

  test('one that begins a question while another clears up waits until that is done', async () => {
    new Int32Array(room.table)[0] = 1;
    const waiting = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.module).then(({ KeptWords }) => {
        parentPort.postMessage('begins');
        new KeptWords(workerData.room, 1).during(() => parentPort.postMessage('is at it'));
      });`;
    const module = new URL('../../../server/search/exact/kept-words.ts', import.meta.url).href;
    const worker = new Worker(waiting, { eval: true, workerData: { module, room } });
    workers.push(worker);
    const heard: string[] = [];
    worker.on('message', (message: string) => heard.push(message));
    await once(worker, 'message');
    await sleep(100);
    expect(heard).toEqual(['begins']);
    release(room, 0);
    await once(worker, 'message');
    expect(heard).toEqual(['begins', 'is at it']);
  }, 30_000);
});
