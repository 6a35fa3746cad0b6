// Questions to the system about a process we only know by its number: does it live, is it really ours.
// In: a process id. Out: plain facts; null where the system does not say. Never ends a process it cannot prove to be ours.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCodeOf } from '../contract/errors.ts';

/** Whether a process of this id exists (a zombie, which nobody can end any more, does not count). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/** The command line as one text, arguments parted by spaces; null when unknown. */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // No /proc here: ask ps, which every other Unix has.
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** Start time in clock ticks since boot (Linux): with the id it names a process for good; null where unknown. */
export function startTicksOf(pid: number): string | null {
  return statField(pid, 19);
}

/** Ends a process and waits until it is gone; SIGKILL when it does not go within `graceMs`. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 5000],
  ] as const) {
    if (!isAlive(pid)) return;
    signalProcess(pid, signal);
    for (let waited = 0; waited < wait; waited += 20) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
}

/** Sends a signal; a process that is already gone is what was wanted. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') throw error;
  }
}

function stateOf(pid: number): string | null {
  return statField(pid, 0);
}

/** A field of /proc/<pid>/stat after the name, which itself may hold spaces and brackets. */
function statField(pid: number, at: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[at] ?? null;
  } catch {
    return null;
  }
}
