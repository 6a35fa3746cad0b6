// The API as a page for people: every route, styled under the policy, nothing of it executable.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { escapeHtml } from '../../server/citations/escape.ts';
import { endpoints, type Endpoint } from '../../server/contract/endpoints.ts';
import { startApi, type Answer, type RunningApi } from './running-api.ts';

let api: RunningApi;
let answer: Answer;
beforeAll(async () => {
  api = await startApi();
  answer = await api.ask('/api/docs');
});
afterAll(() => api.close());

test('names every route with what it does', () => {
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  const html = answer.body.toString();
  for (const { method, path, summary } of Object.values<Endpoint>(endpoints)) {
    expect(html).toContain(
      `<code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(summary)}<`,
    );
  }
});

test('its styles carry the nonce of this answer, and it has no script', () => {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? 'none';
  const html = answer.body.toString();
  expect(html).toContain(`<style nonce="${nonce}">`);
  expect(html).not.toMatch(/<script|style=|\son\w+=/i);
});
