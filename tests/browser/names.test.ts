// Names on the real program, from filings without any gazetteer: the drawer of the Docket, a name that the search follows, the Reader.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { searchAnswerSchema } from '../../server/contract/search-api.ts';
import { root, startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { axeFindings, settles } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';

// Each wait of the browser tells its own reason first.
jest.setTimeout(60_000);

const folder = temporaryFolder();
const corpus = join(folder.path, 'corpus');
let program: RunningProgram;
let browser: OpenBrowser;
let main: WatchedPage;

beforeAll(async () => {
  mkdirSync(corpus);
  for (const name of [
    'gov.uscourts.cand.0.9003.0.pdf',
    'gov.uscourts.cand.0.9005.0.pdf',
    'gov.uscourts.cand.0.9007.2.pdf',
  ]) {
    copyFileSync(join(root, 'docs-corpus', 'filings', name), join(corpus, name));
  }
  const opening = openBrowser();
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus]);
  browser = await opening;
  main = await openPage(browser.browser, program.url);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
});

/** The values of a facet, as the search has them. */
async function facet(name: 'person' | 'product'): Promise<readonly string[]> {
  const answer = await fetch(`${program.url}/api/search?q=&facets=${name}`);
  return (searchAnswerSchema.parse(await answer.json()).facets[name] ?? []).map(({ value }) => value);
}
const drawer = (page: Page) => page.getByRole('dialog', { name: 'Names' });

describe('names in the Docket', () => {
  test('stand in the address, and are there without a gazetteer', async () => {
    const { page } = main;
    await page.goto('/docket');
    await page.getByRole('button', { name: 'People, organizations, products' }).click();
    await page.waitForURL((url) => url.searchParams.get('names') === 'person');
    await drawer(page).getByRole('button', { name: 'Organizations' }).click();
    await drawer(page).getByText('Meta Platforms, Inc.', { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a product is added: the facet has it; undone, the facet has it no more', async () => {
    const { page } = main;
    await drawer(page).getByRole('button', { name: 'Products' }).click();
    await drawer(page).getByRole('button', { name: 'Add a name' }).click();
    await drawer(page).getByLabel('Name', { exact: true }).fill('Inbox API');
    await drawer(page).getByRole('button', { name: 'Save' }).click();
    await drawer(page).getByText('by a person').waitFor();
    await settles(() => facet('product'), ['Inbox API']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await settles(() => facet('product'), []);
    await settles(() => drawer(page).getByRole('listitem').count(), 0);
    expect(await drawer(page).innerText()).toContain('No names yet');
  });

  test('what would be refused is said in the form', async () => {
    const { page } = main;
    await drawer(page).getByRole('button', { name: 'Add a name' }).click();
    await drawer(page).getByLabel('Name', { exact: true }).fill('1-2');
    await drawer(page)
      .getByText(/“1-2” is no name/)
      .waitFor();
    expect(await drawer(page).getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
  });
});

test('the Reader’s details show the e-mails of an exhibit, and lead to their page', async () => {
  const { page } = main;
  const { hits } = searchAnswerSchema.parse(
    await (await fetch(`${program.url}/api/search?q=renewal&f.type=exhibit`)).json(),
  );
  await page.goto(`/d/${hits[0]?.documentId ?? ''}?panel=details`);
  await page.getByRole('heading', { name: 'E-mails' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
