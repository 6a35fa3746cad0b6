// The Docket on the real program: families and what is missing, a filter, files that failed, and a filer put right by hand that a new
// reading does not undo and that the facets of the search show.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { jobsAnswerSchema, type JobView } from '../../server/contract/document-api.ts';
import { root, startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { comesToSay, axeFindings, hits, settles } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';
import { writeSmallCorpus } from './small-corpus.ts';

// Each wait of the browser tells its own reason first.
jest.setTimeout(60_000);

const folder = temporaryFolder();
const corpus = join(folder.path, 'corpus');
const data = join(folder.path, 'data');
const brief = 'gov.uscourts.cand.999001.735.0.pdf';
let program: RunningProgram;
let browser: OpenBrowser;
let main: WatchedPage;

/** The docket lists an attachment and an entry that are not in the folder, in the shape of CourtListener’s API. */
const docket = {
  court_id: 'cand',
  pacer_case_id: '999001',
  docket_number: '3:20-cv-08570-JD',
  case_name: 'Marble v. Harbor, Inc.',
  assigned_to_str: 'J. Donato',
  docket_entries: [
    {
      entry_number: 735,
      date_filed: '2024-03-23',
      description: 'BRIEF on the Marble Report, filed by Plaintiffs.',
      recap_documents: [
        { document_number: '735', attachment_number: null, description: 'Brief' },
        { document_number: '735', attachment_number: 1, description: 'Exhibit A' },
        { document_number: '735', attachment_number: 2, description: 'Exhibit B' },
      ],
    },
    {
      entry_number: 736,
      date_filed: '2024-03-30',
      description: 'ORDER on the Marble Report',
      recap_documents: [{ document_number: '736', attachment_number: null, description: '' }],
    },
  ],
};

const start = () => startProgram(['--port', '0', '--data', data, '--corpus', corpus]);
const line = (page: Page, ecf: string) => page.locator(`[data-ecf="${ecf}"]`);

/** What the server says of a file. */
async function jobOf(filename: string): Promise<JobView | undefined> {
  const answer = await fetch(`${program.url}/api/jobs?limit=1000`);
  return jobsAnswerSchema.parse(await answer.json()).jobs.find((job) => job.filename === filename);
}

beforeAll(async () => {
  mkdirSync(corpus);
  await writeSmallCorpus(corpus);
  writeFileSync(join(corpus, 'docket.json'), JSON.stringify(docket));
  writeFileSync(join(corpus, 'notes.pdf'), 'not a filing');
  writeFileSync(join(corpus, 'broken.pdf'), '%PDF-1.4 and nothing more');
  // Redacted and unsealed versions of one letter brief.
  mkdirSync(join(corpus, 'specimens'));
  for (const name of ['gov.uscourts.cand.0.9004.0.pdf', 'gov.uscourts.cand.0.9013.0.pdf', 'docket.json']) {
    copyFileSync(join(root, 'docs-corpus', 'filings', name), join(corpus, 'specimens', name));
  }
  const opening = openBrowser();
  program = await start();
  browser = await opening;
  main = await openPage(browser.browser, program.url);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
}, 60_000);

describe('the docket', () => {
  test('lists the cases with caption, number, court and judge', async () => {
    const { page } = main;
    await page.goto('/');
    await page.getByRole('link', { name: 'Docket', exact: true }).click();
    const section = page.getByRole('region', { name: 'Marble v. Harbor, Inc.' });
    await section.getByText(/missing:/).waitFor();
    const words = (await section.innerText()).replaceAll('\u00a0', ' ');
    expect(words).toMatch(/N\.D\. Cal\./);
    expect(words).toMatch(/No\. 3:20-cv-08570-JD/);
    expect(words).toMatch(/J\. Donato/);
    expect(words).toMatch(/missing: 1 entry, 1 attachment/);
  });

  test('shows a family with its missing attachment, and a missing entry', async () => {
    const { page } = main;
    await line(page, '735-1').waitFor();
    expect(await line(page, '735-1').getByRole('link').first().getAttribute('href')).toMatch(/^\/d\//);
    expect(await line(page, '735-2').innerText()).toMatch(/Exhibit B[\s\S]*Missing, on the docket/);
    expect(await line(page, '736').innerText()).toMatch(/ORDER on the Marble Report[\s\S]*Missing, on the docket/);
    expect(await line(page, '735-2').getByRole('link').count()).toBe(0);
  });

  test('a family folds in by the keyboard, and the address keeps it', async () => {
    const { page } = main;
    const fold = page
      .getByRole('region', { name: 'Marble v. Harbor, Inc.' })
      .getByRole('button', { name: '2 attachments' });
    await fold.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.has('fold'));
    await settles(() => line(page, '735-2').count(), 0);
    await page.reload();
    await line(page, '735').waitFor();
    expect(await line(page, '735-2').count()).toBe(0);
    await fold.click();
    await line(page, '735-2').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('versions of one filing name each other, and lead to each other', async () => {
    const { page } = main;
    const words = async (ecf: string) => (await line(page, ecf).innerText()).replaceAll('\u00a0', ' ');
    expect(await words('9013')).toMatch(/Redacted version: ECF No\. 9004/);
    expect(await words('9004')).toMatch(/Unsealed as ECF No\. 9013/);
    await line(page, '9004').getByRole('link', { name: 'ECF No. 9013' }).click();
    await page.waitForURL(/\/d\//);
    await page
      .getByText(/Unsealed/)
      .first()
      .waitFor();
    await page.goBack();
    await line(page, '735-1').waitFor();
  });

  test('a filter leaves what fits, and says when nothing does', async () => {
    const { page } = main;
    const field = page.getByRole('textbox', { name: /^Filter by/ });
    await page.keyboard.press('/');
    await settles(() => field.evaluate((element) => element === document.activeElement), true);
    // Faster than the address follows: no letter may be lost.
    await field.pressSequentially('exhibit b');
    await page.waitForURL((url) => url.searchParams.get('q') === 'exhibit b');
    expect(await field.inputValue()).toBe('exhibit b');
    await settles(async () => [await line(page, '735-1').count(), await line(page, '735-2').count()], [0, 1]);
    await field.fill('nowhere');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await line(page, '735-1').waitFor();
    expect(await field.inputValue()).toBe('');
    await field.fill('order');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await line(page, '735-1').waitFor();
    expect(await field.inputValue()).toBe('');
    await page.getByRole('button', { name: /^Missing/ }).click();
    await page.waitForURL((url) => url.searchParams.get('only') === 'missing');
    await settles(() => line(page, '735-1').count(), 0);
    await page.getByRole('button', { name: /^Missing/ }).click();
    await line(page, '735-1').waitFor();
  });

  test('files that failed are listed with their reasons; what is stored can be tried again', async () => {
    const { page } = main;
    const failed = page.getByRole('region', { name: /not added/ });
    const words = async () => failed.innerText();
    expect(await words()).toMatch(/notes\.pdf is not a PDF/);
    expect(await words()).toMatch(/broken\.pdf cannot be read as a PDF/);
    // What was refused before it was stored has nothing to try.
    expect(await failed.getByRole('button').count()).toBe(1);
    const before = await jobOf('broken.pdf');
    await failed.getByRole('button', { name: 'Try again: broken.pdf' }).click();
    await page.getByText('broken.pdf is read again').waitFor();
    await settles(async () => {
      const job = await jobOf('broken.pdf');
      return [job?.state, job?.updatedAt === before?.updatedAt];
    }, ['failed', false]);
  });

  test('files dropped on it are added', async () => {
    const { page } = main;
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['no filing'], 'dropped.pdf', { type: 'application/pdf' }));
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        window.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    });
    const card = page.getByRole('region', { name: 'Added filings' });
    await card.getByText(/dropped\.pdf is not a PDF/).waitFor();
    // The list below the filter has it without a reload.
    const failed = page.getByRole('region', { name: /not added/ });
    await settles(async () => /dropped\.pdf/.test(await failed.innerText()), true);
    expect(await card.innerText()).toMatch(/Not added/);
  });
});

