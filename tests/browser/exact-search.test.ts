// Exact search as people use it, on the real program: the mode that answered is told, a fault is shown where it stands, a hit opens at
// its very match, and what the instant search forgave is one press away from being asked exactly.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { ask, axeFindings, comesToSay, currentPaint, hits, settles, wordsUnderPaint } from './client-steps.ts';
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

const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Search the filings' });
const results = (page: Page): Locator => page.getByRole('region', { name: 'Results' });
const filters = (page: Page): Locator => page.getByRole('complementary', { name: 'Filters' });
const message = (page: Page): Locator => page.locator('#search-message');
const mark = (page: Page): Locator => page.locator('form [aria-hidden="true"] > span > span');
const said = (locator: Locator) => async () => (await locator.textContent())?.replaceAll('\u00a0', ' ') ?? '';

describe('what answered', () => {
  test('a connector makes a question exact: each match is a hit, told with its reading and its units', async () => {
    const { page } = main;
    await page.goto('/');
    await ask(page, 'marble w/1 report');
    await comesToSay(said(results(page)), /4 matches in 1 document/);
    expect(await said(results(page))()).toMatch(/Exact: every match counted/);
    expect(await said(results(page))()).toMatch(/Documents where “marble” stands right beside “report”\./);
    expect(await hits(page).count()).toBe(4);
    expect(await said(filters(page))()).toMatch(/counted in documents/);
  });

  test('plain words are instant, and said to be no certificate', async () => {
    const { page } = main;
    await ask(page, 'marble report');
    await comesToSay(said(results(page)), /Instant: forgiving, not for certification/);
    expect(await said(results(page))()).toMatch(/\d passages in \d document/);
    expect(await said(filters(page))()).toMatch(/counted in passages/);
  });

  test('chosen by hand, mode and dialect are in the address and come back with it', async () => {
    const { page } = main;
    await page.getByRole('radio', { name: 'Exact' }).check();
    await page.getByRole('combobox', { name: 'Dialect of exact queries' }).selectOption('westlaw');
    await page.waitForURL((url) => url.searchParams.get('dialect') === 'westlaw');
    // A space is OR there.
    await comesToSay(said(results(page)), /Documents with “marble” or with “report”\./);
    await page.reload();
    await comesToSay(said(results(page)), /Documents with “marble” or with “report”\./);
    expect(await page.getByRole('radio', { name: 'Exact' }).isChecked()).toBe(true);
    expect(new URL(page.url()).searchParams.get('mode')).toBe('exact');
  });

  test('a question of fields finds filings and no words of theirs', async () => {
    const { page } = main;
    await page.goto('/?q=ecf:735');
    await comesToSay(said(results(page)), /1 document, with nothing in the text to count/);
    expect(await hits(page).count()).toBe(1);
    expect(await said(filters(page))()).not.toMatch(/Nothing was found/);
  });

  test('without words there is nothing to read exactly: the filings are listed', async () => {
    const { page } = main;
    await page.goto('/?mode=exact&f.kind=paragraph');
    await hits(page).first().waitFor();
    expect(await said(results(page))()).toMatch(/Instant/);
  });
});

