// HTTP to Meilisearch against a server of our own at the border: what goes over the wire, and which error each failure becomes.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createHttpClient, type EngineHttpClient } from '../../server/engine/http-client.ts';

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let sockets: Socket[];
let received: Received[];
let answer: (response: ServerResponse, times: number) => void;
let base: URL;
let client: EngineHttpClient;

beforeEach(async () => {
  sockets = [];
  received = [];
  answer = (response) => response.end('{}');
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      received.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
      answer(response, received.length);
    });
  });
  server.on('connection', (socket: Socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  client = createHttpClient({ url: () => base, key: null }, 300);
});
afterEach(() => {
  client.close();
  server.closeAllConnections();
  server.close();
});

const saying = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status).end(body);
};

describe('what is sent', () => {
  test('method, headers, path and body, at the present address', async () => {
    answer = saying(200, '{"taskUid":7}');
    const sent = await client.send('http://placeholder/indexes/x/documents?primaryKey=id', {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/x-ndjson' },
      body: '{"text":"§ “é”"}',
    });
    expect(sent).toEqual({ taskUid: 7 });
    expect(received[0]).toMatchObject({
      method: 'POST',
      path: '/indexes/x/documents?primaryKey=id',
      body: '{"text":"§ “é”"}',
      headers: { authorization: 'Bearer k', 'content-type': 'application/x-ndjson', 'content-length': '22' },
    });
  });

  test('a server behind a path keeps its path', async () => {
    base = new URL('/search/', base);
    await client.send('http://placeholder/version');
    expect(received[0]?.path).toBe('/search/version');
  });

  test('one connection serves many requests', async () => {
    for (let times = 0; times < 3; times += 1) await client.send('http://placeholder/version');
    expect(sockets).toHaveLength(1);
  });

  test('an empty answer is none', async () => {
    answer = saying(204, '');
    expect(await client.send('http://placeholder/x')).toBeUndefined();
  });
});

describe('failures', () => {
  const error = (code: string) => JSON.stringify({ message: `about ${code}`, code, type: 't', link: 'l' });
  const cases: readonly (readonly [why: string, status: number, body: string, code: string, says: RegExp])[] = [
    ['no key given', 401, error('missing_authorization_header'), 'index-key', /refuses the key.*MEILI_KEY/s],
    ['a wrong key', 403, error('invalid_api_key'), 'index-key', /refuses the key.*all actions/s],
    ['no index', 404, error('index_not_found'), 'index-missing', /built from the catalog/],
    ['no index, among several questions', 400, error('index_not_found'), 'index-missing', /built/],
    ['a task of a server emptied since', 404, error('task_not_found'), 'index-missing', /built/],
    [
      'an index whose settings have not come yet',
      400,
      JSON.stringify({ code: 'invalid_search_sort', message: 'Attribute `position` is not sortable. This index …' }),
      'index-missing',
      /built/,
    ],
    [
      'a question it does not take',
      400,
      error('invalid_search_filter'),
      'index-rejected',
      /about invalid_search_filter/,
    ],
    ['a body too large', 413, error('payload_too_large'), 'index-rejected', /payload_too_large/],
    ['its disk is full', 507, error('no_space_left_on_device'), 'index-unavailable', /free space/],
    ['too busy', 429, error('too_many_search_requests'), 'index-unavailable', /could not answer/],
    ['a page of something else', 200, '<html>', 'index-unavailable', /not Meilisearch.*MEILI_URL/s],
    ['an error page of something else', 502, 'Bad gateway', 'index-unavailable', /not Meilisearch/],
    ['an error without words', 400, '[]', 'index-rejected', /status 400/],
  ];
  test.each(cases)('%s', async (_, status, body, code, says) => {
    answer = saying(status, body);
    await expect(client.send('http://placeholder/x')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    });
  });

  test('nobody listens', async () => {
    server.close();
    await expect(client.send('http://placeholder/x')).rejects.toMatchObject({
      code: 'index-unavailable',
      message: expect.stringMatching(new RegExp(`${base.origin}.*ECONNREFUSED.*MEILI_URL`, 's')),
    });
  });

  test('silence is given up', async () => {
    answer = () => undefined;
    await expect(client.send('http://placeholder/x')).rejects.toMatchObject({
      code: 'index-unavailable',
      message: expect.stringMatching(/no answer within 0.3 s/),
    });
  });

  test('an answer that breaks off is no answer', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"hits":');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(client.send('http://placeholder/x')).rejects.toMatchObject({ code: 'index-unavailable' });
  });

  test('a kept connection that the server has dropped is made anew, once', async () => {
    await client.send('http://placeholder/first');
    answer = (response, times) => {
      // The second request meets a connection that is being closed.
      if (times === 2) response.destroy();
      else response.end('{"ok":true}');
    };
    expect(await client.send('http://placeholder/second')).toEqual({ ok: true });
    expect(received.map(({ path }) => path)).toEqual(['/first', '/second', '/second']);
    expect(sockets).toHaveLength(2);
  });

  test('a new connection that is dropped is a failure: it is not tried for ever', async () => {
    answer = (response) => response.destroy();
    await expect(client.send('http://placeholder/x')).rejects.toMatchObject({ code: 'index-unavailable' });
    expect(received).toHaveLength(1);
  });

  test('no address yet is said as it is', async () => {
    const none = createHttpClient({
      url: () => {
        throw new Error('being started');
      },
      key: null,
    });
    await expect(none.send('http://placeholder/x')).rejects.toThrow('being started');
    none.close();
  });
});
