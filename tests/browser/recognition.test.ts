// A scanned exhibit on the real program: recognised in the background, found by its words, painted on its picture, selected as text.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, startProgram, temporaryFolder, within, type RunningProgram } from '../integration/running-program.ts';
import { ask, axeFindings, comesToSay, currentPaint, hits, settles, wordsUnderPaint } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';

// Two pages are recognised first; each wait of the browser tells its own reason.
jest.setTimeout(120_000);

const folder = temporaryFolder();
let program: RunningProgram;
let browser: OpenBrowser;
let main: WatchedPage;

beforeAll(async () => {
  const corpus = join(folder.path, 'corpus');
  mkdirSync(corpus);
  const name = 'gov.uscourts.cand.0.9012.0.pdf';
  copyFileSync(join(root, 'docs-corpus', 'filings', name), join(corpus, name));
  const opening = openBrowser();
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus], {
    PINCITE_OCR: 'on',
    PINCITE_OCR_PROCESSES: '1',
  });
  browser = await opening;
  main = await openPage(browser.browser, program.url);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
}, 60_000);

test('nothing of the scan is missed in the end: no page waits, and no count speaks of one', async () => {
  const pending = async (): Promise<number> => {
    const health: unknown = await (await fetch(`${program.url}/api/health`)).json();
    return typeof health === 'object' && health !== null ? Number(Reflect.get(health, 'pendingOcrPages')) : -1;
  };
  const unsearched = async (): Promise<number> => {
    const answer: unknown = await (await fetch(`${program.url}/api/search?q=partner`)).json();
    const { unsearched: counts } = answer as { unsearched: { pages: number } };
    return counts.pages;
  };
  expect(await within(90_000, async () => (await pending()) === 0 && (await unsearched()) === 0)).toBe(true);
});

test('it is found by its words, and the hit is painted on them', async () => {
  const { page } = main;
  await page.goto('/');
  await ask(page, 'messaging friends');
  await hits(page).first().locator('h2 a').click();
  await page.waitForURL(/\/d\//);
  await currentPaint(page).first().waitFor();
  await comesToSay(async () => wordsUnderPaint(page), /messaging-app friends/);
  const told = page.getByText(/recognised \(9\d\s%\)/).first();
  await told.waitFor();
  expect(await told.isVisible()).toBe(true);
  await settles(() => axeFindings(page), []);
});

test('its text is selected over the picture, and can be cited', async () => {
  const { page } = main;
  const line = page.locator('[data-recognized] span', { hasText: 'messaging-app friends' }).first();
  const box = await line.boundingBox();
  const picture = await page.locator('.page canvas').first().boundingBox();
  expect(box === null || picture === null ? null : box.width < picture.width && box.x > picture.x).toBe(true);
  await line.click({ clickCount: 3 });
  expect(await page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain('messaging-app friends');
  await page.getByRole('button', { name: /^Tag/ }).first().waitFor();
});
