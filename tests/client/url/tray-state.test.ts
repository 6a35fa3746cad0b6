import { describe, expect, test } from '@jest/globals';
import { plainStyle, readTrayState, writeTrayState, type TrayState } from '../../../client/src/url/tray-state.ts';

const plain = { trayId: null, form: 'full', style: plainStyle } as const;

describe('the address of the Tray', () => {
  test.each<[Record<string, string>, TrayState, string]>([
    [{}, plain, 'defaults'],
    [{ tray: 't', form: 'short' }, { ...plain, trayId: 't', form: 'short' }, 'which tray, which form'],
    [{ pages: 'ecf', lines: 'no' }, { ...plain, style: { ...plainStyle, pageBasis: 'ecf', lines: false } }, 'a style'],
    [{ pages: 'cellar', at: 'maybe' }, plain, 'the unknown falls back'],
  ])('%j (%#)', (record, state) => {
    expect(readTrayState(record)).toEqual(state);
  });

  test('writing and reading give back the same; defaults are left out', () => {
    const state = {
      trayId: 't',
      form: 'short',
      style: { family: 'outside', docketWord: 'Dkt.', pageBasis: 'bates', at: true, lines: false },
    } as const;
    expect(readTrayState(writeTrayState(state))).toEqual(state);
    expect(writeTrayState(plain)).toEqual({});
  });
});
