// Takes the screenshots of the README from the running program on the specimens: nothing in, PNG files in client/screenshots out.
// Run by `npm run screenshots`; the data folder is thrown away afterwards.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root, startProgram, temporaryFolder } from '../integration/running-program.ts';
import { openBrowser, openPage } from './open-browser.ts';

const question = 'titan api';
const target = join(root, 'client', 'screenshots');
const data = temporaryFolder();
const program = await startProgram(['--port', '0', '--data', data.path]);
const { browser, close } = await openBrowser();

async function search(page: Page): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(question)}`);
  await page.locator('[data-hit] mark').first().waitFor();
  // Narrow windows have no page beside the list.
  if ((page.viewportSize()?.width ?? 0) > 1280) await page.locator('[data-drawn] svg polygon').first().waitFor();
}

async function read(page: Page): Promise<void> {
  await search(page);
  await page.locator('[data-hit] h2 a').first().click();
  await page.locator('[data-paint] polygon[data-look="current"]').first().waitFor();
  await page.locator('.textLayer span').first().waitFor();
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

const pictures = [
  ['search-light', search, { colorScheme: 'light' }],
  ['search-dark', search, { colorScheme: 'dark' }],
  ['reader-light', read, { colorScheme: 'light' }],
  ['reader-dark', read, { colorScheme: 'dark' }],
  ['tray-light', collect, { colorScheme: 'light' }],
  ['search-390', search, { colorScheme: 'light', width: 390, height: 844 }],
] as const;

try {
  mkdirSync(target, { recursive: true });
  const first = await openPage(browser, program.url);
  await tag(first.page);
  await first.context.close();
  for (const [name, prepare, look] of pictures) {
    const { page, context } = await openPage(browser, program.url, look);
    await prepare(page);
    // Fonts and the last paint; a picture has no event of its own.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(target, `${name}.png`) });
    process.stdout.write(`${join('client', 'screenshots', `${name}.png`)}\n`);
    await context.close();
  }
} finally {
  await close();
  await program.end('SIGKILL');
  data.remove();
}
