import { describe, expect, test } from '@jest/globals';
import { stampFactsOf } from '../../server/passages/stamp-facts.ts';
import { setPage, stampOf } from './page-maker.ts';

const page = (number: number, ...documents: (string | null)[]) =>
  setPage(number, [], { stamps: documents.map((document) => stampOf({ document, page: number })) });

describe('what the stamps agree on', () => {
  test.each([
    [[page(1, '735'), page(2, '735')], '735', 0],
    [[page(1, '735-2'), page(2, '735-2')], '735', 2],
    [[page(1, '28.1')], '28.1', 0],
    [[page(1, '00117684624')], '00117684624', null],
    [[page(1, '90', '12'), page(2, '90', '12')], '90', 0],
    [[page(1, '90'), page(2, '12')], null, null],
    [[page(1, null)], null, null],
    [[setPage(1, [])], null, null],
  ])('%#', (pages, entry, attachment) => {
    expect(stampFactsOf(pages)).toMatchObject({ entry, attachment });
  });
  test('a stray stamp on one of four pages changes nothing', () => {
    expect(stampFactsOf([page(1, '9'), page(2, '9'), page(3, '9'), page(4, '1')]).entry).toBe('9');
  });
});