describe('a hit opens at its very match', () => {
  test('the third of a document is the third in the reader', async () => {
    const { page } = main;
    await page.goto('/?q=marble+w%2F1+report&sort=position');
    await settles(async () => hits(page).count(), 4);
    await hits(page).nth(2).locator('h2 a').click();
    await currentPaint(page).first().waitFor();
    await comesToSay(async () => wordsUnderPaint(page), /marble report was made every quarter/);
    expect(new URL(page.url()).searchParams.get('hit')).toBe('3');
    await page.getByText(/^3 of 4$/).waitFor();
  });

  test('two matches of one passage are two hits, each with its own place', async () => {
    const { page } = main;
    await page.goto('/?q=quarterly+OR+harbor&sort=position');
    const keys = async () =>
      hits(page).evaluateAll((found) => found.map((hit) => hit.getAttribute('data-hit')?.split('.')[0]));
    await settles(async () => hits(page).count(), 3);
    const [first, second] = await keys();
    expect(first).toBe(second);
    await hits(page).nth(1).locator('h2 a').click();
    await currentPaint(page).first().waitFor();
    await comesToSay(async () => wordsUnderPaint(page), /harbor interface in the years/);
  });

  test('by document: one hit, and its other matches below it', async () => {
    const { page } = main;
    await page.goto('/?q=marble+w%2F1+report&group=document');
    await settles(async () => hits(page).count(), 1);
    await page.getByRole('button', { name: '3 more matches in this document' }).click();
    await settles(async () => hits(page).count(), 4);
    const keys = await hits(page).evaluateAll((found) => found.map((hit) => hit.getAttribute('data-hit')));
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a query that cannot be read', () => {
  test('is underlined where it stands and told below; the list says that it is of the earlier question', async () => {
    const { page } = main;
    await page.goto('/?mode=exact');
    await ask(page, 'marble w/1 report');
    await box(page).fill('marble w/x report');
    await comesToSay(said(message(page)), /^At character 8, “w\/x”: “w\/x” is no connector\./);
    expect(await mark(page).textContent()).toBe('w/x');
    expect(await box(page).getAttribute('aria-invalid')).toBe('true');
    expect(await box(page).getAttribute('aria-describedby')).toBe('search-message');
    await comesToSay(said(results(page)), /the earlier question marble w\/1 report/);
    expect(await hits(page).count()).toBe(4);
    expect(await axeFindings(page)).toEqual([]);
    // Mended, it is asked, and nothing is left of the fault.
    await ask(page, 'marble w/2 report');
    await settles(async () => message(page).textContent(), '');
    expect(await mark(page).count()).toBe(0);
  });

  test('the line lies under its word, also when the box has scrolled', async () => {
    const { page } = main;
    const long = `${Array.from({ length: 40 }, (_, at) => `marble${at}`).join(' AND ')} AND colour:red AND report`;
    await box(page).fill(long);
    await box(page).press('End');
    await comesToSay(said(message(page)), /no field “colour”/);
    const places = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('form input');
      const mirror = document.querySelector('form [aria-hidden="true"] > span');
      if (input === null || mirror === null) return null;
      const { left, width } = mirror.getBoundingClientRect();
      return {
        scrolled: input.scrollLeft,
        // Of one length with the box's own letters, and moved with them.
        longer: Math.abs(width - input.scrollWidth),
        off: Math.abs(left - (input.getBoundingClientRect().left - input.scrollLeft)),
      };
    });
    expect(places?.scrolled).toBeGreaterThan(500);
    expect(places?.longer).toBeLessThan(2);
    expect(places?.off).toBeLessThan(1);
  });

  test('unfinished while it is typed; Enter means it as it stands', async () => {
    const { page } = main;
    await page.goto('/?mode=exact');
    await ask(page, 'marble w/1 report');
    await box(page).fill('marble w/');
    await comesToSay(
      said(message(page)),
      /Not finished: “w\/” is no connector\. The list is of the earlier question\./,
    );
    expect(await box(page).getAttribute('aria-invalid')).toBe('false');
    expect(await mark(page).count()).toBe(0);
    await box(page).press('Enter');
    await comesToSay(said(message(page)), /Expected: a number of words/);
    expect(await mark(page).textContent()).toBe('w/');
  });

  test('in an address, where there is no earlier question, nothing was searched, and plain words are offered', async () => {
    const { page } = main;
    await page.goto('/?q=marble+AND+report+OR+harbor');
    await page.getByRole('heading', { name: 'Nothing has been searched yet' }).waitFor();
    await comesToSay(said(message(page)), /\(marble AND report\) OR harbor/);
    await page.getByRole('button', { name: 'Search as plain words' }).click();
    await page.waitForURL((url) => url.searchParams.get('mode') === 'instant');
    await comesToSay(said(results(page)), /Instant: forgiving/);
    expect(await mark(page).count()).toBe(0);
  });
});

test('words that the instant search leaves out are told, and asked exactly with one press', async () => {
  const { page } = main;
  await page.goto('/');
  await box(page).fill('the parties have met and conferred about the custodians and the dates of search');
  await comesToSay(said(results(page)), /Not searched: /);
  await page.getByRole('button', { name: 'Ask exactly for every word as typed' }).click();
  await page.waitForURL((url) => url.searchParams.get('mode') === 'exact');
  await comesToSay(said(results(page)), /Exact: every match counted/);
  expect(await box(page).inputValue()).toMatch(/^the AND parties AND .* AND "and" AND .* AND search$/);
  await hits(page).first().waitFor();
});

describe('the card of exact queries', () => {
  test('opens beside the modes, in the dialect of the question, and shows the others', async () => {
    const { page } = main;
    await page.goto('/?q=marble+report&dialect=dtsearch');
    await page.getByRole('button', { name: 'How exact queries are written' }).click();
    const card = page.getByRole('dialog', { name: 'How exact queries are written' });
    await comesToSay(said(card), /advertis\*documents with a word that begins with “advertis”/);
    await card.getByText('Westlaw', { exact: true }).click();
    await comesToSay(said(card), /titan \/10 inbox/);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  test('and from the card of keys', async () => {
    const { page } = main;
    await hits(page).first().focus();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: /^How exact queries are written:/ }).click();
    const card = page.getByRole('dialog', { name: 'How exact queries are written' });
    await card.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    // The card of keys does not come back from beneath it.
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test.each([
  { width: 1280, height: 860, colorScheme: 'dark' },
  { width: 360, height: 740, colorScheme: 'light' },
] as const)('$width px, $colorScheme: exact, at fault, and forgiving, nothing for axe to find', async (look) => {
  const watched = await openPage(browser.browser, program.url, look);
  const { page, context } = watched;
  const findings: string[] = [];
  const check = async (state: string) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) findings.push(`${state} is ${wide} px too wide`);
    findings.push(...(await axeFindings(page)).map((finding) => `${state}: ${finding}`));
  };
  await page.goto('/?q=marble+w%2F1+report');
  await hits(page).first().waitFor();
  await check('exact');
  await box(page).fill('marble AND report OR harbor');
  await comesToSay(said(message(page)), /AND and OR are mixed/);
  await check('at fault');
  await box(page).fill('the parties have met and conferred about the custodians and the dates of search');
  await comesToSay(said(results(page)), /Not searched: /);
  await check('forgiving');
  expect(findings).toEqual([]);
  expect(watched.violations).toEqual([]);
  await context.close();
});

test('the policy was never broken', () => {
  expect(main.violations).toEqual([]);
});
