// The Search and the Reader in depth, on a corpus with a long brief: what narrows, groups and fails in the one; pages in small, outline,
// the question to one filing, turning, fitting and printing in the other; and both by the keyboard alone.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { ask, axeFindings, comesToSay, currentPaint, hits, settles, wordsUnderPaint } from './client-steps.ts';
import { harborPages, longBrief, writeLongCorpus } from './long-corpus.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';

// Each wait of the browser tells its own reason first.
jest.setTimeout(40_000);

const folder = temporaryFolder();
let program: RunningProgram;
let browser: OpenBrowser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  const corpus = join(folder.path, 'corpus');
  mkdirSync(corpus);
  await writeLongCorpus(corpus);
  const opening = openBrowser();
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus]);
  browser = await opening;
  watched = await openPage(browser.browser, program.url);
  ({ page } = watched);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
}, 60_000);

const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
const total = async () =>
  (await page
    .getByRole('paragraph')
    .filter({ hasText: / in [\d,]+\sdocuments?$/ })
    .textContent()) ?? '';

describe('the Search place', () => {
  test('a first visit shows the corpus in numbers and three questions, each of which has an answer', async () => {
    await page.goto('/');
    await page.getByRole('region', { name: 'The corpus in numbers' }).getByText('14', { exact: true }).waitFor();
    const questions = page.getByRole('region', { name: 'Questions to begin with' }).getByRole('link');
    await settles(async () => questions.count(), 3);
    for (const index of [0, 1, 2]) {
      await questions.nth(index).click();
      await hits(page).first().waitFor();
      expect(await total()).not.toMatch(/^0/);
      await page.goBack();
      await questions.nth(2).waitFor();
    }
  });

  test('dragging over the histogram chooses its months; the arrow keys do the same', async () => {
    await ask(page, 'surveyor');
    expect(await total()).toMatch(/^12\s/);
    const bars = page.locator('svg', { has: page.locator('title', { hasText: 'Apr 2024' }) });
    const box = await bars.boundingBox();
    if (box === null) throw new Error('the histogram is not shown');
    // Six months, April to September: from the middle of the fourth to the last.
    await page.mouse.move(box.x + (box.width * 3.5) / 6, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + (box.width * 5.5) / 6, box.y + 20, { steps: 4 });
    await page.getByText('Jul 2024–Sep 2024: 6').waitFor();
    await page.mouse.up();
    await page.waitForURL(/filedFrom=2024-07-01&filedTo=2024-09-30/);
    await settles(async () => (await total()).slice(0, 2), '6\u00a0');
    await page.getByRole('slider', { name: 'Filed from' }).press('ArrowLeft');
    await page.waitForURL(/filedFrom=2024-06-01/);
    await settles(async () => (await total()).slice(0, 2), '8\u00a0');
    await page.getByRole('button', { name: 'Clear the filing dates' }).click();
    await page.waitForURL((url) => !url.searchParams.has('filedFrom'));
  });

  test('a long facet is searched, a value of it included or excluded', async () => {
    const facet = page.getByRole('region', { name: /^Document( 12)?$/ });
    await facet.getByRole('button', { name: /^Document/ }).click();
    await facet.getByRole('searchbox', { name: 'Find in Document' }).fill('755');
    await settles(async () => facet.getByRole('checkbox').count(), 1);
    await facet.getByRole('button', { name: /^Exclude/ }).click();
    await page.waitForURL(/not\.document=/);
    await settles(async () => (await total()).slice(0, 2), '11');
    await facet.getByRole('checkbox').check();
    await page.waitForURL((url) => url.searchParams.has('f.document') && !url.searchParams.has('not.document'));
    await settles(async () => (await total()).slice(0, 2), '1\u00a0');
    expect(await hits(page).textContent()).toContain('inspect the lock');
    await page.getByRole('button', { name: 'Clear all' }).first().click();
    await page.waitForURL((url) => !url.searchParams.has('f.document'));
  });

  test('by document: one row each with its count, opened in place, walked through by keys', async () => {
    await ask(page, 'harbor');
    await settles(async () => hits(page).count(), harborPages.length);
    await page.getByRole('checkbox', { name: 'By document' }).check();
    await page.waitForURL(/group=document/);
    await settles(async () => hits(page).count(), 1);
    const more = page.getByRole('button', { name: /^4\smore passages in this document$/ });
    await more.click();
    await settles(async () => hits(page).count(), harborPages.length);
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    await hits(page).first().focus();
    await page.keyboard.press('j');
    await hits(page).nth(1).and(page.locator('[data-selected]')).waitFor();
    await more.click();
    await settles(async () => hits(page).count(), 1);
    await page.getByRole('checkbox', { name: 'By document' }).uncheck();
  });

  test('an answer that comes late does not replace that of a later question', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const late = /\/api\/search\?.*q=lantern/;
    await page.route(late, async (route) => {
      await held;
      // The page has called it off by then, or takes it and must not show it.
      await route.continue().catch(() => undefined);
    });
    const box = page.getByRole('textbox', { name: 'Search the filings' });
    await box.fill('lantern');
    await box.fill('surveyor');
    await settles(async () => (await total()).slice(0, 2), '12');
    letGo();
    await page.waitForURL((url) => url.searchParams.get('q') === 'surveyor');
    await page.unroute(late, undefined);
    await ask(page, 'surveyor quay');
    expect((await page.locator('[data-hit] mark').allTextContents()).join(' ')).not.toMatch(/lantern/i);
  });

  test('no answer is said with what to do, and trying again works', async () => {
    await page.route('**/api/search?**', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Search the filings' }).fill('lantern');
    const alert = page.getByRole('alert').filter({ hasText: 'The search failed' });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/npm start/);
    await page.unroute('**/api/search?**');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await hits(page).filter({ hasText: 'lantern' }).first().waitFor();
    // The browser's own words about requests that were cut off here on purpose.
    watched.errors.splice(0, watched.errors.length, ...watched.errors.filter((error) => !/ERR_FAILED/.test(error)));
  });

  test('nothing found says why that may be and what to do next', async () => {
    await page.goto('/?q=zebra+unicorn&f.type=notice');
    await page.getByRole('heading', { name: /Nothing found/ }).waitFor();
    await page.getByText('Both words must stand in one passage').waitFor();
    await page.getByRole('button', { name: 'Search without filters' }).click();
    await page.waitForURL((url) => !url.searchParams.has('f.type'));
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the Reader', () => {
  const thumbnails = () => page.getByRole('navigation', { name: 'Pages and outline' });
  const thumbnail = (pageNumber: number) => thumbnails().locator(`[data-page="${pageNumber}"]`);
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^View and print/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  test('its pages have their names from the moment they are there', async () => {
    await page.goto('/?q=harbor');
    await hits(page).first().waitFor();
    const names = await page.evaluateHandle(() => {
      const seen: (string | null)[] = [];
      // Runs as soon as what made the pages is done, before anything that was put off.
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.matches('.pdfViewer > .page')) seen.push(node.ariaLabel);
      }).observe(document.body, { childList: true, subtree: true });
      return seen;
    });
    await hits(page).first().locator('h2 a').click();
    await currentPaint(page).first().waitFor();
    expect(await names.jsonValue()).toEqual(Array.from({ length: longBrief.pages }, (_, index) => `Page ${index + 1}`));
  });

  test('shows its pages in small, only those near drawn, with all numbers and the hits on each', async () => {
    await page.goto('/?q=harbor');
    await hits(page).filter({ hasText: 'by hand' }).locator('h2 a').click();
    await currentPaint(page).first().waitFor();
    await page.getByRole('button', { name: 'Pages and outline' }).click();
    await thumbnail(11).locator('canvas[data-state="drawn"]').waitFor();
    expect(await thumbnails().locator('canvas').count()).toBeLessThan(longBrief.pages);
    await thumbnails()
      .getByRole('button', {
        name: 'PDF page\u00a011, printed p.\u00a08, ECF p.\u00a011, HARBOR-000111, PageID\u00a09011, 2\u00a0hits',
        exact: true,
      })
      .waitFor();
    expect(await thumbnail(11).getAttribute('aria-current')).toBe('page');
    // Opening it made the pages smaller; the hit is still where one looks.
    await comesToSay(async () => wordsUnderPaint(page), /harbor/i);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('arrow keys walk through them, and the focus goes along', async () => {
    await thumbnail(11).focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/at=12/);
    await settles(async () => focused(), '12');
    await page.keyboard.press('End');
    await page.waitForURL(/at=24/);
    await settles(async () => focused(), '24');
    await thumbnail(24).locator('canvas[data-state="drawn"]').waitFor();
    expect(await thumbnail(24).getAttribute('aria-current')).toBe('page');
  });

  test('the page in view shows all its numbers, and any of them leads to it', async () => {
    const field = page.getByRole('textbox', { name: /^Page, of 24/ });
    for (const [typed, at] of [
      ['HARBOR-000104', '4'],
      ['ii', '2'],
      ['9020', '20'],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('at') === at);
    }
    await page.getByText('printed p.\u00a017 · ECF p.\u00a020 · HARBOR-000120 · PageID\u00a09020').waitFor();
    await field.fill('HARBOR-999999');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'There is no such page' }).waitFor();
    await field.press('Escape');
    expect(new URL(page.url()).pathname).toMatch(/^\/d\//);
  });

  test('bookmarks of the PDF are its outline; without them the headings that were read are', async () => {
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    const entry = (name: RegExp) => thumbnails().getByRole('button', { name });
    await thumbnails().getByText('Bookmarks of the PDF').waitFor();
    expect(await entry(/^What is asked for/).getAttribute('aria-current')).toBe('location');
    await entry(/^How the interface was kept/).click();
    await page.waitForURL(/at=11/);
    await settles(async () => entry(/^How the interface was kept/).getAttribute('aria-current'), 'location');
    expect(await axeFindings(page)).toEqual([]);

    await page.goto('/?q=lantern');
    await hits(page).first().locator('h2 a').click();
    await page.getByRole('button', { name: 'Pages and outline' }).click();
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await thumbnails()
      .getByText(/^Headings as read/)
      .waitFor();
    await entry(/II\. ARGUMENT/).click();
    await page.waitForURL((url) => url.searchParams.get('at') === '2' && url.searchParams.get('strip') === 'outline');
  });

  test('a question asked here is of this filing: as many hits as the server counts, painted, walked', async () => {
    await page.goto('/?q=produced');
    await hits(page).filter({ hasText: 'logs of the harbor' }).locator('h2 a').click();
    await currentPaint(page).first().waitFor();
    await page.keyboard.press('/');
    // Letters that are shortcuts elsewhere are letters here.
    await page.keyboard.type('interface');
    await page.waitForURL((url) => url.searchParams.get('q') === 'interface');
    const count = page.getByRole('search').getByRole('status');
    const { pathname } = new URL(page.url());
    const answer = await page.request.get(`/api/documents/${pathname.slice(3)}/hits?q=interface`);
    const { total: counted } = (await answer.json()) as { total: number };
    expect(counted).toBe(harborPages.length);
    await settles(async () => count.textContent(), `5 of ${counted}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/hit=5/);
    await comesToSay(async () => wordsUnderPaint(page), /interface/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/hit=1(&|$)/);
    await page.keyboard.press('Shift+Enter');
    await page.waitForURL(/hit=5/);
    await page.keyboard.press('Escape');
    await settles(async () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? null), 'document');
    await page.keyboard.press('p');
    await page.waitForURL(/hit=4/);
    await page.keyboard.press('/');
    await page.keyboard.type('zebra');
    await settles(async () => count.textContent(), 'no hits');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === 'produced');
  });

  test('filters that came with the question are said and can be left', async () => {
    await page.goto('/?q=harbor');
    await page.getByRole('button', { name: /^Amount/ }).click();
    await page.getByRole('checkbox', { name: /100–999 million/ }).check();
    await page.waitForURL(/f\.amount=/);
    await settles(async () => hits(page).count(), 1);
    await hits(page).first().locator('h2 a').click();
    const count = page.getByRole('search').getByRole('status');
    await settles(async () => count.textContent(), '1 of 1');
    await page.getByRole('button', { name: /^Only hits within the filters/ }).click();
    await settles(async () => count.textContent(), `2 of ${harborPages.length}`);
    await page.waitForURL((url) => !url.searchParams.has('f.amount'));
    expect(await page.getByRole('button', { name: /^Only hits within the filters/ }).count()).toBe(0);
  });

  test('turned pages keep the paint on the words; a fitted page is seen whole', async () => {
    await page.keyboard.press('n');
    await comesToSay(async () => wordsUnderPaint(page), /harbor/i);
    const shape = async () => {
      const box = await page.locator(`.page[data-page-number="${parameter('at') ?? ''}"]`).boundingBox();
      return box === null ? 'gone' : box.width > box.height ? 'lies' : 'stands';
    };
    expect(await shape()).toBe('stands');
    await choose('Turn right');
    await settles(shape, 'lies');
    await comesToSay(async () => wordsUnderPaint(page), /harbor/i);
    await choose('Turn left');
    await settles(shape, 'stands');
    await choose('Fit the page');
    await settles(async () => {
      const [sheet, frame] = await Promise.all([
        page.locator(`.page[data-page-number="${parameter('at') ?? ''}"]`).boundingBox(),
        page.getByRole('document', { name: /^Pages of/ }).boundingBox(),
      ]);
      return sheet !== null && frame !== null && sheet.height <= frame.height && sheet.height > frame.height * 0.8;
    }, true);
    await choose('Fit the width');
  });

  test('printing and saving are of the stored PDF', async () => {
    await page.getByRole('button', { name: /^View and print/ }).click();
    const print = page.getByRole('menuitem', { name: /^Print/ });
    const [address, target] = await Promise.all([print.getAttribute('href'), print.getAttribute('target')]);
    expect(target).toBe('_blank');
    const file = await page.request.get(address ?? '');
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect(file.headers()['content-disposition']).toMatch(/^inline/);
    expect(await page.getByRole('menuitem', { name: 'Save the PDF' }).getAttribute('href')).toBe(address);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).pathname).toMatch(/^\/d\//);
  });
});

test('from a question to a tagged and collected passage, and back, by the keyboard alone', async () => {
  await page.goto('/');
  await settles(async () => page.evaluate(() => document.activeElement?.tagName ?? null), 'INPUT');
  await page.keyboard.type('harbor');
  await hits(page).first().waitFor();
  await page.waitForURL(/q=harbor/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/d\//);
  await currentPaint(page).first().waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/hit=/);
  await page.locator('[data-chosen]').waitFor();
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Find or create a tag' }).waitFor();
  await page.keyboard.type('Logs');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /Logs/, selected: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /Collected in/, pressed: true }).waitFor();
  await page.keyboard.press('c');
  await page.getByText(/^Copied:/).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === 'harbor');
});

test('nothing was logged as an error and the policy was never broken', () => {
  expect(watched.violations).toEqual([]);
  expect(watched.errors).toEqual([]);
});

/** The page whose small picture has the focus; empty for another element. */
async function focused(): Promise<string> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['page'] ?? '') : '',
  );
}
