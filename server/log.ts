// The log: to a file in the data folder, so that the terminal stays for people; in a container to standard error.
// Never holds text of filings: messages name files, ids and errors.
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/** Opens the log. */
export function createLog({
  logLevel,
  dataFolder,
  inContainer,
}: Pick<Config, 'logLevel' | 'dataFolder' | 'inContainer'>): Logger {
  const destination = inContainer
    ? pino.destination({ dest: 2, sync: true })
    : pino.destination({ dest: join(dataFolder, 'pincite.log'), sync: true, mkdir: true });
  return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
