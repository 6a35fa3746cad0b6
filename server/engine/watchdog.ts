// A process of its own between Pincite and Meilisearch: when Pincite is gone (even by kill -9) it ends Meilisearch and itself.
// In: one `WatchdogOrder` over the IPC channel; out: `WatchdogReport`s over the same. It refuses to live without that channel.
import { spawn, type ChildProcess } from 'node:child_process';

/** What to run. The key travels in `env`, because everybody may read a command line. */
export interface WatchdogOrder {
  readonly binary: string;
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds it may take to end by itself. */
  readonly graceMs: number;
}

/** What happened. */
export type WatchdogReport =
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null };

let child: ChildProcess | null = null;
let graceMs = 0;

const report = (message: WatchdogReport, then: () => void = () => {}): void => {
  if (process.connected && process.send !== undefined) process.send(message, undefined, undefined, then);
  else then();
};

const end = (): void => {
  if (child === null || child.exitCode !== null || child.signalCode !== null) process.exit(0);
  child.kill('SIGTERM');
  const running = child;
  setTimeout(() => running.kill('SIGKILL'), graceMs).unref();
};

process.on('message', (message) => {
  if (child !== null) return;
  const order = message as WatchdogOrder; // only managed-process.ts holds the other end of the channel
  graceMs = order.graceMs;
  child = spawn(order.binary, [...order.arguments], { env: order.env, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('spawn', () => {
    if (child?.pid !== undefined) report({ kind: 'started', pid: child.pid });
  });
  child.on('error', (error) => {
    report({ kind: 'failed', reason: error.message }, () => process.exit(1));
  });
  child.on('exit', (code, signal) => {
    report({ kind: 'ended', code, signal }, () => process.exit(0));
  });
});

// The channel closes when Pincite lets go of it or is no more.
process.on('disconnect', end);
process.on('SIGTERM', end);
if (!process.connected) process.exit(2);
