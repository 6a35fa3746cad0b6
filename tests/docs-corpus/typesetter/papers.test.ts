// The papers hold what the courts ask of them, and text never runs off a page.
import { describe, expect, test } from '@jest/globals';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import { paperNames } from '../../../docs-corpus/typesetter/source.ts';

describe.each(paperNames)('%s', (name) => {
  const paper = papers[name];
  test('text stands inside the page, with room for stamp, page number and the mark of a specimen', () => {
    expect(paper.left).toBeGreaterThanOrEqual(54);
    expect(paper.right).toBeLessThanOrEqual(paper.width - 44);
    expect(paper.top).toBeGreaterThanOrEqual(48);
    expect(paper.bottom).toBeLessThanOrEqual(paper.height - 60);
  });
});

test.each(paperNames.filter((name) => papers[name].numbers !== null))(
  'on %s paper numbers fill the height exactly and stand left of the text',
  (name) => {
    const { numbers, top, bottom, left, leading } = papers[name];
    expect((numbers?.count ?? 0) * (numbers?.pitch ?? 0)).toBe(bottom - top);
    expect(numbers?.right).toBeLessThan(left);
    expect(leading).toBe(numbers?.pitch);
  },
);

test.each([
  { name: 'pleading', count: 28, why: 'Civil L.R. 3-4(c): 28 numbered lines' },
  { name: 'order', count: 28, why: 'orders are typed on the same lines' },
  { name: 'transcript', count: 25, why: 'transcripts print 25 lines a page' },
] as const)('$name paper has $count lines ($why)', ({ name, count }) => {
  expect(papers[name].numbers?.count).toBe(count);
});

test('slides lie on their side', () => {
  expect(papers.slides.width).toBeGreaterThan(papers.slides.height);
});
