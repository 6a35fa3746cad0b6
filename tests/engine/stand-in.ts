// A program in Meilisearch's place, for starts that a real one would not fail: it listens where it is told, or does not.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers like Meilisearch to who brings the key, after having said `says`. */
const listening = `
import { createServer } from 'node:http';
const address = process.argv.find((each) => each.startsWith('--http-addr=')).slice('--http-addr='.length);
createServer((request, response) => {
  const isOurs = request.headers.authorization === 'Bearer ' + process.env.MEILI_MASTER_KEY;
  response.writeHead(isOurs ? 200 : 403).end('{"pkgVersion":"1.21.0"}');
}).listen(Number(address.split(':')[1]), '127.0.0.1');
`;
const silent = 'setInterval(() => {}, 1000);';

/** Writes the program; its path. */
export function standIn(folder: string, kind: 'listening' | 'silent', says: readonly string[] = []): string {
  const path = join(folder, `${kind}.mjs`);
  const lines = says.map((line) => `console.log(${JSON.stringify(line)});`);
  writeFileSync(path, [`#!${process.execPath}`, ...lines, kind === 'listening' ? listening : silent].join('\n'), {
    mode: 0o755,
  });
  return path;
}
