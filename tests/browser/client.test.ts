// The client on the real program, by pointer and keyboard as people use it: from a question to a painted hit, a tag, a tray, a citation.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { ask, axeFindings, comesToSay, currentPaint, hits, painted, settles, wordsUnderPaint } from './client-steps.ts';
import { openBrowser, openPage, packagedMajor, type OpenBrowser, type WatchedPage } from './open-browser.ts';
import { hostileText, writeSmallCorpus } from './small-corpus.ts';

// Each wait of the browser tells its own reason first.
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

describe('one working session', () => {
  test('runs in the Chromium that was packaged', () => {
    const isOwn = process.env['CHROME_PATH'] !== undefined;
    expect(isOwn || browser.browser.version().startsWith(`${packagedMajor}.`)).toBe(true);
  });

  test('a question is answered while typing, its words marked, and the address says it', async () => {
    const { page } = main;
    await page.goto('/');
    await page.getByText('passages', { exact: true }).first().waitFor();
    await ask(page, 'marble report');
    expect(await hits(page).count()).toBeGreaterThanOrEqual(3);
    expect((await page.locator('[data-hit] mark').allTextContents()).join(' ')).toMatch(/marble/i);
  });

  test('a facet narrows and can be taken back', async () => {
    const { page } = main;
    const before = await hits(page).count();
    await page.getByRole('button', { name: /^Document \d/ }).click();
    await page.getByRole('checkbox').first().check();
    await page.waitForURL((url) => url.searchParams.has('f.document'));
    await page.getByRole('button', { name: 'Remove Document' }).first().waitFor();
    await page.getByRole('button', { name: 'Clear all' }).first().click();
    await page.waitForURL((url) => !url.searchParams.has('f.document'));
    await expect(hits(page).count()).resolves.toBe(before);
  });

  test('a hit opens on its page, painted over its words; n and p walk; back finds the list as it was', async () => {
    const { page } = main;
    await page.locator('[data-hit]', { hasText: 'every quarter' }).locator('h2 a').click();
    await page.waitForURL(/\/d\//);
    await currentPaint(page).first().waitFor();
    // The boxes are painted before the text layer lies over them.
    await comesToSay(async () => wordsUnderPaint(page), /marble/i);
    expect(new URL(page.url()).searchParams.get('at')).toBe('2');

    await page.keyboard.press('n');
    await page.waitForURL((url) => url.searchParams.has('hit'));
    const next = Number(new URL(page.url()).searchParams.get('hit'));
    await page.keyboard.press('p');
    await page.waitForURL((url) => url.searchParams.get('hit') === String(next - 1));
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === 'marble report');
    await page.locator('[data-hit][data-selected]', { hasText: 'every quarter' }).waitFor();
  });

  test('a passage is tagged by the keyboard and found by its tag', async () => {
    const { page } = main;
    await page.locator('[data-hit][data-selected]').focus();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Find or create a tag' }).fill('Reports kept');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Reports kept/, selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reports kept', exact: true }).first().click();
    await page.waitForURL((url) => url.searchParams.has('f.tag'));
    await settles(async () => hits(page).count(), 1);
    expect(await hits(page).getByRole('list', { name: 'Tags' }).textContent()).toBe('Reports kept');
    await page.getByRole('button', { name: 'Clear all' }).first().click();
  });

  test('a citation is copied as the server writes it', async () => {
    const { page } = main;
    await hits(page).first().getByRole('button', { name: 'Copy the citation' }).click();
    await page.getByText(/^Copied:/).waitFor();
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toMatch(/ECF No\.\s735/);
  });

  test('the tray collects, keeps an order, undoes, and exports three formats', async () => {
    const { page } = main;
    for (const index of [0, 1]) {
      await hits(page)
        .nth(index)
        .getByRole('button', { name: /Collected in/ })
        .click();
      await hits(page)
        .nth(index)
        .getByRole('button', { name: /Collected in/, pressed: true })
        .waitFor();
    }
    await page.getByRole('link', { name: /^Tray/ }).click();
    const quotes = page.locator('blockquote');
    await quotes.nth(1).waitFor();
    const [first, second] = await quotes.allTextContents();
    await page.getByRole('button', { name: 'Move down' }).first().click();
    await settles(async () => quotes.allTextContents(), [second, first]);
    await page.getByRole('button', { name: 'Take out of the tray' }).first().click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await settles(async () => quotes.allTextContents(), [second, first]);
    for (const [name, ending] of [
      ['CSV', '.csv'],
      ['Markdown', '.md'],
      ['Word', '.docx'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name, exact: true }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      expect(readFileSync(await file.path()).length).toBeGreaterThan(40);
    }
    await page.reload();
    await settles(async () => quotes.allTextContents(), [second, first]);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('text of a filing that looks like markup is shown as text', async () => {
    const { page } = main;
    await page.goto('/?q=granite+ledger');
    await hits(page).first().waitFor();
    expect(await hits(page).first().textContent()).toContain(hostileText.slice(0, 20));
    expect(await page.title()).toBe('Pincite');
  });

  test('selected text of a page is cited with its lines', async () => {
    const { page } = main;
    await page.goto('/?q=marble+report');
    await page.locator('[data-hit]', { hasText: 'every quarter' }).locator('h2 a').click();
    const line = page.locator('.textLayer span', { hasText: 'The marble report was made every quarter' });
    await line.waitFor();
    await line.click({ clickCount: 3 });
    await page
      .getByRole('region', { name: 'Selected text' })
      .getByRole('button', { name: 'Copy the citation' })
      .click();
    await page.getByText(/^Copied:/).waitFor();
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toMatch(
      /^“The marble report was made every quarter.*” .*735/,
    );
  });

  test('nothing was logged as an error and the policy was never broken', () => {
    expect(main.violations).toEqual([]);
    expect(main.errors).toEqual([]);
  });
});

describe('every place, light and dark, wide and narrow', () => {
  const looks = [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 1440, height: 900, colorScheme: 'dark' },
    { width: 390, height: 844, colorScheme: 'dark' },
    { width: 360, height: 740, colorScheme: 'light' },
  ] as const;
  test.each(looks)('$width px, $colorScheme: no sideways scrolling, nothing for axe to find', async (look) => {
    const watched = await openPage(browser.browser, program.url, look);
    const { page, context } = watched;
    const findings: string[] = [];
    const check = async (place: string) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) findings.push(`${place} is ${wide} px too wide`);
      findings.push(...(await axeFindings(page)).map((finding) => `${place}: ${finding}`));
    };
    await page.goto('/');
    await page.getByText('passages', { exact: true }).first().waitFor();
    await check('start');
    await page.goto('/?q=marble+report&not.kind=heading&group=document');
    await hits(page).first().waitFor();
    await check('search');
    if (look.width < 800) {
      await page.getByRole('button', { name: 'Filters (1)' }).click();
      await page.getByRole('button', { name: 'Show the results' }).waitFor();
      await check('filters');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Show the results' }).waitFor({ state: 'hidden' });
    }
    await page.locator('[data-hit] h2 a').first().click();
    await painted(page).first().waitFor();
    await check('reader');
    await page.getByRole('button', { name: 'Pages and outline' }).click();
    await page.locator('canvas[data-state="drawn"]').first().waitFor();
    await check('reader with its pages in small');
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await page.getByText(/no headings were read|^Headings as read/).waitFor();
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('complementary', { name: 'Details' }).waitFor();
    await check('reader with details');
    await page.goto('/tray');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await check('tray');
    await page.goto('/d/unknown');
    await page.getByRole('heading', { name: 'This filing is not here' }).waitFor();
    await check('not found');
    expect(findings).toEqual([]);
    expect(watched.violations).toEqual([]);
    await context.close();
  });
});
