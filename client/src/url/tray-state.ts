// What the address of the Tray says: which tray, and how its citations are written. One pair, `readTrayState` and `writeTrayState`;
// what is at its default is left out, what is unknown falls back to it.
import { citationStyleSchema, type CitationForm, type CitationStyle } from '../../../server/contract/work-api.ts';
import { parametersOf, recordOf } from './query-string.ts';

export interface TrayState {
  /** Null: the one that collects. */
  readonly trayId: string | null;
  readonly style: CitationStyle;
  readonly form: CitationForm;
}

export const plainStyle: CitationStyle = citationStyleSchema.parse({});

export function readTrayState(record: Readonly<Record<string, unknown>>): TrayState {
  const parameters = parametersOf(record);
  const one = <Value extends string>(name: string, values: readonly Value[], fallback: Value): Value =>
    values.find((value) => value === parameters.get(name)) ?? fallback;
  const { shape } = citationStyleSchema;
  return {
    trayId: parameters.get('tray'),
    form: one('form', ['full', 'short'], 'full'),
    style: {
      family: one('family', shape.family.unwrap().options, plainStyle.family),
      docketWord: one('docket', shape.docketWord.unwrap().options, plainStyle.docketWord),
      pageBasis: one('pages', shape.pageBasis.unwrap().options, plainStyle.pageBasis),
      at: one('at', ['yes', 'no'], plainStyle.at ? 'yes' : 'no') === 'yes',
      lines: one('lines', ['yes', 'no'], plainStyle.lines ? 'yes' : 'no') === 'yes',
    },
  };
}

export function writeTrayState({ trayId, style, form }: TrayState): Record<string, string | string[]> {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string, fallback: string) => {
    if (value !== fallback) parameters.set(name, value);
  };
  put('tray', trayId ?? '', '');
  put('form', form, 'full');
  put('family', style.family, plainStyle.family);
  put('docket', style.docketWord, plainStyle.docketWord);
  put('pages', style.pageBasis, plainStyle.pageBasis);
  put('at', style.at ? 'yes' : 'no', plainStyle.at ? 'yes' : 'no');
  put('lines', style.lines ? 'yes' : 'no', plainStyle.lines ? 'yes' : 'no');
  return recordOf(parameters);
}
