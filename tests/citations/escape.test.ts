// A filing's text in formats with markup: it stays text.
import { describe, expect, test } from '@jest/globals';
import { escapeCell, escapeHtml, escapeMarkdown } from '../../server/citations/escape.ts';

describe('HTML', () => {
  test.each([
    ['<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;', 'markup and entities'],
    [`" onmouseover='x'`, '&quot; onmouseover=&#39;x&#39;', 'out of an attribute'],
    ['Klein v. Meta § 2', 'Klein v. Meta § 2', 'plain text as it is'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });
});

describe('Markdown', () => {
  test.each([
    ['**Titan** _API_', String.raw`\*\*Titan\*\* \_API\_`, 'emphasis'],
    ['[click](javascript:x)', String.raw`\[click\](javascript:x)`, 'a link'],
    ['![x](http://e.com/p)', String.raw`!\[x\](http\://e.com/p)`, 'an image would load from elsewhere'],
    ['<script>', String.raw`\<script\>`, 'HTML'],
    ['&lt;', String.raw`\&lt;`, 'an entity'],
    ['# Order', String.raw`\# Order`, 'a title'],
    ['Order ##', String.raw`Order \#\#`, 'the end of a title'],
    ['1. Plaintiffs', String.raw`1\. Plaintiffs`, 'a numbered list renumbers a complaint'],
    ['12) Meta', String.raw`12\) Meta`, 'the other numbered list'],
    ['in 2015. Then', 'in 2015. Then', 'a figure within a line'],
    ['- a', String.raw`\- a`, 'a list'],
    ['+ a', String.raw`\+ a`, 'a list'],
    ['cross-device', 'cross-device', 'a hyphen within a word'],
    ['a\n===', 'a\n\\===', 'an underlined title'],
    ['a\n---', 'a\n\\---', 'an underlined title or a rule'],
    ['    code', 'code', 'indentation makes code'],
    ['\tcode', 'code', 'so does a tab'],
    ['    - a', String.raw`\- a`, 'an indented list'],
    ['> a', String.raw`\> a`, 'a quotation'],
    ['a | b', String.raw`a \| b`, 'a table'],
    ['`a` ~~b~~ $c$', String.raw`\`a\` \~\~b\~\~ \$c\$`, 'code, deletion, formula'],
    [String.raw`\*`, String.raw`\\\*`, 'a backslash of its own'],
    ['see https://evil.example', String.raw`see https\://evil.example`, 'a bare address'],
    ['see HTTP://evil.example', String.raw`see HTTP\://evil.example`, 'in capitals'],
    ['_www.evil.example', String.raw`\_www\.evil.example`, 'an address behind a mark'],
    ['doe@meta.example', String.raw`doe\@meta.example`, 'an e-mail address'],
    ['mailto:doe', String.raw`mailto\:doe`, 'an e-mail link'],
    ['a[^1] b', String.raw`a\[\^1\] b`, 'a footnote mark'],
    ['Pls.’ Letter Br. 3:14–22 (“Titan”)', 'Pls.’ Letter Br. 3:14–22 (“Titan”)', 'plain text as it is'],
  ])('%j → %j (%s)', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('a spreadsheet’s cell', () => {
  test.each([
    ['=HYPERLINK("http://e")', `'=HYPERLINK("http://e")`, 'a formula'],
    ['+1 415 555', `'+1 415 555`, 'plus'],
    ['-2+3', `'-2+3`, 'minus'],
    ['@SUM(A1)', `'@SUM(A1)`, 'an old formula'],
    ['\t=1', `'\t=1`, 'a tab'],
    ['\r=1', `'\r=1`, 'a return'],
    ['\n=1', `'\n=1`, 'a line feed'],
    ['  =1', `'  =1`, 'programs that trim'],
    ['\u00a0=1', `'\u00a0=1`, 'and trim no-break spaces'],
    ['＝1', `'＝1`, 'full width, folded by some'],
    ['a=1', 'a=1', 'no formula'],
    ['— Meta', '— Meta', 'a dash is no minus'],
    ['(1)', '(1)', 'plain'],
    ['', '', 'empty'],
  ])('%j → %j (%s)', (text, expected) => {
    expect(escapeCell(text)).toBe(expected);
  });
});
