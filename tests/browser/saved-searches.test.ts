// Searches that are kept tell what is new since somebody last looked; and a selected text is found elsewhere, where it reads a little
// otherwise. On the real program, with a filing that comes meanwhile.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { ask, axeFindings, comesToSay, hits } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';
import { typesetPleading, writeSmallCorpus } from './small-corpus.ts';

jest.setTimeout(40_000);

const folder = temporaryFolder();
let program: RunningProgram;
let browser: OpenBrowser;
let main: WatchedPage;

beforeAll(async () => {
  const corpus = join(folder.path, 'corpus');
  mkdirSync(corpus);
  await writeSmallCorpus(corpus);
  const opening = openBrowser();
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus]);
  browser = await opening;
  main = await openPage(browser.browser, program.url);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
}, 60_000);

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
const saved = async (page: Page) => plain(await page.getByRole('region', { name: 'Saved searches' }).textContent());

/** A filing that says nearly what the brief says. */
async function addReply(): Promise<void> {
  const bytes = await typesetPleading({
    ecf: '740',
    pages: 1,
    placed: [
      [1, 5, 'Defendant’s marble report was made each quarter and was sent to the'],
      [1, 6, 'engineers who kept the harbor interface, and to nobody else at all.'],
    ],
  });
  const form = new FormData();
  form.append('files', new File([new Uint8Array(bytes)], 'gov.uscourts.cand.999001.740.0.pdf'));
  const answer = await fetch(`${program.url}/api/documents`, {
    method: 'POST',
    body: form,
    headers: { Origin: program.url },
  });
  expect(answer.status).toBe(202);
}

test('a search is saved under a name', async () => {
  const { page } = main;
  await page.goto('/');
  await ask(page, 'marble w/1 report');
  await page.getByRole('button', { name: 'Save search' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('The marble report');
  expect(await axeFindings(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await comesToSay(async () => plain(await form.textContent()), /saved as The marble report.*1 document/s);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
});

test('what comes later is new, until it is opened', async () => {
  const { page } = main;
  await addReply();
  await comesToSay(async () => {
    await page.goto('/');
    await page.getByRole('region', { name: 'Saved searches' }).waitFor();
    return saved(page);
  }, /The marble report2 documents, 1 new/);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'The marble report' }).click();
  await hits(page).first().waitFor();
  await comesToSay(async () => {
    await page.goto('/');
    await page.getByRole('region', { name: 'Saved searches' }).waitFor();
    return saved(page);
  }, /The marble report2 documents$/);
});

test('removed by mistake, it comes back', async () => {
  const { page } = main;
  await page.getByRole('button', { name: 'Remove the saved search The marble report' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await comesToSay(() => saved(page), /The marble report2 documents/);
  expect(await saved(page)).not.toContain('new');
});

test('a selected text is found elsewhere, where it reads a little otherwise', async () => {
  const { page } = main;
  await page.goto('/?q=marble+report');
  await page.locator('[data-hit]', { hasText: 'every quarter' }).locator('h2 a').click();
  const line = page.locator('.textLayer span', { hasText: 'The marble report was made every quarter' });
  await line.waitFor();
  await line.click({ clickCount: 3 });
  await page.getByRole('region', { name: 'Selected text' }).getByRole('link', { name: 'Find elsewhere' }).click();
  const results = page.getByRole('region', { name: 'Results' });
  await comesToSay(async () => plain(await results.textContent()), /2 matches in 2 documents/);
  await comesToSay(
    async () => plain(await results.textContent()),
    /passage that reads like “The marble report was made/,
  );
  // The text itself is the best place.
  expect(await hits(page).first().textContent()).toContain('735');
  expect(await hits(page).nth(1).textContent()).toContain('740');
  expect([...main.errors, ...main.violations]).toEqual([]);
});
