// Processor time that this process' children have taken, in seconds: what a page costs, however busy the machine is.
// In: nothing but /proc. Out: seconds of all children and theirs, gone ones included; null where the system has no /proc.
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second on all machines that Node runs on (`getconf CLK_TCK`). */
const ticksPerSecond = 100;

/** Seconds taken by the descendants of a process so far. */
export function childrenSeconds(of: number = process.pid): number | null {
  const times = processTimes();
  const own = times.get(of);
  if (own === undefined) return null;
  const descend = (parent: number): number =>
    [...times.values()]
      .filter((each) => each.parent === parent)
      .reduce((sum, { pid, itself, gone }) => sum + itself + gone + descend(pid), 0);
  return (own.gone + descend(of)) / ticksPerSecond;
}

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of its own, all threads, and of its children that have ended. */
  readonly itself: number;
  readonly gone: number;
}

function processTimes(): ReadonlyMap<number, ProcessTimes> {
  const found = new Map<number, ProcessTimes>();
  for (const pid of pidsOf()) {
    const times = timesOf(pid);
    if (times !== null) found.set(pid, times);
  }
  return found;
}

function pidsOf(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** What /proc says of a process (`man 5 proc_pid_stat`); null when it has just ended. */
function timesOf(pid: number): ProcessTimes | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it stands in parentheses and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (at: number): number => Number(fields[at] ?? 0);
    return { pid, parent: ticks(1), itself: ticks(11) + ticks(12), gone: ticks(13) + ticks(14) };
  } catch {
    return null;
  }
}
