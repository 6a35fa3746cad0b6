// The port: taken at once, answered before anything is ready, refused in words.
import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { listenOn, type Listening } from '../../server/api/listen.ts';
import { askAt } from './running-api.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const listen = async (host = '127.0.0.1', port = 0): Promise<Listening> => {
  const server = await listenOn(host, port);
  open.push(server);
  return server;
};
const portOf = ({ url }: Listening) => Number(new URL(url).port);

describe('a port', () => {
  test('that is free is taken, and the address says which', async () => {
    const server = await listen();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  });

  test('asks to come back until there is something to serve', async () => {
    const server = await listen();
    const early = await askAt(server.url, '/');
    expect([early.status, early.headers['retry-after']]).toEqual([503, '1']);
    expect(early.body.toString()).toMatch(/starting/);
    server.serve((_, response) => response.end('ready'));
    expect((await askAt(server.url, '/')).body.toString()).toBe('ready');
  });

  test('that is busy is named with another one to take', async () => {
    const port = portOf(await listen());
    await expect(listen('127.0.0.1', port)).rejects.toMatchObject({
      code: 'port-busy',
      field: '--port',
      message: expect.stringMatching(new RegExp(`Port ${port} on 127\\.0\\.0\\.1.*--port ${port + 1}`)),
    });
  });

  test('the last one has no next', async () => {
    const other = createServer().listen(65_535, '127.0.0.1');
    // Somebody else may have it: then it is busy anyway.
    await Promise.race([once(other, 'listening'), once(other, 'error')]).catch(() => undefined);
    await expect(listen('127.0.0.1', 65_535)).rejects.toThrow(/--port 4180/);
    other.close();
  });

  test('is free again after the end, also when a reader would stay for ever', async () => {
    const server = await listenOn('127.0.0.1', 0);
    server.serve((_, response) => response.writeHead(200).write('and so on'));
    const answer = await fetch(server.url);
    const [reader] = await Promise.allSettled([answer.text(), server.close()]);
    expect(reader.status).toBe('rejected');
    const again = await listen('127.0.0.1', portOf(server));
    expect(again.url).toBe(server.url);
  });
});

test('inside a container the address is the one people open', async () => {
  expect((await listen('0.0.0.0')).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
