import { describe, expect, test } from '@jest/globals';
import { addressOf, createApiClient } from '../../../client/src/api/client.ts';

/** A server's end of the wire: keeps what was asked and answers with what the row says. */
function serverOf(response: Response) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const send: typeof fetch = async (input, init) => {
    asked.push({ url: input instanceof Request ? input.url : String(input), init });
    return response;
  };
  return { asked, client: createApiClient(send) };
}

describe('addressOf', () => {
  test.each<[Parameters<typeof addressOf>[0], Parameters<typeof addressOf>[1], string, string]>([
    ['tags', {}, '/api/tags', 'no parameters, no question mark'],
    ['document', { params: { id: 'a/b' } }, '/api/documents/a%2Fb', 'a slash in an id stays in its segment'],
    ['documentPage', { params: { id: 'x', pageNumber: 3 } }, '/api/documents/x/pages/3', 'two parameters'],
    ['jobs', { query: { limit: 5, state: undefined } }, '/api/jobs?limit=5', 'what is undefined is left out'],
  ] as const)('%s %j → %s (%s)', (name, options, address) => {
    expect(addressOf(name, options)).toBe(address);
  });

  test('a missing path parameter is a mistake of the caller', () => {
    expect(() => addressOf('document')).toThrow('path parameter id');
  });
});

describe('calls', () => {
  test('an answer of the contract comes through, with the method and the body sent', async () => {
    const { asked, client } = serverOf(Response.json({ id: 't', name: 'Tray', items: [] }, { status: 201 }));
    await expect(client.call('createTray', { body: { name: 'Tray' } })).resolves.toEqual({
      id: 't',
      name: 'Tray',
      items: [],
    });
    expect(asked[0]).toMatchObject({ url: '/api/trays', init: { method: 'POST', body: '{"name":"Tray"}' } });
  });

  test.each([
    [Response.json({ no: 'trays' }), 'unexpected-answer', 'another version of the server'],
    [
      Response.json(
        { type: 'about:blank', title: 'T', status: 404, detail: 'Gone away.', code: 'not-found' },
        { status: 404 },
      ),
      'not-found',
      'a refusal keeps its code',
    ],
    [new Response('<html>', { status: 502 }), 'internal', 'a proxy in between'],
  ])('%# fails as %s (%s)', async (response, code) => {
    await expect(serverOf(response).client.call('trays')).rejects.toMatchObject({ code });
  });

  test('a server that is gone is told so', async () => {
    const client = createApiClient(async () => Promise.reject(new TypeError('fetch failed')));
    await expect(client.call('trays')).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  test.each<[string | null, string | null, string]>([
    [`attachment; filename="Tray.csv"`, 'Tray.csv', 'quoted'],
    [`attachment; filename="x.csv"; filename*=UTF-8''Tr%C3%A4y.csv`, 'Träy.csv', 'RFC 6266: the encoded one wins'],
    [null, null, 'none given'],
  ])('file name of %s is %s (%s)', async (disposition, filename) => {
    const headers = new Headers(disposition === null ? {} : { 'Content-Disposition': disposition });
    const file = await serverOf(new Response('a,b', { headers })).client.callForFile('exports', { body: {} });
    expect(file.filename).toBe(filename);
  });
});
