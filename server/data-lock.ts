// One Pincite for one data folder: two would fight over the catalog and the index.
// In: the data folder. Out: a lock file with our process id, taken over when its owner is gone; a living owner is an error that says so.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PinciteError, systemCodeOf } from './contract/errors.ts';

/** Takes the folder for this process; throws `conflict` when another living Pincite has it. */
export function lockDataFolder(dataFolder: string): { release(): void } {
  const file = join(dataFolder, 'pincite.pid');
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (attempt > 2 || systemCodeOf(error) !== 'EEXIST') throw error;
      const owner = livingOwner(file);
      if (owner !== null) {
        throw new PinciteError(
          'conflict',
          `The data folder ${dataFolder} is in use by another Pincite (process ${owner}). Stop that one first, or start this one with --data <another folder>.`,
          { field: '--data' },
        );
      }
      rmSync(file, { force: true });
    }
  }
  return {
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

/** Process id of the owner if it still lives; a process id that was given out again is not the owner. */
function livingOwner(file: string): number | null {
  const [pidText = '', start = ''] = readFileSync(file, 'utf8').split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (systemCodeOf(error) !== 'EPERM') return null;
  }
  const now = startOf(pid);
  return now === null || start === '' || now === start ? pid : null;
}

/** When the process started, in clock ticks since boot (Linux); null where the system does not say. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // No /proc on this system: the process id alone decides.
    return null;
  }
}
