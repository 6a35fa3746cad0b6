// Refused documents: left alone for a while, offered again, forgotten when they change.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OutboxEntry } from '../../server/contract/record.ts';
import { createRefusals, type Refusals } from '../../server/indexing/refusals.ts';

let time = 0;
let refusals: Refusals;
beforeEach(() => {
  time = 1000;
  refusals = createRefusals(100, () => time);
});

const entry = (documentId: string, seq: number): OutboxEntry => ({ documentId, seq, change: 'put' });

describe('a refused document', () => {
  test('is left alone until its pause has ended', () => {
    refusals.add(entry('a', 1), 'no');
    expect(refusals.holds(entry('a', 1))).toBe(true);
    time += 99;
    expect(refusals.holds(entry('a', 1))).toBe(true);
    time += 1;
    expect(refusals.holds(entry('a', 1))).toBe(false);
  });

  test('is offered again less and less often, but always again', () => {
    const pauses = Array.from({ length: 8 }, () => {
      refusals.add(entry('a', 1), 'no');
      const pause = refusals.nextIn() ?? 0;
      time += pause;
      return pause;
    });
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 2000, 2000, 2000]);
  });

  test('that has changed is offered at once, and with the first pause again', () => {
    for (let times = 0; times < 4; times += 1) refusals.add(entry('a', 1), 'no');
    expect(refusals.holds(entry('a', 2))).toBe(false);
    refusals.add(entry('a', 2), 'still no');
    expect(refusals.nextIn()).toBe(100);
  });

  test('says why, holds nobody else, and is forgotten when it is taken', () => {
    refusals.add(entry('a', 1), 'no space left');
    expect(refusals.holds(entry('b', 1))).toBe(false);
    expect([refusals.size(), refusals.reason()]).toEqual([1, 'no space left']);
    refusals.lift(entry('a', 1));
    expect([refusals.size(), refusals.reason(), refusals.nextIn()]).toEqual([0, null, null]);
  });
});

test('the next one to be offered is the one whose pause ends first', () => {
  refusals.add(entry('a', 1), 'no');
  refusals.add(entry('a', 1), 'no');
  time += 50;
  refusals.add(entry('b', 2), 'no');
  expect(refusals.nextIn()).toBe(100);
  time += 1000;
  expect(refusals.nextIn()).toBe(0);
});

test('all may be offered at once', () => {
  refusals.add(entry('a', 1), 'no');
  refusals.add(entry('b', 2), 'no');
  refusals.liftAll();
  expect(refusals.size()).toBe(0);
});
