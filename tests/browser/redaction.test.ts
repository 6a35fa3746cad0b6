// A badly redacted filing in the real Reader: it warns, frames the place, and neither the page nor its text holds the words.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rawPdf, words } from '../parse/raw-pdf.ts';
import { isSettled, startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { axeFindings } from './client-steps.ts';
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
  const bytes = rawPdf([
    { content: words('This page of the statement is to be read by everyone who asks.', 72, 700) },
    {
      content: `${words('The witness lives in', 72, 700)}${words('Peregrine', 200, 700)}${words('and works there.', 270, 700)}0 g 196 694 66 18 re f 72 600 80 14 re f`,
    },
  ]);
  writeFileSync(join(corpus, 'statement.pdf'), bytes);
  const opening = openBrowser();
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus]);
  expect(await isSettled(program)).toBe(true);
  browser = await opening;
  main = await openPage(browser.browser, program.url);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
});

describe('a badly redacted filing', () => {
  test('is found by its condition, and opens with a warning on the page that it concerns', async () => {
    const { page } = main;
    await page.goto('/?f.flag=badly-redacted');
    await page.getByText('The witness lives in').first().waitFor();
    const { documents } = (await (await fetch(`${program.url}/api/documents`)).json()) as {
      documents: { id: string }[];
    };
    await page.goto(`/d/${documents[0]?.id ?? ''}?at=2`);
    const warning = page.locator('[data-warning="redaction"]');
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(
      /Page 2 is badly redacted: 9 characters under this box; not searched, not shown\./,
    );
    expect(await warning.getByRole('link').getAttribute('href')).toMatch(/\/file\?original=1$/);
    await page.locator('[data-paint="2"] polygon[data-look="badly-redacted"]').waitFor({ state: 'attached' });
    expect(await page.locator('[data-paint="2"] polygon[data-look="redacted"]').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByText('1 where the text was still in the file and was dropped').waitFor();
    await page.getByText('1 where nothing is left under the box').waitFor();
  });

  test('what the viewer has of it is the copy: its clean page has a text layer, the words are nowhere', async () => {
    const { page } = main;
    await page.locator('.page[data-page-number="1"]').scrollIntoViewIfNeeded();
    await page.locator('.page[data-page-number="1"] .textLayer span').first().waitFor();
    expect(await page.content()).not.toMatch(/Peregrine/i);
    expect(main.errors).toEqual([]);
  });
});
