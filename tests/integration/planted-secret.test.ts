// A secret is planted under every kind of bad redaction, and beside the pages in titles, bookmarks, notes, attachments and fields. The
// real program reads the file; then the words are looked for in everything it wrote but the stored original, and in everything it says.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openWordSource } from '../../server/catalog/word-reader.ts';
import { endpoints } from '../../server/contract/endpoints.ts';
import { facetNames } from '../../server/contract/facets.ts';
import { exportFormats } from '../../server/contract/work-api.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { zipParts } from '../citations/zip-parts.ts';
import { inflated } from '../parse/inflated.ts';
import { rawPdf, streamOf, words } from '../parse/raw-pdf.ts';
import { secret, techniques } from '../parse/redaction-techniques.ts';
import { barredStatement } from '../parse/recognition/barred-scan.ts';
import { isSettled, startProgram, temporaryFolder, type RunningProgram } from './running-program.ts';

const [first = '', second = ''] = secret.split(' ');
/** One for each technique, one with the words beside its pages, and a scan with a bar in its pixels. */
const filings = techniques.length + 2;
const folder = temporaryFolder();
const corpus = join(folder.path, 'corpus');
const data = join(folder.path, 'data');
let program: RunningProgram;
let documentId: string;

/** The plainest technique, with the words wherever else a file can keep them. */
const besides = rawPdf(
  [
    { content: words('All of this page is to be read by everyone who asks.', 72, 700) },
    {
      content: `${words('The witness lives in', 72, 700)}${words(secret, 200, 700)}0 g 198 690 130 25 re f`,
      annotations: [
        { entries: `/Subtype /Text /Rect [500 700 520 720] /F 2 /T (${first}) /Contents (${secret})` },
        { entries: `/Subtype /Widget /FT /Tx /T (n) /V (${secret}) /Rect [10 10 11 11] /F 2` },
      ],
    },
  ],
  {
    info: `/Title (Statement of ${secret}) /Author (${first}) /Subject (${secret}) /Keywords (${second})`,
    catalog: '/Outlines 102 0 R /Names << /EmbeddedFiles << /Names [(x) 104 0 R] >> >> /Metadata 106 0 R',
    objects: {
      102: '<< /Type /Outlines /First 103 0 R /Last 103 0 R /Count 1 >>',
      103: `<< /Title (${secret}) /Parent 102 0 R >>`,
      104: `<< /Type /Filespec /F (${first}.txt) /EF << /F 105 0 R >> >>`,
      105: streamOf(secret, '/Type /EmbeddedFile'),
      106: streamOf(`<x:xmpmeta><dc:title>${secret}</dc:title></x:xmpmeta>`, '/Type /Metadata /Subtype /XML'),
    },
  },
);

beforeAll(async () => {
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'besides.pdf'), besides);
  writeFileSync(join(corpus, 'scan.pdf'), barredStatement(secret));
  for (const [at, { bad, extras }] of techniques.entries())
    writeFileSync(join(corpus, `technique-${at}.pdf`), rawPdf([bad], extras));
  program = await startProgram(['--port', '0', '--data', data, '--corpus', corpus, '--log', 'debug']);
  expect(await isSettled(program)).toBe(true);
  const { documents } = (await (await fetch(`${program.url}/api/documents?perPage=200`)).json()) as {
    documents: { id: string; filename: string }[];
  };
  expect(documents).toHaveLength(filings);
  documentId = documents.find(({ filename }) => filename === 'besides.pdf')?.id ?? '';
}, 180_000);

afterAll(async () => {
  await program.end('SIGTERM');
  folder.remove();
}, 30_000);

const tells = (text: string): boolean =>
  [first, second].some((word) => text.toLowerCase().includes(word.toLowerCase()));

const ask = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(`${program.url}${path}`)).json()) as Answer;
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${program.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: program.url },
    body: JSON.stringify(body),
  });