describe('details put right by hand', () => {
  const filer = (page: Page) => page.getByRole('dialog').getByLabel('Filed by', { exact: true });
  const openEditor = async (page: Page) => {
    await page.getByRole('button', { name: 'Edit the details of ECF No. 735', exact: true }).click();
    await filer(page).waitFor();
  };
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  test('what would be refused is said in its field, and Escape closes', async () => {
    const { page } = main;
    await openEditor(page);
    await page.getByLabel('Entry', { exact: true }).fill('735-2');
    await page.getByText(/the attachment has its own field/).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The pencil that opened it has the focus again.
    await settles(
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
      'Edit the details of ECF No. 735',
    );
  });

  test('a filer is corrected; the docket shows it, and by whom', async () => {
    const { page } = main;
    await openEditor(page);
    await filer(page).fill('Marble Class');
    await save(page);
    await line(page, '735').getByText('corrected by hand').waitFor();
    expect(await line(page, '735').innerText()).toMatch(/Marble Class/);
    expect(await line(page, '735-1').innerText()).not.toMatch(/corrected/);
  });

  test('the facets of the search have it', async () => {
    const { page } = main;
    await page.goto('/?q=marble+report');
    const facet = page.getByRole('button', { name: /^Filed by \d/ });
    await facet.waitFor();
    if ((await facet.getAttribute('aria-expanded')) !== 'true') await facet.click();
    const value = page.getByRole('checkbox', { name: /Marble Class/ });
    await value.waitFor();
    await value.check();
    await page.waitForURL((url) => url.searchParams.get('f.filer') === 'Marble Class');
    await settles(async () => (await hits(page).count()) > 0, true);
    expect(await page.locator('[data-hit]', { hasNotText: 'ECF No.\u00a0735' }).count()).toBe(0);
  });

  test('it survives a new reading of the file', async () => {
    const before = await jobOf(brief);
    await program.end('SIGTERM');
    // Its own sidecar says something new: the file is read anew.
    const [first, second] = docket.docket_entries;
    const later = { ...first, date_filed: '2024-03-24' };
    writeFileSync(join(corpus, 'docket.json'), JSON.stringify({ ...docket, docket_entries: [later, second] }));
    program = await start();
    await main.context.close();
    main = await openPage(browser.browser, program.url);
    const { page } = main;
    await page.goto('/docket');
    // The new day shows that it was.
    await line(page, '735')
      .getByText(/Mar\s24,\s2024/)
      .waitFor();
    await settles(async () => {
      const job = await jobOf(brief);
      return [job?.state, job?.updatedAt === before?.updatedAt];
    }, ['done', false]);
    expect(await line(page, '735').innerText()).toMatch(/Marble Class/);
  });

  test('taken back, what was read shows again; undone, the correction does', async () => {
    const { page } = main;
    await openEditor(page);
    await page.getByRole('button', { name: 'Take back the correction of Filed by' }).click();
    await settles(() => filer(page).inputValue(), 'Plaintiffs');
    await page.getByRole('button', { name: 'Undo' }).click();
    await settles(() => filer(page).inputValue(), 'Marble Class');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await comesToSay(async () => line(page, '735').innerText(), /Marble Class/);
    expect(await line(page, '735').getByText('corrected by hand').count()).toBe(1);
  });
});

test('nothing was logged as an error and the policy was never broken', () => {
  expect(main.violations).toEqual([]);
  expect(main.errors).toEqual([]);
});

describe('the docket, light and dark, wide and narrow', () => {
  const looks = [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
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
    await page.goto('/docket');
    await line(page, '735-1').waitFor();
    await check('docket');
    await page.goto('/docket?only=missing');
    await line(page, '735-2').waitFor();
    await check('missing');
    await page.goto('/docket?case=nobody');
    await page.getByText('There is no such case here any more').waitFor();
    await check('no such case');
    expect(findings).toEqual([]);
    expect(watched.violations).toEqual([]);
    await context.close();
  });
});
