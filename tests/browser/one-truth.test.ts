// The match that is counted is the match that is painted: 20 questions of every connector on the specimen filings, each box of each match
// looked for on its page in the browser.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { join } from 'node:path';
import { passagesAnswerSchema, documentListAnswerSchema } from '../../server/contract/document-api.ts';
import { documentHitsAnswerSchema, searchAnswerSchema } from '../../server/contract/search-api.ts';
import { askAt } from '../api/running-api.ts';
import { exactQuestionsFrom } from '../bench/exact-questions.ts';
import { createRandom } from '../bench/seeded-random.ts';
import { isSettled, root, startProgram, temporaryFolder, type RunningProgram } from '../integration/running-program.ts';
import { settles } from './client-steps.ts';
import { openBrowser, openPage, type OpenBrowser, type WatchedPage } from './open-browser.ts';

jest.setTimeout(180_000);

const wanted = 20;
/** A filing of more pages with matches would take the time of many questions. */
const mostPages = 6;
const folder = temporaryFolder();
let program: RunningProgram;
let browser: OpenBrowser;
let main: WatchedPage;

beforeAll(async () => {
  const opening = openBrowser();
  const corpus = join(root, 'docs-corpus', 'filings');
  program = await startProgram(['--port=0', `--data=${join(folder.path, 'data')}`, `--corpus=${corpus}`, '--ocr=off']);
  browser = await opening;
  main = await openPage(browser.browser, program.url);
  expect(await isSettled(program)).toBe(true);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  folder.remove();
}, 60_000);

const get = async (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  (await askAt(program.url, `${path}?${new URLSearchParams(parameters).toString()}`)).json();

async function questions(): Promise<string[]> {
  const { documents } = documentListAnswerSchema.parse(await get('/api/documents', { perPage: '100' }));
  const texts: string[] = [];
  for (const { id } of documents) {
    const { passages } = passagesAnswerSchema.parse(await get(`/api/documents/${id}/passages`));
    texts.push(...passages.map(({ text }) => text));
  }
  return exactQuestionsFrom(texts, 60, createRandom(20));
}

test(`of ${wanted} questions every match is painted, as often as it was counted`, async () => {
  const { page } = main;
  let asked = 0;
  for (const q of await questions()) {
    if (asked === wanted) break;
    const parameters = { q, mode: 'exact' };
    const answer = searchAnswerSchema.parse(await get('/api/search', { ...parameters, group: 'document' }));
    const [top] = answer.hits;
    if (top === undefined || top.hitsInDocument === 0) continue;
    const found = documentHitsAnswerSchema.parse(await get(`/api/documents/${top.documentId}/hits`, parameters));
    const spans = found.hits.flatMap((hit) => hit.spans);
    const pages = Map.groupBy(spans, ({ pageNumber }) => pageNumber);
    if (pages.size > mostPages) continue;
    asked += 1;
    for (const [pageNumber, onPage] of pages) {
      const boxes = new Set(onPage.flatMap((span) => span.boxes.map((box) => box.map((at) => at.toFixed(2)).join())))
        .size;
      const place = new URLSearchParams({ ...parameters, at: String(pageNumber) }).toString();
      await page.goto(`/d/${top.documentId}?${place}`);
      const polygons = page.locator(
        `.page[data-page-number="${pageNumber}"] [data-paint] polygon:is([data-look="hit"], [data-look="current"])`,
      );
      await settles(async () => {
        const points = await polygons.evaluateAll((all) => all.map((each) => each.getAttribute('points')));
        return [q, pageNumber, new Set(points).size];
      }, [q, pageNumber, boxes]);
    }
    await page.getByText(new RegExp(`^\\d+ of ${top.hitsInDocument}$`)).waitFor();
  }
  expect(asked).toBe(wanted);
  expect([...main.errors, ...main.violations]).toEqual([]);
});
