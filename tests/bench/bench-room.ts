// What a bench run leaves behind: nothing. Its temporary folder and the programs it starts, ended together.
// In: orders to start. Out: running programs; `close` ends them and removes the folder, also when the run is broken off.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { ownChildren } from './process-memory.ts';

export interface BenchRoom {
  /** A new folder of that name. */
  folder(name: string): string;
  /** Starts the real program on a free port. */
  start(arguments_: readonly string[]): Promise<RunningProgram>;
  /** Ends a program before the room is closed. */
  end(program: RunningProgram): Promise<void>;
  close(): Promise<void>;
}

/** Opens a room. */
export function openRoom(): BenchRoom {
  const temporary = temporaryFolder();
  const programs = new Set<RunningProgram>();
  let isClosed = false;
  // What is still at work when the run is broken off may write into the folder once more.
  process.once('exit', () => temporary.remove());
  const end = async (program: RunningProgram): Promise<void> => {
    programs.delete(program);
    await program.end('SIGTERM');
  };
  return {
    folder: (name) => {
      const path = join(temporary.path, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    start: async (arguments_) => {
      if (isClosed) throw new Error('the run was broken off');
      const program = await startProgram(['--port', '0', ...arguments_]);
      programs.add(program);
      return program;
    },
    end,
    close: async () => {
      isClosed = true;
      await Promise.all([...programs].map(end));
      // A program that had not answered yet when the run was broken off.
      for (const pid of ownChildren()) process.kill(pid, 'SIGTERM');
      temporary.remove();
    },
  };
}