const send = async <Answer>(path: string, body: unknown): Promise<Answer> => {
  const answer = await post(path, body);
  expect([path, answer.status]).toEqual([path, 201]);
  return (await answer.json()) as Answer;
};

interface Asked {
  readonly id: string;
  readonly pageCount: number;
}
const documentsOf = async (): Promise<readonly Asked[]> =>
  (await ask<{ documents: Asked[] }>('/api/documents?perPage=200')).documents;

/** A report says what was asked and how often it was found, and nothing of what a page says. */
const reports = '/api/reports/';

/** A route for everything that its path can name. */
function filledIn(path: string, documents: readonly Asked[], cases: readonly { readonly id: string }[]): string[] {
  if (path.includes(':facet')) return facetNames.map((facet) => path.replace(':facet', facet));
  if (path.startsWith('/api/cases/:id')) return cases.map(({ id }) => path.replace(':id', id));
  if (!path.includes(':')) return [path];
  return documents.flatMap(({ id, pageCount }) =>
    path.includes(':pageNumber')
      ? Array.from({ length: pageCount }, (_, at) => path.replace(':id', id).replace(':pageNumber', String(at + 1)))
      : [path.replace(':id', id)],
  );
}

/** Files under the data folder that hold a word of the secret in any encoding that the program writes. */
function filesThatTell(): string[] {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return tells(bytes.toString('latin1')) || tells(bytes.toString('utf16le'));
    })
    .map((path) => relative(data, path).replaceAll('\\', '/'));
}

