import { describe, expect, test } from '@jest/globals';
import {
  citationStyleSchema,
  newAnnotationSchema,
  newTagSchema,
  newTrayItemSchema,
} from '../../server/contract/work-api.ts';

describe('work schemas', () => {
  const tags: [unknown, boolean, string][] = [
    [{ name: 'ad spend' }, true, 'a name is enough'],
    [{ name: '  ' }, false, 'a name of spaces is none'],
    [{ name: 'x', color: 'red' }, false, 'colours are #rrggbb'],
    [{ name: 'x', shortcut: '12' }, false, 'one digit'],
    [{ name: 'x', colour: '#ffffff' }, false, 'unknown fields are refused'],
  ];
  test.each(tags)('tag %j: %s (%s)', (body, good) => {
    expect(newTagSchema.safeParse(body).success).toBe(good);
  });

  test('a style has one default each', () => {
    expect(citationStyleSchema.parse({})).toEqual({
      family: 'record',
      docketWord: 'ECF No.',
      at: false,
      lines: true,
      pageBasis: 'printed',
    });
  });

  const styles: [unknown, boolean, string][] = [
    [{ docketWord: 'Dkt.' }, true, 'the rest is as always'],
    [{ docketword: 'Dkt.' }, false, 'a slip of the pen would cite in another style without a word'],
    [{ docketWord: 'Doc.' }, false, 'no such word'],
    [{ pageBasis: 'pdf' }, false, 'PDF pages are nothing to cite by'],
  ];
  test.each(styles)('style %j: %s (%s)', (style, good) => {
    expect(citationStyleSchema.safeParse(style).success).toBe(good);
  });

  test('an annotation takes a passage or spans', () => {
    expect(newAnnotationSchema.parse({ passageId: 'p', tagIds: ['t'] })).toMatchObject({ passageId: 'p', note: '' });
    expect(newAnnotationSchema.safeParse({ documentId: 'd', spans: [] }).success).toBe(false);
  });

  test('a tray item is a passage or spans, not both', () => {
    expect(newTrayItemSchema.safeParse({ passageId: 'p' }).success).toBe(true);
    expect(newTrayItemSchema.safeParse({ passageId: 'p', spans: [{ pageNumber: 1, from: 0, to: 2 }] }).success).toBe(
      false,
    );
  });
});
