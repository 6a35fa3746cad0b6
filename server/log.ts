// The log: to a file in the data folder, so that the terminal stays for people; in a container to standard error.
// Never holds text of filings: messages name files, ids and errors.
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/** Bytes that wait until there is room again; what is more is dropped. */
const mostWaiting = 1_048_576;

/** Opens the log. */
export function createLog({
  logLevel,
  dataFolder,
  inContainer,
}: Pick<Config, 'logLevel' | 'dataFolder' | 'inContainer'>): Logger {
  const destination = pino.destination({
    ...(inContainer ? { dest: 2 } : { dest: join(dataFolder, 'pincite.log'), mkdir: true }),
    sync: true,
    maxLength: mostWaiting,
  });
  // A log that cannot be written (its disk is full) must not end the program that it tells about: it throws where it is called.
  destination.on('error', () => undefined);
  return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
