import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readConfig, settings } from '../server/config.ts';

const here = join(import.meta.dirname, '..');

describe('config', () => {
  const good: [string, string[], Record<string, string>, Record<string, unknown>][] = [
    [
      'defaults belong to the checkout',
      [],
      {},
      { port: 4180, host: '127.0.0.1', corpusFolder: join(here, 'docs-corpus'), dataFolder: join(here, '.pincite') },
    ],
    ['a flag', ['--port', '5000'], {}, { port: 5000 }],
    ['a flag with =', ['--port=5001'], {}, { port: 5001 }],
    ['a flag wins over a variable', ['--port', '5000'], { PINCITE_PORT: '6000' }, { port: 5000 }],
    ['a variable wins over the default', [], { PINCITE_PORT: '6000' }, { port: 6000 }],
    ['an empty variable is none', [], { PINCITE_PORT: '' }, { port: 4180 }],
    [
      'a folder a person types belongs to where they stand',
      ['--corpus', 'mine', '--data', '/d'],
      {},
      { corpusFolder: '/home/x/mine', dataFolder: '/d' },
    ],
    ['nobody looks under a bad redaction', [], { PINCITE_ORIGINALS: 'never' }, { originals: 'never' }],
    ['recognition is on, in English', [], {}, { ocr: { languages: ['eng'], dataFolder: null } }],
    ['and off', ['--ocr', 'off'], {}, { ocr: null }],
    ['a file may have 10,000 pages', [], {}, { maxPages: 10_000 }],
    ['or as many as a person says', ['--max-pages', '20000'], {}, { maxPages: 20_000 }],
    [
      'further languages from a folder',
      ['--ocr-languages', 'eng+spa'],
      { PINCITE_OCR_DATA: 'languages', PINCITE_OCR_PROCESSES: '3' },
      { ocr: { languages: ['eng', 'spa'], dataFolder: '/home/x/languages', processes: 3 } },
    ],
    ['inside a container', ['--host', '0.0.0.0'], { PINCITE_CONTAINER: '1' }, { host: '0.0.0.0', inContainer: true }],
    [
      'own Meilisearch',
      [],
      { MEILI_URL: 'http://127.0.0.1:7700/', MEILI_KEY: 'k' },
      { meili: { url: 'http://127.0.0.1:7700', key: 'k', binary: null, path: '' } },
    ],
  ];
  test.each(good)('%s', (_why, args, environment, expected) => {
    expect(readConfig(args, environment, '/home/x')).toMatchObject(expected);
  });

  const bad: [string, string[], Record<string, string>, RegExp][] = [
    ['unknown flag', ['--prot', '5'], {}, /Unknown argument “--prot”.*--port/],
    ['no value', ['--port'], {}, /--port needs a value/],
    ['not a number', ['--port', '80x'], {}, /“80x”.*whole number from 0 to 65535/],
    ['out of range', ['--port', '70000'], {}, /whole number/],
    ['no pages at all', ['--max-pages', '0'], {}, /--max-pages is “0”.*whole number from 1/],
    ['other host', ['--host', '0.0.0.0'], {}, /no accounts yet.*SSH tunnel/],
    ['other host in a container', ['--host', '10.0.0.1'], { PINCITE_CONTAINER: '1' }, /refused/],
    ['address without scheme', [], { MEILI_URL: 'localhost:7700' }, /takes an address such as/],
    ['recognition for some', ['--ocr', 'maybe'], {}, /“maybe”: it takes on or off/],
    ['a language that is a path', ['--ocr-languages', '../eng'], {}, /eng\+spa/],
    ['log level', ['--log', 'loud'], {}, /error, warn, info, debug/],
    ['originals for some', ['--originals', 'sometimes'], {}, /“sometimes”: it takes on-request or never/],
  ];
  test.each(bad)('refuses %s', (_why, args, environment, message) => {
    expect(() => readConfig(args, environment, '/home/x')).toThrow(message);
  });

  test('every setting has its own variable', () => {
    const variables = settings.map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
  });
});
