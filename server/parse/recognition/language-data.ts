// Where the data of a language is that Tesseract reads: English in the package, others in a folder that a setting names.
// In: a language. Out: a path. Refuses (`bad-setting`) a language that is in neither place, naming what to put where.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PinciteError } from '../../contract/errors.ts';

/** Which languages are read, and where their data is when it is not in the package. */
export interface LanguageChoice {
  /** Tesseract's names: `eng`, `deu`, `spa`. */
  readonly languages: readonly string[];
  readonly dataFolder: string | null;
}

/** Where the data of a language lies; null: in the package, loaded already. Throws `bad-setting` where it is in neither place. */
export function dataOf(language: string, folder: string | null): string | null {
  const paths = folder === null ? [] : ['', '.gz'].map((ending) => join(folder, `${language}.traineddata${ending}`));
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (language === 'eng') return null;
  throw new PinciteError(
    'bad-setting',
    folder === null
      ? `Recognition in “${language}” needs its data: put ${language}.traineddata into a folder and name it with --ocr-data.`
      : `There is no ${language}.traineddata in ${folder}. Put it there, or take “${language}” out of --ocr-languages.`,
    { field: '--ocr-languages' },
  );
}
