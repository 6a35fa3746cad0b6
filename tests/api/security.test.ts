// Who may talk to the server, over a real connection: loopback alone keeps no web page out.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let port: string;
beforeAll(async () => {
  api = await startApi();
  ({ port } = new URL(api.url));
});
afterAll(() => api.close());

describe('Host', () => {
  const own: [string, string][] = [
    ['127.0.0.1:PORT', 'as printed at the start'],
    ['localhost:PORT', 'as people type it'],
    ['LOCALHOST:PORT', 'names have no case'],
    ['[::1]:PORT', 'the same in IPv6'],
    ['localhost', 'published on port 80 by a container'],
  ];
  test.each(own)('%s is ours (%s)', async (host) => {
    expect((await api.ask('/api/health', { headers: { Host: host.replace('PORT', port) } })).status).toBe(200);
  });

  const foreign: [string, string][] = [
    ['evil.example', 'DNS rebinding: its name leads to 127.0.0.1'],
    ['evil.example:PORT', 'the same with our port'],
    ['127.0.0.1.evil.example:PORT', 'begins like ours'],
    ['localhost.evil.example', 'begins like ours'],
    ['evil.example@127.0.0.1', 'a user is no host'],
    ['127.0.0.1:PORT:80', 'two ports'],
    ['127.0.0.2:PORT', 'loopback too, but nobody opens it'],
    ['0.0.0.0:PORT', 'reaches loopback in some browsers'],
  ];
  const paths = ['/api/health', '/', '/assets/app-1.js', '/api/openapi.json'];
  test.each(foreign)('%j is refused everywhere, with a way out (%s)', async (host) => {
    for (const path of paths) {
      const answer = await api.ask(path, { headers: { Host: host.replace('PORT', port) } });
      expect(answer.status).toBe(403);
      expect(answer.problem()).toMatchObject({ code: 'forbidden', detail: expect.stringMatching(/as 127\.0\.0\.1/) });
    }
  });
});

describe('changes', () => {
  const refused: [Record<string, string>, string][] = [
    [{}, 'neither header: an old browser’s form'],
    [{ Origin: 'http://evil.example' }, 'another site'],
    [{ Origin: 'null' }, 'a sandboxed frame or a file'],
    [{ Origin: 'https://127.0.0.1:PORT' }, 'another scheme is another origin'],
    [{ Origin: 'http://127.0.0.1:1' }, 'another program on this machine'],
    [{ Origin: 'http://127.0.0.1' }, 'the same with the usual port'],
    [{ Origin: 'http://localhost:PORT' }, 'another name than the one asked'],
    [{ Origin: 'http://127.0.0.1:PORT.evil.example' }, 'begins like ours'],
    [{ Origin: '' }, 'empty'],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 'another site, no Origin'],
    [{ 'Sec-Fetch-Site': 'same-site' }, 'another port of this machine'],
    [{ 'Sec-Fetch-Site': 'none' }, 'typed into the address bar: never a change'],
    [{ Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' }, 'Origin wins'],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 'nobody’s page is not ours'],
    [{ Referer: 'http://127.0.0.1:PORT/' }, 'a referrer is no proof'],
  ];
  test.each(refused)('%j is refused (%s)', async (headers) => {
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    const answer = await api.ask('/api/tags', { method: 'POST', body: { name: 'foreign' }, headers: filled });
    expect(answer.status).toBe(403);
    expect(answer.problem()).toMatchObject({ code: 'forbidden', detail: expect.stringMatching(/Origin: http:\/\//) });
    expect(await api.catalog.tags.list()).toEqual([]);
  });

  const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'];
  test.each(unsafe)('%s without Origin is refused whatever its path', async (method) => {
    expect((await api.ask('/api/trays/x/order', { method })).status).toBe(403);
    expect((await api.ask('/nowhere', { method })).status).toBe(403);
  });

  const taken: [Record<string, string>, string][] = [
    [{ Origin: 'http://127.0.0.1:PORT' }, 'our page, or a program that says so'],
    [{ Origin: 'HTTP://127.0.0.1:PORT' }, 'schemes have no case'],
    [{ Host: 'localhost:PORT', Origin: 'http://localhost:PORT' }, 'opened as localhost'],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 'a browser that sends no Origin'],
  ];
  test.each(taken)('%j is taken (%s)', async (headers) => {
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    expect((await api.ask('/api/corpus/reindex', { method: 'POST', headers: filled })).status).toBe(202);
  });

  test('an upload from another site’s form leaves no file', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--b--\r\n';
    const headers = { Origin: 'http://evil.example', 'Content-Type': 'multipart/form-data; boundary=b' };
    expect((await api.ask('/api/documents', { method: 'POST', body, headers })).status).toBe(403);
    expect(await api.catalog.jobs.list({ state: null, limit: 10 })).toEqual([]);
  });
});

describe('no other site reads', () => {
  test('not even when it asks first', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await api.ask('/api/tags', {
        method,
        headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

describe('headers', () => {
  const policyOf = async (path: string) =>
    Object.fromEntries(
      String((await api.ask(path)).headers['content-security-policy'])
        .split(';')
        .map((directive) => {
          const [name = '', ...sources] = directive.trim().split(' ');
          return [name, sources.map((source) => source.replace(/nonce-.*'/, "nonce'"))];
        }),
    );

  const paths = ['/', '/d/some-document', '/api/health', '/api/nothing', '/assets/app-1.js', '/assets/none.js'];
  test.each(paths)('%s has the whole policy: everything is forbidden that is not named', async (path) => {
    expect(await policyOf(path)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'", "'nonce'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  test('nothing unsafe is let in by another word', async () => {
    const policy = String((await api.ask('/')).headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  });

  test('each answer has a nonce of its own, too long to guess', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 5; count += 1) {
      const policy = String((await api.ask('/')).headers['content-security-policy']);
      nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
    }
    expect(nonces.size).toBe(5);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });

  test('the program does not tell what it is made of, is not framed and not sniffed', async () => {
    const { headers } = await api.ask('/');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});
