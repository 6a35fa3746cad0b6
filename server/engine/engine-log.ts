// Where the engine, indexing and search say what happened; pino's logger fits.

/** One line a call, in plain words. */
export interface EngineLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