describe('the planted secret', () => {
  test('is nowhere on the disk but in the stored originals', () => {
    const telling = filesThatTell();
    // They are found where they must be: the search can find.
    expect(telling).toHaveLength(filings);
    expect(telling.filter((path) => !/^files\/[0-9a-f]{2}\/[0-9a-f]{64}\.pdf$/.test(path))).toEqual([]);
    expect(tells(program.said())).toBe(false);
  });

  test.each(exportFormats)(
    'is in no export of all passages, tags and places of all files (%s)',
    async (format) => {
      const { id } = await send<{ id: string }>('/api/trays', { name: `For ${format}` });
      for (const document of await documentsOf()) {
        const { passages } = await ask<{ passages: { id: string }[] }>(`/api/documents/${documentId}/passages`);
        for (const { id: passageId } of passages) await send(`/api/trays/${id}/items`, { passageId });
        const { text, pageNumber } = await ask<{ text: string; pageNumber: number }>(
          `/api/documents/${document.id}/pages/1`,
        );
        // A whole page, over whatever was dropped from it.
        const spans = [{ pageNumber, from: 0, to: text.length }];
        if (text !== '') await send(`/api/trays/${id}/items`, { documentId: document.id, spans });
      }
      const answer = await post('/api/exports', { scope: 'tray', trayId: id, format });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const exported = format === 'docx' ? [...zipParts(bytes).values()].join('\n') : bytes.toString('utf8');
      expect(exported).toContain('The witness lives in');
      expect(tells(exported)).toBe(false);
      expect(tells(bytes.toString('latin1'))).toBe(false);
    },
    60_000,
  );

  test('is in no answer to a question that does not name it, whatever is asked', async () => {
    const tag = await send<{ id: string }>('/api/tags', { name: 'who lives where' });
    const documents = await documentsOf();
    for (const { id } of documents) {
      const { passages } = await ask<{ passages: { id: string }[] }>(`/api/documents/${id}/passages`);
      for (const { id: passageId } of passages) await send('/api/annotations', { passageId, tagIds: [tag.id] });
    }
    const { cases } = await ask<{ cases: { id: string }[] }>('/api/cases');
    const questions = [
      '?q=witness',
      '?q=%22the+witness%22',
      '?q=witness+w/9+lives&mode=exact',
      '?f.flag=badly-redacted',
    ];
    const gets = Object.entries(endpoints).flatMap(([name, { method, path, query }]) =>
      // Of the stream and the file there are tests of their own.
      method !== 'get' || name === 'jobStream' || name === 'documentFile' || path.startsWith(reports)
        ? []
        : [{ path, query }],
    );
    const paths = gets.flatMap(({ path, query }) => {
      const filled = filledIn(path, documents, cases);
      return query === 'search' ? filled.flatMap((each) => questions.map((question) => each + question)) : filled;
    });
    // Each route with a part in its path was asked for something.
    expect(gets.filter(({ path }) => filledIn(path, documents, cases).length === 0)).toEqual([]);
    const telling: string[] = [];
    const refused: string[] = [];
    for (const path of [...paths, '/api/search/suggest?q=wit', '/api/names?q=wit']) {
      const answer = await fetch(`${program.url}${path}`);
      if (!answer.ok) refused.push(path);
      if (tells(await answer.text())) telling.push(path);
    }
    expect(paths.length).toBeGreaterThan(200);
    expect([telling, refused]).toEqual([[], []]);
  }, 90_000);

  test('is found by no search', async () => {
    for (const question of [first, second, `%22${first}+${second}%22`, first.slice(0, 6)]) {
      const { total } = (await (await fetch(`${program.url}/api/search?q=${question}`)).json()) as {
        total: { hits: number };
      };
      expect([question, total.hits]).toEqual([question, 0]);
    }
    const suggested = (await (
      await fetch(`${program.url}/api/search/suggest?q=${first.slice(0, 4)}`)
    ).json()) as unknown;
    expect(tells(JSON.stringify(suggested))).toBe(false);
  });

  test('is found by no exact question, in no part of any filing, and stands in no bag of words', async () => {
    const total = async (q: string) => {
      const parameters = new URLSearchParams({ q, mode: 'exact' }).toString();
      const answer = await fetch(`${program.url}/api/search?${parameters}`);
      expect([q, answer.status]).toEqual([q, 200]);
      return ((await answer.json()) as { total: { hits: number; documents: number } }).total;
    };
    const forms = [first, second].flatMap((word) => [
      word,
      `${word.slice(0, 4)}!`,
      `*${word.slice(2)}`,
      `title(${word})`,
    ]);
    const within = ['furniture', 'footnotes', 'body'].map((part) => `in:${part} AND (${first} OR ${second})`);
    for (const q of [
      ...forms,
      ...within,
      `"${secret}"`,
      `${first} w/50 ${second}`,
      `witness w/50 (${first} OR ${second})`,
    ]) {
      expect([q, await total(q)]).toEqual([q, expect.objectContaining({ hits: 0, documents: 0 })]);
    }
    // Exact search has read these filings: it finds what stands beside.
    expect((await total('witness w/5 lives')).hits).toBeGreaterThan(0);
    const source = openWordSource(join(data, 'catalog.sqlite'));
    const bags = source.vocabulary('*', 100_000) ?? [];
    source.close();
    expect(bags).toContain('witness');
    expect(bags.filter(tells)).toEqual([]);
  });

  test('is not in the file that is served, its clean page still is text, and the copy that is kept holds none of it', async () => {
    const answer = await fetch(`${program.url}/api/documents/${documentId}/file`);
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(tells(inflated(bytes))).toBe(false);
    const { pages } = await parsePdf(bytes);
    expect(pages.map(({ text }) => text)).toEqual(['All of this page is to be read by everyone who asks.', '']);
    expect(filesThatTell().filter((path) => path.startsWith('burnt/'))).toEqual([]);
  }, 60_000);

  test('comes with the original alone, which is put on record', async () => {
    const answer = await fetch(`${program.url}/api/documents/${documentId}/file?original=1`);
    expect(tells(inflated(new Uint8Array(await answer.arrayBuffer())))).toBe(true);
    const audit = (await (await fetch(`${program.url}/api/audit`)).json()) as { events: unknown[] };
    expect(audit.events).toMatchObject([{ kind: 'original-served', documentId, filename: 'besides.pdf' }]);
    expect(filesThatTell().filter((path) => !path.startsWith('files/'))).toEqual([]);
  });
});
