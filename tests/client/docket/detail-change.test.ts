// From a form to a change, and to what undoes it.
import { describe, expect, test } from '@jest/globals';
import {
  formOf,
  readForm,
  undoOf,
  type DetailForm,
  type EditedDocument,
} from '../../../client/src/docket/detail-change.ts';
import type { DocumentChange } from '../../../server/contract/docket-api.ts';

const filing: EditedDocument = {
  type: 'letter brief',
  title: 'Letter Brief',
  shortTitle: null,
  filer: 'Meta',
  filedOn: '2024-03-23',
  entry: '735',
  attachment: 0,
  docketNumber: '3:20-cv-08570-JD',
  readFrom: { title: 'caption', filer: 'person', filedOn: 'stamp' },
  asRead: { filer: 'Plaintiffs' },
};
const read = (change: Partial<DetailForm>) => readForm(filing, { ...formOf(filing), ...change });

test('a form shows what is known, and zero is known', () => {
  expect(formOf(filing)).toMatchObject({ type: 'letter brief', shortTitle: '', attachment: '0' });
});

describe('what a form comes to', () => {
  const rows: [Partial<DetailForm>, DocumentChange | null, string][] = [
    [{}, null, 'nothing'],
    [{ title: ' Letter Brief ' }, null, 'spaces around are no change'],
    [{ title: 'Joint Letter Brief' }, { title: 'Joint Letter Brief' }, 'one field'],
    [{ filer: '', shortTitle: 'Letter Br.' }, { filer: null, shortTitle: 'Letter Br.' }, 'emptied: not known'],
    [{ type: '' }, { type: null }, 'no type'],
    [{ type: 'order' }, { type: 'order' }, 'another type'],
    [{ attachment: '2' }, { attachment: 2 }, 'a number'],
    [{ attachment: '' }, { attachment: null }, 'none'],
    [{ entry: '28.1' }, { entry: '28.1' }, 'an entry of the Ninth Circuit'],
    [{ filedOn: '' }, { filedOn: null }, 'no day'],
  ];
  test.each(rows)('%j → %j (%s)', (form, change) => {
    expect(read(form)).toEqual({ change, problems: {} });
  });

  const wrong: [Partial<DetailForm>, (keyof DetailForm)[], string][] = [
    [{ entry: '735-2' }, ['entry'], 'with its attachment'],
    [{ attachment: 'two' }, ['attachment'], 'a word'],
    [{ attachment: '-1' }, ['attachment'], 'before the first'],
    [{ filedOn: '03/23/2024' }, ['filedOn'], 'a browser without a field for days'],
    [{ filer: 'x'.repeat(401) }, ['filer'], 'too long'],
    [{ entry: 'x', attachment: 'y', title: 'Good' }, ['entry', 'attachment'], 'two at once; nothing is sent'],
  ];
  test.each(wrong)('%j is wrong in %j (%s)', (form, fields) => {
    const { change, problems } = read(form);
    expect(change).toBeNull();
    expect(Object.keys(problems)).toEqual(fields);
    expect(Object.values(problems).filter((words) => !words.endsWith('.'))).toEqual([]);
  });
});

describe('what undoes a change', () => {
  const rows: [DocumentChange, DocumentChange, string][] = [
    [{ title: 'New' }, { takeBack: ['title'] }, 'what was read is taken back'],
    [{ filer: 'New' }, { filer: 'Meta' }, 'an earlier correction comes again'],
    [{ filer: null, filedOn: null }, { filer: 'Meta', takeBack: ['filedOn'] }, 'both'],
    [{ takeBack: ['filer'] }, { filer: 'Meta' }, 'a correction that was taken back'],
  ];
  test.each(rows)('%j ← %j (%s)', (change, back) => {
    expect(undoOf(filing, change)).toEqual(back);
  });
});
