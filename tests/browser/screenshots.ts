// Takes pictures of the places from the running program on the specimens: a folder in (client/screenshots unless told), PNG files in it out.
// Run by `npm run screenshots`; the data folder is thrown away afterwards.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { root, isSettled, startProgram, temporaryFolder, within } from '../integration/running-program.ts';
import { openBrowser, openPage } from './open-browser.ts';

const question = 'inbox api';
const target = resolve(process.argv[2] ?? join(root, 'client', 'screenshots'));
const data = temporaryFolder();
const program = await startProgram(['--port', '0', '--data', data.path]);
const { browser, close } = await openBrowser();

/** Width from which there is room for a page beside the list and for small pages beside the reader's. */
const wide = 1280;
const widthOf = (page: Page): number => page.viewportSize()?.width ?? 0;

/** The address is told as soon as something can be found; the pictures are of all of it. */
async function everythingIsSearchable(): Promise<void> {
  const ready = await within(60_000, async () => {
    const answer = (await (await fetch(`${program.url}/api/corpus`)).json()) as { pendingOutbox: number };
    return answer.pendingOutbox === 0;
  });
  if (!ready) throw new Error('The specimens are not searchable after a minute.');
}

async function search(page: Page): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(question)}`);
  await page.locator('[data-hit] mark').first().waitFor();
  if (widthOf(page) > wide) await page.locator('[data-drawn] svg polygon').first().waitFor();
}

async function askExactly(page: Page): Promise<void> {
  await page.goto(`/?${new URLSearchParams({ q: '(meta OR facebook) w/10 netflix', sort: 'position' }).toString()}`);
  await page.locator('[data-hit] mark').first().waitFor();
  if (widthOf(page) > wide) await page.locator('[data-drawn] svg polygon').first().waitFor();
}

/** A list with a line that cannot be read. */
async function makeReport(page: Page): Promise<void> {
  await page.goto('/reports?new=yes');
  await page.getByRole('textbox', { name: 'Name' }).fill('Terms of the second conference');
  await page.getByRole('textbox', { name: 'Queries' }).fill(listed.join('\n'));
  await page.getByRole('combobox', { name: 'Documents broken down by' }).selectOption('filer');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByRole('region', { name: 'Queries and counts' }).waitFor();
}

const listed = [
  'titan w/10 inbox',
  '"inbox api"',
  'advertis! /p (spend OR budget)',
  'titan AND (inbox',
  'netflix OR nflx',
  'cross-device AND NOT type:order',
];

async function read(page: Page): Promise<void> {
  await search(page);
  await page.locator('[data-hit] h2 a').first().click();
  await page.locator('[data-paint] polygon[data-look="current"]').first().waitFor();
  await page.locator('.textLayer span').first().waitFor();
  if (widthOf(page) <= wide) return;
  await page.getByRole('button', { name: 'Pages and outline' }).click();
  await page.locator('[aria-current="page"] canvas[data-state="drawn"]').waitFor();
}

async function collect(page: Page): Promise<void> {
  await search(page);
  for (const index of [0, 1, 2]) {
    const button = page
      .locator('[data-hit]')
      .nth(index)
      .getByRole('button', { name: /Collected in/ });
    await button.click();
    await page
      .locator('[data-hit]')
      .nth(index)
      .getByRole('button', { name: /Collected in/, pressed: true })
      .waitFor();
  }
  await page.goto('/tray');
  await page.locator('blockquote').nth(2).waitFor();
}

/** Tags two passages, so that the pictures show what tags look like. */
async function tag(page: Page): Promise<void> {
  await search(page);
  for (const [index, name] of ['Data access', 'Ad spend'].entries()) {
    const hit = page.locator('[data-hit]').nth(index);
    await hit.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find or create a tag' }).fill(name);
    await page.keyboard.press('Enter');
    await hit.getByRole('list', { name: 'Tags' }).waitFor();
    await page.keyboard.press('Escape');
  }
}

const narrow = { width: 390, height: 844 };
const pictures = [
  ['search-light', search, { colorScheme: 'light' }],
  ['search-dark', search, { colorScheme: 'dark' }],
  ['search-390-light', search, { colorScheme: 'light', ...narrow }],
  ['search-390-dark', search, { colorScheme: 'dark', ...narrow }],
  ['reader-light', read, { colorScheme: 'light' }],
  ['reader-dark', read, { colorScheme: 'dark' }],
  ['reader-390-light', read, { colorScheme: 'light', ...narrow }],
  ['reader-390-dark', read, { colorScheme: 'dark', ...narrow }],
  ['tray-light', collect, { colorScheme: 'light' }],
  ['exact-light', askExactly, { colorScheme: 'light' }],
  ['report-light', makeReport, { colorScheme: 'light' }],
] as const;

try {
  mkdirSync(target, { recursive: true });
  await everythingIsSearchable();
  const first = await openPage(browser, program.url);
  await tag(first.page);
  await first.context.close();
  // What was tagged is in the index, or the pictures would show that it is not yet.
  if (!(await isSettled(program))) throw new Error('the index did not catch up');
  for (const [name, prepare, look] of pictures) {
    const { page, context } = await openPage(browser, program.url, look);
    await prepare(page);
    await page.evaluate(async () => document.fonts.ready);
    const file = join(target, `${name}.png`);
    await page.screenshot({ path: file });
    process.stdout.write(`${file}\n`);
    await context.close();
  }
} finally {
  await close();
  await program.end('SIGKILL');
  data.remove();
}
