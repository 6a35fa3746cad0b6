// The Word document of a tray, unzipped and read as Word would read it.
import { describe, expect, test } from '@jest/globals';
import { exportDocx } from '../../server/citations/export-docx.ts';
import { rowOf, sheetOf } from './sheets.ts';
import { partOf } from './zip-parts.ts';

/** The paragraphs as text; a break within one is `\n`. Fails on a tag that Word's body does not have. */
function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, words]) => (words === undefined ? '\n' : unescaped(words)))
      .join(''),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

const documentOf = async (...args: Parameters<typeof sheetOf>): Promise<string> =>
  partOf((await exportDocx(sheetOf(...args))).bytes, 'word/document.xml');

describe('DOCX', () => {
  test('holds the name, what it was made from, and each passage with citation, tags and note', async () => {
    const file = await exportDocx(sheetOf([rowOf({ tags: ['ad spend', 'titan'], note: 'compare' })]));
    expect(file.filename).toBe('Ad spend.docx');
    expect(file.media).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(paragraphsOf(partOf(file.bytes, 'word/document.xml'))).toEqual([
      'Ad spend',
      '1 passage, exported by Pincite 0.1.0 on 2026-01-02 from corpus ab_cd_ef.',
      'The Titan API was private.',
      'Pls.’ Letter Br. 3:14–22, ECF No. 735.',
      'Tags: ad spend, titan',
      'compare',
    ]);
  });

  test('the citation is bold, the quote keeps with it on a page, and pages are numbered', async () => {
    const { bytes } = await exportDocx(sheetOf([rowOf()]));
    const xml = partOf(bytes, 'word/document.xml');
    expect(xml).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*The Titan API was private\./s);
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*ECF No\. 735\./s);
    expect(partOf(bytes, 'word/footer1.xml')).toContain('PAGE');
  });

  test('the paper is US Letter with margins of an inch', async () => {
    const xml = await documentOf([]);
    expect(xml).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    expect(xml).toMatch(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/);
  });

  test('a quote that is gone says so', async () => {
    expect(paragraphsOf(await documentOf([rowOf({ found: false })]))).toContain(
      'This quote is not found any more where it was collected: check it before use.',
    );
    expect(await documentOf([rowOf()])).not.toContain('not found');
  });

  test.each(['quote', 'citation', 'note'] as const)('%s of a filing is text', async (field) => {
    const hostile = '</w:t></w:r><w:r><w:instrText>HYPERLINK "http://e"</w:instrText></w:r> & <x>';
    const xml = await documentOf([rowOf({ [field]: hostile })]);
    expect(xml).not.toContain('<w:instrText');
    expect(paragraphsOf(xml)).toContain(hostile);
  });

  test('tags and the tray’s name are text too', async () => {
    const { bytes } = await exportDocx(sheetOf([rowOf({ tags: ['<w:p>', '&'] })], 'Ad <spend> & more'));
    const paragraphs = paragraphsOf(partOf(bytes, 'word/document.xml'));
    expect(paragraphs).toEqual(expect.arrayContaining(['Ad <spend> & more', 'Tags: <w:p>, &']));
    expect(partOf(bytes, 'docProps/core.xml')).toContain('Ad &lt;spend&gt; &amp; more');
  });

  test('line breaks of a note are line breaks', async () => {
    expect(paragraphsOf(await documentOf([rowOf({ note: 'one\ntwo\r\nthree' })]))).toContain('one\ntwo\nthree');
  });

  // Not allowed in XML 1.0: Word refuses the whole file.
  const forbidden = '\u0000\u0001\u0008\u000b\u001f\ufffe\uffff';
  test.each(['quote', 'citation', 'note', 'tags', 'name'] as const)(
    '%s with characters that XML lacks opens',
    async (field) => {
      const text = `a${forbidden}\ud800b`;
      const row = rowOf(field === 'name' ? {} : field === 'tags' ? { tags: [text] } : { [field]: text });
      const { bytes } = await exportDocx(sheetOf([row], field === 'name' ? text : 'Tray'));
      for (const part of ['word/document.xml', 'docProps/core.xml']) {
        const xml = partOf(bytes, part);
        // oxlint-disable-next-line no-control-regex -- these are what must not be there
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(xml).not.toMatch(/&#x?(?:0|1|8|b|1f|31|11|fffe|d800);/i);
      }
      const words = paragraphsOf(partOf(bytes, 'word/document.xml')).join(' ');
      expect(words).toContain(`a${'\ufffd'.repeat(forbidden.length + 1)}b`);
    },
  );
});
