// How much memory processes take, as Linux tells in /proc. Elsewhere nothing is known, and null says so.
// In: process ids. Out: megabytes resident now and at their peak; peaks of processes that come and go while something runs.
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  /** Resident now (VmRSS), in MB (2^20). */
  readonly residentMb: number;
  /** The most it ever had (VmHWM). */
  readonly peakMb: number;
}

/** Reads /proc/<pid>/status; null when the process is gone, or on another system. */
export function memoryOf(pid: number): ProcessMemory | null {
  try {
    return memoryIn(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // Gone, or there is no /proc.
    return null;
  }
}

/** Reads the text of such a file; null for a process without memory (one that has just ended). */
export function memoryIn(status: string): ProcessMemory | null {
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  const [resident, peak] = [kilobytes('VmRSS'), kilobytes('VmHWM')];
  return Number.isNaN(resident) || Number.isNaN(peak) ? null : { residentMb: resident / 1024, peakMb: peak / 1024 };
}

/** Processes that this one has started and that still run. */
export function ownChildren(): number[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

export interface PeakWatch {
  /** Ends the watch: the peak of each process that was seen, in MB. */
  stop(): readonly number[];
}

/** Looks at the processes that `pids` names every `everyMs`; what a process takes after the last look is not seen. */
export function watchPeaks(pids: () => readonly number[], everyMs = 25): PeakWatch {
  const peaks = new Map<number, number>();
  const look = (): void => {
    for (const pid of pids()) {
      const memory = memoryOf(pid);
      if (memory !== null) peaks.set(pid, Math.max(memory.peakMb, peaks.get(pid) ?? 0));
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return [...peaks.values()];
    },
  };
}
