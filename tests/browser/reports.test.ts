// A search-term report as people make one, on the real program: a pasted list with a bad line, counts that are those of the search they
// link to, a second run beside the first, and files to hand over.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { axeFindings, comesToSay } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';
import { writeSmallCorpus } from './small-corpus.ts';

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

test('without a report the place says what one is, and how to make one', async () => {
  const { page } = main;
  await page.goto('/');
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('heading', { name: 'No reports yet' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test('a pasted list is asked; a bad line is told and the rest goes on', async () => {
  const { page } = main;
  await page.getByRole('button', { name: 'New report' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('First list');
  await page
    .getByRole('textbox', { name: 'Queries' })
    .fill('# of the meeting\nmarble w/1 report\nmarble AND (report\nzebra OR giraffe\n“marble”  W/1 report');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the report' }).click();
  const table = page.getByRole('region', { name: 'Queries and counts' });
  await table.waitFor();
  const rows = await table.locator('tbody tr').allTextContents();
  expect(rows).toHaveLength(4);
  expect(plain(rows[0] ?? '')).toMatch(/^2marble w\/1 report.*right beside.*14/);
  expect(plain(rows[1] ?? '')).toMatch(/Not asked\..*not closed/);
  expect(plain(rows[2] ?? '')).toMatch(/zebra OR giraffe.*0/);
  expect(plain(rows[3] ?? '')).toMatch(/Asks the same as line 2; the totals count it once/);
  expect(plain(await table.locator('tfoot').textContent())).toMatch(
    /1 query not asked.*1 query repeated, counted once14/,
  );
  expect(await table.locator('mark').textContent()).toBe('(');
  expect(await axeFindings(page)).toEqual([]);
});

test('the rows that repeat another are shown by themselves', async () => {
  const { page } = main;
  const table = page.getByRole('region', { name: 'Queries and counts' });
  await table.getByRole('button', { name: 'Repeated 1' }).click();
  await page.waitForURL((url) => url.searchParams.get('show') === 'repeated');
  expect((await table.locator('tbody tr').allTextContents()).map((row) => row.slice(0, 1))).toEqual(['5']);
  await table.getByRole('button', { name: 'All queries 4' }).click();
});

test('a count leads to the search that gives it', async () => {
  const { page } = main;
  const link = page.getByRole('link', { name: '4 hits: search for marble w/1 report', exact: true });
  await link.click();
  const results = page.getByRole('region', { name: 'Results' });
  await comesToSay(async () => plain(await results.textContent()), /4 matches in 1 document/);
  expect(new URL(page.url()).searchParams.get('mode')).toBe('exact');
  await page.goBack();
  await page.getByRole('region', { name: 'Queries and counts' }).waitFor();
});

test('run again, it is held against the run before', async () => {
  const { page } = main;
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('columnheader', { name: 'Gained' }).waitFor();
  const [first = ''] = await page
    .getByRole('region', { name: 'Queries and counts' })
    .locator('tbody tr')
    .allTextContents();
  expect(plain(first)).toMatch(/––$/);
});

test('its files can be saved', async () => {
  const { page } = main;
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('First list.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('"2","marble w/1 report","1","4"');
  expect(text).toMatch(/"Corpus","\d+ documents/);
});

test('the address restores a report, on a narrow screen too', async () => {
  const address = new URL(main.page.url());
  const narrow = await openPage(browser.browser, program.url, { width: 360, height: 740 });
  await narrow.page.goto(address.pathname + address.search);
  await narrow.page.getByRole('heading', { name: 'First list' }).waitFor();
  await narrow.page.getByRole('region', { name: 'Queries and counts' }).waitFor();
  expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFindings(narrow.page)).toEqual([]);
});

test('removed, it is gone', async () => {
  const { page } = main;
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: 'No reports yet' }).waitFor();
  expect([...main.errors, ...main.violations]).toEqual([]);
});
