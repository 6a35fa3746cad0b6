// From a key press to painted results, in a real Chromium on the real program: questions typed letter by letter.
// In: the running program on its record. Out: figures. Each key waits for the results of the one before, as an eye would.
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser, openPage } from '../browser/open-browser.ts';
import { percentile, type Figure } from './measurements.ts';
import { watchPaintedResults } from './painted-results.ts';
import { recordSeed, type RunningRecord } from './running-record.ts';
import { createRandom } from './seeded-random.ts';
import { questionsFrom } from './synthetic-questions.ts';

/** Questions typed (and one before them, to warm up), the pace of a fast typist, and when results are given up. */
const [typed, paceMs, patienceMs] = [6, 120, 3000];

/** Measures typing. Rejects when no Chromium runs here, or when the client shows an error. */
export async function measureTyping({ program, texts }: RunningRecord): Promise<Figure[]> {
  const questions = questionsToType(texts);
  const { browser, close } = await openBrowser();
  try {
    const { page, context, errors } = await openPage(browser, program.url);
    // A machine that is busy makes figures bad, not impossible.
    context.setDefaultTimeout(60_000);
    let told: (paint: { q: string; ms: number }) => void = () => undefined;
    await context.exposeBinding('tellPaint', (_, q: string, ms: number) => told({ q, ms }));
    await context.addInitScript(watchPaintedResults);
    await page.goto('/');
    const box = page.getByRole('textbox', { name: 'Search the filings' });
    const samples: number[] = [];
    let unpainted = 0;
    for (const [at, question] of questions.entries()) {
      await box.fill('');
      await page.locator('[data-start]').waitFor();
      await box.focus();
      await sleep(500);
      for (const key of question) {
        const painted = new Promise<{ ms: number }>((resolve) => {
          told = resolve;
        });
        const pace = sleep(paceMs);
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        const late = sleep(patienceMs, null, { ref: false });
        const outcome = await Promise.race([painted, late]);
        await pace;
        if (at === 0) continue;
        samples.push(outcome?.ms ?? patienceMs);
        if (outcome === null) unpainted += 1;
      }
    }
    if (unpainted === samples.length)
      throw new Error('no results were seen: does the Search place still mark stale ones?');
    if (errors.length > 0) throw new Error(`the client reported: ${errors.slice(0, 3).join(' · ')}`);
    const note =
      `${samples.length} keys of ${questions.length - 1} questions, 1440 × 900, headless` +
      (unpainted === 0 ? '' : `; ${unpainted} without results after ${patienceMs / 1000} s`);
    return [
      { name: 'keystroke to painted results p50', value: percentile(samples, 0.5), unit: 'ms', target: null },
      {
        name: 'keystroke to painted results p95',
        value: percentile(samples, 0.95),
        unit: 'ms',
        target: { atMost: 100 },
        note,
      },
    ];
  } finally {
    await close();
  }
}

/** Questions of two words that begin with different letters: none of what is typed was answered before. */
function questionsToType(texts: readonly string[]): string[] {
  const byLetter = new Map<string, string>();
  for (const question of questionsFrom(texts, 400, createRandom(recordSeed + 1))) {
    if (/^[a-z]{4,8} [a-z]{4,8}$/.test(question) && !byLetter.has(question.slice(0, 1))) {
      byLetter.set(question.slice(0, 1), question);
    }
  }
  return [...byLetter.values()].slice(0, typed + 1);
}
