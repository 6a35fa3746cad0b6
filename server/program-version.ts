// Which program this is: its own version, and that of all rules by which it reads files. What is stored or certified names them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parserVersion } from './parse/parser-version.ts';
import { cuttingVersion } from './passages/cut-passages.ts';
import { wordsVersion } from './search/terms/file-words.ts';

/** Of parsing, cutting and words; a file that was read by another version is read again. */
export const readerVersion = `${parserVersion}.${cuttingVersion}.${wordsVersion}`;

/** The version in package.json. */
export function readProgramVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  const version: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, 'version') : null;
  return typeof version === 'string' ? version : 'unknown';
}
