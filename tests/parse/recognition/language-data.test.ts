// Where the data of languages is looked for, and what is said when it is nowhere.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataOf } from '../../../server/parse/recognition/language-data.ts';

describe('dataOf', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pincite-languages-'));
    writeFileSync(join(folder, 'deu.traineddata'), '');
    writeFileSync(join(folder, 'spa.traineddata.gz'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('English is in the package; others are in the folder, packed or not', () => {
    expect(dataOf('eng', null)).toBeNull();
    expect(dataOf('eng', folder)).toBeNull();
    expect(dataOf('deu', folder)).toBe(join(folder, 'deu.traineddata'));
    expect(dataOf('spa', folder)).toBe(join(folder, 'spa.traineddata.gz'));
  });

  test('a language that is nowhere: the setting and the file are named', () => {
    expect(() => dataOf('fra', folder)).toThrow(/no fra\.traineddata in/);
    expect(() => dataOf('fra', null)).toThrow(/--ocr-data/);
  });
});
