// Takes the port at once and serves when the rest is ready: a busy port is said before anything is started.
import { createServer, type RequestListener } from 'node:http';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';

export interface Listening {
  /** `http://127.0.0.1:4180` */
  readonly url: string;
  /** From now on requests go here; before, they are asked to come back. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Listens; port 0 takes a free one. Throws `port-busy`. */
export async function listenOn(host: string, port: number): Promise<Listening> {
  let current: RequestListener = (_, response) => {
    response
      .writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' })
      .end('Pincite is starting. Try again in a moment.\n');
  };
  const server = createServer((request, response) => current(request, response));
  // Longer than clients hold a connection: one that is closed here while a request is on its way loses that request.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(asRefusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}`,
    serve: (listener) => {
      current = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Streams of jobs never end by themselves.
        server.closeAllConnections();
      }),
  };
}

function asRefusal(error: unknown, host: string, port: number): unknown {
  const code = systemCodeOf(error);
  if (code === 'EADDRINUSE') {
    return new PinciteError(
      'port-busy',
      `Port ${port} on ${host} is in use, perhaps by another Pincite. Stop that program, or take another port: npm start -- --port ${port === 65_535 ? 4180 : port + 1}`,
      { field: '--port' },
    );
  }
  if (code === 'EACCES') {
    return new PinciteError(
      'port-busy',
      `Port ${port} may not be opened by this user. Take one above 1023: npm start -- --port 4180`,
      { field: '--port' },
    );
  }
  return error;
}
