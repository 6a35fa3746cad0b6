// The built client as browsers get it: its page with a fresh nonce at every address, its files by name, nothing else of the disk.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountClientFiles } from '../../server/api/client-files.ts';
import { page, startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the page', () => {
  const addresses = ['/', '/d/AbCd', '/docket', '/tray?x=1', '/index.html', '/?q=a.pdf', '/tags/ad%20spend'];
  test.each(addresses)('%s: with the nonce of its own answer, wherever it belongs', async (address) => {
    const answer = await api.ask(address);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
    expect(answer.body.toString()).toBe(page.replaceAll('__NONCE__', nonce));
  });

  test('is there for HEAD too', async () => {
    const answer = await api.ask('/d/x', { method: 'HEAD' });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
  });
});

describe('files', () => {
  test('of the build carry a hash in their name and are kept for a year', async () => {
    const answer = await api.ask('/assets/app-1.js');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
  });

  test('beside them are looked for again', async () => {
    const answer = await api.ask('/icon.svg');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=3600']);
  });

  const missing: [string, number, string][] = [
    ['/assets/none.js', 404, 'a page would be run as a script'],
    ['/assets/', 404, 'no list of files'],
    ['/assets', 404, 'nor here'],
    ['/none.svg', 404, 'no page for an image'],
    ['/.env', 404, 'hidden files stay hidden'],
    ['/../package.json', 404, 'out of the folder'],
    ['/..%2f..%2fpackage.json', 404, 'the same in disguise'],
    ['/assets/..%2f..%2fcatalog.sqlite', 400, 'and from below'],
    ['/assets/..%5c..%5ccatalog.sqlite', 400, 'for another system'],
    ['/assets/%00', 400, 'no name'],
    ['/%E0%A4%A', 400, 'no text'],
  ];
  test.each(missing)('%s → %i (%s)', async (path, status) => {
    const answer = await api.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.problem().status).toBe(status);
  });

  test('a page is only read, never posted to', async () => {
    expect((await api.send('POST', '/docket')).problem()).toMatchObject({ status: 404, code: 'not-found' });
  });
});

test('a client that was not built is an error with the remedy', () => {
  const empty = mkdtempSync(join(tmpdir(), 'pincite-client-'));
  expect(() => mountClientFiles(express(), empty)).toThrow(
    expect.objectContaining({ code: 'not-found', message: expect.stringMatching(/not built.*npm start/) }),
  );
  rmSync(empty, { recursive: true });
});
