// The HTML of an explained page: text stays text, boxes lie where the lines are.
import { describe, expect, test } from '@jest/globals';
import { setPage } from '../passages/page-maker.ts';
import { explainPage } from './explain-page.ts';
import { escapeHtml, explanationHtml, scale } from './explain-html.ts';

const hostile = '<script>alert("x")</script> & </title>';
const pages = [
  setPage(1, [
    { text: hostile, number: 7 },
    { text: '2', furniture: 'page-number' },
  ]),
];
const explained = explainPage(pages, [], 1);

test.each<[string, string]>([
  ['<b>', '&lt;b&gt;'],
  ['AT&T', 'AT&amp;T'],
  [`"it's"`, '&quot;it&#39;s&quot;'],
])('%s', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});

describe('explanationHtml', () => {
  const html = explanationHtml(hostile, explained, new Uint8Array([1, 2, 3]));

  test('nothing of a filing becomes markup', () => {
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;/title&gt;');
    expect(html).toContain(`default-src 'none'`);
  });

  test('a line’s box, its number and its kind', () => {
    // Baseline 720 of 792, ascent 9, descent 3 (page-maker.ts).
    const [left, bottom, top] = [108 * scale, (792 - 717) * scale, (792 - 729) * scale].map(
      (value) => Math.round(value * 10) / 10,
    );
    expect(html).toContain(`<polygon points="${left},${bottom} `);
    expect(html).toContain(` ${left},${top}"`);
    expect(html).toMatch(/<text x="[\d.]+" y="[\d.]+" text-anchor="end"[^>]*>7<\/text>/);
    expect(html).toMatch(/class="key"[^>]*>page-number</);
  });

  test('the picture lies under it; without one the boxes stand alone', () => {
    expect(html).toContain('<image href="data:image/png;base64,AQID"');
    expect(explanationHtml('x', explained, null)).not.toContain('<image');
  });
});
