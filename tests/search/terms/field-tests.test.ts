import { expect, test } from '@jest/globals';
import { meetsField, type SearchedDetails } from '../../../server/search/terms/field-tests.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { noDetails } from './asked-document.ts';

const details: SearchedDetails = {
  title: 'Order',
  type: 'order',
  filer: 'Meta Platforms, Inc.',
  ecf: '735-2',
  filedOn: '2024-03-23',
  tags: ['Ad spend'],
  flags: ['badly-redacted', 'ocr'],
};

const rows: [field: string, meets: boolean, why: string][] = [
  ['type:order', true, 'the type'],
  ['type:motion', false, 'another'],
  ['filer:meta', true, 'a word of the filer'],
  ['filer:"meta platforms"', true, 'several'],
  ['filer:"meta inc"', false, 'not side by side'],
  ['filer:met', false, 'half a word'],
  ['ecf:735-2', true, 'the number'],
  ['ecf:735', false, 'the main document is another'],
  ['filed:2024-03', true, 'within'],
  ['filed:2024-03-23', true, 'the day itself'],
  ['filed:2024-03-24..', false, 'before'],
  ['filed:..2024-03-22', false, 'behind'],
  ['tag:"ad spend"', true, 'in any case'],
  ['tag:ad', false, 'half of it'],
  ['has:redaction', true, 'a bad one is one'],
  ['has:bad-redaction', true, 'bad'],
  ['has:ocr', true, 'recognised'],
  ['has:unread-pages', false, 'all were read'],
];
test.each(rows)('%s: %s (%s)', (q, meets) => {
  const field = parseQuery(q);
  if (
    !('of' in field) &&
    field.kind !== 'like' &&
    field.kind !== 'term' &&
    field.kind !== 'prefix' &&
    field.kind !== 'pattern' &&
    !('left' in field)
  ) {
    expect(meetsField(field, details)).toBe(meets);
    // What is not known meets nothing.
    expect(meetsField(field, noDetails)).toBe(false);
  } else {
    throw new Error(`${q} is no field`);
  }
});
