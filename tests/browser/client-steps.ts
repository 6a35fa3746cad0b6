// Steps and looks that the browser tests share: asking a question, the hits, the paint over the words, what axe finds.
import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { within } from '../integration/running-program.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds on what is shown, as `rule (impact): first element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html ?? ''}`);
  });
}

/** How long a value may take to become what it should be, also on a machine that others use. */
const patienceMs = 15_000;

export const hits = (page: Page): Locator => page.locator('[data-hit]');
export const painted = (page: Page): Locator => page.locator('[data-paint] polygon');
export const currentPaint = (page: Page): Locator => page.locator('[data-paint] polygon[data-look="current"]');

/** Types a question and waits for its hits. */
export async function ask(page: Page, q: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search the filings' }).fill(q);
  await page.waitForURL((url) => url.searchParams.get('q') === q);
  await hits(page).first().waitFor();
}

/** Waits until a value is what it should be; fails with the difference when it does not become so. */
export async function settles<Value>(read: () => Promise<Value>, wanted: Value): Promise<void> {
  let value = await read();
  await within(patienceMs, async () => {
    value = await read();
    return JSON.stringify(value) === JSON.stringify(wanted);
  });
  expect(value).toEqual(wanted);
}

/** Waits until a text matches; fails with the text when it does not come to. */
export async function comesToSay(read: () => Promise<string>, wanted: RegExp): Promise<void> {
  let text = '';
  await within(patienceMs, async () => {
    text = await read();
    return wanted.test(text);
  });
  expect(text).toMatch(wanted);
}

/** The words of the text layer under the middle of the current hit; empty while there is no paint or no text under it. */
export async function wordsUnderPaint(page: Page): Promise<string> {
  return page.evaluate(() => {
    const box = document.querySelector('[data-paint] polygon[data-look="current"]')?.getBoundingClientRect();
    if (box === undefined) return '';
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const under = [...document.querySelectorAll('.textLayer span')].filter((span) => {
      const { left, right, top, bottom } = span.getBoundingClientRect();
      return left <= x && x <= right && top <= y && y <= bottom;
    });
    return under.map((span) => span.textContent).join(' ');
  });
}
