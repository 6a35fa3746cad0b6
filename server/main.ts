// The process: settings in, a running Pincite out, until Ctrl-C. Says on the terminal what it does and, when something is wrong, what to do.
import { startApp, type App } from './app.ts';
import { readConfig } from './config.ts';
import { messageOf, PinciteError } from './contract/errors.ts';
import { createReadingBar } from './terminal.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<void> {
  const config = readConfig();
  const bar = createReadingBar(process.stderr);
  let app: App | null = null;
  let ending = false;

  const end = (signal: NodeJS.Signals): void => {
    if (ending) {
      say('Ended without waiting.');
      process.exit(130);
    }
    ending = true;
    bar.stop();
    say(`\nEnding (${signal}) …`);
    // Without a running app (still starting) there is nothing of ours to wait for but what `startApp` itself ends.
    Promise.resolve(app?.close())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        say(`pincite: ${messageOf(error)}`);
        process.exit(1);
      });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);

  app = await startApp(config, {
    onProgress: (progress) => {
      if (!ending) bar.update(progress);
    },
    onNotice: (line) => {
      bar.stop();
      say(line);
    },
  });
  const report = await app.ready;
  bar.stop();
  if (ending) return;
  say(report);
  process.stdout.write(`Pincite answers at ${app.url}\n`);
}

try {
  await main();
} catch (error) {
  say(`pincite: ${error instanceof PinciteError ? error.message : messageOf(error)}`);
  process.exit(1);
}
